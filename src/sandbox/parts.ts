import type { Account, Accounts } from './accounts.ts';
import type { Calls } from './calls.ts';
import type { CappedMap } from './capped.ts';
import { envelopeOf } from './events.ts';
import type { SendLimits } from './limits.ts';
import type { MediaStore } from './media.ts';
import type { Pace } from './options.ts';
import type { Schedule } from './schedule.ts';
import type { Templates } from './templates.ts';
import type { Users } from './users.ts';
import { encodeBody, type Webhooks } from './webhooks.ts';
import type { Clock, Windows } from './windows.ts';

/** A message that went through the sandbox, in either direction. */
export interface KnownMessage {
  numberId: string;
  direction: 'inbound' | 'outbound';
  type: string;
}

/** Everything the sandbox is made of; built once in `startSandbox`. */
export interface Parts {
  accounts: Accounts;
  calls: Calls;
  clock: Clock;
  limits: SendLimits;
  log: (message: string, detail?: object) => void;
  media: MediaStore;
  /** By wamid. */
  messages: CappedMap<string, KnownMessage>;
  pace: Pace;
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
 * Sends one change to the callback as a POST of its own, or `copies` of the very same bytes at once. Resolves after the
 * first attempts. A WABA that unsubscribed the app gets nothing.
 */
export async function announce(
  parts: Parts,
  account: Account,
  change: { field: string; value: unknown; time?: number; copies?: number },
): Promise<void> {
  if (!account.subscribed) return;
  const body = encodeBody(envelopeOf(account.wabaId, change.field, change.value, change.time));
  await Promise.all(Array.from({ length: change.copies ?? 1 }, () => parts.webhooks.deliver(body)));
}
