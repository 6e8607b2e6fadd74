import { invalidInput } from '../domain/errors.ts';
import type { Sharing } from '../domain/tenant.ts';

/** Tenants that a list may name. */
const SHARERS_LIMIT = 1_000;
const ANSWER_DAYS = { least: 1, most: 365, usual: 30 } as const;
/** Secrets that count at once: the newest, and the one that it replaces. */
const COUNTING = 2;

/** How a number is to be shared, as a caller says it. */
export interface SharingInput {
  /** Null: every standard tenant. */
  readonly tenants: readonly string[] | null;
  /** Null: what nobody's message explains waits in the unrouted box. */
  readonly defaultTenantId: string | null;
  /** Null: 30. */
  readonly answerDays: number | null;
}

/** INVALID_INPUT. */
export function checkMetaId(field: string, id: string): string {
  if (/^\d{1,32}$/.test(id)) return id;
  throw invalidInput(field, "This is not an id of Meta's; it is digits only.");
}

/** INVALID_INPUT, which never quotes it. */
export function checkToken(token: string): string {
  if (/^[\x21-\x7e]{8,4096}$/.test(token)) return token;
  throw invalidInput('accessToken', 'This is no access token.', "Give a system user's token as Meta shows it.");
}

/** INVALID_INPUT, which never quotes it. */
export function checkSecret(field: 'appSecret' | 'verifyToken', secret: string): string {
  const least = field === 'appSecret' ? 16 : 8;
  if (secret.length >= least && secret.length <= 256 && /^[\x21-\x7e]+$/.test(secret)) return secret;
  throw invalidInput(field, `It has ${least} to 256 characters, without spaces.`);
}

/** The newest first; the one before it counts until the next, so that nothing is lost while Meta and we change over. */
export function rotated(before: readonly string[], fresh: string | null): readonly string[] {
  return fresh === null ? before : [...new Set([fresh, ...before])].slice(0, COUNTING);
}

/** INVALID_INPUT. `exists` says whether there is such a tenant. */
export function checkSharing(given: SharingInput, exists: (tenantId: string) => boolean): Sharing {
  const { defaultTenantId, tenants } = given;
  const answerDays = given.answerDays ?? ANSWER_DAYS.usual;
  if (!Number.isInteger(answerDays) || answerDays < ANSWER_DAYS.least || answerDays > ANSWER_DAYS.most) {
    throw invalidInput('sharing.answerDays', `It lies between ${ANSWER_DAYS.least} and ${ANSWER_DAYS.most} days.`);
  }
  if (tenants !== null && (tenants.length === 0 || tenants.length > SHARERS_LIMIT)) {
    throw invalidInput('sharing.tenants', `Name 1 to ${SHARERS_LIMIT} tenants, or leave it out for all standard ones.`);
  }
  const unknown = tenants?.find((id) => !exists(id));
  if (unknown !== undefined) throw invalidInput('sharing.tenants', 'One of them is no tenant.');
  if (defaultTenantId !== null && !exists(defaultTenantId)) {
    throw invalidInput('sharing.defaultTenantId', 'There is no such tenant.');
  }
  return { tenants: tenants === null ? 'standard' : [...new Set(tenants)], defaultTenantId, answerDays };
}
