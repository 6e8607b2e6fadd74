import type { Identity, IdentityChange } from '../../domain/contact.ts';
import { NOBODY } from '../../domain/contact.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { SystemContent } from '../../domain/message.ts';
import { phoneOf, userIdOf } from './identity.ts';
import { object, shortText, text } from './json-guards.ts';

/** UTF-16 units of Meta's sentence and of its names. */
const BODY_LIMIT = 4_096;
const NAME_LIMIT = 512;

/** `customer_changed_number` was the name in older versions, with the new number in `new_wa_id`. */
const NUMBER_CHANGES: ReadonlySet<string> = new Set(['user_changed_number', 'customer_changed_number']);
const USER_ID_CHANGE = 'user_changed_user_id';

/** What a system message tells; null when it does not name its news. */
export function systemContent(system: JsonObject, message: JsonObject): SystemContent | null {
  const change = shortText(system['type'], NAME_LIMIT);
  if (change === null) return null;
  const identity = object(system['identity']) ?? object(message['identity']);
  return {
    kind: 'system',
    change,
    body: shortText(system['body'], BODY_LIMIT),
    phone: phoneOf(system['wa_id']) ?? phoneOf(system['new_wa_id']),
    userId: userIdOf(system['user_id']),
    parentUserId: userIdOf(system['parent_user_id']),
    previousUserId: userIdOf(system['previous_user_id']),
    previousParentUserId: userIdOf(system['previous_parent_user_id']),
    identity: identity && {
      hash: shortText(identity['hash'], NAME_LIMIT),
      createdAt: shortText(identity['created_timestamp'], NAME_LIMIT) ?? wholeNumber(identity['created_timestamp']),
    },
  };
}

/** Whose ids change and to what; null for other news, and for what names nobody or no other id. */
export function identityChange(content: SystemContent, message: JsonObject): IdentityChange | null {
  const { change, phone, userId, parentUserId, previousUserId, previousParentUserId } = content;
  const ofNumber = NUMBER_CHANGES.has(change);
  if (!ofNumber && change !== USER_ID_CHANGE) return null;
  const from = phoneOf(message['from']);
  const writer = userIdOf(message['from_user_id']) ?? userIdOf(message['from']);
  const parent = userIdOf(message['from_parent_user_id']);
  const before: Identity = {
    ...NOBODY,
    // Of a changed number only the old one says who it was.
    phone: ofNumber && from === phone ? null : from,
    userId: previousUserId ?? (writer === userId && ofNumber ? null : writer),
    parentUserId: previousParentUserId ?? parent,
  };
  // Another user id leaves the phone as it is.
  const after: Identity = { ...NOBODY, phone: phone ?? (ofNumber ? null : from), userId, parentUserId };
  const told = ofNumber ? phone !== null || userId !== null : userId !== null;
  const known = before.phone !== null || before.userId !== null || before.parentUserId !== null;
  return told && known ? { before, after } : null;
}

function wholeNumber(value: JsonObject[string] | undefined): string | null {
  return typeof value === 'number' ? String(value) : text(value);
}
