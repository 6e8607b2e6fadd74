import type { ApiKey } from '../domain/api-key.ts';
import { GatewayError } from '../domain/errors.ts';
import { type Caller, HOME_TENANT } from '../domain/tenant.ts';
import type { AuditStore } from '../ports/audit.ts';
import type { Session, SessionStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import { auditEntry, entryBy } from './auditing.ts';
import type { Endings } from './endings.ts';
import type { KeyRing, Unknown } from './key-ring.ts';
import { RefusedSignIns } from './refused-sign-ins.ts';
import type { Tenants } from './tenants.ts';
import { WrongKeys } from './wrong-keys.ts';

/** A session ends when it was not used for this long. */
export const SESSION_IDLE_MS = 12 * 60 * 60 * 1000;
/** A session's last use is written at most this often, off the path of most requests. */
const SESSION_TOUCH_MS = 60 * 1000;
const SIGN_IN_LINK_MS = 15 * 60 * 1000;
const WRONG_SIGN_INS_PER_MINUTE = 10;
const WRONG_KEYS_PER_MINUTE = 60;
/** Sessions that one key may have open; the one that was unused for longest makes room. */
const SESSIONS_PER_KEY = 100;
/** Sessions that have ended are remembered for requests under way that still read them. */
const ENDED_REMEMBERED = 1_000;
/** What `ids.secret` gives; anything else is looked up nowhere. */
const SESSION_TOKEN = /^[\w-]{43}$/;
/** No key is longer; what is, is not even hashed. */
const KEY_LIMIT = 1024;

export interface Access {
  /**
   * Who holds this key. `tenant` is the tenant that the request names, `address` where it comes from. UNAUTHENTICATED;
   * RATE_LIMITED for a wrong key after 60 wrong ones in a minute from one address; NOT_FOUND (tenant); FORBIDDEN
   * (suspended, or not from this address).
   */
  byKey(key: string | null, tenant?: string | null, address?: string): Promise<Caller>;
  /**
   * Who holds this session cookie. `tenant` is the tenant that the request names: as with a key, the operator acts for
   * it this once. UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (tenant).
   */
  bySession(token: string | null, address?: string, tenant?: string | null): Promise<Caller>;
  /**
   * Opens a session; the operator's acts for `tenant` wherever a request names no other. UNAUTHENTICATED, FORBIDDEN,
   * NOT_FOUND (tenant); RATE_LIMITED after 10 wrong keys a minute from one address.
   */
  signIn(
    key: string,
    address: string,
    tenant?: string | null,
  ): Promise<{ readonly token: string; readonly caller: Caller }>;
  /** Opens the one session that a sign-in link is good for. UNAUTHENTICATED. */
  redeemLink(token: string, address?: string): Promise<{ readonly token: string; readonly caller: Caller }>;
  /**
   * Opens the operator's session for another tenant and ends the one of `token`, with its sockets. UNAUTHENTICATED;
   * FORBIDDEN for a tenant's key; NOT_FOUND (tenant).
   */
  switchTenant(
    token: string | null,
    tenant: string,
    address?: string,
  ): Promise<{ readonly token: string; readonly caller: Caller }>;
  /** A token for one operator sign-in within 15 minutes. */
  issueLink(): string;
  /** Ends the session and what it opened. */
  signOut(token: string, address?: string): Promise<void>;
  /** Tells when keys, sessions and tenants end. */
  readonly listen: Endings['listen'];
}

/** Keys, sessions and the right to act: the only place where a credential becomes a `Caller`. */
export function createAccess(deps: {
  readonly masterKey: string;
  readonly keys: KeyRing;
  readonly sessions: SessionStore;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly endings: Endings;
  readonly audit: Pick<AuditStore, 'add'>;
  readonly system: System;
}): Access {
  const { endings, keys, sessions, tenants } = deps;
  const { clock, ids, hashing, log } = deps.system;
  const masterHash = hashing.sha256(deps.masterKey);
  const masterCredential = `master:${masterHash.slice(0, 16)}`;
  const links = new Map<string, number>();
  const wrongKeys = new WrongKeys(WRONG_KEYS_PER_MINUTE);
  const wrongSignIns = new WrongKeys(WRONG_SIGN_INS_PER_MINUTE);
  /** Sessions used since the start, by name, the latest used last. */
  const openSessions = new Map<string, Session>();
  const endedSessions = new Set<string>();
  const refusedSignIns = new RefusedSignIns(deps.audit, deps.system);

  const operator = (tenantId: string, tenantNamed: boolean, address: string): Caller => ({
    ...{ kind: 'operator', tenantId, tenantNamed, keyName: 'master', credential: masterCredential },
    ...(address !== '' && { address }),
  });

  /** What a key that was found to be right may do from where it is used. FORBIDDEN. */
  function holderOf(key: ApiKey, address: string): Caller {
    if (!keys.mayUseFrom(key, address)) {
      throw new GatewayError('FORBIDDEN', `This key may not be used from ${address === '' ? 'here' : address}.`, {
        action: 'Use it from an address on its list, or issue one for this address.',
      });
    }
    if (tenants.get(key.tenantId)?.state !== 'active') {
      throw new GatewayError('FORBIDDEN', 'This tenant is suspended: its keys open nothing for now.', {
        action: 'Ask the operator to make the tenant active again.',
      });
    }
    keys.used(key);
    const { id: credential, name: keyName, scopes, tenantId } = key;
    return { kind: 'tenant', tenantId, keyName, credential, scopes, ...(address !== '' && { address }) };
  }

  /** A right key is found in memory whatever others did at its address: keys are too long to be hit by guessing. */
  function find(text: string, address: string): 'master' | ApiKey {
    const hash = text.length <= KEY_LIMIT ? hashing.sha256(text) : '';
    if (hashing.equal(hash, masterHash)) return 'master';
    const key = hash === '' ? ({ unknown: 'wrong' } as const) : keys.match(text, hash);
    if (!('unknown' in key)) return key;
    wrongKeys.refuseIfTooMany(address, clock.now());
    wrongKeys.add(address, clock.now());
    throw unauthenticated(key.unknown);
  }

  async function byKey(text: string | null, tenant: string | null = null, address = ''): Promise<Caller> {
    if (text === null || text === '') throw unauthenticated('missing');
    const key = find(text, address);
    const caller =
      key === 'master' ? operator(tenant ?? HOME_TENANT, tenant !== null, address) : holderOf(key, address);
    refuseUnknown(tenant, caller);
    return caller;
  }

  /** Naming a tenant counts for the operator; whoever else names another than their own learns nothing. NOT_FOUND. */
  function refuseUnknown(tenant: string | null, caller: Caller): void {
    if (tenant === null) return;
    if (caller.kind === 'operator' ? tenants.get(tenant) !== null : tenant === caller.tenantId) return;
    throw unknownTenant('x-dijla-tenant');
  }

  const nameOf = (idHash: string) => `session:${idHash.slice(0, 32)}`;

  /** Its sockets end when it does. */
  function watch(session: Session): void {
    const name = nameOf(session.idHash);
    openSessions.delete(name);
    openSessions.set(name, session);
    endings.endsAt(name, session.lastUsedAt + SESSION_IDLE_MS + 1);
  }

  function ownerOf({ credential, tenantId }: Session, from: string) {
    const keyName = keys.get(credential)?.name ?? null;
    const who = credential.startsWith('master:') ? OPERATOR : ({ role: 'tenant', keyId: credential, keyName } as const);
    return { ...who, session: true, tenantId, address: from === '' ? null : from };
  }

  function forget(name: string): Session | undefined {
    const session = openSessions.get(name);
    if (session === undefined) return undefined;
    openSessions.delete(name);
    const [oldest] = endedSessions.add(name);
    if (endedSessions.size > ENDED_REMEMBERED && oldest !== undefined) endedSessions.delete(oldest);
    return session;
  }

  endings.listen({
    ended(name) {
      const session = forget(name);
      if (session === undefined) return;
      const deleted = sessions.delete(session.idHash);
      deleted.catch((error: unknown) => log.warn('an ended session could not be deleted', { error }));
    },
    restored() {},
  });

  function makeRoom(credential: string): void {
    const own = [...openSessions].filter(([, session]) => session.credential === credential);
    for (const [name] of own.slice(0, Math.max(0, own.length - SESSIONS_PER_KEY + 1))) endings.end(name);
  }

  async function openSession(holder: Caller, by: 'key' | 'link' | 'switch') {
    const token = ids.secret();
    const idHash = hashing.sha256(token);
    const caller = { ...holder, session: nameOf(idHash) };
    const { credential, tenantId } = caller;
    makeRoom(credential);
    const session: Session = { idHash, tenantId, credential, lastUsedAt: clock.now() };
    const changes = { with: { before: null, after: by } };
    await sessions.put(session, auditEntry(deps.system, caller, 'session.sign_in', { changes }));
    watch(session);
    return { token, caller };
  }

  async function bySession(token: string | null, address = '', tenant: string | null = null): Promise<Caller> {
    if (token === null || token === '') throw unauthenticated('missing');
    const session = SESSION_TOKEN.test(token) ? await sessions.get(hashing.sha256(token)) : null;
    const now = clock.now();
    if (session === null || now - session.lastUsedAt > SESSION_IDLE_MS) throw unauthenticated('wrong');
    const { credential, idHash, tenantId } = session;
    if (endedSessions.has(nameOf(idHash))) throw unauthenticated('wrong');
    // A session lives as long as its key: a changed master key ends the sessions that the old one opened.
    const key = credential === masterCredential ? 'master' : keys.live(credential);
    if (key === null) throw unauthenticated('wrong');
    const named = tenant ?? tenantId;
    const caller =
      key === 'master' ? operator(named, tenant !== null || named !== HOME_TENANT, address) : holderOf(key, address);
    refuseUnknown(tenant, caller);
    watch({ ...session, lastUsedAt: now });
    if (now - session.lastUsedAt > SESSION_TOUCH_MS) await sessions.put({ ...session, lastUsedAt: now });
    return { ...caller, session: nameOf(idHash) };
  }

  async function signOut(token: string, address = ''): Promise<void> {
    const idHash = hashing.sha256(token);
    const open = forget(nameOf(idHash));
    const session = open ?? (await sessions.get(idHash));
    if (session !== null) {
      const entry = entryBy(deps.system, ownerOf(session, address), 'session.sign_out', {});
      await sessions.delete(idHash, entry);
    }
    if (open !== undefined) endings.end(nameOf(idHash));
  }

  return {
    byKey,
    bySession,
    signOut,

    async switchTenant(token, tenant, address = '') {
      const caller = await bySession(token, address);
      if (caller.kind !== 'operator') {
        throw new GatewayError('FORBIDDEN', 'Only the operator can act for another tenant.', { field: 'tenant' });
      }
      if (tenants.get(tenant) === null) throw unknownTenant('tenant');
      const opened = await openSession(operator(tenant, tenant !== HOME_TENANT, address), 'switch');
      // After the new one: what the old one's end closes comes back with the new cookie, or not at all.
      if (token !== null) await signOut(token, address);
      return opened;
    },

    async signIn(key, address, tenant = null) {
      wrongSignIns.refuseIfTooMany(address, clock.now());
      try {
        return await openSession(await byKey(key, tenant, address), 'key');
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        if (error.code === 'UNAUTHENTICATED') wrongSignIns.add(address, clock.now());
        const known = error.code === 'FORBIDDEN' ? find(key, address) : 'master';
        await refusedSignIns.record(address, error.message, known === 'master' ? null : known);
        throw error;
      }
    },

    async redeemLink(token, address = '') {
      const hash = hashing.sha256(token);
      const until = links.get(hash);
      links.delete(hash);
      if (until === undefined || until < clock.now()) {
        await refusedSignIns.record(address, 'This sign-in link opens nothing.', null);
        throw unauthenticated('wrong');
      }
      return openSession(operator(HOME_TENANT, false, address), 'link');
    },

    issueLink() {
      const token = ids.secret();
      links.set(hashing.sha256(token), clock.now() + SIGN_IN_LINK_MS);
      return token;
    },

    listen: endings.listen,
  };
}

const OPERATOR = { role: 'operator', keyId: null, keyName: 'master' } as const;

const REFUSALS: Readonly<Record<Unknown['unknown'] | 'missing', string>> = {
  missing: 'the API key is missing or wrong',
  wrong: 'the API key is missing or wrong',
  mistyped: 'the API key is mistyped or cut off, since its characters do not fit together',
  otherMode: 'a key of the sandbox (dk_test_…) never works live, nor a live one (dk_live_…) in the sandbox',
};

/** It is not named: it may be a key that was written into the wrong place. */
function unknownTenant(field: string): GatewayError {
  return new GatewayError('NOT_FOUND', 'There is no such tenant.', { field });
}

function unauthenticated(why: keyof typeof REFUSALS): GatewayError {
  return new GatewayError('UNAUTHENTICATED', `Unauthorized: ${REFUSALS[why]}.`, {
    action: 'Send your key in the header x-dijla-key (or Authorization: Bearer).',
  });
}
