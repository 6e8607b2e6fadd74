import { GatewayError } from '../domain/errors.ts';
import { type Caller, HOME_TENANT, type Scope } from '../domain/tenant.ts';
import type { SessionStore, TenantStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';

/** A session ends when it was not used for this long. */
const SESSION_IDLE_MS = 12 * 60 * 60 * 1000;
/** A session's last use is written at most this often, off the path of most requests. */
const SESSION_TOUCH_MS = 60 * 1000;
const SIGN_IN_LINK_MS = 15 * 60 * 1000;
const WRONG_KEYS_PER_MINUTE = 10;
const ADDRESSES_KEPT = 10_000;

export interface Access {
  /** Who holds this key. `tenant` is the tenant that an operator names. UNAUTHENTICATED, NOT_FOUND (tenant). */
  byKey(key: string | null, tenant?: string | null): Promise<Caller>;
  /** Who holds this session cookie. UNAUTHENTICATED. */
  bySession(token: string | null): Promise<Caller>;
  /** Opens a session. UNAUTHENTICATED; RATE_LIMITED after 10 wrong keys a minute from one address. */
  signIn(key: string, address: string): Promise<{ readonly token: string; readonly caller: Caller }>;
  /** Opens the one session that a sign-in link is good for. UNAUTHENTICATED. */
  redeemLink(token: string): Promise<{ readonly token: string; readonly caller: Caller }>;
  /** A token for one operator sign-in within 15 minutes. */
  issueLink(): string;
  signOut(token: string): Promise<void>;
}

/** The first line of every function that writes or reads for a caller. FORBIDDEN. */
export function requireScope(caller: Caller, scope: Scope): void {
  if (caller.kind === 'operator' || caller.scopes.includes(scope)) return;
  throw new GatewayError('FORBIDDEN', `The key "${caller.keyName}" may not ${scope}.`, {
    action: `Use a key with the scope "${scope}", or ask the operator to add it.`,
  });
}

const unauthenticated = () =>
  new GatewayError('UNAUTHENTICATED', 'Unauthorized: the API key is missing or wrong.', {
    action: 'Send your key in the header x-dijla-key (or Authorization: Bearer).',
  });

/** Keys, sessions and the right to act: the only place where a credential becomes a `Caller`. */
export function createAccess(deps: {
  readonly masterKey: string;
  readonly sessions: SessionStore;
  readonly tenants: TenantStore;
  readonly system: System;
}): Access {
  const { sessions, tenants } = deps;
  const { clock, ids, hashing } = deps.system;
  const masterHash = hashing.sha256(deps.masterKey);
  const links = new Map<string, number>();
  const wrongKeys = new WrongKeys();

  const operator = (tenantId: string, tenantNamed: boolean): Caller => ({
    kind: 'operator',
    tenantId,
    tenantNamed,
    keyName: 'master',
    credential: `master:${masterHash.slice(0, 16)}`,
  });

  async function byKey(key: string | null, tenant: string | null = null): Promise<Caller> {
    if (key === null || key === '' || !hashing.equal(hashing.sha256(key), masterHash)) throw unauthenticated();
    if (tenant === null || tenant === HOME_TENANT) return operator(HOME_TENANT, tenant !== null);
    const found = await tenants.get(tenant);
    if (found === null) {
      throw new GatewayError('NOT_FOUND', `There is no tenant "${tenant.slice(0, 64)}".`, { field: 'x-dijla-tenant' });
    }
    return operator(found.id, true);
  }

  async function openSession(caller: Caller) {
    const token = ids.secret();
    await sessions.put({
      idHash: hashing.sha256(token),
      tenantId: caller.tenantId,
      credential: caller.credential,
      lastUsedAt: clock.now(),
    });
    return { token, caller };
  }

  return {
    byKey,

    async bySession(token) {
      if (token === null || token === '') throw unauthenticated();
      const session = await sessions.get(hashing.sha256(token));
      const caller = operator(HOME_TENANT, false);
      const now = clock.now();
      if (session === null || now - session.lastUsedAt > SESSION_IDLE_MS) throw unauthenticated();
      // A session lives as long as its key: a changed master key ends the sessions that the old one opened.
      if (session.credential !== caller.credential) throw unauthenticated();
      if (now - session.lastUsedAt > SESSION_TOUCH_MS) await sessions.put({ ...session, lastUsedAt: now });
      return session.tenantId === HOME_TENANT ? caller : operator(session.tenantId, true);
    },

    async signIn(key, address) {
      wrongKeys.refuseIfTooMany(address, clock.now());
      try {
        return await openSession(await byKey(key));
      } catch (error) {
        wrongKeys.add(address, clock.now());
        throw error;
      }
    },

    async redeemLink(token) {
      const hash = hashing.sha256(token);
      const until = links.get(hash);
      links.delete(hash);
      if (until === undefined || until < clock.now()) throw unauthenticated();
      return openSession(operator(HOME_TENANT, false));
    },

    issueLink() {
      const token = ids.secret();
      links.set(hashing.sha256(token), clock.now() + SIGN_IN_LINK_MS);
      return token;
    },

    async signOut(token) {
      await sessions.delete(hashing.sha256(token));
    },
  };
}

/** Wrong keys of the last minute by address; forgets the oldest address when it holds too many. */
class WrongKeys {
  readonly #times = new Map<string, number[]>();

  refuseIfTooMany(address: string, now: number): void {
    const recent = (this.#times.get(address) ?? []).filter((at) => now - at < 60_000);
    const [oldest] = recent;
    if (oldest === undefined || recent.length < WRONG_KEYS_PER_MINUTE) return;
    throw new GatewayError('RATE_LIMITED', 'Too many wrong API keys from this address.', {
      retryAfterSeconds: Math.ceil((oldest + 60_000 - now) / 1000),
      retryable: true,
      action: 'Wait a minute, then try again with the right key.',
    });
  }

  add(address: string, now: number): void {
    const recent = (this.#times.get(address) ?? []).filter((at) => now - at < 60_000).slice(-WRONG_KEYS_PER_MINUTE);
    this.#times.delete(address);
    this.#times.set(address, [...recent, now]);
    const [first] = this.#times.keys();
    if (this.#times.size > ADDRESSES_KEPT && first !== undefined) this.#times.delete(first);
  }
}
