import { type ApiKey, type ApiKeyState, apiKeyState, isLive } from '../domain/api-key.ts';
import { type AuditAction, changesBetween } from '../domain/audit.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import { parseIpRange } from '../domain/ip-range.ts';
import type { Caller, Scope } from '../domain/tenant.ts';
import type { System } from '../ports/system.ts';
import { auditEntry } from './auditing.ts';
import { formatKey, type KeyMode, keyPrefix } from './key-format.ts';
import type { KeyRing } from './key-ring.ts';
import { checkName } from './names.ts';
import { ALL_SCOPES, requireScope, scopesOf } from './scopes.ts';
import type { Tenants } from './tenants.ts';
import { createTurns } from './turns.ts';

/** Keys of one tenant that open something at a time. */
const LIVE_KEYS_LIMIT = 100;
/** Dead keys of one tenant that are still listed; the oldest make room. */
const DEAD_KEYS_KEPT = 100;
const ALLOWED_IPS_LIMIT = 50;
/** What the audit log shows of a key: nothing of its secret. */
const RECORDED = ['name', 'scopes', 'expiresAt', 'allowedIps', 'revokedAt', 'replacedBy'] as const;
const HOUR_MS = 60 * 60 * 1000;
const LONGEST_OVERLAP_HOURS = 720;

/** A key as it is shown: without its hash, with what tells it from others. */
export interface ApiKeyView extends Omit<ApiKey, 'hash'> {
  /** The beginning of the key itself. */
  readonly prefix: string;
  readonly state: ApiKeyState;
}

/** The one time that the key itself is told. */
export interface IssuedKey {
  readonly key: string;
  readonly apiKey: ApiKeyView;
}

export interface IssueCommand {
  /** Whose it is; null: the caller's tenant. */
  readonly tenantId: string | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Epoch milliseconds; null: it does not expire. */
  readonly expiresAt: number | null;
  readonly allowedIps: readonly string[];
}

/**
 * Managing keys: the operator those of every tenant, a key with the scope `manage` those of its own tenant, and none that
 * may do what it may not do itself. FORBIDDEN, NOT_FOUND, INVALID_INPUT.
 */
export interface ApiKeys {
  /** The newest first; dead ones only when asked for, the last 100 of them. */
  list(caller: Caller, tenantId: string | null, dead: boolean): readonly ApiKeyView[];
  byId(caller: Caller, id: string): ApiKeyView | null;
  issue(caller: Caller, command: IssueCommand): Promise<IssuedKey>;
  /** A new key in its place: same name, scopes, addresses and lifetime. The old one dies after the overlap (0–720 h). */
  rotate(caller: Caller, id: string, overlapHours: number): Promise<IssuedKey>;
  /** It opens nothing from now on, and all that it opened ends. May be repeated. */
  revoke(caller: Caller, id: string): Promise<ApiKeyView>;
}

