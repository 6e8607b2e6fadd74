import type { Scope } from './tenant.ts';

/** A tenant's key as it is kept: everything but the secret. Times are epoch milliseconds. */
export interface ApiKey {
  /** `key_…`; its public part stands in the key itself. Names the key wherever a credential is named. */
  readonly id: string;
  readonly tenantId: string;
  /** The person or system that holds it, as `sentBy` of a message shows it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** SHA-256 of the whole key, hexadecimal. */
  readonly hash: string;
  readonly createdAt: number;
  /** The name of the key that issued it. */
  readonly createdBy: string;
  /** Null: it does not expire. */
  readonly expiresAt: number | null;
  /** IP addresses and CIDR ranges from which it may be used; empty: from anywhere. */
  readonly allowedIps: readonly string[];
  /** To the minute; null when it was never used. */
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
  /** The key that took its place when it was rotated. */
  readonly replacedBy: string | null;
}

/** `replaced`: rotated, and good until its overlap is over. The last two open nothing. */
export type ApiKeyState = 'active' | 'replaced' | 'expired' | 'revoked';

export function apiKeyState({ expiresAt, replacedBy, revokedAt }: ApiKey, now: number): ApiKeyState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  return replacedBy === null ? 'active' : 'replaced';
}

/** Whether it opens anything now. */
export function isLive(key: ApiKey, now: number): boolean {
  const state = apiKeyState(key, now);
  return state === 'active' || state === 'replaced';
}
