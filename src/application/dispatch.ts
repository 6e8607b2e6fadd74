import type { Message } from '../domain/message.ts';
import type { OutboxJob, Settlement } from '../domain/outbound.ts';
import type { CloudApi, NumberCredentials } from '../ports/cloud-api.ts';
import type { OutboxStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import type { CredentialsFor } from './credentials.ts';
import { Hands } from './dispatch-hands.ts';
import { createPick } from './dispatch-pick.ts';
import { createWaiters } from './dispatch-waiters.ts';
import type { Headroom } from './headroom.ts';
import { createLoop } from './loop.ts';
import type { Paced, Pacing } from './pacing.ts';
import { isTokenRefused } from './pacing-pause.ts';
import { refusedAfterWaiting } from './send-gate.ts';
import {
  definiteSettlement,
  heldSettlement,
  lostNumberSettlement,
  queuedSettlement,
  suspendedSettlement,
} from './settlement.ts';

/** Meta's deadline is 30 s; a row that is on the wire for longer has lost its answer. */
const WIRE_DEADLINE_MS = 35_000;
/** How often rows that have outlived their time are looked for: sends on the wire, and queued ones that expire. */
const UPKEEP_MS = 5_000;
/** Someone who waits for the answer is told after this many attempts that Meta cannot be reached. */
const ATTEMPTS_WHILE_WAITING = 3;
/** How long a direct send, whose caller is waiting, is held back before it is refused. */
const DIRECT_WAIT_MS = 10_000;

export interface Dispatch {
  /** One step of the loop: claims what may go and resolves when all of it is settled. Answers how many there were. */
  runDue(): Promise<number>;
  /**
   * Sends a job that came marked already (direct credentials) and settles it for good: it is never queued. Waits for its
   * turn for at most 10 s, else it has FAILED, surely not sent.
   */
  runDirect(job: OutboxJob, credentials: NumberCredentials): Promise<Message>;
  /** Resolves with the message at its next settlement that is not a wait, or null after `ms`. Ask before `kick`. */
  settled(messageId: string, ms: number): Promise<Message | null>;
  /** A sender decided about the message: who waits for it is told, and its followers may go. */
  decided(message: Message): void;
  /** There is something to send. */
  kick(): void;
  start(): Promise<void>;
  /** Takes nothing new and resolves when what is on the wire is settled. */
  stop(): Promise<void>;
}

/**
 * The outbox's loop: read what is due, take its tokens, claim and mark it durably, call Meta, settle. What may have been
 * sent is never sent again. A queued send costs three commits: accept, claim with mark, settle (two more for each time
 * that it is put off); a direct one costs two, since accepting marks it. Reading costs none, and one claim marks up to 64.
 * Tenants take turns, and none has all hands: see `dispatch-pick` and `dispatch-hands`.
 */
export function createDispatch(deps: {
  readonly outbox: OutboxStore;
  readonly cloudApi: Pick<CloudApi, 'send'>;
  readonly pacing: Pacing;
  readonly credentialsFor: CredentialsFor;
  /** Whether a tenant may (still) send from a number (Meta's id). */
  readonly mayUse?: (tenantId: string, phoneNumberId: string) => boolean;
  /** Tenants for which nothing is sent now: what they have queued waits. */
  readonly suspended?: () => ReadonlySet<string>;
  /** Where a loud tenant's sends wait, beside others; left out: nowhere. */
  readonly headroom?: Headroom;
  readonly wakeup: Wakeup;
  readonly system: System;
}): Dispatch {
  const { outbox, cloudApi, pacing, wakeup } = deps;
  const { clock, log, metrics, random } = deps.system;
  const waiters = createWaiters(clock);
  const hands = new Hands();
  const pick = createPick(outbox, pacing, hands, deps.suspended, deps.headroom);
  const isSuspended = (tenantId: string) => deps.suspended?.().has(tenantId) === true;
  const inFlight = new Set<Promise<unknown>>();
  const direct = new Set<Promise<unknown>>();
  const stopped = Promise.withResolvers<void>();
  let running = false;
  let stopping = false;
  let tidying: Promise<void> | null = null;
  let upkeepTimer: { cancel(): void } | null = null;
  metrics.gauge('outbox_in_flight', () => inFlight.size + direct.size);

  async function settle(job: OutboxJob, settlement: Settlement): Promise<Message> {
    const message = await outbox.settle(job.tenantId, job.messageId, job.attempt, settlement, clock.now());
    wakeup.publish(job.tenantId);
    metrics.count('sends_total', { result: settlement.kind });
    if (settlement.kind !== 'requeued') waiters.tell(message);
    return message;
  }

  async function call(job: OutboxJob, paced: Paced, credentials: NumberCredentials, takenAt: number) {
    const outcome = await cloudApi.send(credentials, job, job.handle);
    pacing.learn(paced, outcome, takenAt, clock.now());
    metrics.count('meta_calls_total', { call: 'send', result: outcome.kind });
    if (outcome.kind !== 'accepted') {
      const error = 'error' in outcome ? outcome.error : null;
      log.warn('a send was not accepted', { messageId: job.messageId, outcome: outcome.kind, code: error?.code });
    }
    return outcome;
  }

  async function runQueued(job: OutboxJob, takenAt: number): Promise<void> {
    const { phoneNumberId } = job.number;
    if (isSuspended(job.tenantId)) {
      pacing.giveBack(pacedOf(job), takenAt);
      await settle(job, { kind: 'requeued', notBefore: takenAt, error: null });
      return;
    }
    if (deps.mayUse?.(job.tenantId, phoneNumberId) === false) {
      pacing.giveBack(pacedOf(job), takenAt);
      await settle(job, lostNumberSettlement());
      return;
    }
    const credentials = deps.credentialsFor(phoneNumberId, job.tenantId);
    if (credentials === null) {
      pacing.giveBack(pacedOf(job), takenAt);
      await settle(job, definiteSettlement({ kind: 'notWritten', reason: 'this number has no stored credentials' }));
      return;
    }
    const refused = refusedAfterWaiting(job, clock.now());
    if (refused !== null) {
      pacing.giveBack(pacedOf(job), takenAt);
      log.info('a send that waited was not given to Meta', { messageId: job.messageId });
      await settle(job, refused);
      return;
    }
    const outcome = await call(job, pacedOf(job), credentials, takenAt);
    // Someone who waits is told that Meta is away or the token dead, and may send again without fear; a queued send waits by itself.
    const isAway = outcome.kind === 'notWritten' && job.attempt >= ATTEMPTS_WHILE_WAITING;
    const giveUp = (isAway || isTokenRefused(outcome)) && waiters.has(job.messageId);
    const now = clock.now();
    const retry = { attempt: job.attempt, now, random: random(), held: pacing.peek(pacedOf(job), now) };
    await settle(job, giveUp ? definiteSettlement(outcome) : queuedSettlement(outcome, retry));
  }

  /** Takes a token, or the reason why there was none in time. */
  async function awaitTurn(send: Paced) {
    const deadline = clock.now() + DIRECT_WAIT_MS;
    for (;;) {
      const now = clock.now();
      const held = pacing.take(send, now);
      if (held === null || held.until > deadline || stopping) return held;
      const turn = Promise.withResolvers<void>();
      const alarm = clock.after(held.until - now, turn.resolve);
      await Promise.race([turn.promise, stopped.promise]);
      alarm.cancel();
    }
  }

  async function runDirect(job: OutboxJob, credentials: NumberCredentials): Promise<Message> {
    const paced = { ...pacedOf(job), direct: true };
    const held = await awaitTurn(paced);
    if (held !== null) return settle(job, heldSettlement(held));
    if (isSuspended(job.tenantId)) {
      pacing.giveBack(paced, clock.now());
      return settle(job, suspendedSettlement());
    }
    return settle(job, definiteSettlement(await call(job, paced, credentials, clock.now())));
  }

  /** Starts what may go now. `heldUntil` is when something that may not, may. */
  async function startDue(): Promise<{ started: Promise<void>[]; heldUntil: number }> {
    const now = clock.now();
    const { sends, heldUntil } = await pick(now);
    if (sends.length === 0) return { started: [], heldUntil };
    const unclaimed = new Map(sends.map((send) => [send.messageId, send]));
    try {
      const ids = [...unclaimed.keys()];
      const started = (await outbox.claim(ids, now)).map((job) => {
        const leave = unclaimed.get(job.messageId)?.leave ?? (() => {});
        unclaimed.delete(job.messageId);
        return track(job, runQueued(job, now), leave);
      });
      return { started, heldUntil };
    } finally {
      for (const send of unclaimed.values()) {
        pacing.giveBack(send, now);
        send.leave();
      }
    }
  }

  function track(job: OutboxJob, work: Promise<void>, leave: () => void): Promise<void> {
    const run = work
      .catch((error: unknown) => log.error('a send could not be settled; it stays marked', { ...job.number, error }))
      .finally(() => {
        inFlight.delete(run);
        leave();
        kick();
      });
    inFlight.add(run);
    return run;
  }

  async function step(): Promise<number> {
    const now = clock.now();
    const { heldUntil } = await startDue();
    // With all hands full, the next settlement asks again.
    const due = hands.free > 0 ? await outbox.nextDue(now) : null;
    return Math.min(heldUntil, due ?? Infinity) - clock.now();
  }

  const loop = createLoop(clock, step, (error) =>
    log.error('the outbox could not be read; it is tried again', { error }),
  );
  const { kick } = loop;

  /** Settles what has outlived its time: `deadline` (epoch ms) is for rows on the wire. */
  async function tidy(deadline: number): Promise<void> {
    const now = clock.now();
    const tenants = [...(await outbox.expireOnWire(deadline, now)), ...(await outbox.expireQueued(now))];
    for (const tenantId of tenants) wakeup.publish(tenantId);
    if (tenants.length > 0) kick();
  }

  function tidyLater(): void {
    upkeepTimer = clock.after(UPKEEP_MS, () => {
      tidying = tidy(clock.now() - WIRE_DEADLINE_MS)
        .catch((error: unknown) => log.error('the outbox could not be tidied; it is tried again', { error }))
        .finally(() => {
          if (running) tidyLater();
        });
    });
  }

  return {
    async runDue() {
      const { started } = await startDue();
      await Promise.all(started);
      return started.length;
    },

    runDirect(job, credentials) {
      const run = runDirect(job, credentials).finally(() => {
        direct.delete(run);
        kick();
      });
      direct.add(run);
      return run;
    },

    settled: (messageId, ms) => waiters.wait(messageId, ms),

    decided(message) {
      waiters.tell(message);
      kick();
    },

    kick,

    async start() {
      running = true;
      // An embedded store has one owner: whatever it finds on the wire was left there by a process that died.
      await tidy(clock.now());
      tidyLater();
      if (running) loop.start();
    },

    async stop() {
      running = false;
      stopping = true;
      stopped.resolve();
      upkeepTimer?.cancel();
      await Promise.all([loop.stop(), tidying]);
      await Promise.allSettled([...inFlight, ...direct]);
    },
  };
}

function pacedOf({ number, conversationId }: OutboxJob): Paced {
  return { numberId: number.id, conversationId };
}
