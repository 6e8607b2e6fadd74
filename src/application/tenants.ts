import { type AuditAction, changesBetween } from '../domain/audit.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import { type Caller, HOME_TENANT, NO_QUOTAS, type Quotas, type Tenant } from '../domain/tenant.ts';
import type { System } from '../ports/system.ts';
import type { TenantStore } from '../ports/tenancy.ts';
import { type Audited, auditEntry } from './auditing.ts';
import type { Endings } from './endings.ts';
import { checkName } from './names.ts';
import type { Numbers } from './numbers.ts';
import { requireOperator } from './scopes.ts';
import { DEFAULT_TIME_ZONE, dayIn, isTimeZone } from './time-zone.ts';
import { createTurns } from './turns.ts';

/** Largest number of a quota: what every client reads exactly. */
const LARGEST_QUOTA = Number.MAX_SAFE_INTEGER;
const TENANTS_LIMIT = 10_000;

/** Settings whose changes the audit log shows. */
const RECORDED = ['name', 'kind', 'state', 'timeZone', 'defaultNumberId', 'quotas'] as const;

/** What may be said of a tenant; what is left out stays, or is the default of a new one. */
export interface TenantSettings {
  readonly name?: string | undefined;
  readonly kind?: Tenant['kind'] | undefined;
  readonly state?: Tenant['state'] | undefined;
  readonly timeZone?: string | undefined;
  /** One of the tenant's numbers (`num_…`); null: none. */
  readonly defaultNumberId?: string | null | undefined;
  /** Null lifts a limit. */
  readonly quotas?: { readonly [Name in keyof Quotas]?: number | null | undefined } | undefined;
}

/** The tenants, kept in memory since every request asks for its caller's. */
export interface Tenants {
  load(): Promise<void>;
  /** For the gateway itself. */
  get(id: string): Tenant | null;
  /** For the gateway itself: all of them. */
  all(): readonly Tenant[];
  /** For the gateway itself: ids of those that are suspended. Nothing is sent for them; what is queued waits. */
  suspended(): ReadonlySet<string>;
  /** The tenant for whom a caller acts. */
  of(caller: Caller): Tenant;
  /** The operator finds all, others their own. */
  find(caller: Caller, id: string): Tenant | null;
  /** The same. NOT_FOUND. */
  byId(caller: Caller, id: string): Tenant;
  /** All of them, by time of creation. FORBIDDEN but for the operator. */
  list(caller: Caller): readonly Tenant[];
  /** FORBIDDEN, INVALID_INPUT. */
  create(caller: Caller, settings: TenantSettings & { readonly name: string }): Promise<Tenant>;
  /** Suspending closes what the tenant's keys hold open, and holds what it has queued. FORBIDDEN, NOT_FOUND, INVALID_INPUT. */
  update(caller: Caller, id: string, settings: TenantSettings): Promise<Tenant>;
  /** By what the caller did a number (`num_…`) has others who may send from it: it is nobody's default who may not. */
  releaseNumber(caller: Caller, numberId: string): Promise<void>;
  /** Messages accepted for sending today, in the tenant's time zone. NOT_FOUND. */
  sendsToday(caller: Caller, id: string): Promise<number>;
}

