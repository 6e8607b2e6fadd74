import { dayNumber, dayText } from '../domain/calendar.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { Caller, Tenant } from '../domain/tenant.ts';
import { USAGE_DIMENSIONS, type UsageDimension, type UsageMedia, type UsageRow } from '../domain/usage.ts';
import type { DayRange, UsageStore } from '../ports/usage.ts';
import { Gate } from './gate.ts';
import { requireScope } from './scopes.ts';
import type { Tenants } from './tenants.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A leap year. */
const MOST_DAYS = 366;
/** Rows of one answer; whoever needs more takes the export. */
const MOST_ROWS = 5_000;
/** Summaries at a time, since one call may ask for those of all tenants: each is four reads. */
const AT_ONCE = 8;
/** Days that an export reads at a time. */
const DAYS_AT_ONCE = 7;
/** More than there can be of a week by every dimension, or of a year without its days. */
const ALL_ROWS = 1_000_000;

export interface UsageQuery {
  /** Whose; null: the caller's tenant's. Another is for the operator. */
  readonly tenant: string | null;
  /** Days of the tenant's time zone, `YYYY-MM-DD`, both inclusive; at most 366. */
  readonly from: string;
  readonly to: string;
}

/** What a tenant used. What Meta has not told is not inferred, so there are no amounts of money. */
export interface UsageSummary {
  readonly tenantId: string;
  /** Whose days they are. A day that was counted keeps its place when the zone is changed. */
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly totals: UsageTotals;
  readonly rows: readonly UsageRow[];
  readonly media: readonly UsageMedia[];
  /** Files that are stored now, of whatever day. */
  readonly stored: { readonly files: number; readonly bytes: number };
}

export interface UsageTotals {
  readonly messages: number;
  readonly inbound: number;
  readonly outbound: number;
  readonly failed: number;
  /** As Meta told it; the rest of `outbound` it has told nothing of. */
  readonly billable: number;
  readonly notBillable: number;
}

/** A part of what an export holds, in the order of days. */
export interface UsagePart {
  readonly rows: readonly UsageRow[];
  readonly media: readonly UsageMedia[];
}

/** Reading what was used. FORBIDDEN; NOT_FOUND (`tenant`); INVALID_INPUT for days that are none, or too many. */
export interface Usage {
  /** `groupBy`: by what rows are told apart; INVALID_INPUT when that makes more than 5,000. */
  summary(caller: Caller, query: UsageQuery, groupBy: readonly UsageDimension[]): Promise<UsageSummary>;
  /** Everything, by every dimension, some days at a time. */
  parts(caller: Caller, query: UsageQuery): AsyncGenerator<UsagePart>;
  /** The same of every tenant, one after the other by time of creation. FORBIDDEN but for the operator. */
  partsOfAll(
    caller: Caller,
    days: Pick<UsageQuery, 'from' | 'to'>,
  ): AsyncGenerator<UsagePart & { readonly tenant: Tenant }>;
}

export function createUsage(deps: {
  readonly store: UsageStore;
  readonly tenants: Pick<Tenants, 'find' | 'list'>;
}): Usage {
  const { store, tenants } = deps;
  const gate = new Gate(AT_ONCE);

  function tenantOf(caller: Caller, asked: string | null): Tenant {
    requireScope(caller, 'read');
    const tenant = tenants.find(caller, asked ?? caller.tenantId);
    if (tenant !== null) return tenant;
    throw new GatewayError('NOT_FOUND', 'There is no such tenant.', { field: 'tenant' });
  }

  async function totals(tenantId: string, range: DayRange): Promise<UsageTotals> {
    const rows = await store.messages(tenantId, range, ['direction', 'failure', 'pricing'], ALL_ROWS);
    const sum = (counts: (row: UsageRow) => boolean) =>
      rows.reduce((all, row) => (counts(row) ? all + row.messages : all), 0);
    return {
      messages: sum(() => true),
      inbound: sum(({ direction }) => direction === 'INBOUND'),
      outbound: sum(({ direction }) => direction === 'OUTBOUND'),
      failed: sum(({ failure }) => failure !== ''),
      billable: sum(({ pricing }) => pricing?.billable === 'true'),
      notBillable: sum(({ pricing }) => pricing?.billable === 'false'),
    };
  }

  async function* partsOf(tenantId: string, days: readonly number[]): AsyncGenerator<UsagePart> {
    for (let i = 0; i < days.length; i += DAYS_AT_ONCE) {
      const some = days.slice(i, i + DAYS_AT_ONCE);
      const range = { from: some[0] ?? 0, to: some.at(-1) ?? 0 };
      const [rows, media] = await Promise.all([
        store.messages(tenantId, range, USAGE_DIMENSIONS, ALL_ROWS),
        store.media(tenantId, range, true),
      ]);
      yield { rows, media };
    }
  }

  async function* partsOfAll(all: readonly Tenant[], days: readonly number[]) {
    for (const tenant of all) for await (const part of partsOf(tenant.id, days)) yield { tenant, ...part };
  }

  return {
    async summary(caller, query, groupBy) {
      const { id: tenantId, timeZone } = tenantOf(caller, query.tenant);
      const days = daysOf(query);
      const range = { from: days[0] ?? 0, to: days.at(-1) ?? 0 };
      using _turn = await gate.enter(caller.tenantId);
      const by = USAGE_DIMENSIONS.filter((dimension) => groupBy.includes(dimension));
      const [rows, media, sums, stored] = await Promise.all([
        store.messages(tenantId, range, by, MOST_ROWS + 1),
        store.media(tenantId, range, by.includes('day')),
        totals(tenantId, range),
        store.stored(tenantId),
      ]);
      if (rows.length > MOST_ROWS) {
        throw invalidInput(
          'groupBy',
          `This makes more than ${MOST_ROWS} rows.`,
          'Group by less, ask for fewer days, or take the export: GET /api/v1/whatsapp/usage.',
        );
      }
      const { from, to } = query;
      return { tenantId, timeZone, from, to, totals: sums, rows, media, stored };
    },

    parts(caller, query) {
      return partsOf(tenantOf(caller, query.tenant).id, daysOf(query));
    },

    partsOfAll(caller, range) {
      const [all, days] = [tenants.list(caller), daysOf(range)];
      return partsOfAll(all, days);
    },
  };
}

/** The days of a range, as numbers. INVALID_INPUT. */
function daysOf({ from, to }: Pick<UsageQuery, 'from' | 'to'>): number[] {
  const [first, last] = [dayStart('from', from), dayStart('to', to)];
  const count = (last - first) / DAY_MS + 1;
  if (count < 1) throw invalidInput('to', 'The last day lies before the first.', 'Give `from` first, then `to`.');
  if (count > MOST_DAYS) {
    throw invalidInput(
      'to',
      `A range has at most ${MOST_DAYS} days; this one has ${count}.`,
      'Ask for one year at a time.',
    );
  }
  return Array.from({ length: count }, (_, i) => dayNumber(new Date(first + i * DAY_MS).toISOString().slice(0, 10)));
}

function dayStart(field: 'from' | 'to', day: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  // A calendar that is lenient would take the 30th of February for a day in March.
  if (!Number.isNaN(at) && dayText(dayNumber(new Date(at).toISOString().slice(0, 10))) === day) return at;
  throw invalidInput(field, `\`${field}\` is no day.`, 'Give a day as YYYY-MM-DD, such as 2026-01-31.');
}
