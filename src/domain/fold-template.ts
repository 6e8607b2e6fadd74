import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { TemplateButtonTexts, TemplateNews, TemplateTexts } from './template-news.ts';
import type { Template } from './tenant.ts';

/**
 * What webhooks told of a template, kept beside what Meta's list says of it: of each kind the newest by Meta's clock, so
 * that neither their order nor a repetition counts.
 */
export interface TemplateTold {
  readonly status?: {
    readonly at: number;
    readonly status: string;
    readonly reason: string | null;
    readonly details: string | null;
    readonly pausedUntil: number | null;
  };
  readonly quality?: { readonly at: number; readonly quality: string };
  readonly category?: { readonly at: number; readonly category: string; readonly previousCategory: string | null };
  readonly correct?: { readonly at: number; readonly correctCategory: string; readonly changesAt: number | null };
  readonly texts?: { readonly at: number; readonly texts: TemplateTexts };
}

/** A template of the list, and what was told of it. */
export interface KeptTemplate {
  readonly listed: Template;
  /** When Meta was asked for the list, epoch milliseconds; 0 when it never was. */
  readonly listedAt: number;
  /** When it was made by us, epoch milliseconds; 0 when it was made elsewhere. */
  readonly madeAt: number;
  readonly told: TemplateTold;
}

/** How far Meta's list may lag behind its webhooks, or our clock before Meta's: so young, what was told counts more. */
const LIST_LAG_MS = 60_000;

/** How far along a status is. Meta's times are whole seconds: of two in one second the further one is the later. */
const STATUS_RANK: ReadonlyMap<string, number> = new Map(
  ['PENDING', 'IN_APPEAL', 'APPROVED', 'REJECTED', 'FLAGGED', 'PAUSED', 'DISABLED', 'PENDING_DELETION', 'DELETED'].map(
    (status, rank) => [status, rank],
  ),
);

/** Adds a piece of news. The same object when it is none: older than what is known, or of no kind that is kept. */
export function foldTemplateNews(told: TemplateTold, news: TemplateNews): TemplateTold {
  const { at, status, quality, category, correctCategory, texts } = news;
  if (status !== null) {
    const { reason, details, pausedUntil } = news;
    const fresh = { at, status, reason, details, pausedUntil };
    return isLater(fresh, told.status, statusRank) ? { ...told, status: fresh } : told;
  }
  if (quality !== null) {
    const fresh = { at, quality };
    return isLater(fresh, told.quality) ? { ...told, quality: fresh } : told;
  }
  if (correctCategory !== null) {
    const fresh = { at, correctCategory, changesAt: news.categoryChangesAt };
    return isLater(fresh, told.correct) ? { ...told, correct: fresh } : told;
  }
  if (news.change === 'CATEGORY' && category !== null) {
    const fresh = { at, category, previousCategory: news.previousCategory };
    return isLater(fresh, told.category) ? { ...told, category: fresh } : told;
  }
  if (texts === null) return told;
  const fresh = { at, texts };
  return isLater(fresh, told.texts) ? { ...told, texts: fresh } : told;
}

/** The template as it stands: what the list says, unless something later was told. */
export function templateAsItStands({ listed, listedAt, told }: KeptTemplate): Template {
  const counts = <T extends { readonly at: number }>(one: T | undefined) =>
    one !== undefined && one.at > listedAt - LIST_LAG_MS ? one : undefined;
  const status = counts(told.status)?.status ?? listed.status;
  // Why it is paused or rejected stands in no list, so it counts for as long as it still is.
  const why = told.status?.status === status ? told.status : undefined;
  const moved = counts(told.category);
  const category = moved?.category ?? listed.category;
  const listedCorrect = listed.correctCategory ?? null;
  const hint = told.correct !== undefined && told.correct.at > (told.category?.at ?? 0) ? told.correct : undefined;
  const correctCategory = hint?.correctCategory ?? listedCorrect;
  const misplaced = correctCategory !== category;
  // The list has every part in full, so here it counts as soon as it was asked for later.
  const texts = told.texts !== undefined && told.texts.at > listedAt ? told.texts.texts : null;
  const times = Object.values(told).map(({ at }) => at);
  return {
    ...listed,
    status,
    category,
    components: texts === null ? listed.components : withTexts(listed.components, texts),
    quality: counts(told.quality)?.quality ?? listed.quality ?? null,
    subCategory: listed.subCategory ?? null,
    previousCategory: moved?.previousCategory ?? listed.previousCategory ?? null,
    correctCategory: misplaced ? correctCategory : null,
    categoryChangesAt: misplaced ? isoTime(hint?.changesAt ?? null) : null,
    rejectedReason: (status === 'REJECTED' ? why?.reason : null) ?? listed.rejectedReason ?? null,
    statusDetails: why?.details ?? why?.reason ?? null,
    pausedUntil: isoTime(why?.pausedUntil ?? null),
    updatedAt: isoTime(times.length === 0 ? null : Math.max(...times)),
    syncedAt: isoTime(listedAt === 0 ? null : listedAt),
  };
}