export function createTenants(deps: {
  readonly store: TenantStore;
  readonly numbers: Pick<Numbers, 'ofTenant'>;
  readonly endings: Endings;
  /** Told when a suspended tenant is active again. */
  readonly onRestored?: () => void;
  readonly system: Pick<System, 'clock' | 'ids'>;
}): Tenants {
  const { endings, numbers, store } = deps;
  const { clock, ids } = deps.system;
  const inTurn = createTurns();
  let tenants = new Map<string, Tenant>();
  const suspended = new Set<string>();

  function find(caller: Caller, id: string): Tenant | null {
    return caller.kind === 'operator' || caller.tenantId === id ? (tenants.get(id) ?? null) : null;
  }

  function byId(caller: Caller, id: string): Tenant {
    const tenant = find(caller, id);
    if (tenant !== null) return tenant;
    throw new GatewayError('NOT_FOUND', 'There is no such tenant.', { field: 'id' });
  }

  /** Changes nothing, and records nothing, when it is as before. */
  async function save(caller: Caller, action: AuditAction, before: Tenant | null, tenant: Tenant): Promise<Tenant> {
    const changes = changesBetween(before, tenant, RECORDED);
    if (Object.keys(changes).length === 0) return tenant;
    const what: Audited = { tenantId: tenant.id, target: tenant.id, changes };
    await store.put(tenant, auditEntry(deps.system, caller, action, what));
    tenants.set(tenant.id, tenant);
    if (tenant.state === 'suspended') suspended.add(tenant.id);
    else suspended.delete(tenant.id);
    return tenant;
  }

  function merged(before: Tenant, settings: TenantSettings): Tenant {
    const { kind, state, timeZone, defaultNumberId } = settings;
    if (timeZone !== undefined && !isTimeZone(timeZone)) {
      throw invalidInput('timeZone', 'There is no such time zone.', 'Give an IANA name, such as Asia/Baghdad.');
    }
    if (before.id === HOME_TENANT && state === 'suspended') {
      throw invalidInput('state', "The operator's own tenant cannot be suspended.");
    }
    if (defaultNumberId && !numbers.ofTenant(before.id).some(({ id }) => id === defaultNumberId)) {
      throw invalidInput('defaultNumberId', 'This is not one of the tenant’s numbers.', 'Give the `num_…` of one.');
    }
    return {
      ...before,
      name: settings.name === undefined ? before.name : checkName('name', settings.name),
      kind: kind ?? before.kind,
      state: state ?? before.state,
      timeZone: timeZone ?? before.timeZone,
      defaultNumberId: defaultNumberId === undefined ? before.defaultNumberId : defaultNumberId,
      quotas: mergedQuotas(before.quotas, settings.quotas ?? {}),
    };
  }

  return {
    async load() {
      tenants = new Map((await store.all()).map((tenant) => [tenant.id, tenant]));
      suspended.clear();
      for (const { id, state } of tenants.values()) if (state === 'suspended') suspended.add(id);
    },

    get: (id) => tenants.get(id) ?? null,
    all: () => [...tenants.values()],
    suspended: () => suspended,
    of: (caller) => byId(caller, caller.tenantId),
    find,
    byId,

    list(caller) {
      requireOperator(caller);
      return [...tenants.values()];
    },

    async create(caller, settings) {
      requireOperator(caller);
      return inTurn(async () => {
        if (tenants.size >= TENANTS_LIMIT) throw invalidInput('name', `There may be ${TENANTS_LIMIT} tenants.`);
        const blank: Tenant = {
          id: `ten_${ids.fresh()}`,
          name: '',
          kind: 'standard',
          state: 'active',
          timeZone: DEFAULT_TIME_ZONE,
          defaultNumberId: null,
          quotas: NO_QUOTAS,
          createdAt: clock.now(),
        };
        return save(caller, 'tenant.create', null, merged(blank, settings));
      });
    },

    async update(caller, id, settings) {
      requireOperator(caller);
      return inTurn(async () => {
        const before = byId(caller, id);
        const tenant = await save(caller, 'tenant.update', before, merged(before, settings));
        if (tenant.state !== before.state) {
          if (tenant.state === 'suspended') endings.end(tenant.id);
          else {
            endings.restore(tenant.id);
            deps.onRestored?.();
          }
        }
        return tenant;
      });
    },

    async releaseNumber(caller, numberId) {
      await inTurn(async () => {
        for (const tenant of tenants.values()) {
          const lost =
            tenant.defaultNumberId === numberId && !numbers.ofTenant(tenant.id).some(({ id }) => id === numberId);
          if (lost) await save(caller, 'tenant.update', tenant, { ...tenant, defaultNumberId: null });
        }
      });
    },

    async sendsToday(caller, id) {
      const { timeZone } = byId(caller, id);
      return store.sendsOn(id, dayIn(timeZone, clock.now()));
    },
  };
}

function mergedQuotas(before: Quotas, given: NonNullable<TenantSettings['quotas']>): Quotas {
  const of = (name: keyof Quotas, least = 0): number | null => {
    const value = given[name];
    if (value === undefined) return before[name];
    if (value === null || (Number.isInteger(value) && value >= least && value <= LARGEST_QUOTA)) return value;
    throw invalidInput(
      `quotas.${name}`,
      `A quota is a whole number of at least ${least}; ${value} was given.`,
      'Give null for no limit.',
    );
  };
  return {
    sendsPerDay: of('sendsPerDay'),
    messagesPerSecond: of('messagesPerSecond', 1),
    sockets: of('sockets'),
    subscriptions: of('subscriptions'),
    mediaBytes: of('mediaBytes'),
  };
}
