import { HOME_TENANT } from '../domain/tenant.ts';
import type { CredentialsFor } from './credentials.ts';
import type { NumberVault } from './number-vault.ts';
import type { Numbers } from './numbers.ts';

/** Who may send from a number, and with what: the master's token, or the one that its tenant stored, opened for this call. */
export function createReach(deps: {
  readonly numbers: Pick<Numbers, 'byMetaId' | 'mayUse'>;
  readonly vault: Pick<NumberVault, 'open'>;
  readonly master: { readonly accessToken: string };
}): {
  readonly credentialsFor: CredentialsFor;
  readonly mayUse: (tenantId: string, phoneNumberId: string) => boolean;
  /** True when a tenant reaches a number with the master's token, which reaches what other tenants have at Meta too. */
  readonly isRented: (tenantId: string, phoneNumberId: string) => boolean;
} {
  const { master, numbers, vault } = deps;

  function usable(tenantId: string, phoneNumberId: string) {
    const number = numbers.byMetaId(phoneNumberId);
    return number !== undefined && numbers.mayUse(tenantId, number) ? number : null;
  }

  return {
    mayUse: (tenantId, phoneNumberId) => usable(tenantId, phoneNumberId) !== null,

    isRented: (tenantId, phoneNumberId) =>
      tenantId !== HOME_TENANT && numbers.byMetaId(phoneNumberId)?.credentials === 'master',

    credentialsFor(phoneNumberId, tenantId) {
      const number = usable(tenantId, phoneNumberId);
      if (number === null) return null;
      const accessToken = number.credentials === 'master' ? master.accessToken : vault.open(number)?.accessToken;
      return accessToken === undefined ? null : { accessToken, phoneNumberId };
    },
  };
}