/** What a list changed. `changed` counts those whose entry reads otherwise than in the list before. */
export interface TemplateListChanges {
  readonly put: readonly Template[];
  /** Ids. */
  readonly removed: readonly string[];
  readonly added: number;
  readonly changed: number;
}

/** Compares a list that Meta was asked for at `askedAt` with the entries that are kept. */
export function compareTemplateLists(
  kept: readonly Pick<KeptTemplate, 'listed' | 'madeAt'>[],
  fetched: readonly Template[],
  askedAt: number,
): TemplateListChanges {
  const before = new Map(kept.map(({ listed }) => [listed.id, JSON.stringify(listed)]));
  // Meta may name one on two pages, when something changed between them.
  const after = new Map(fetched.map((template) => [template.id, template]));
  const put = [...after.values()].filter((template) => before.get(template.id) !== JSON.stringify(template));
  const added = put.filter(({ id }) => !before.has(id)).length;
  // One that was made a moment ago may not stand in the list yet.
  const gone = kept.filter(({ listed, madeAt }) => !after.has(listed.id) && madeAt <= askedAt - LIST_LAG_MS);
  return { put, removed: gone.map(({ listed }) => listed.id), added, changed: put.length - added };
}

function isLater<T extends { readonly at: number }>(
  fresh: T,
  known: T | undefined,
  rank: (one: T) => number = () => 0,
) {
  if (known === undefined || fresh.at !== known.at) return known === undefined || fresh.at > known.at;
  // Any fixed order does for the rest, so that no order of arrival decides.
  return rank(fresh) === rank(known) ? JSON.stringify(fresh) > JSON.stringify(known) : rank(fresh) > rank(known);
}

function statusRank({ status }: { readonly status: string }): number {
  return STATUS_RANK.get(status) ?? STATUS_RANK.size;
}

/** Replaces the words of the parts that are there. Parts that come or go are told by the list alone. */
function withTexts(components: readonly Json[], { header, body, footer, buttons }: TemplateTexts): readonly Json[] {
  return components.map((component) => {
    if (!isJsonObject(component)) return component;
    const type = upper(component['type']);
    const isText = type === 'BODY' || type === 'FOOTER' || upper(component['format']) === 'TEXT';
    const text = type === 'BODY' ? body : type === 'FOOTER' ? footer : type === 'HEADER' ? header : null;
    if (text !== null && isText) return { ...component, text };
    const own = component['buttons'];
    if (type !== 'BUTTONS' || !isList(own) || buttons === null || own.length !== buttons.length) return component;
    return { ...component, buttons: own.map((button, at) => withButtonTexts(button, buttons[at])) };
  });
}

function withButtonTexts(button: Json, told: TemplateButtonTexts | undefined): Json {
  if (!isJsonObject(button) || told === undefined || upper(button['type']) !== told.type) return button;
  const given: JsonObject = {
    ...(told.text !== null && { text: told.text }),
    ...(told.url !== null && { url: told.url }),
    ...(told.phoneNumber !== null && { phone_number: told.phoneNumber }),
  };
  return { ...button, ...given };
}

function upper(value: Json | undefined): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isoTime(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
