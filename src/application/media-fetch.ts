import type { MediaRecord, MediaSettlement } from '../domain/media.ts';
import type { CloudMedia } from '../ports/cloud-media.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import type { CredentialsFor } from './credentials.ts';
import { createLoop } from './loop.ts';
import { type Attempt, fetchMedia, type TakeRoom } from './media-download.ts';
import type { Keeping } from './media-keeping.ts';
import type { MediaRoom } from './media-room.ts';
import { Rotation } from './rotation.ts';
import { Shares } from './shares.ts';

/** Downloads under way at once, of all tenants and of one: some are left for others, however long those of one hang. */
const AT_ONCE = 8;
const PER_TENANT = 2;
/** Pending files of one reading: enough to find every tenant that waits, or 128 of them. */
const READ_LIMIT = 256;
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
    readonly room: MediaRoom;
    readonly cloudApi: CloudMedia;
    readonly credentialsFor: CredentialsFor;
    readonly wakeup: Wakeup;
    readonly system: System;
  },
): MediaFetch {
  const { media, wakeup } = deps;
  const { clock, log, metrics, random } = deps.system;
  const underWay = new Map<string, Promise<void>>();
  const shares = new Shares(AT_ONCE);
  const turns = new Rotation();
  const stopping = new AbortController();
  const held = new Set<{ cancel(): void }>();
  metrics.gauge('media_in_flight', () => underWay.size);

  async function attempt(record: MediaRecord, room: TakeRoom): Promise<Attempt> {
    const { attempts, expiresAt, facts, phoneNumberId, tenantId } = record;
    if (attempts > 0 && clock.now() >= expiresAt) return { kind: 'failed', reason: expired(facts.reason) };
    const credentials = deps.credentialsFor(phoneNumberId, tenantId);
    if (credentials === null) {
      return { kind: 'failed', reason: 'No credentials are stored for this number, so its files cannot be fetched.' };
    }
    return fetchMedia({ ...deps, log, takeRoom: room }, record, credentials, stopping.signal);
  }

  function settlementOf({ attempts, expiresAt }: MediaRecord, outcome: Attempt): MediaSettlement {
    if (outcome.kind !== 'later') return outcome;
    const nextAt = clock.now() + backOff(attempts, random());
    const { reason } = outcome;
    return nextAt < expiresAt ? { kind: 'later', nextAt, reason } : { kind: 'failed', reason: expired(reason) };
  }

  async function run(record: MediaRecord): Promise<void> {
    const { id, tenantId, attempts } = record;
    // Held until the file counts among what is stored.
    using held = new DisposableStack();
    const outcome = await attempt(record, async (bytes) => void held.use(await deps.room.take(tenantId, bytes)));
    // What was broken off by the stop is no attempt.
    if (stopping.signal.aborted && outcome.kind === 'later') return;
    const settlement = settlementOf(record, outcome);
    const told = await media.settle(tenantId, id, attempts, settlement, clock.now());
    metrics.count('media_fetches_total', { result: settlement.kind });
    if (settlement.kind !== 'ready') {
      log.warn('a media file was not fetched', { mediaId: id, result: settlement.kind, reason: settlement.reason });
    }
    if (told) wakeup.publish(tenantId);
  }

  function track(record: MediaRecord): Promise<void> {
    const { id, tenantId } = record;
    const leave = shares.take(tenantId);
    turns.served(tenantId);
    const release = () => {
      leave();
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
    underWay.set(id, done);
    return done;
  }

  async function startDue(): Promise<Promise<void>[]> {
    const due = await media.due(clock.now(), READ_LIMIT, PER_TENANT, [...underWay.keys()]);
    const tenants = Map.groupBy(due, ({ tenantId }) => tenantId);
    const started: Promise<void>[] = [];
    while (tenants.size > 0 && !stopping.signal.aborted) {
      const tenantId = turns.next(tenants.keys(), (id) => id) ?? '';
      const record = tenants.get(tenantId)?.shift();
      const free = shares.heldBy(tenantId) < PER_TENANT && shares.hasRoom(tenantId);
      if (record === undefined || !free) tenants.delete(tenantId);
      else started.push(track(record));
    }
    return started;
  }

  async function step(): Promise<number> {
    const now = clock.now();
    if (shares.free > 0) await startDue();
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
      await Promise.all(underWay.values());
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
