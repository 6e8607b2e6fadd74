import { type ApiKey, isLive } from '../domain/api-key.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { type IpRange, isInRanges, parseIpRange } from '../domain/ip-range.ts';
import type { SessionStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { KeyStore } from '../ports/tenancy.ts';
import type { Endings } from './endings.ts';
import { type KeyMode, readKey } from './key-format.ts';

/** A key's last use is written at most this often. */
const USE_MS = 60 * 1000;

/** Why a text is no key of ours, as far as its bearer may know. */
export type Unknown = { readonly unknown: 'wrong' | 'mistyped' | 'otherMode' };

/**
 * All tenants' keys, in memory: a guess costs two hashes and a comparison and never reaches the store, and what was
 * revoked is gone at once.
 */
export interface KeyRing {
  load(): Promise<void>;
  /**
   * The live key that this text is. What cannot be one (form, checksum, mode) is not looked up; of what can, an unknown
   * id, a wrong secret and a dead key cost the same work.
   */
  match(text: string, textHash: string): ApiKey | Unknown;
  /** By id, while it is live. */
  live(id: string): ApiKey | null;
  get(id: string): ApiKey | null;
  /** Dead ones too, the newest first. */
  ofTenant(tenantId: string): readonly ApiKey[];
  mayUseFrom(key: ApiKey, address: string): boolean;
  /** Notes the use, now in memory and soon in the store. */
  used(key: ApiKey): void;
  /** Makes it durable, with who did it, then acts on it: what has died ends everything that it opened. */
  put(keys: readonly ApiKey[], entry: AuditEntry): Promise<void>;
  delete(tenantId: string, ids: readonly string[]): Promise<void>;
  /** Resolves when no use is being written. */
  settled(): Promise<void>;
}

export function createKeyRing(deps: {
  readonly mode: KeyMode;
  readonly store: KeyStore;
  readonly sessions: Pick<SessionStore, 'deleteOf'>;
  readonly endings: Endings;
  readonly system: System;
}): KeyRing {
  const { endings, mode, sessions, store } = deps;
  const { clock, hashing, log } = deps.system;
  /** What an unknown id's secret is compared with. */
  const nobody = hashing.sha256('');
  const keys = new Map<string, ApiKey>();
  const ranges = new Map<string, readonly IpRange[]>();
  const writes = new Set<Promise<void>>();

  function keep(key: ApiKey): void {
    keys.set(key.id, key);
    ranges.set(
      key.id,
      key.allowedIps.flatMap((text) => parseIpRange(text) ?? []),
    );
    endings.endsAt(key.id, isLive(key, clock.now()) ? key.expiresAt : null);
  }

  /** What cannot be done at once is done with the next one. */
  function inBackground(what: string, work: Promise<void>): void {
    const write = work
      .catch((error: unknown) => log.warn(what, { error }))
      .finally(() => {
        writes.delete(write);
      });
    writes.add(write);
  }

  endings.listen({
    ended(name) {
      if (keys.has(name)) inBackground('the sessions of a dead key could not be deleted', sessions.deleteOf(name));
    },
    restored() {},
  });

  return {
    async load() {
      keys.clear();
      for (const key of await store.all()) keep(key);
    },

    match(text, textHash) {
      const read = readKey(text);
      if (read.kind !== 'key') return { unknown: read.kind === 'mistyped' ? 'mistyped' : 'wrong' };
      if (read.mode !== mode) return { unknown: 'otherMode' };
      const key = keys.get(read.id);
      const equal = hashing.equal(textHash, key?.hash ?? nobody);
      return key !== undefined && equal && isLive(key, clock.now()) ? key : { unknown: 'wrong' };
    },

    live(id) {
      const key = keys.get(id);
      return key !== undefined && isLive(key, clock.now()) ? key : null;
    },

    get: (id) => keys.get(id) ?? null,

    ofTenant: (tenantId) =>
      [...keys.values()]
        .filter((key) => key.tenantId === tenantId)
        .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)),

    mayUseFrom(key, address) {
      const allowed = ranges.get(key.id) ?? [];
      return key.allowedIps.length === 0 || isInRanges(address, allowed);
    },

    used({ id, tenantId }) {
      const now = clock.now();
      const key = keys.get(id);
      if (key === undefined || (key.lastUsedAt !== null && now - key.lastUsedAt < USE_MS)) return;
      keys.set(id, { ...key, lastUsedAt: now });
      inBackground("a key's last use could not be noted", store.used(tenantId, id, now));
    },

    async put(changed, entry) {
      await store.put(changed, entry);
      const now = clock.now();
      for (const key of changed) {
        const before = keys.get(key.id);
        keep(before === undefined ? key : { ...key, lastUsedAt: before.lastUsedAt });
        if (before !== undefined && isLive(before, now) && !isLive(key, now)) endings.end(key.id);
      }
    },

    async delete(tenantId, ids) {
      await store.delete(tenantId, ids);
      for (const id of ids) {
        keys.delete(id);
        ranges.delete(id);
        endings.endsAt(id, null);
      }
    },

    async settled() {
      await Promise.all(writes);
    },
  };
}
