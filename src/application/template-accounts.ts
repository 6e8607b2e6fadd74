import { HOME_TENANT, type PhoneNumber } from '../domain/tenant.ts';
import type { CredentialsFor } from './credentials.ts';
import type { Numbers } from './numbers.ts';
import type { TemplateAccount } from './templates.ts';

/**
 * The accounts that credentials of ours reach: the master's first, then one for each account and tenant with a number that
 * has what it takes. Tokens are opened when they are read. An account is reached by any of its numbers' tokens: `next` goes
 * on to another one, until all were tried.
 */
export function createTemplateAccounts(deps: {
  readonly master: { readonly accessToken: string; readonly wabaId: string };
  readonly numbers: Pick<Numbers, 'all'>;
  readonly credentialsFor: CredentialsFor;
}): () => readonly TemplateAccount[] {
  const { credentialsFor, master, numbers } = deps;
  const masters: TemplateAccount = { ...master, tenantId: HOME_TENANT };
  /** Kept, so that an account remembers which of its tokens works. */
  const known = new Map<string, TemplateAccount>();

  function numbersOf(tenantId: string, wabaId: string): readonly PhoneNumber[] {
    return numbers.all().filter((number) => number.wabaId === wabaId && ownerOf(number) === tenantId);
  }

  function accountOf(tenantId: string, wabaId: string): TemplateAccount {
    let tried = 0;
    return {
      tenantId,
      wabaId,
      get accessToken() {
        const all = numbersOf(tenantId, wabaId);
        const number = all[tried % Math.max(1, all.length)];
        // Without one the call is refused before it is made.
        return number === undefined ? '' : (credentialsFor(number.phoneNumberId, number.tenantId)?.accessToken ?? '');
      },
      next() {
        tried = (tried + 1) % Math.max(1, numbersOf(tenantId, wabaId).length);
        return tried !== 0;
      },
    };
  }

  return () => {
    const accounts = new Map<string, TemplateAccount>();
    for (const number of numbers.all()) {
      const { wabaId } = number;
      const tenantId = ownerOf(number);
      if (wabaId === null || tenantId === null) continue;
      if (tenantId === HOME_TENANT && wabaId === master.wabaId) continue;
      const key = `${wabaId}|${tenantId}`;
      accounts.set(key, known.get(key) ?? accountOf(tenantId, wabaId));
    }
    known.clear();
    for (const [key, account] of accounts) known.set(key, account);
    return [masters, ...accounts.values()];
  };
}

/** Whose the account of a number is; null when nothing is kept that reaches it. */
function ownerOf({ credentials, tenantId }: PhoneNumber): string | null {
  if (credentials === 'direct') return null;
  return credentials === 'master' ? HOME_TENANT : tenantId;
}
