import { z } from 'zod';
import type { BusinessNumber } from './accounts.ts';
import { ControlError } from './control-error.ts';
import { webhookError } from './graph-errors.ts';
import { receive } from './inbound.ts';
import { sha256 } from './media.ts';
import type { Parts } from './parts.ts';
import { isPossiblePhone, isUserId } from './phone.ts';
import { sampleFiles } from './sample-files.ts';
import type { User } from './users.ts';

const DEFAULT_CUSTOMER = '9647700000000';
const example = 'Send for example {"from":"9647700000000","text":"Hello!"}.';

/** Meta's inbound types, with the object that stands for each when the developer gives none; null: must be given. */
const types: Readonly<Record<string, object | null>> = {
  text: null,
  image: {},
  video: {},
  audio: { voice: true },
  document: {},
  sticker: { animated: false },
  location: { latitude: 33.3152, longitude: 44.3661, name: 'Baghdad' },
  contacts: null,
  interactive: null,
  button: null,
  reaction: null,
  order: null,
  system: null,
  edit: null,
  revoke: null,
  request_welcome: {},
  unsupported: { type: 'poll' },
};

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
});

type Order = z.infer<typeof order>;

/** What each field of a message must be, for the sentence that a developer gets. */
const rules: Readonly<Record<string, string>> = {
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
};

/** `POST /sandbox/messages`: a customer writes. Throws `ControlError` for what makes no message. */
export function customerWrites(parts: Parts, body: object): object {
  const result = order.safeParse(body);
  if (!result.success) {
    const field = String(result.error.issues[0]?.path[0] ?? 'body');
    throw new ControlError(`\`${field}\` ${rules[field] ?? 'is not valid'}. ${example}`);
  }
  const given = result.data;
  const number = businessNumber(parts, given.to);
  const user = customer(parts, number, given);
  const { type, content } = contentOf(parts, number, given, body);
  const { replyTo: repliesTo, referral, duplicates: copies } = given;
  const { id } = receive(parts, number, user, { type, content, repliesTo, referral, copies });
  return { id, from: user.phone ?? user.userId, to: number.id };
}

function businessNumber(parts: Parts, to: string | undefined): BusinessNumber {
  const { numbers } = parts.accounts;
  const digits = to?.replace(/\D/g, '');
  const number = to === undefined ? numbers[0] : numbers.find((one) => one.id === digits || one.digits === digits);
  if (number === undefined) {
    const known = numbers.map((one) => `${one.id} (+${one.digits})`).join(', ');
    throw new ControlError(`\`to\` must be one of your numbers: ${known}.`);
  }
  return number;
}

/** `from` a phone, `userId` a business-scoped id, or both for someone whose phone is visible. */
function customer(parts: Parts, number: BusinessNumber, given: Order): User {
  const { account } = number;
  const fromId = given.from !== undefined && isUserId(given.from) ? given.from : undefined;
  const userId = given.userId ?? fromId;
  if (userId !== undefined && !isUserId(userId)) throw new ControlError(`\`userId\` ${rules['userId']}. ${example}`);
  const noPhone = userId !== undefined && (given.from === undefined || fromId !== undefined);
  const phone = noPhone ? undefined : (given.from ?? DEFAULT_CUSTOMER).replace(/^\+/, '');
  if (phone !== undefined && !isPossiblePhone(phone)) throw new ControlError(`\`from\` ${rules['from']}. ${example}`);
  if (phone === number.digits) throw new ControlError('`from` must not be the business number itself.');
  if (phone !== undefined && userId !== undefined) parts.users.link(account, phone, userId);
  const find = () =>
    phone === undefined ? parts.users.byUserId(account, userId ?? '') : parts.users.byPhone(account, phone);
  const { key } = find();
  if (given.name !== undefined || given.username !== undefined) {
    parts.users.rename(key, { name: given.name, username: given.username });
  }
  return find();
}

function contentOf(
  parts: Parts,
  number: BusinessNumber,
  given: Order,
  body: object,
): { type: string; content: Record<string, unknown> } {
  if (given.type === undefined && given.text === undefined) {
    throw new ControlError(`\`text\` or \`type\` is missing. ${example}`);
  }
  const type = given.type ?? 'text';
  const fallback = types[type];
  if (fallback === undefined) {
    throw new ControlError(`\`type\` must be one of ${Object.keys(types).join(', ')}; not "${type}".`);
  }
  if (type === 'text') {
    if (given.text === undefined) throw new ControlError(`\`text\` is missing. ${example}`);
    return { type, content: { text: typeof given.text === 'string' ? { body: given.text } : given.text } };
  }
  const own: unknown = (body as Record<string, unknown>)[type];
  if (own === undefined && fallback === null) {
    throw new ControlError(`\`${type}\` is missing. Send it as Meta does: {"type":"${type}","${type}":{…}}.`);
  }
  if (own !== undefined && (typeof own !== 'object' || own === null)) {
    throw new ControlError(`\`${type}\` must be ${type === 'contacts' ? 'a list' : 'an object'} as Meta sends it.`);
  }
  const object = own ?? fallback ?? {};
  if (type === 'request_welcome') return { type, content: {} };
  if (type === 'unsupported') {
    const errors = [webhookError(131051, 'Message type is currently not supported.')];
    return { type, content: { errors, unsupported: object } };
  }
  return { type, content: { [type]: type in sampleFiles ? withFile(parts, number, type, object) : object } };
}

/** Gives a media object without an id a sample file that can be downloaded. */
function withFile(parts: Parts, number: BusinessNumber, type: string, object: object): object {
  const sample = 'id' in object ? undefined : sampleFiles[type]?.();
  if (sample === undefined) return object;
  const mimeType = sample.mimeType;
  const file = parts.media.receive(number.id, mimeType, sample.bytes);
  return {
    ...(sample.filename === undefined ? {} : { filename: sample.filename }),
    mime_type: mimeType,
    sha256: sha256(sample.bytes, 'base64'),
    id: file.id,
    url: parts.url() + parts.media.downloadPath(file.id),
    ...object,
  };
}
