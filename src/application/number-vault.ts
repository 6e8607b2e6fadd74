import type { AuditEntry } from '../domain/audit.ts';
import type { PhoneNumber } from '../domain/tenant.ts';
import type { CredentialStore, SealedCredentials } from '../ports/credential-store.ts';
import type { SecretPlace, Secrets } from '../ports/secrets.ts';
import type { Log } from '../ports/system.ts';

/** What a tenant stores to have its own number reached. Of the lists the first is the newest. */
export interface OwnCredentials {
  readonly accessToken: string;
  /** Of its app; two while one is being replaced. */
  readonly appSecrets: readonly string[];
  readonly verifyTokens: readonly string[];
}

/** What a tenant's own webhook is judged by. */
export type WebhookSecrets = Pick<OwnCredentials, 'appSecrets' | 'verifyTokens'>;

/** The gateway cannot start with these keys. The message is one sentence for the operator. */
export class EncryptionKeyError extends Error {
  override readonly name = 'EncryptionKeyError';
}

/**
 * The stored credentials of tenants' own numbers. They are kept sealed, in memory too: a token is opened for one call and
 * let go. App secrets and verify tokens, which every webhook asks for, stay open from a tenant's first webhook on.
 */
export interface NumberVault {
  /**
   * Reads them, and wraps by the first key what an older one has wrapped. EncryptionKeyError when some were stored with a key
   * that is not given.
   */
  load(): Promise<void>;
  /** False without an encryption key: nothing can be stored. */
  readonly ready: boolean;
  /** Null when there are none, or when they cannot be opened. */
  open(number: Pick<PhoneNumber, 'id' | 'tenantId'>): OwnCredentials | null;
  /** Stores the number with its credentials. Answers with the number as it stands, which may be another tenant's: then not. */
  put(number: PhoneNumber, credentials: OwnCredentials, entry?: AuditEntry): Promise<PhoneNumber>;
  /** The number is gone, and with it its credentials. */
  forget(numberId: string): void;
  webhookSecrets(tenantId: string): WebhookSecrets;
}

const NONE: WebhookSecrets = { appSecrets: [], verifyTokens: [] };

export function createNumberVault(deps: {
  readonly store: CredentialStore;
  readonly secrets: Secrets;
  readonly log: Log;
}): NumberVault {
  const { secrets, store } = deps;
  const sealedOf = new Map<string, SealedCredentials>();
  /** The numbers of each tenant that has any, so that a name that anybody made up costs one look. */
  const numbersOf = new Map<string, Set<string>>();
  const ofTenant = new Map<string, WebhookSecrets>();

  function open({ id, tenantId }: Pick<PhoneNumber, 'id' | 'tenantId'>): OwnCredentials | null {
    const kept = sealedOf.get(id);
    if (kept?.tenantId !== tenantId) return null;
    const text = secrets.open(placeOf(kept), kept.sealed);
    // Sealed by `put`, and nobody else can make what opens.
    return text === null ? null : (JSON.parse(text) as OwnCredentials);
  }

  function keep(credentials: SealedCredentials): void {
    const { numberId, tenantId } = credentials;
    sealedOf.set(numberId, credentials);
    numbersOf.set(tenantId, (numbersOf.get(tenantId) ?? new Set()).add(numberId));
    ofTenant.delete(tenantId);
  }

  function checkKeys(all: readonly SealedCredentials[]): void {
    if (all.length === 0) return;
    const stored = `credentials are stored for ${all.length} number(s)`;
    if (!secrets.ready) {
      throw new EncryptionKeyError(
        `ENCRYPTION_KEY is not set, but ${stored}; set it to the key they were stored with.`,
      );
    }
    const lost = all.filter(({ sealed }) => !secrets.knows(sealed)).length;
    if (lost === 0) return;
    throw new EncryptionKeyError(
      `ENCRYPTION_KEY does not open what is there: ${stored}, ${lost} of them with another key; ` +
        'add that key to the list, behind the first.',
    );
  }

  return {
    ready: secrets.ready,

    async load() {
      const all = await store.all();
      checkKeys(all);
      for (const one of all) {
        const { numberId, sealed, tenantId } = one;
        const again = secrets.rewrap(placeOf(one), sealed);
        if (again !== null) await store.rewrap(tenantId, numberId, sealed.keyId, again);
        keep(again === null ? one : { ...one, sealed: again });
        if (open({ id: numberId, tenantId }) !== null) continue;
        deps.log.error('the stored credentials of a number were changed and do not open; store them again', {
          numberId,
        });
      }
    },

    open,

    async put(number, credentials, entry) {
      const { id: numberId, tenantId } = number;
      const sealed = secrets.seal(placeOf({ numberId, tenantId }), JSON.stringify(credentials));
      const stands = await store.put(number, sealed, entry);
      if (stands.tenantId === tenantId && stands.id === numberId) keep({ numberId, tenantId, sealed });
      return stands;
    },

    forget(numberId) {
      const kept = sealedOf.get(numberId);
      if (kept === undefined) return;
      sealedOf.delete(numberId);
      numbersOf.get(kept.tenantId)?.delete(numberId);
      ofTenant.delete(kept.tenantId);
    },

    webhookSecrets(tenantId) {
      const known = ofTenant.get(tenantId);
      if (known !== undefined) return known;
      const own = numbersOf.get(tenantId);
      if (own === undefined) return NONE;
      const opened = [...own].flatMap((id) => open({ id, tenantId }) ?? []);
      const all = {
        appSecrets: [...new Set(opened.flatMap(({ appSecrets }) => appSecrets))],
        verifyTokens: [...new Set(opened.flatMap(({ verifyTokens }) => verifyTokens))],
      };
      ofTenant.set(tenantId, all);
      return all;
    },
  };
}

function placeOf({ tenantId, numberId }: Pick<SealedCredentials, 'tenantId' | 'numberId'>): SecretPlace {
  return { tenantId, row: numberId };
}
