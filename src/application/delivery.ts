import { invalidInput, type MetaError } from '../domain/errors.ts';
import type { MessageStatus } from '../domain/status.ts';
import type { Caller } from '../domain/tenant.ts';
import type { DeliveryPlace, DeliverySlice, DeliveryStore, DeliveryTally } from '../ports/delivery-store.ts';
import type { Clock } from '../ports/system.ts';
import { requireScope } from './scopes.ts';
import type { Tenants } from './tenants.ts';
import { dayIn, restOfDay } from './time-zone.ts';

const HOUR_MS = 60 * 60 * 1000;
/** The longest range; an hour more where clocks are changed in it. */
export const RANGE_DAYS = 92;
const RANGE_MS = RANGE_DAYS * 24 * HOUR_MS + HOUR_MS;
/** Ways that are timed: those of the newest messages. */
export const TIMED_MESSAGES = 20_000;
/** Codes, templates and numbers that are told of: those with most messages. */
const LIST_LIMIT = 200;
/** The same question is answered from memory for so long. */
const FRESH_MS = 10_000;
const KEPT_ANSWERS = 200;

export type StatusCounts = ReadonlyMap<MessageStatus, number>;

export interface Times {
  /** Messages that were timed. */
  readonly count: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
}

/** What has become, by `at`, of the messages that were accepted for sending in a range. */
export interface DeliveryReport {
  /** Epoch milliseconds, as `from` (inclusive), `to` (exclusive). */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly counts: StatusCounts;
  /** Every day of the range in the tenant's time zone, in order; the first and last may be parts of days. */
  readonly days: readonly { readonly day: string; readonly counts: StatusCounts }[];
  /** By how many failed so, most first. `error` is the newest one's. */
  readonly failures: readonly { readonly error: MetaError; readonly count: number }[];
  readonly templates: readonly { readonly name: string; readonly language: string; readonly counts: StatusCounts }[];
  readonly numbers: readonly { readonly phoneNumberId: string; readonly counts: StatusCounts }[];
  /** From Meta's taking a message to its delivery; null when no way could be timed. So is `read`, from delivery on. */
  readonly delivered: Times | null;
  readonly read: Times | null;
}

export interface DeliveryQuestion {
  readonly from: number;
  readonly to: number;
  /** Meta's id of the only number to look at; null for all. */
  readonly phoneNumberId: string | null;
}

export interface Delivery {
  /** The tenant's own messages only; at most 10 s old. FORBIDDEN; INVALID_INPUT for a range of over 92 days. */
  report(caller: Caller, question: DeliveryQuestion): Promise<DeliveryReport>;
}

/**
 * Counts from the messages themselves, so that figures and lists cannot disagree and sending pays for no counter. A tenant
 * has one count under way at a time, and reads a slice at a time, so that others' reads come in between.
 */
