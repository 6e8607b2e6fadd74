import type { BusinessNumber } from './accounts.ts';
import { inboundValue, unixSeconds } from './events.ts';
import { wamid } from './ids.ts';
import { announce, type Parts } from './parts.ts';
import { shownObject } from './phone-content.ts';
import type { User } from './users.ts';

/** What a user sends: a type, and the type's object under its own name. */
export interface InboundMessage {
  type: string;
  content: Readonly<Record<string, unknown>>;
  /** The wamid of the quoted message. */
  repliesTo?: string | undefined;
  /** Joins what `repliesTo` makes: forwarded, frequently_forwarded, referred_product. */
  context?: object | undefined;
  referral?: object | undefined;
  errors?: readonly object[] | undefined;
  /** Milliseconds since 1970. Default: now. */
  at?: number | undefined;
  copies?: number | undefined;
}

/**
 * A user writes to a business number: opens the customer-service window and announces the message. Returns its wamid
 * at once; `delivered` resolves after the first delivery attempt.
 */
export function receive(
  parts: Parts,
  number: BusinessNumber,
  user: User,
  message: InboundMessage,
): { id: string; delivered: Promise<void> } {
  const id = wamid(user.phone ?? user.userId, 'inbound');
  parts.messages.set(id, { numberId: number.id, direction: 'inbound', type: message.type, userKey: user.key });
  showOwn(parts, number, user, id, message);
  // Meta: a change of number or id is told as a `system` message, which is no message of the user's and has no contact.
  const fromUser = message.type !== 'system';
  if (fromUser) parts.windows.open(number.id, user.key);
  if (message.referral !== undefined) parts.entryPoints.arrive(number.id, user.key);
  const context = {
    ...(message.repliesTo === undefined ? {} : quote(parts, number, user, message.repliesTo)),
    ...message.context,
  };
  const value = inboundValue(
    number,
    user,
    {
      id,
      timestamp: unixSeconds(message.at ?? Date.now()),
      ...(Object.keys(context).length === 0 ? {} : { context }),
      type: message.type,
      ...message.content,
      ...(message.referral === undefined ? {} : { referral: message.referral }),
      ...(message.errors === undefined ? {} : { errors: message.errors }),
    },
    fromUser,
  );
  // Meta: whom the business has blocked does not reach it.
  if (parts.blocked.has(number.id, user.key)) return { id, delivered: Promise.resolve() };
  const copies = message.copies ?? 1;
  return { id, delivered: announce(parts, number.account, { field: 'messages', value, copies }) };
}

/** What a person writes stands on their phone at once. */
function showOwn(parts: Parts, number: BusinessNumber, user: User, id: string, message: InboundMessage): void {
  const { content, repliesTo = null, type } = message;
  const own = content[type];
  const about = (key: string) => {
    const value = typeof own === 'object' && own !== null ? (own as Record<string, unknown>)[key] : undefined;
    return typeof value === 'string' ? value : '';
  };
  if (type === 'reaction') parts.phones.react(number.id, user.key, 'person', about('message_id'), about('emoji'));
  else if (type === 'revoke') parts.phones.delete(number.id, user.key, about('original_message_id'));
  else if (type !== 'system' && type !== 'request_welcome') {
    const shown = { id, from: 'person', type, content: shownObject(type, own), quotes: repliesTo } as const;
    parts.phones.show(number.id, user.key, shown);
  }
}

/** Meta: `context.from` is whoever wrote the quoted message. */
function quote(parts: Parts, number: BusinessNumber, user: User, quoted: string): object {
  const fromUser = parts.messages.get(quoted)?.direction === 'inbound';
  const from = fromUser ? user.phone : number.digits;
  return { ...(from === undefined ? {} : { from }), id: quoted };
}
