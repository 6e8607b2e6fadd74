import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { auditContract } from './contract-audit.ts';
import { credentialsContract } from './contract-credentials.ts';
import { deliveryContract } from './contract-delivery.ts';
import { identityContract } from './contract-identity.ts';
import { inboundContract } from './contract-inbound.ts';
import { mediaContract } from './contract-media.ts';
import { messagesContract } from './contract-messages.ts';
import { outboxContract } from './contract-outbox.ts';
import { quarantineContract } from './contract-quarantine.ts';
import { queueContract } from './contract-queue.ts';
import { reactionsContract } from './contract-reactions.ts';
import { readStateContract } from './contract-read-state.ts';
import { recordsContract } from './contract-records.ts';
import { searchContract } from './contract-search.ts';
import { sharedContract } from './contract-shared.ts';
import { templatesContract } from './contract-templates.ts';
import { tenancyContract } from './contract-tenancy.ts';
import { unansweredContract } from './contract-unanswered.ts';
import { unroutedContract } from './contract-unrouted.ts';
import { usageContract } from './contract-usage.ts';
import { windowsContract } from './contract-windows.ts';
import { NUMBER, OTHER_NUMBER, OTHER_TENANT, registered } from './fixtures.ts';

/** One store of one test. */
export interface StoreRig {
  /** The store as it stands; another object after `reopen`. */
  readonly store: Store;
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<Store>;
  /** Resolves when what the store does in the background is done. */
  settled(): Promise<void>;
  /** Closes the store and deletes its data. */
  dispose(): Promise<void>;
}

/** What every adapter of the store port must do. Each test gets a fresh store with a number of each of two tenants. */
export function storeContract(adapter: string, make: () => Promise<StoreRig>): void {
  describe(`a store on ${adapter}`, () => {
    let rig: StoreRig | null = null;

    beforeEach(async () => {
      rig = await make();
      await rig.store.numbers.register(registered(NUMBER));
      await rig.store.numbers.register(registered(OTHER_NUMBER, OTHER_TENANT));
    });
    afterEach(async () => {
      await rig?.dispose();
      rig = null;
    });

    const current = (): StoreRig => {
      if (rig === null) throw new Error('the store is made before each test');
      return rig;
    };
    inboundContract(current);
    quarantineContract(current);
    outboxContract(current);
    queueContract(current);
    unansweredContract(current);
    messagesContract(current);
    reactionsContract(current);
    mediaContract(current);
    readStateContract(current);
    windowsContract(current);
    identityContract(current);
    sharedContract(current);
    unroutedContract(current);
    recordsContract(current);
    credentialsContract(current);
    tenancyContract(current);
    auditContract(current);
    usageContract(current);
    searchContract(current);
    templatesContract(current);
    deliveryContract(current);
  });
}
