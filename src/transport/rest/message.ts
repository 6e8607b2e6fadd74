import type { IncomingHttpHeaders } from 'node:http';
import type { SendCommand } from '../../application/send.ts';
import { invalidInput } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';
import { type BodyReader, isAbsent } from './body.ts';
import { type CommonMessage, configShape, contextShape, envelopeShape, recipientShape } from './shapes.ts';

/** The two halves of a body. A body without `message` is INVALID_INPUT, with a word on what was probably meant. */
export function readEnvelope(reader: BodyReader, body: unknown): { message: unknown; whatsappConfig: unknown } {
  if (isJsonObject(body) && isAbsent(body['message']) && !isAbsent(body['to'])) {
    throw invalidInput('message', '`message` is missing; you sent `to` beside it.', 'Put `to` inside `message`.');
  }
  const { message, whatsappConfig } = reader.read(envelopeShape, body, '', ['message']);
  return { message, whatsappConfig };
}

/** What both routes have in common, from the message, the credentials beside it and the headers. INVALID_INPUT. */
export function readCommon(
  reader: BodyReader,
  message: CommonMessage,
  whatsappConfig: unknown,
  headers: IncomingHttpHeaders,
): SendCommand {
  reader.noteUnknown(contextShape, message.context, 'message.context');
  const idempotencyKey = headers['idempotency-key'];
  return {
    to: readRecipient(reader, message.to),
    from: orNull(message.from),
    replyTo: orNull(message.replyTo) ?? orNull(message.context?.message_id),
    reference: orNull(message.reference) ?? orNull(message.biz_opaque_callback_data),
    // A repeated header arrives joined, or as a list: neither is the key of one call.
    idempotencyKey: Array.isArray(idempotencyKey) ? idempotencyKey.join(', ') : (idempotencyKey ?? null),
    credentials: readCredentials(reader, whatsappConfig),
    wait: !prefersAsync(headers),
    expiresInSeconds: message.expiresIn ?? null,
  };
}

/** True for `Prefer: respond-async` (RFC 7240), alone or among others. */
export function prefersAsync(headers: IncomingHttpHeaders): boolean {
  const prefer = headers['prefer'];
  const text = Array.isArray(prefer) ? prefer.join(',') : (prefer ?? '');
  return text.split(',').some((part) => part.split(';')[0]?.trim().toLowerCase() === 'respond-async');
}

function readRecipient(reader: BodyReader, to: CommonMessage['to']): SendCommand['to'] {
  if (typeof to === 'string') return { phone: to };
  if (typeof to === 'number') {
    if (Number.isSafeInteger(to) && to > 0) return { phone: String(to) };
    throw invalidInput('message.to', 'This number is not a phone number.', 'Send the number as text.');
  }
  reader.noteUnknown(recipientShape, to, 'message.to');
  const phone = orNull(to?.phone);
  const userId = orNull(to?.userId);
  if (phone !== null && userId === null) return { phone };
  if (userId !== null && phone === null) return { userId };
  throw invalidInput('message.to', 'A recipient object has one of `phone` and `userId`.');
}

/**
 * Null and `{}` count as absent. Anything else must hold both fields: a half is never completed from the master's, which
 * would send in another's name.
 */
export function readCredentials(reader: BodyReader, given: unknown): SendCommand['credentials'] {
  if (given === undefined || given === null) return null;
  if (isJsonObject(given) && Object.values(given).every((value) => value === null)) return null;
  const { accessToken, phoneNumberId } = reader.read(configShape, given, 'whatsappConfig', [
    'accessToken',
    'phoneNumberId',
  ]);
  return { accessToken: accessToken ?? '', phoneNumberId: phoneNumberId ?? '' };
}

/** Old callers send an empty text for "nothing". */
export function orNull(value: string | null | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : value;
}
