import type { AuditEntry } from '../domain/audit.ts';
import { invalidInput } from '../domain/errors.ts';
import type { Caller, Tenant } from '../domain/tenant.ts';
import type { Page, PageRequest } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { UnroutedClaim, UnroutedFilter, UnroutedMessage, UnroutedStore } from '../ports/unrouted.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import { auditEntry } from './auditing.ts';
import type { MediaFetch } from './media-fetch.ts';
import type { Numbers } from './numbers.ts';
import { requireOperator } from './scopes.ts';
import type { Tenants } from './tenants.ts';

export type { UnroutedMessage } from '../ports/unrouted.ts';

/** Messages that one call may name. */
const IDS_LIMIT = 100;

/** Messages by their ids, or all that a person wrote to a number (`num_…` or Meta's id). */
export type UnroutedChoice =
  | { readonly ids: readonly string[] }
  | { readonly phoneNumberId: string; readonly contact: string };

/** What a tenant got. */
export interface Assigned {
  readonly tenant: Tenant;
  readonly messages: number;
}

/** The box of messages that no number or tenant claims. What is claimed is stored as if it had been routed so at once. */
export interface Unrouted {
  /** By arrival, newest first. FORBIDDEN but for the operator. */
  list(
    caller: Caller,
    filter: { readonly phoneNumberId?: string | undefined; readonly contact?: string | undefined },
    page: PageRequest,
  ): Promise<Page<UnroutedMessage>>;
  /**
   * Gives messages to a tenant, and with them what their authors write to these numbers next, until another tenant writes
   * to them. What is not in the box (any more) is passed over, so it may be repeated.
   * FORBIDDEN, NOT_FOUND (tenant), INVALID_INPUT (a number that is not registered, or that the tenant may not use).
   */
  assign(caller: Caller, choice: UnroutedChoice, tenantId: string): Promise<Assigned>;
  /** Routes what waits for a number again, by the rules as they now are. Answers how many messages left the box. */
  claimNumber(phoneNumberId: string): Promise<number>;
  /** The same in the background, when a number has become known. */
  kick(phoneNumberId: string): void;
  /** The same for every number of ours: at the start, for what a crash has left. */
  start(): void;
  /** Resolves once nothing is under way in the background. */
  settled(): Promise<void>;
}

export function createUnrouted(deps: {
  readonly store: UnroutedStore;
  readonly numbers: Pick<Numbers, 'byMetaId' | 'byId' | 'mayUse'>;
  readonly tenants: Pick<Tenants, 'byId'>;
  readonly wakeup: Wakeup;
  readonly mediaFetch: Pick<MediaFetch, 'kick'>;
  readonly system: Pick<System, 'clock' | 'ids' | 'log'>;
}): Unrouted {
  const { numbers, store, tenants, wakeup } = deps;
  const { clock, log } = deps.system;
  let background: Promise<unknown> = Promise.resolve();

  const metaIdOf = (phoneNumberId: string) => numbers.byId(phoneNumberId)?.phoneNumberId ?? phoneNumberId;

  /** Helping by helping, so that other writes get their turn; each is a transaction. */
  async function claim(what: UnroutedClaim, entry?: () => AuditEntry): Promise<number> {
    let claimed = 0;
    for (let after: number | null = 0; after !== null; ) {
      const helping = await store.claim(what, after, clock.now(), entry?.());
      for (const tenantId of helping.tenants) wakeup.publish(tenantId);
      claimed += helping.messages;
      if (helping.failed !== undefined) {
        const { phoneNumberId } = what;
        log.error('unrouted items could not be stored and stay in the box', { phoneNumberId, ...helping.failed });
      }
      after = helping.next;
    }
    if (claimed > 0) deps.mediaFetch.kick();
    return claimed;
  }

  async function claimNumber(phoneNumberId: string): Promise<number> {
    if (numbers.byMetaId(phoneNumberId) === undefined) return 0;
    return claim({ phoneNumberId, tenantId: null });
  }

  function inBackground(work: () => Promise<unknown>): void {
    background = background
      .then(work)
      .catch((error: unknown) =>
        log.error('unrouted messages could not be claimed; tried again at the start', { error }),
      );
  }

  /** INVALID_INPUT unless the tenant may use the number. */
  function checkNumber(field: string, phoneNumberId: string, tenantId: string): void {
    const number = numbers.byMetaId(phoneNumberId);
    if (number === undefined) {
      throw invalidInput(field, `The number ${phoneNumberId} is not registered.`, 'Add the number first.');
    }
    if (numbers.mayUse(tenantId, number)) return;
    throw invalidInput(
      'tenant',
      'The tenant may not use this number.',
      'Assign the number to it, or share it with it.',
    );
  }

  async function claimsOf(choice: UnroutedChoice, tenantId: string): Promise<UnroutedClaim[]> {
    if ('contact' in choice) {
      const phoneNumberId = metaIdOf(choice.phoneNumberId);
      checkNumber('phoneNumberId', phoneNumberId, tenantId);
      return [{ phoneNumberId, tenantId, person: personOf(choice.contact) }];
    }
    const { ids } = choice;
    if (ids.length === 0 || ids.length > IDS_LIMIT) {
      throw invalidInput(
        'ids',
        `Give 1–${IDS_LIMIT} ids.`,
        'Assign more in several calls, or all of a person at once.',
      );
    }
    const byNumber = Map.groupBy(await store.getMany(ids), ({ item }) => item.phoneNumberId);
    return [...byNumber].map(([phoneNumberId, messages]) => {
      checkNumber('ids', phoneNumberId, tenantId);
      return { phoneNumberId, tenantId, ids: messages.map(({ id }) => id) };
    });
  }

  return {
    async list(caller, { phoneNumberId, contact }, page) {
      requireOperator(caller);
      const filter: UnroutedFilter = {
        phoneNumberId: phoneNumberId === undefined ? undefined : metaIdOf(phoneNumberId),
        person: contact === undefined ? undefined : personOf(contact),
      };
      return store.list(filter, page);
    },

    async assign(caller, choice, tenantId) {
      requireOperator(caller);
      const tenant = tenants.byId(caller, tenantId);
      let messages = 0;
      for (const one of await claimsOf(choice, tenantId)) {
        // One for each transaction.
        const entry = () => auditEntry(deps.system, caller, 'unrouted.assign', { tenantId, target: one.phoneNumberId });
        messages += await claim(one, entry);
      }
      return { tenant, messages };
    },

    claimNumber,
    kick: (phoneNumberId) => inBackground(() => claimNumber(phoneNumberId)),
    start: () =>
      inBackground(async () => {
        for (const phoneNumberId of await store.numbers()) await claimNumber(phoneNumberId);
      }),
    async settled() {
      await background;
    },
  };
}

/** A phone in any spelling of E.164, or a user id. */
function personOf(contact: string): string {
  const given = contact.trim();
  return /^[A-Za-z]/.test(given) ? given : `+${given.replace(/\D/g, '').replace(/^00/, '')}`;
}
