import type { InboundItem } from '../../domain/inbound.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { ParsedWebhook } from '../../ports/cloud-api.ts';
import { boundItem, HARMLESS_BODY } from './bounds.ts';
import { indexCards } from './identity.ts';
import { array, object, usableId } from './json-guards.ts';
import { readJson } from './json-text.ts';
import { type Change, fieldName, notice, phoneNumberIdOf } from './webhook-change.ts';
import { readMessage } from './webhook-messages.ts';
import { newsOf } from './webhook-news.ts';
import { readStatus } from './webhook-statuses.ts';

/** Meta sends at most 1,000 updates in 3 MB; this bounds the work that a forged body of the same size could cause. */
const MAX_ITEMS = 50_000;
const MAX_PROBLEMS = 20;

/**
 * Takes a webhook body apart: every entry, every change, every message and status. Never throws. What is understood
 * only in part becomes a notice with its raw text; a problem names what cannot be taken apart at all. What is too large
 * for a row of the event log is cut.
 */
export function parseWebhook(body: Uint8Array, receivedAt: number): ParsedWebhook {
  const { items, problems, whole } = parseUpTo(MAX_ITEMS, body, receivedAt);
  return { items, problems: whole ? problems : [...problems, `more than ${MAX_ITEMS} items`] };
}

/** As `parseWebhook`, but gives up beyond `most` items: `whole` is then false. */
export function parseUpTo(most: number, body: Uint8Array, receivedAt: number): ParsedWebhook & { whole: boolean } {
  const unreadable = (problem: string) => ({ items: [], problems: [problem], whole: true });
  const read = readJson(body);
  if (!read.ok) return unreadable(read.problem);
  const root = object(read.value);
  if (root === null) return unreadable('not a JSON object');
  const entries = array(root['entry']);
  if (entries === null) return unreadable('no list of entries');

  const items = new Items(most, body.byteLength > HARMLESS_BODY);
  const problems: string[] = [];
  const problem = (text: string): void => {
    if (problems.length < MAX_PROBLEMS) problems.push(text);
  };
  for (const [entryIndex, element] of entries.entries()) {
    const entry = object(element);
    // In some of Meta's samples a change lies in its entry without a list around it.
    const changes = array(entry?.['changes']) ?? (entry !== null && 'value' in entry ? [entry] : null);
    if (entry === null || changes === null) {
      problem(`entry[${entryIndex}] holds no list of changes`);
      continue;
    }
    for (const [changeIndex, changed] of changes.entries()) {
      const change = readChange(root, entry, object(changed), receivedAt);
      if (change === null) problem(`entry[${entryIndex}].changes[${changeIndex}] is not an object`);
      else if (!readItems(change, items)) return { items: items.all, problems, whole: false };
    }
  }
  return { items: items.all, problems, whole: true };
}

/** What was found so far, with each item bounded where the body is large enough for one over the bounds. */
class Items {
  readonly all: InboundItem[] = [];
  readonly #most: number;
  readonly #bounded: boolean;

  constructor(most: number, bounded: boolean) {
    this.#most = most;
    this.#bounded = bounded;
  }

  /** False when there is no room. */
  add(item: InboundItem): boolean {
    if (this.all.length >= this.#most) return false;
    this.all.push(this.#bounded ? boundItem(item) : item);
    return true;
  }
}

/** `field` belongs into the change; samples of Meta's have it beside `changes` or inside `value`. */
function readChange(root: JsonObject, entry: JsonObject, change: JsonObject | null, receivedAt: number): Change | null {
  if (change === null) return null;
  // Without a value the change itself is what there is to keep.
  const value = change['value'] ?? change;
  const inside = object(value);
  return {
    entryId: usableId(entry['id']),
    entryTime: entry['time'],
    field:
      fieldName(change['field']) ??
      fieldName(inside?.['field']) ??
      fieldName(entry['field']) ??
      fieldName(root['field']) ??
      (array(inside?.['messages']) !== null || array(inside?.['statuses']) !== null ? 'messages' : 'unknown'),
    value,
    phoneNumberId: phoneNumberIdOf(inside),
    cards: indexCards(inside?.['contacts']),
    receivedAt,
  };
}

/** Members of a `messages` value that say something about the others and nothing by themselves. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['messaging_product', 'metadata', 'contacts', 'field']);

/** Adds a change's items; false when there is no room for all of them. */
function readItems(change: Change, items: Items): boolean {
  const value = object(change.value);
  if (change.field !== 'messages' || value === null) {
    const news = newsOf(change);
    return items.add({ ...notice(change, change.value), ...(news.length > 0 && { news }) });
  }
  const before = items.all.length;
  const rest: { [key: string]: Json } = {};
  for (const key of Object.keys(value)) {
    const member = value[key] ?? null;
    const elements = array(member);
    if (elements !== null && (key === 'messages' || key === 'statuses')) {
      const read = key === 'messages' ? readMessage : readStatus;
      for (const element of elements) if (!items.add(read(change, element))) return false;
    } else if (!SURROUNDINGS.has(key) && elements?.length !== 0) {
      // By definition, not assignment: a key named `__proto__` stays a key.
      Object.defineProperty(rest, key, { value: member, enumerable: true, configurable: true, writable: true });
    }
  }
  // Errors of the account, ad clicks, hand-over summaries and what comes after this release: kept whole when alone.
  if (items.all.length === before) return items.add(notice(change, change.value));
  return Object.keys(rest).length === 0 || items.add(notice(change, rest));
}
