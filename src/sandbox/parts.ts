import type { Account, Accounts } from './accounts.ts';
import type { BlockLists } from './block-lists.ts';
import type { Calls } from './calls.ts';
import type { CappedMap } from './capped.ts';
import type { Delivery } from './delivery.ts';
import type { EntryPoints } from './entry-points.ts';
import type { Faults } from './faults.ts';
import type { SendLimits } from './limits.ts';
import type { MediaStore } from './media.ts';
import type { Pace } from './options.ts';
import type { Phones } from './phones.ts';
import type { Schedule } from './schedule.ts';
import type { Templates } from './templates.ts';
import type { Users } from './users.ts';
import type { Webhooks } from './webhooks.ts';
import type { Clock, Windows } from './windows.ts';

/** A message that went through the sandbox, in either direction. */
export interface KnownMessage {
  numberId: string;
  direction: 'inbound' | 'outbound';
  type: string;
  /** Who wrote it, or to whom it was sent. */
  userKey: string;
}

/** Everything the sandbox is made of; built once in `startSandbox`. */
export interface Parts {
  accounts: Accounts;
  blocked: BlockLists;
  calls: Calls;
  clock: Clock;
  delivery: Delivery;
  entryPoints: EntryPoints;
  faults: Faults;
  limits: SendLimits;
  log: (message: string, detail?: object) => void;
  media: MediaStore;
  /** By wamid. */
  messages: CappedMap<string, KnownMessage>;
  /** Pairs of number and user who stopped marketing messages. */
  optOuts: CappedMap<string, true>;
  pace: Pace;
  phones: Phones;
  /** How often a scripted person's calls were refused since one was accepted, by number and user. */
  refusals: CappedMap<string, number>;
  /** Pairs of number and user in which a session message was answered by script since the last template. */
  answered: CappedMap<string, true>;
  schedule: Schedule;
  templates: Templates;
  url: () => string;
  users: Users;
  webhooks: Webhooks;
  windows: Windows;
}

/**
 * Sends one change to the callback, by the switches of `delivery`: as a POST of its own, or `copies` of the very same
 * bytes at once. Resolves after the first attempts. A WABA that unsubscribed the app gets nothing.
 */
export async function announce(
  parts: Parts,
  account: Account,
  { copies = 1, ...change }: { field: string; value: unknown; time?: number; copies?: number },
): Promise<void> {
  if (account.subscribed) await parts.delivery.announce({ wabaId: account.wabaId, ...change }, copies);
}
