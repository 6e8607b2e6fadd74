import type { MetaError } from '../domain/errors.ts';
import type { Message } from '../domain/message.ts';
import type { OutboxJob, Settlement } from '../domain/outbound.ts';
import type { CloudApi, NumberCredentials, SendOutcome } from '../ports/cloud-api.ts';
import type { OutboxStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';

/** Calls to Meta under way at once. */
const IN_FLIGHT_LIMIT = 64;
/** Meta's deadline is 30 s; a row that is on the wire for longer has lost its answer. */
const WIRE_DEADLINE_MS = 35_000;
/** Someone who waits for the answer is told after this many attempts that Meta cannot be reached. */
const ATTEMPTS_WHILE_WAITING = 3;
const BACK_OFF_MS = { first: 500, most: 5 * 60_000 };
/** The gateway's own code beside Meta's: surely not sent, since WhatsApp could not be reached. */
export const UNREACHABLE_CODE = -1;

export interface Dispatch {
  /** One step of the loop: claims what is due and resolves when all of it is settled. Answers how many there were. */
  runDue(): Promise<number>;
  /** Sends a job that came marked already (direct credentials) and settles it for good: it is never queued. */
  runDirect(job: OutboxJob, credentials: NumberCredentials): Promise<Message>;
  /** Resolves with the message at its next settlement that is not a wait, or null after `ms`. Ask before `kick`. */
  settled(messageId: string, ms: number): Promise<Message | null>;
  /** There is something to send. */
  kick(): void;
  start(): Promise<void>;
  /** Takes nothing new and resolves when what is on the wire is settled. */
  stop(): Promise<void>;
}

/** The outbox's loop: claim and mark durably, call Meta, settle. What may have been sent is never sent again. */
export function createDispatch(deps: {
  readonly outbox: OutboxStore;
  readonly cloudApi: Pick<CloudApi, 'send'>;
  /** The stored credentials that reach a number, or null when it has none. */
  readonly credentialsFor: (phoneNumberId: string) => NumberCredentials | null;
  readonly wakeup: Wakeup;
  readonly system: System;
}): Dispatch {
  const { outbox, cloudApi, wakeup } = deps;
  const { clock, log, metrics } = deps.system;
  const waiting = new Map<string, Set<(message: Message) => void>>();
  const inFlight = new Set<Promise<void>>();
  let running = false;
  let pumping: Promise<number> | null = null;
  let again = false;
  let timer: { cancel(): void } | null = null;
  metrics.gauge('outbox_in_flight', () => inFlight.size);

  async function settle(job: OutboxJob, settlement: Settlement): Promise<Message> {
    const message = await outbox.settle(job.tenantId, job.messageId, job.attempt, settlement, clock.now());
    wakeup.publish(job.tenantId);
    metrics.count('sends_total', { result: settlement.kind });
    if (settlement.kind !== 'requeued') {
      for (const tell of waiting.get(job.messageId) ?? []) tell(message);
    }
    return message;
  }

  async function call(job: OutboxJob, credentials: NumberCredentials): Promise<SendOutcome> {
    const outcome = await cloudApi.send(credentials, job, job.handle);
    metrics.count('meta_calls_total', { call: 'send', result: outcome.kind });
    if (outcome.kind !== 'accepted') {
      const error = 'error' in outcome ? outcome.error : null;
      log.warn('a send was not accepted', { messageId: job.messageId, outcome: outcome.kind, code: error?.code });
    }
    return outcome;
  }

  async function runQueued(job: OutboxJob): Promise<void> {
    const credentials = deps.credentialsFor(job.number.phoneNumberId);
    const outcome: SendOutcome =
      credentials === null
        ? { kind: 'notWritten', reason: 'this number has no stored credentials' }
        : await call(job, credentials);
    // Someone who waits is told that Meta is away, and may send again without fear; a queued send waits by itself.
    const giveUp = outcome.kind === 'notWritten' && waiting.has(job.messageId) && job.attempt >= ATTEMPTS_WHILE_WAITING;
    const settlement = credentials === null || giveUp ? definite(outcome) : queued(outcome, job.attempt, clock.now());
    await settle(job, settlement);
  }

  /** Claims what fits and starts it. */
  async function claim(): Promise<Promise<void>[]> {
    const room = IN_FLIGHT_LIMIT - inFlight.size;
    if (room <= 0) return [];
    const jobs = await outbox.claim(clock.now(), room);
    return jobs.map((job) => {
      const run = runQueued(job)
        .catch((error: unknown) => log.error('a send could not be settled; it stays marked', { ...job.number, error }))
        .finally(() => {
          inFlight.delete(run);
          if (running) kick();
        });
      inFlight.add(run);
      return run;
    });
  }

  async function pump(): Promise<number> {
    timer?.cancel();
    const now = clock.now();
    for (const tenantId of await outbox.expireOnWire(now - WIRE_DEADLINE_MS, now)) wakeup.publish(tenantId);
    const started = await claim();
    const due = inFlight.size < IN_FLIGHT_LIMIT ? await outbox.nextDue() : null;
    const wait = Math.min(due === null ? WIRE_DEADLINE_MS : Math.max(due - clock.now(), 5), WIRE_DEADLINE_MS);
    if (running) timer = clock.after(wait, kick);
    return started.length;
  }

  function kick(): void {
    if (!running) return;
    if (pumping !== null) {
      again = true;
      return;
    }
    pumping = pump().finally(() => {
      pumping = null;
      if (again) {
        again = false;
        kick();
      }
    });
    pumping.catch((error: unknown) => {
      log.error('the outbox could not be read; it is tried again', { error });
      if (running) timer = clock.after(1_000, kick);
    });
  }

  return {
    async runDue() {
      const started = await claim();
      await Promise.all(started);
      return started.length;
    },

    async runDirect(job, credentials) {
      return settle(job, definite(await call(job, credentials)));
    },

    settled(messageId, ms) {
      const { promise, resolve } = Promise.withResolvers<Message | null>();
      const waiters = waiting.get(messageId) ?? new Set();
      waiting.set(messageId, waiters.add(resolve));
      const timeout = clock.after(ms, () => resolve(null));
      return promise.finally(() => {
        timeout.cancel();
        waiters.delete(resolve);
        if (waiters.size === 0) waiting.delete(messageId);
      });
    },

    kick,

    async start() {
      running = true;
      // An embedded store has one owner: whatever it finds on the wire was left there by a process that died.
      for (const tenantId of await outbox.expireOnWire(clock.now(), clock.now())) wakeup.publish(tenantId);
      kick();
    },

    async stop() {
      running = false;
      timer?.cancel();
      await pumping?.catch(() => {});
      await Promise.all(inFlight);
    },
  };
}

/** The settlement of a queued send: what was surely not sent waits for another try. */
function queued(outcome: SendOutcome, attempt: number, now: number): Settlement {
  const backOff = Math.min(BACK_OFF_MS.first * 4 ** (attempt - 1), BACK_OFF_MS.most);
  if (outcome.kind === 'notWritten') return { kind: 'requeued', notBefore: now + backOff, error: null };
  if (outcome.kind === 'refused' && outcome.class === 'later') {
    const wait = Math.max(backOff, (outcome.retryAfterSeconds ?? 0) * 1_000);
    return { kind: 'requeued', notBefore: now + wait, error: outcome.error };
  }
  return definite(outcome);
}

/** The settlement of a send that nobody will try again. */
function definite(outcome: SendOutcome): Settlement {
  switch (outcome.kind) {
    case 'accepted':
      return outcome;
    case 'refused':
      return { kind: 'failed', error: outcome.error, answer: outcome.answer };
    case 'notWritten':
      return { kind: 'failed', error: unreachable(outcome.reason), answer: null };
    case 'unknown':
      return { kind: 'unconfirmed', reason: outcome.reason, error: outcome.error };
  }
}

function unreachable(reason: string): MetaError {
  return {
    code: UNREACHABLE_CODE,
    title: 'WhatsApp could not be reached',
    details: reason,
    fbtraceId: null,
    meaning: 'The gateway could not open a connection to Meta; the message was surely not sent.',
    action: 'Send it again in a moment.',
    retryable: true,
  };
}
