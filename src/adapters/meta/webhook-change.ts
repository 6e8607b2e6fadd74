import { createHash } from 'node:crypto';
import type { InboundNotice } from '../../domain/inbound.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { Cards } from './identity.ts';
import { object, text, time, usableId } from './json-guards.ts';
import { canonicalJson } from './json-text.ts';

/** One change of one entry, with what its items share. */
export interface Change {
  readonly entryId: string | null;
  /** `entry[].time` as it came; only account and template fields have one. */
  readonly entryTime: Json | undefined;
  readonly field: string;
  readonly value: Json;
  readonly phoneNumberId: string | null;
  /** From `value.contacts[]`. */
  readonly cards: Cards;
  /** Stands in for missing times, epoch milliseconds. */
  readonly receivedAt: number;
}

/** Our number's id, in the three places where a value may name it. Never taken from `display_phone_number`. */
export function phoneNumberIdOf(value: JsonObject | null): string | null {
  return (
    usableId(object(value?.['metadata'])?.['phone_number_id']) ??
    usableId(object(value?.['phone_number_settings'])?.['phone_number_id']) ??
    usableId(object(value?.['recipient'])?.['phone_number_id'])
  );
}

/**
 * Keeps a part of a change, or all of it, as it is. `part` is a whole value, or an element under its own name
 * (`{ messages: [element] }`). It has no id of Meta's, so its key is a hash of what a repeated copy has in common.
 */
export function notice(change: Change, part: Json): InboundNotice {
  const { entryId, entryTime, field, phoneNumberId } = change;
  const value = object(change.value);
  const identity = canonicalJson([entryId, field, phoneNumberId, part, entryTime ?? null]);
  return {
    kind: 'notice',
    key: `n|${createHash('sha256').update(identity).digest('hex')}`,
    phoneNumberId,
    at: time(entryTime) ?? time(value?.['timestamp']) ?? change.receivedAt,
    raw: { field, value: part },
    field,
    // For a partner's events the entry's id is a business portfolio, and the account stands in the value.
    wabaId: usableId(object(value?.['waba_info'])?.['waba_id']) ?? entryId,
    eventType: eventTypeOf(field),
  };
}

function eventTypeOf(field: string): InboundNotice['eventType'] {
  if (/^(message_)?template_/.test(field)) return 'template';
  return /^(account|phone_number|business)_/.test(field) || field === 'security' ? 'account' : 'platform';
}

/** A field name fit for a column and a filter; the true one stands in `raw` only when it is none of Meta's shape. */
export function fieldName(value: Json | undefined): string | null {
  const name = text(value);
  return name !== null && /^\w{1,100}$/.test(name) ? name : null;
}
