import type { MediaRecord, MediaSettlement } from '../domain/media.ts';
import type { CloudMedia } from '../ports/cloud-media.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import type { CredentialsFor } from './credentials.ts';
import { createLoop } from './loop.ts';
import { type Attempt, fetchMedia } from './media-download.ts';
import type { Keeping } from './media-keeping.ts';

/** Downloads under way at once, of all tenants and of one, so that none keeps the others waiting. */
const AT_ONCE = 4;
const PER_TENANT = 2;
/** Waits between attempts grow threefold; half of each is left to chance. */
const BACK_OFF_MS = { first: 5_000, most: 6 * 60 * 60_000 };
/** After a failure of our own store. */
const RETRY_MS = 5_000;

/** Fetches the files of inbound messages from Meta in the background. */
export interface MediaFetch {
  /** One step of the loop: starts what may run and resolves when all of it is settled. Answers how many there were. */
  runDue(): Promise<number>;
  /** There is something to fetch. */
  kick(): void;
  start(): void;
  /** Breaks downloads off, which are begun again at the next start, and resolves when none is under way. */
  stop(): Promise<void>;
}

/**
 * The message is stored and told before anything here begins, and whatever happens here it stays so. What is pending is in
 * the store, so a restart goes on where it stopped.
 */
export function createMediaFetch(
  deps: Keeping & {
    readonly media: MediaStore;
    readonly cloudApi: CloudMedia;
    readonly credentialsFor: CredentialsFor;
    readonly wakeup: Wakeup;
    readonly system: System;
  },
): MediaFetch {
  const { media, wakeup } = deps;
  const { clock, log, metrics, random } = deps.system;
  const underWay = new Map<string, { readonly tenantId: string; readonly done: Promise<void> }>();
  const stopping = new AbortController();
  const held = new Set<{ cancel(): void }>();
  metrics.gauge('media_in_flight', () => underWay.size);

  async function attempt(record: MediaRecord): Promise<Attempt> {
    const { attempts, expiresAt, facts, phoneNumberId, tenantId } = record;
    if (attempts > 0 && clock.now() >= expiresAt) return { kind: 'failed', reason: expired(facts.reason) };
    const credentials = deps.credentialsFor(phoneNumberId, tenantId);
    if (credentials === null) {
      return { kind: 'failed', reason: 'No credentials are stored for this number, so its files cannot be fetched.' };
    }
    return fetchMedia({ ...deps, log }, record, credentials, stopping.signal);
  }

  function settlementOf({ attempts, expiresAt }: MediaRecord, outcome: Attempt): MediaSettlement {
    if (outcome.kind !== 'later') return outcome;
    const nextAt = clock.now() + backOff(attempts, random());
    const { reason } = outcome;
    return nextAt < expiresAt ? { kind: 'later', nextAt, reason } : { kind: 'failed', reason: expired(reason) };
  }

  async function run(record: MediaRecord): Promise<void> {
    const outcome = await attempt(record);
    // What was broken off by the stop is no attempt.
    if (stopping.signal.aborted && outcome.kind === 'later') return;
    const settlement = settlementOf(record, outcome);
    const { id, tenantId, attempts } = record;
    const told = await media.settle(tenantId, id, attempts, settlement, clock.now());
    metrics.count('media_fetches_total', { result: settlement.kind });
    if (settlement.kind !== 'ready') {
      log.warn('a media file was not fetched', { mediaId: id, result: settlement.kind, reason: settlement.reason });
    }
    if (told) wakeup.publish(tenantId);
  }

  function track(record: MediaRecord): Promise<void> {
    const { id, tenantId } = record;
    const release = () => {
      underWay.delete(id);
      loop.kick();
    };
    const done = run(record).then(release, (error: unknown) => {
      log.error('a media file could not be settled; it is tried again', { mediaId: id, error });
      // Kept from the next readings for a while, since it would be found due at once.
      const hold = clock.after(RETRY_MS, () => {
        held.delete(hold);
        release();
      });
      held.add(hold);
    });
    underWay.set(id, { tenantId, done });
    return done;
  }

  async function startDue(): Promise<Promise<void>[]> {
    // Enough to find others when every tenant that is busy already comes first.
    const due = await media.due(clock.now(), 2 * AT_ONCE, PER_TENANT, [...underWay.keys()]);
    return due.flatMap((record) => {
      const tenants = [...underWay.values()].filter(({ tenantId }) => tenantId === record.tenantId);
      const free = !stopping.signal.aborted && underWay.size < AT_ONCE && tenants.length < PER_TENANT;
      return free ? [track(record)] : [];
    });
  }

  async function step(): Promise<number> {
    const now = clock.now();
    if (underWay.size < AT_ONCE) await startDue();
    return ((await media.nextDue(now)) ?? Infinity) - clock.now();
  }

  const loop = createLoop(clock, step, (error) =>
    log.error('pending media files could not be read; it is tried again', { error }),
  );

  return {
    async runDue() {
      const started = await startDue();
      await Promise.all(started);
      return started.length;
    },
    kick: loop.kick,
    start: loop.start,
    async stop() {
      stopping.abort();
      for (const hold of held) hold.cancel();
      await loop.stop();
      await Promise.all([...underWay.values()].map(({ done }) => done));
    },
  };
}

function backOff(attempts: number, random: number): number {
  const longest = Math.min(BACK_OFF_MS.first * 3 ** attempts, BACK_OFF_MS.most);
  return Math.round(longest * (0.5 + random / 2));
}

function expired(reason: string | null): string {
  return `Meta keeps a file for 7 days, in which it could not be fetched. ${reason ?? ''}`.trim();
}
