import { invalidInput } from '../domain/errors.ts';
import type { NumberCredentials } from '../ports/cloud-api.ts';

/**
 * What is kept to reach a number, opened for one call: null when there is nothing, or when the tenant may not use the number
 * (any more).
 */
export type CredentialsFor = (phoneNumberId: string, tenantId: string) => NumberCredentials | null;

/** Checks credentials that came with a call. INVALID_INPUT. */
export function checkCredentials({ accessToken, phoneNumberId }: NumberCredentials): void {
  if (!/^\d{1,32}$/.test(phoneNumberId)) {
    throw invalidInput('credentials.phoneNumberId', "This is not a phone number id of Meta's; it is digits only.");
  }
  if (accessToken.trim() === '') throw invalidInput('credentials.accessToken', 'The token is empty.');
}