export function createApiKeys(deps: {
  readonly mode: KeyMode;
  readonly ring: KeyRing;
  readonly tenants: Pick<Tenants, 'find'>;
  readonly system: Pick<System, 'clock' | 'hashing' | 'ids'>;
}): ApiKeys {
  const { mode, ring, tenants } = deps;
  const { clock, hashing, ids } = deps.system;
  const inTurn = createTurns();

  function viewOf(key: ApiKey): ApiKeyView {
    const { hash: _hash, ...shown } = key;
    return { ...shown, prefix: keyPrefix(mode, key.id), state: apiKeyState(key, clock.now()) };
  }

  function find(caller: Caller, id: string): ApiKey | null {
    const key = ring.get(id);
    return key !== null && (caller.kind === 'operator' || key.tenantId === caller.tenantId) ? key : null;
  }

  function tenantOf(caller: Caller, id: string | null): string {
    const tenant = tenants.find(caller, id ?? caller.tenantId);
    if (tenant !== null) return tenant.id;
    throw new GatewayError('NOT_FOUND', 'There is no such tenant.', { field: 'tenant' });
  }

  /** The key to change. */
  function mine(caller: Caller, id: string): ApiKey {
    const key = find(caller, id);
    if (key !== null) return key;
    throw new GatewayError('NOT_FOUND', 'There is no such key.', { field: 'id', action: 'Give the `key_…` of a key.' });
  }

  /** Nobody hands on more than they have. */
  function refuseMoreThanOwn(caller: Caller, scopes: readonly Scope[]): void {
    const missing = scopes.filter((scope) => !scopesOf(caller).includes(scope));
    if (missing.length === 0) return;
    throw new GatewayError('FORBIDDEN', `Your key may not ${missing.join(' or ')} itself, so it issues no such key.`, {
      field: 'scopes',
      action: 'Leave these scopes out, or ask the operator.',
    });
  }

  function refuseOverfull(tenantId: string): void {
    const live = ring.ofTenant(tenantId).filter((key) => isLive(key, clock.now()));
    if (live.length < LIVE_KEYS_LIMIT) return;
    throw invalidInput(
      'tenant',
      `A tenant may have ${LIVE_KEYS_LIMIT} keys at a time; this one has ${live.length}.`,
      'Revoke those that nobody uses.',
    );
  }

  /** `sentBy` must say who it was: no two active keys of a tenant share a name, however it is written. */
  function refuseTakenName(tenantId: string, name: string): void {
    const now = clock.now();
    const taken = ring
      .ofTenant(tenantId)
      .some((key) => apiKeyState(key, now) === 'active' && foldCase(key.name) === foldCase(name));
    if (!taken && foldCase(name) !== 'master') return;
    throw invalidInput(
      'name',
      `An active key has the name "${name}" already.`,
      'Give each person or system its own name, or rotate the key that has it.',
    );
  }

  function fresh(key: Omit<ApiKey, 'id' | 'hash' | 'createdAt' | 'lastUsedAt' | 'revokedAt' | 'replacedBy'>) {
    const id = `key_${ids.fresh()}`;
    const text = formatKey(mode, id, ids.secret());
    const none = { lastUsedAt: null, revokedAt: null, replacedBy: null };
    return { text, key: { ...key, ...none, id, hash: hashing.sha256(text), createdAt: clock.now() } };
  }

  /** Recorded as done to `key`, which was `before`. */
  function entryOf(caller: Caller, action: AuditAction, before: ApiKey | null, key: ApiKey) {
    const changes = changesBetween(before, key, RECORDED);
    return auditEntry(deps.system, caller, action, { tenantId: key.tenantId, target: key.id, changes });
  }

  async function dropOldDead(tenantId: string): Promise<void> {
    const now = clock.now();
    const dead = ring.ofTenant(tenantId).filter((key) => !isLive(key, now));
    const old = dead.slice(DEAD_KEYS_KEPT).map(({ id }) => id);
    if (old.length > 0) await ring.delete(tenantId, old);
  }

  return {
    list(caller, tenantId, dead) {
      requireScope(caller, 'manage');
      const now = clock.now();
      const keys = ring.ofTenant(tenantOf(caller, tenantId));
      return keys.filter((key) => dead || isLive(key, now)).map(viewOf);
    },

    byId(caller, id) {
      requireScope(caller, 'manage');
      const key = find(caller, id);
      return key === null ? null : viewOf(key);
    },

    async issue(caller, command) {
      requireScope(caller, 'manage');
      const tenantId = tenantOf(caller, command.tenantId);
      const name = checkName('name', command.name);
      const scopes = checkScopes(command.scopes);
      const allowedIps = checkAllowedIps(command.allowedIps);
      const { expiresAt } = command;
      if (expiresAt !== null && expiresAt <= clock.now()) {
        throw invalidInput('expiresAt', 'This time is over already.', 'Give a time to come, or leave it out.');
      }
      refuseMoreThanOwn(caller, scopes);
      return inTurn(async () => {
        refuseTakenName(tenantId, name);
        refuseOverfull(tenantId);
        const { key, text } = fresh({ tenantId, name, scopes, createdBy: caller.keyName, expiresAt, allowedIps });
        await ring.put([key], entryOf(caller, 'api_key.issue', null, key));
        await dropOldDead(tenantId);
        return { key: text, apiKey: viewOf(key) };
      });
    },

    async rotate(caller, id, overlapHours) {
      requireScope(caller, 'manage');
      if (!(overlapHours >= 0 && overlapHours <= LONGEST_OVERLAP_HOURS)) {
        throw invalidInput('overlapHours', `An overlap lasts 0 to ${LONGEST_OVERLAP_HOURS} hours.`);
      }
      return inTurn(async () => {
        const old = mine(caller, id);
        refuseMoreThanOwn(caller, old.scopes);
        const now = clock.now();
        const state = apiKeyState(old, now);
        if (state !== 'active') {
          throw invalidInput('id', `Only an active key can be rotated; this one is ${state}.`, ROTATE_INSTEAD[state]);
        }
        refuseOverfull(old.tenantId);
        const { tenantId, name, scopes, allowedIps, createdAt } = old;
        const expiresAt = old.expiresAt === null ? null : now + (old.expiresAt - createdAt);
        const next = fresh({ tenantId, name, scopes, createdBy: caller.keyName, expiresAt, allowedIps });
        const diesAt = Math.min(old.expiresAt ?? Number.POSITIVE_INFINITY, Math.ceil(now + overlapHours * HOUR_MS));
        const replaced = { ...old, expiresAt: diesAt, replacedBy: next.key.id };
        await ring.put([next.key, replaced], entryOf(caller, 'api_key.rotate', old, replaced));
        await dropOldDead(tenantId);
        return { key: next.text, apiKey: viewOf(next.key) };
      });
    },

    async revoke(caller, id) {
      requireScope(caller, 'manage');
      return inTurn(async () => {
        const key = mine(caller, id);
        if (key.revokedAt === null) {
          const revoked = { ...key, revokedAt: clock.now() };
          await ring.put([revoked], entryOf(caller, 'api_key.revoke', key, revoked));
        }
        return viewOf(ring.get(id) ?? key);
      });
    },
  };
}

const ROTATE_INSTEAD = {
  replaced: 'Rotate the key that took its place.',
  expired: 'Issue a new key.',
  revoked: 'Issue a new key.',
} as const;

function foldCase(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function checkScopes(given: readonly Scope[]): readonly Scope[] {
  const scopes = ALL_SCOPES.filter((scope) => given.includes(scope));
  if (scopes.length > 0) return scopes;
  throw invalidInput('scopes', 'A key without a scope opens nothing.', 'Give at least one of send, read, manage.');
}

function checkAllowedIps(given: readonly string[]): readonly string[] {
  if (given.length > ALLOWED_IPS_LIMIT) {
    throw invalidInput('allowedIps', `A list has at most ${ALLOWED_IPS_LIMIT} entries; this one has ${given.length}.`);
  }
  return given.map((entry, index) => {
    const text = entry.trim();
    if (parseIpRange(text) !== null) return text;
    throw invalidInput(
      `allowedIps.${index}`,
      `"${text.slice(0, 64)}" is no IP address or range.`,
      'Give addresses such as 192.0.2.7 or 2001:db8::1, or ranges such as 192.0.2.0/24.',
    );
  });
}
