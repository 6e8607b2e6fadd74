import type { BusinessNumber } from './accounts.ts';
import { inboundValue, unixSeconds } from './events.ts';
import { wamid } from './ids.ts';
import { announce, type Parts } from './parts.ts';
import type { User } from './users.ts';

/** What a user sends: a type, and the type's object under its own name. */
export interface InboundMessage {
  type: string;
  content: Readonly<Record<string, unknown>>;
  /** The wamid of the quoted message. */
  repliesTo?: string | undefined;
  referral?: object | undefined;
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
  parts.messages.set(id, { numberId: number.id, direction: 'inbound', type: message.type });
  // Meta: a change of number or id is told as a `system` message, which is no message of the user's and has no contact.
  const fromUser = message.type !== 'system';
  if (fromUser) parts.windows.open(number.id, user.key);
  const context = message.repliesTo === undefined ? undefined : quote(parts, number, user, message.repliesTo);
  const value = inboundValue(
    number,
    user,
    {
      id,
      timestamp: unixSeconds(Date.now()),
      ...(context === undefined ? {} : { context }),
      type: message.type,
      ...message.content,
      ...(message.referral === undefined ? {} : { referral: message.referral }),
    },
    fromUser,
  );
  const copies = message.copies ?? 1;
  return { id, delivered: announce(parts, number.account, { field: 'messages', value, copies }) };
}

/** Meta: `context.from` is whoever wrote the quoted message. */
function quote(parts: Parts, number: BusinessNumber, user: User, quoted: string): object {
  const fromUser = parts.messages.get(quoted)?.direction === 'inbound';
  const from = fromUser ? user.phone : number.digits;
  return { ...(from === undefined ? {} : { from }), id: quoted };
}