export function createDelivery(deps: {
  readonly store: DeliveryStore;
  readonly tenants: Pick<Tenants, 'of'>;
  readonly clock: Clock;
}): Delivery {
  const { clock, store } = deps;
  const answers = new Map<string, { readonly at: number; readonly report: Promise<DeliveryReport> }>();
  const underWay = new Map<string, Promise<unknown>>();

  async function count(tenantId: string, timeZone: string, question: DeliveryQuestion): Promise<DeliveryReport> {
    const at = clock.now();
    const days = daysOf(timeZone, question);
    const tallies = new Map<string, DeliveryTally>();
    const errors = new Map<number, MetaError>();
    const delivered: number[] = [];
    const read: number[] = [];
    let seen = 0;
    let before: DeliveryPlace | null = null;
    do {
      const { phoneNumberId } = question;
      const request = { days, phoneNumberId, before, timed: seen < TIMED_MESSAGES };
      const slice: DeliverySlice = await store.slice(tenantId, request);
      for (const tally of slice.tallies) {
        const key = JSON.stringify({ ...tally, count: 0 });
        tallies.set(key, { ...tally, count: tally.count + (tallies.get(key)?.count ?? 0) });
      }
      for (const error of slice.errors) if (!errors.has(error.code)) errors.set(error.code, error);
      delivered.push(...slice.delivered);
      read.push(...slice.read);
      seen += slice.messages;
      before = slice.next;
    } while (before !== null);
    const all = [...tallies.values()];
    return {
      ...{ at, from: question.from, to: question.to, timeZone, counts: countsOf(all) },
      days: days.slice(0, -1).map((start, day) => ({
        day: dayIn(timeZone, start),
        counts: countsOf(all.filter((tally) => tally.day === day)),
      })),
      failures: grouped(all, ({ errorCode }) => (errorCode === null ? null : String(errorCode))).flatMap(
        ([code, group]) => {
          const error = errors.get(Number(code));
          return error === undefined ? [] : [{ error, count: sum(group) }];
        },
      ),
      templates: grouped(all, ({ template }) => template && JSON.stringify([template.name, template.language])).flatMap(
        ([, group]) => {
          const template = group[0]?.template ?? null;
          return template === null ? [] : [{ ...template, counts: countsOf(group) }];
        },
      ),
      numbers: grouped(all, ({ phoneNumberId }) => phoneNumberId).map(([phoneNumberId, group]) => ({
        phoneNumberId,
        counts: countsOf(group),
      })),
      delivered: timesOf(delivered),
      read: timesOf(read),
    };
  }

  return {
    async report(caller, question) {
      requireScope(caller, 'read');
      checkRange(question);
      const { tenantId } = caller;
      const { timeZone } = deps.tenants.of(caller);
      const { from, phoneNumberId, to } = question;
      const key = JSON.stringify([tenantId, timeZone, from, to, phoneNumberId]);
      const known = answers.get(key);
      if (known !== undefined && clock.now() - known.at < FRESH_MS) return known.report;
      const earlier = underWay.get(tenantId) ?? Promise.resolve();
      const report = earlier.then(() => count(tenantId, timeZone, question));
      const ended = report.then(
        () => {},
        () => void answers.delete(key),
      );
      underWay.set(tenantId, ended);
      void ended.then(() => {
        if (underWay.get(tenantId) === ended) underWay.delete(tenantId);
      });
      answers.delete(key);
      answers.set(key, { at: clock.now(), report });
      const [oldest] = answers.keys();
      if (answers.size > KEPT_ANSWERS && oldest !== undefined) answers.delete(oldest);
      return report;
    },
  };
}

function checkRange({ from, to }: DeliveryQuestion): void {
  if (from >= to) throw invalidInput('to', '`to` lies after `from`.');
  if (to - from <= RANGE_MS) return;
  throw invalidInput('from', `The range has at most ${RANGE_DAYS} days.`, 'Ask for a shorter range.');
}

/** Where each day of the range begins, the first at `from`, and where the last one ends: at `to`. */
function daysOf(timeZone: string, { from, to }: DeliveryQuestion): number[] {
  const days = [];
  for (let at = from; at < to; at += restOfDay(timeZone, at)) days.push(at);
  return [...days, to];
}

function countsOf(tallies: readonly DeliveryTally[]): StatusCounts {
  const counts = new Map<MessageStatus, number>();
  for (const { count, status } of tallies) counts.set(status, (counts.get(status) ?? 0) + count);
  return counts;
}

/** Tallies by a key, the largest groups first; those with no key are left out. */
function grouped(tallies: readonly DeliveryTally[], keyOf: (tally: DeliveryTally) => string | null) {
  const groups = new Map<string, DeliveryTally[]>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [tally]);
    else group.push(tally);
  }
  return [...groups].sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, LIST_LIMIT);
}

function sum(tallies: readonly DeliveryTally[]): number {
  return tallies.reduce((total, { count }) => total + count, 0);
}

function timesOf(all: readonly number[]): Times | null {
  if (all.length === 0) return null;
  const sorted = all.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return { count: sorted.length, median: at(0.5), p95: at(0.95) };
}
