import type { InboundMessage, InboundNotice } from '../../domain/inbound.ts';
import type { Json } from '../../domain/json.ts';
import { identify, phoneOf, userIdOf } from './identity.ts';
import { object, time, usableId } from './json-guards.ts';
import { type Change, notice } from './webhook-change.ts';
import { contentOf } from './webhook-content.ts';
import { entryPointOf } from './webhook-news.ts';
import { originOf } from './webhook-origin.ts';
import { identityChange } from './webhook-system.ts';

/** An element of `messages[]`. Only its id is needed; without one, or without our number, it is kept as a notice. */
export function readMessage(change: Change, element: Json): InboundMessage | InboundNotice {
  const { phoneNumberId } = change;
  const message = object(element);
  const whatsappId = usableId(message?.['id']);
  if (message === null || whatsappId === null || phoneNumberId === null) return notice(change, { messages: [element] });
  const { type, content } = contentOf(message);
  const origin = originOf(message);
  const other = content.kind === 'system' ? identityChange(content, message) : null;
  return {
    kind: 'message',
    key: `m|${phoneNumberId}|${whatsappId}`,
    phoneNumberId,
    at: time(message['timestamp']) ?? change.receivedAt,
    raw: message,
    whatsappId,
    from: identify(
      {
        phone: phoneOf(message['from']),
        userId: userIdOf(message['from_user_id']) ?? userIdOf(message['from']),
        parentUserId: userIdOf(message['from_parent_user_id']),
      },
      change.cards,
    ),
    ...(other !== null && { change: other }),
    type,
    content,
    // A forwarded message has a context without an id.
    replyTo: usableId(object(message['context'])?.['id']),
    ...entryPointOf(message),
    ...(origin !== null && { origin }),
  };
}
