import type { Identity } from '../../domain/contact.ts';
import { NOBODY } from '../../domain/contact.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { array, object, shortText, usableId } from './json-guards.ts';

/**
 * A phone as Meta writes it in webhooks (digits, mostly without `+`) in E.164. Null for anything else, such as a group
 * id. E.164 ends at 15 digits; some more are let through, since Meta is the judge of its own ids.
 */
export function phoneOf(value: Json | undefined): string | null {
  const digits = /^\+?(\d{5,20})$/.exec(usableId(value) ?? '')?.[1];
  return digits === undefined ? null : `+${digits}`;
}

/** A business-scoped user id: country, full stop, up to 128 characters (`US.…`; `US.ENT.…` for a parent id). */
export function userIdOf(value: Json | undefined): string | null {
  const id = usableId(value);
  return id !== null && /^[A-Z]{2}\.[\w.-]{1,140}$/.test(id) ? id : null;
}

/** A name goes into every event of its person; WhatsApp's own end far below. */
const NAME_LIMIT = 512;

/** What the item itself says about somebody. Since 2026 any of the three may be missing. */
export interface Mentioned {
  readonly phone: string | null;
  readonly userId: string | null;
  readonly parentUserId: string | null;
}

/**
 * The elements of one `contacts[]`, found in constant time: a hostile body may hold ten thousand beside as many items.
 */
export interface Cards {
  readonly byPhone: ReadonlyMap<string, JsonObject>;
  readonly byUserId: ReadonlyMap<string, JsonObject>;
  /** The card, when there is exactly one. */
  readonly only: JsonObject | null;
}

export function indexCards(contacts: Json | undefined): Cards {
  const byPhone = new Map<string, JsonObject>();
  const byUserId = new Map<string, JsonObject>();
  const list = array(contacts) ?? [];
  for (const element of list) {
    const card = object(element);
    const phone = phoneOf(card?.['wa_id']);
    const userId = userIdOf(card?.['user_id']);
    if (card !== null && phone !== null) byPhone.set(phone, card);
    if (card !== null && userId !== null) byUserId.set(userId, card);
  }
  return { byPhone, byUserId, only: list.length === 1 ? object(list[0]) : null };
}

/**
 * Whom an item mentions, completed from the `contacts[]` beside it: the card with the same phone, else the one with the
 * same user id, else the only card when the item names nobody. What the item says wins over its card.
 */
export function identify(mentioned: Mentioned, cards: Cards): Identity {
  const card = cardOf(mentioned, cards);
  if (card === null) return { ...NOBODY, ...mentioned };
  const profile = object(card['profile']);
  return {
    phone: mentioned.phone ?? phoneOf(card['wa_id']),
    userId: mentioned.userId ?? userIdOf(card['user_id']),
    parentUserId: mentioned.parentUserId ?? userIdOf(card['parent_user_id']),
    username: shortText(profile?.['username'], NAME_LIMIT),
    name: shortText(profile?.['name'], NAME_LIMIT),
  };
}

function cardOf({ phone, userId }: Mentioned, cards: Cards): JsonObject | null {
  if (phone === null && userId === null) return cards.only;
  return (
    (phone === null ? undefined : cards.byPhone.get(phone)) ??
    (userId === null ? undefined : cards.byUserId.get(userId)) ??
    null
  );
}
