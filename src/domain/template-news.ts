import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** What a webhook about a template tells. `OTHER` is what this release does not know: its raw value says more. */
export const TEMPLATE_CHANGES = ['STATUS', 'QUALITY', 'CATEGORY', 'CORRECT_CATEGORY', 'COMPONENTS', 'OTHER'] as const;
export type TemplateChange = (typeof TEMPLATE_CHANGES)[number];

/** A template webhook, read. Everything but `change` and `at` is null when it was not told. */
export interface TemplateNews {
  readonly change: TemplateChange;
  /** Epoch milliseconds by Meta's clock. */
  readonly at: number;
  readonly templateId: string | null;
  readonly name: string | null;
  readonly language: string | null;
  /** The status it has from now on: APPROVED, REJECTED, PAUSED … */
  readonly status: string | null;
  /** INVALID_FORMAT …, or the kind of pause: FIRST_PAUSE, SECOND_PAUSE, RATE_LIMITING_PAUSE. */
  readonly reason: string | null;
  /** Why, in Meta's words. */
  readonly details: string | null;
  /** Epoch milliseconds. */
  readonly pausedUntil: number | null;
  readonly quality: string | null;
  readonly previousQuality: string | null;
  readonly category: string | null;
  readonly previousCategory: string | null;
  /** The category that Meta finds right. */
  readonly correctCategory: string | null;
  /** When Meta changes the category to that one, epoch milliseconds. */
  readonly categoryChangesAt: number | null;
  readonly texts: TemplateTexts | null;
}

/** The words of a template as a webhook tells them; null for a part that it does not name. */
export interface TemplateTexts {
  readonly header: string | null;
  readonly body: string | null;
  readonly footer: string | null;
  readonly buttons: readonly TemplateButtonTexts[] | null;
}

export interface TemplateButtonTexts {
  readonly type: string;
  readonly text: string | null;
  readonly url: string | null;
  readonly phoneNumber: string | null;
}

const HOUR_MS = 60 * 60 * 1000;
/** Meta: the first pause of a template is 3 hours long, the second 6; the third time it is disabled. */
const PAUSE_MS: ReadonlyMap<string, number> = new Map([
  ['FIRST_PAUSE', 3 * HOUR_MS],
  ['SECOND_PAUSE', 6 * HOUR_MS],
]);
/** Events that name what happened and not the status that follows. */
const STATUS_OF_EVENT: ReadonlyMap<string, string> = new Map([
  ['REINSTATED', 'APPROVED'],
  ['UNARCHIVED', 'APPROVED'],
]);
const TEXT_LIMIT = 2_048;
const MOST_BUTTONS = 10;

/**
 * Reads the value of a template webhook; never throws. What it tells is found by its members and not by its field's
 * name, since samples of Meta's have the one under the other.
 */
export function templateNewsOf(value: Json, at: number): TemplateNews {
  const given = isJsonObject(value) ? value : {};
  const news = {
    change: 'OTHER' as const,
    at,
    templateId: idOf(given['message_template_id']),
    name: text(given['message_template_name']),
    language: text(given['message_template_language']),
    status: null,
    reason: null,
    details: null,
    pausedUntil: null,
    quality: null,
    previousQuality: null,
    category: word(given['message_template_category']),
    previousCategory: null,
    correctCategory: null,
    categoryChangesAt: null,
    texts: null,
  };
  const quality = word(given['new_quality_score']);
  if (quality !== null) {
    return { ...news, change: 'QUALITY', quality, previousQuality: word(given['previous_quality_score']) };
  }
  const event = word(given['event']);
  if (event !== null) return { ...news, change: 'STATUS', ...statusOf(given, event, at) };
  const category = word(given['new_category']) ?? word(given['category']) ?? news.category;
  const correctCategory = word(given['correct_category']);
  if (correctCategory !== null) {
    const categoryChangesAt = timeOf(given['category_update_timestamp']);
    return { ...news, change: 'CORRECT_CATEGORY', category, correctCategory, categoryChangesAt };
  }
  const previousCategory = word(given['previous_category']);
  if (word(given['new_category']) !== null) return { ...news, change: 'CATEGORY', category, previousCategory };
  const texts = textsOf(given);
  return texts === null ? news : { ...news, change: 'COMPONENTS', texts };
}

function statusOf(given: JsonObject, event: string, at: number) {
  const status = STATUS_OF_EVENT.get(event) ?? event;
  const other = objectOf(given['other_info']);
  const rejection = objectOf(given['rejection_info']);
  const reason = word(given['reason']);
  const title = word(other['title']);
  const told = [other['description'], rejection['reason'], rejection['recommendation']].flatMap(
    (one) => text(one) ?? [],
  );
  const pause = status === 'PAUSED' && title !== null ? PAUSE_MS.get(title) : undefined;
  return {
    status,
    reason: reason === null || reason === 'NONE' ? title : reason,
    details: told.length === 0 ? null : told.join(' ').slice(0, TEXT_LIMIT),
    pausedUntil: pause === undefined ? null : at + pause,
  };
}

/** Null when it holds no words. */
function textsOf(given: JsonObject): TemplateTexts | null {
  const buttons = given['message_template_buttons'];
  const texts = {
    header: text(given['message_template_title']),
    body: text(given['message_template_element']),
    footer: text(given['message_template_footer']),
    buttons: isList(buttons) ? buttons.filter(isJsonObject).slice(0, MOST_BUTTONS).map(buttonOf) : null,
  };
  return Object.values(texts).some((one) => one !== null) ? texts : null;
}

/** Meta writes their members with and without a prefix. */
function buttonOf(button: JsonObject): TemplateButtonTexts {
  const member = (name: string) => text(button[`message_template_button_${name}`] ?? button[name]);
  return {
    type: (member('type') ?? '').toUpperCase(),
    text: member('text'),
    url: member('url'),
    phoneNumber: member('phone_number'),
  };
}

/** An id comes as a JSON integer; one that a double cannot hold has been kept as its digits. */
function idOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;
}

/** One of Meta's words, in capitals. */
function word(value: Json | undefined): string | null {
  return typeof value === 'string' && /^\w{1,64}$/.test(value) ? value.toUpperCase() : null;
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, TEXT_LIMIT) : null;
}

/** Seconds since 1970, as an integer or its digits → epoch milliseconds; null outside the years 2001–2100. */
function timeOf(value: Json | undefined): number | null {
  const seconds = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return seconds >= 1_000_000_000 && seconds < 4_102_444_800 ? Math.trunc(seconds * 1000) : null;
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
