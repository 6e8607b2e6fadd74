import { type AuditEntry, changesBetween } from '../domain/audit.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { NumberRef } from '../domain/message.ts';
import { type Caller, mayUse, type PhoneNumber, type Tenant } from '../domain/tenant.ts';
import type { NumberFacts } from '../ports/cloud-api.ts';
import type { NumberStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import { auditEntry, entryBy } from './auditing.ts';
import { requireOperator, requireScope } from './scopes.ts';

/** The numbers of all tenants, kept in memory since every inbound item asks for its number's owner. */
export interface Numbers {
  /** Reads them from the store: at start, and when another process may have changed them. */
  load(): Promise<void>;
  byMetaId(phoneNumberId: string): PhoneNumber | undefined;
  byId(id: string): PhoneNumber | undefined;
  /** Those from which a tenant may send: its own, and those shared with it. */
  ofTenant(tenantId: string): readonly PhoneNumber[];
  /** True when a tenant may send from the number. */
  mayUse(tenantId: string, number: PhoneNumber): boolean;
  all(): readonly PhoneNumber[];
  /** Those from which the caller's tenant may send; with `all`, for the operator alone, those of every tenant. FORBIDDEN. */
  list(caller: Caller, all?: boolean): readonly PhoneNumber[];
  /** One of them by our id or Meta's; the operator finds all. FORBIDDEN. */
  find(caller: Caller, id: string): PhoneNumber | undefined;
  /** Adds a number or answers with it as it stands; the owner never changes this way. */
  register(number: PhoneNumber, entry?: AuditEntry): Promise<PhoneNumber>;
  /**
   * A call with its own credentials has shown that a number is this tenant's: adds it, unless it is known. `by` is who
   * made the call; null: it is not known any more, since a status tells of it.
   */
  bind(tenantId: string, number: NumberRef, by: Caller | null): Promise<void>;
  /** Fills in what Meta told about a number. Answers with it as it stands. */
  describe(number: PhoneNumber, told: NumberFacts): Promise<PhoneNumber>;
  /** Takes up a number that somebody else has stored. */
  adopt(number: PhoneNumber): void;
  /** Gives a number to a tenant, or shares it. Answers with it as it stands. */
  assign(number: PhoneNumber, to: Pick<PhoneNumber, 'tenantId' | 'sharing'>, entry?: AuditEntry): Promise<PhoneNumber>;
  /** Forgets it, and destroys what was stored to reach it. */
  remove(number: PhoneNumber, entry?: AuditEntry): Promise<void>;
  /**
   * Sets how fast a number may send, 1–1,000 messages a second (Meta's default is 80, its automatic upgrade 1,000); null
   * for the default. FORBIDDEN, NOT_FOUND, INVALID_INPUT.
   */
  setRate(caller: Caller, id: string, messagesPerSecond: number | null): Promise<PhoneNumber>;
  /** A number of `ofTenant` by our id, Meta's id or E.164. FORBIDDEN for any other, known or not. */
  own(tenantId: string, from: string): PhoneNumber;
}

/** Meta's highest throughput. */
const FASTEST_PER_SECOND = 1_000;

export function createNumbers(deps: {
  readonly store: NumberStore;
  readonly tenantOf: (id: string) => Pick<Tenant, 'id' | 'kind'> | null;
  /** Told the id of a number whose rate was set. */
  readonly onRateChanged?: (id: string) => void;
  /** Told of a number that was not known, or that has another owner or other sharers now: what came for it may be routed. */
  readonly onRegistered?: (number: PhoneNumber) => void;
  readonly system: Pick<System, 'clock' | 'ids'>;
}): Numbers {
  const { store } = deps;
  let byMetaId = new Map<string, PhoneNumber>();

  const keep = (number: PhoneNumber) => byMetaId.set(number.phoneNumberId, number);

  function adopt(number: PhoneNumber): void {
    const known = byMetaId.has(number.phoneNumberId);
    keep(number);
    if (!known) deps.onRegistered?.(number);
  }

  function used(tenantId: string, number: PhoneNumber): boolean {
    const tenant = deps.tenantOf(tenantId);
    return tenant === null ? number.tenantId === tenantId : mayUse(number, tenant);
  }

  const ofTenant = (tenantId: string) => [...byMetaId.values()].filter((number) => used(tenantId, number));

  const byId = (id: string) => [...byMetaId.values()].find((number) => number.id === id);

  return {
    async load() {
      byMetaId = new Map((await store.all()).map((number) => [number.phoneNumberId, number]));
    },
    byMetaId: (phoneNumberId) => byMetaId.get(phoneNumberId),
    byId,
    ofTenant,
    mayUse: used,
    all: () => [...byMetaId.values()],
    list(caller, all = false) {
      requireScope(caller, 'read');
      if (!all) return ofTenant(caller.tenantId);
      requireOperator(caller);
      return [...byMetaId.values()];
    },
    find(caller, id) {
      requireScope(caller, 'read');
      const number = byMetaId.get(id) ?? byId(id);
      return number !== undefined && (caller.kind === 'operator' || used(caller.tenantId, number)) ? number : undefined;
    },
    async register(number, entry) {
      const stands = await store.register(number, entry);
      adopt(stands);
      return stands;
    },
    async bind(tenantId, ref, by) {
      const number = boundNumber(tenantId, ref);
      const what = {
        tenantId,
        target: ref.id,
        changes: changesBetween(null, number, ['phoneNumberId', 'credentials']),
      };
      const entry =
        by === null
          ? entryBy(deps.system, { ...NOBODY, tenantId }, 'phone_number.bind', what)
          : auditEntry(deps.system, by, 'phone_number.bind', what);
      adopt((await store.bind(number, entry)).number);
    },
    async describe(number, told) {
      await store.describe(number.tenantId, number.id, told);
      const { display, quality, verifiedName } = told;
      // Read again: it may have changed meanwhile, or be gone.
      const known = byMetaId.get(number.phoneNumberId);
      const stands = known ?? number;
      const described = {
        ...{ ...stands, display },
        ...(verifiedName !== null && { verifiedName }),
        ...(quality !== null && { quality }),
      };
      if (known !== undefined) keep(described);
      return described;
    },
    adopt,
    async assign(number, to, entry) {
      await store.assign(number.tenantId, number.id, to, entry);
      const assigned = { ...(byMetaId.get(number.phoneNumberId) ?? number), ...to };
      keep(assigned);
      deps.onRegistered?.(assigned);
      return assigned;
    },
    async remove(number, entry) {
      await store.remove(number.tenantId, number.id, entry);
      byMetaId.delete(number.phoneNumberId);
    },
    async setRate(caller, id, messagesPerSecond) {
      requireScope(caller, 'manage');
      const number = ofTenant(caller.tenantId).find((one) => one.id === id && one.tenantId === caller.tenantId);
      if (number === undefined) throw new GatewayError('NOT_FOUND', 'There is no such number.', { field: 'id' });
      if (messagesPerSecond !== null && !(messagesPerSecond >= 1 && messagesPerSecond <= FASTEST_PER_SECOND)) {
        throw invalidInput('messagesPerSecond', `A rate lies between 1 and ${FASTEST_PER_SECOND} messages a second.`);
      }
      const changed = { ...number, messagesPerSecond };
      const changes = changesBetween(number, changed, ['messagesPerSecond']);
      const entry = auditEntry(deps.system, caller, 'phone_number.set_rate', { target: id, changes });
      await store.setRate(number.tenantId, id, messagesPerSecond, entry);
      keep(changed);
      deps.onRateChanged?.(id);
      return changed;
    },
    own(tenantId, from) {
      const wanted = from.trim();
      const digits = `+${wanted.replace(/\D/g, '')}`;
      const number = ofTenant(tenantId).find(
        ({ id, phoneNumberId, display }) =>
          id === wanted || phoneNumberId === wanted || (display !== '' && display === digits),
      );
      if (number !== undefined) return number;
      throw new GatewayError('FORBIDDEN', 'This number is not one of yours.', {
        field: 'from',
        action: 'Leave `from` out to use your default number, or give the id of a number assigned to you.',
      });
    },
  };
}

const NOBODY = { role: 'nobody', keyId: null, keyName: null, session: false, address: null } as const;

function boundNumber(tenantId: string, { id, phoneNumberId, display }: NumberRef): PhoneNumber {
  const unknown = { wabaId: null, messagesPerSecond: null, sharing: null };
  return { id, tenantId, phoneNumberId, display, credentials: 'direct', ...unknown };
}

/** Our id of a number. It follows from Meta's, so a number that nobody has bound yet is the same one in every message. */
export function numberIdOf(phoneNumberId: string): string {
  return `num_${phoneNumberId}`;
}

export function numberRef(number: PhoneNumber): NumberRef {
  return { id: number.id, phoneNumberId: number.phoneNumberId, display: number.display };
}
