/** One change as Meta announces it, on its way into a webhook. */
export interface Change {
  wabaId: string;
  field: string;
  value: unknown;
  /** `entry.time`, Unix seconds: only on template and account fields. */
  time?: number | undefined;
}

interface Entry {
  id: string;
  time?: number;
  changes: { value: unknown; field: string }[];
}

/** Meta's envelope around one change. */
export function envelopeOf(change: Change): object {
  return { object: 'whatsapp_business_account', entry: [entryOf(change)] };
}

/**
 * Meta's envelope around several changes, in this order. `random` chooses how each joins the one before it, since Meta
 * does it in every way: an entry of its own, a change of its own, or one more item in the same `value`.
 */
export function batchOf(changes: readonly Change[], random: () => number): object {
  const entries: Entry[] = [];
  for (const change of changes) {
    const way = Math.floor(random() * 3);
    const last = entries.at(-1);
    const joins = way > 0 && last !== undefined && last.id === change.wabaId && last.time === change.time;
    if (!joins) {
      entries.push(entryOf(change));
      continue;
    }
    const before = last.changes.at(-1);
    const merged = way === 2 && before?.field === change.field ? merge(before.value, change.value) : undefined;
    if (merged === undefined || before === undefined) last.changes.push({ value: change.value, field: change.field });
    else before.value = merged;
  }
  return { object: 'whatsapp_business_account', entry: entries };
}

function entryOf({ wabaId, field, value, time }: Change): Entry {
  return { id: wabaId, ...(time === undefined ? {} : { time }), changes: [{ value, field }] };
}

const listKeys = ['messages', 'statuses'];
const plainKeys = new Set(['messaging_product', 'metadata', 'contacts', ...listKeys]);

/** Both in one `value`; undefined unless they are of the same number and hold the same kind of list, and no more. */
function merge(left: unknown, right: unknown): object | undefined {
  if (!isObject(left) || !isObject(right)) return undefined;
  if (![...Object.keys(left), ...Object.keys(right)].every((key) => plainKeys.has(key))) return undefined;
  if (JSON.stringify(left['metadata']) !== JSON.stringify(right['metadata'])) return undefined;
  const key = listKeys.find((one) => Array.isArray(left[one]) && Array.isArray(right[one]));
  if (key === undefined) return undefined;
  const contacts = new Map(
    [...listOf(left['contacts']), ...listOf(right['contacts'])].map((one) => [JSON.stringify(one), one]),
  );
  return {
    ...left,
    ...(contacts.size === 0 ? {} : { contacts: [...contacts.values()] }),
    [key]: [...listOf(left[key]), ...listOf(right[key])],
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
