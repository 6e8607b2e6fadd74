import { invalidInput } from '../domain/errors.ts';
import type { Json } from '../domain/json.ts';

/** Names of credentials, bare of case, `_` and `-`. The gateway adds Meta's own token; none belongs into a message. */
const CREDENTIALS: readonly string[] = ['accesstoken', 'authorization', 'appsecret', 'appsecretproof', 'clientsecret'];
/** Deeper than any message of Meta's nests. */
const MOST_LEVELS = 64;

/**
 * Refuses what a caller wrote beside its place: content is kept, and credentials are not to be. At whatever depth;
 * INVALID_INPUT names the field.
 */
export function refuseCredentials(at: string, value: Json, level = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (level > MOST_LEVELS) throw invalidInput(at, `This is nested deeper than ${MOST_LEVELS} levels.`);
  for (const [name, member] of Object.entries<Json>(value)) {
    const field = Array.isArray(value) ? `${at}[${name}]` : `${at}.${name.slice(0, 64)}`;
    if (isCredential(name)) throw foreign(field);
    refuseCredentials(field, member, level + 1);
  }
}

export function isCredential(name: string): boolean {
  return CREDENTIALS.includes(name.toLowerCase().replace(/[_-]/g, ''));
}

export function foreign(field: string) {
  return invalidInput(field, 'Recipients and credentials do not belong into a content.', 'Leave it out.');
}
