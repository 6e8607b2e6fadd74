import type { Json, JsonObject } from '../../domain/json.ts';
import type { EntrySource, PersonNews } from '../../domain/window.ts';
import { identify, phoneOf, userIdOf } from './identity.ts';
import { array, object, time } from './json-guards.ts';
import type { Change } from './webhook-change.ts';

/** Meta sends at most 1,000 updates in one body; a forged one shall cause no more work than that. */
const MOST_NEWS = 1_000;

/**
 * What a change of another field than `messages` tells of people: that they called, or that they stopped or allowed
 * marketing messages. Empty for every other field, and for elements that say neither. The change itself is kept whole.
 */
export function newsOf(change: Change): readonly PersonNews[] {
  const value = object(change.value);
  if (value === null || change.phoneNumberId === null) return [];
  if (change.field === 'calls') return elements(value['calls']).flatMap((call) => callOf(change, call));
  if (change.field !== 'user_preferences') return [];
  return elements(value['user_preferences']).flatMap((preference) => preferenceOf(change, preference));
}

function elements(list: Json | undefined): JsonObject[] {
  return (array(list) ?? [])
    .slice(0, MOST_NEWS)
    .map(object)
    .filter((element) => element !== null);
}

/** A call that the person began. Its end tells of its beginning. */
function callOf(change: Change, call: JsonObject): PersonNews[] {
  if (call['direction'] !== 'USER_INITIATED') return [];
  const from = {
    phone: phoneOf(call['from']),
    userId: userIdOf(call['from_user_id']) ?? userIdOf(call['from']),
    parentUserId: userIdOf(call['from_parent_user_id']),
  };
  const at = time(call['start_time']) ?? time(call['timestamp']) ?? change.receivedAt;
  return [{ kind: 'called', who: identify(from, change.cards), at }];
}

function preferenceOf(change: Change, preference: JsonObject): PersonNews[] {
  const { category, value } = preference;
  if (category !== 'marketing_messages' || (value !== 'stop' && value !== 'resume')) return [];
  const who = {
    phone: phoneOf(preference['wa_id']),
    userId: userIdOf(preference['user_id']),
    parentUserId: userIdOf(preference['parent_user_id']),
  };
  const at = time(preference['timestamp']) ?? change.receivedAt;
  return [{ kind: 'marketing', who: identify(who, change.cards), at, wanted: value === 'resume' }];
}

/** What led the person to write, from the `referral` of any message. */
export function entryPointOf(message: JsonObject): { readonly entryPoint?: EntrySource } {
  const source = object(message['referral'])?.['source_type'];
  return source === 'ad' || source === 'post' ? { entryPoint: source } : {};
}
