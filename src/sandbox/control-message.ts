import { z } from 'zod';
import type { BusinessNumber } from './accounts.ts';
import { businessNumber, orderIn, type Rules, sendThis } from './control-body.ts';
import { contentOf, givenFile } from './control-content.ts';
import { ControlError } from './control-error.ts';
import { webhookError } from './graph-errors.ts';
import { receive } from './inbound.ts';
import { downloadOrder } from './media-faults.ts';
import type { Parts } from './parts.ts';
import { isPossiblePhone, isUserId } from './phone.ts';
import type { User } from './users.ts';

const DEFAULT_CUSTOMER = '9647700000000';
const exampleBody = { from: '9647700000000', text: 'Hello!' };
const example = sendThis(exampleBody);

const order = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  name: z.string().optional(),
  text: z.union([z.string(), z.looseObject({ body: z.string() })]).optional(),
  type: z.string().optional(),
  replyTo: z.string().optional(),
  userId: z.string().optional(),
  username: z.string().optional(),
  duplicates: z.int().min(1).max(100).default(1),
  referral: z.record(z.string(), z.unknown()).optional(),
  context: z.record(z.string(), z.unknown()).optional(),
  forwarded: z.boolean().optional(),
  frequentlyForwarded: z.boolean().optional(),
  referredProduct: z.strictObject({ catalog_id: z.string(), product_retailer_id: z.string() }).optional(),
  errors: z
    .array(z.union([z.int(), z.looseObject({ code: z.int() })]))
    .min(1)
    .max(10)
    .optional(),
  timestamp: z.int().min(0).max(4_102_444_800).optional(),
  file: givenFile.optional(),
  download: downloadOrder.optional(),
});

export type Order = z.infer<typeof order>;

/** What each field of a message must be, for the sentence that a developer gets. */
const rules: Rules = {
  from: 'must be a string: digits in international form, or a business-scoped user id',
  to: 'must be a string: a phone number id, or one of your numbers as +964…',
  name: 'must be a string',
  text: 'must be a string',
  type: 'must be a string',
  replyTo: 'must be a string: the wamid of the quoted message',
  userId: 'must be a string such as IQ.1349120865530274',
  username: 'must be a string',
  duplicates: 'must be a whole number from 1 to 100',
  referral: 'must be an object',
  context: 'must be an object as Meta sends it',
  forwarded: 'must be true or false',
  frequentlyForwarded: 'must be true or false',
  referredProduct: 'must be {"catalog_id": "…", "product_retailer_id": "…"}',
  errors: 'must be a list of codes, or of objects as Meta sends them',
  timestamp: 'must be Unix seconds',
  file: 'must be {"base64" or "size", "mimeType", "filename"}: your bytes, or so many of the sandbox\'s',
  download: 'must be like {"does":"fail","times":2}: fail, truncate, corrupt or slow',
};

/** `POST /sandbox/messages`: a customer writes. Throws `ControlError` for what makes no message. */
export function customerWrites(parts: Parts, body: object): object {
  const given = orderIn(order, body, rules, exampleBody);
  const number = businessNumber(parts, given.to);
  const user = customer(parts, number, given);
  if (parts.blocked.has(number.id, user.key)) {
    throw new ControlError(`\`from\` is blocked by ${number.id}: DELETE /${number.id}/block_users first.`);
  }
  const { errors = given.errors?.map(errorOf), ...content } = contentOf(parts, number, given, body);
  const { replyTo: repliesTo, referral, duplicates: copies, timestamp } = given;
  const context = {
    ...(given.forwarded === true ? { forwarded: true } : {}),
    ...(given.frequentlyForwarded === true ? { frequently_forwarded: true } : {}),
    ...(given.referredProduct === undefined ? {} : { referred_product: given.referredProduct }),
    ...given.context,
  };
  const at = timestamp === undefined ? undefined : timestamp * 1000;
  const { id } = receive(parts, number, user, { ...content, errors, repliesTo, context, referral, copies, at });
  return { id, from: user.phone ?? user.userId, to: number.id };
}

function errorOf(given: number | object): object {
  return typeof given === 'number' ? webhookError(given, 'Sandbox: an error on demand.') : given;
}

/** `from` a phone, `userId` a business-scoped id, or both for someone whose phone is visible. */
function customer(parts: Parts, number: BusinessNumber, given: Order): User {
  const { account } = number;
  const fromId = given.from !== undefined && isUserId(given.from) ? given.from : undefined;
  const userId = given.userId ?? fromId;
  if (userId !== undefined && !isUserId(userId)) throw new ControlError(`\`userId\` ${rules['userId']}. ${example}`);
  const noPhone = userId !== undefined && (given.from === undefined || fromId !== undefined);
  const asked = (given.from ?? DEFAULT_CUSTOMER).replace(/^\+/, '');
  // Somebody who changed their number or user id goes by the new one, whichever the developer knows them by.
  const phone = noPhone ? undefined : parts.users.current(account, asked);
  if (phone !== undefined && !isPossiblePhone(phone)) throw new ControlError(`\`from\` ${rules['from']}. ${example}`);
  if (phone === number.digits) throw new ControlError('`from` must not be the business number itself.');
  if (phone !== undefined && userId !== undefined) parts.users.link(account, phone, userId);
  const find = () =>
    phone === undefined
      ? parts.users.byUserId(account, parts.users.current(account, userId ?? ''))
      : parts.users.byPhone(account, phone);
  const { key } = find();
  if (given.name !== undefined || given.username !== undefined) {
    parts.users.rename(key, { name: given.name, username: given.username });
  }
  return find();
}
