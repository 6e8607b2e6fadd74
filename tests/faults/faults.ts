import type { OutboxJob, SendDraft } from '../../src/domain/outbound.ts';
import type { CloudApi } from '../../src/ports/cloud-api.ts';
import type { RoutedWebhook, Store } from '../../src/ports/store.ts';

/*
 * Failpoints: something between the application and its adapters, put there through `Overrides`, which no release can
 * set. Decorated by the name of the method, so that a port may grow without this file.
 */
export type Moment = 'before' | 'during' | 'after';

export interface Fault {
  /** Dies as by `kill -9`, or has the call refused as by a full or failing disk (always before it). */
  readonly action: 'kill' | 'fail';
  /** `inbound.append`, `outbox.claim`, `cloudApi.send` …; `any` counts every point. */
  readonly method: string;
  readonly moment: Moment | 'any';
  /** Dies the n-th time that it passes, from 1. */
  readonly nth: number;
}

/** `kill:outbox.claim:after:2`; null for a broken build. */
export function faultOf(text: string): Fault | null {
  const [, action, method, moment, nth] = /^(kill|fail):([\w.]+):(before|during|after|any):(\d+)$/.exec(text) ?? [];
  if (action === undefined || method === undefined || moment === undefined) return null;
  return { action: action as Fault['action'], method, moment: moment as Fault['moment'], nth: Number(nth) };
}

/** Dies at once, as by `kill -9`. */
export function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Passes of the watched methods; work must have begun, so that what a start does by itself does not count. */
const WORK: ReadonlySet<string> = new Set(['inbound.append', 'outbox.accept']);
const WATCHED = /^(?:inbound\.append|outbox\.(?:accept|claim|settle)|cloudApi\.send)$/;

export class Failpoint {
  readonly #fault: Fault;
  #passed = 0;
  #working = false;

  constructor(fault: Fault) {
    this.#fault = fault;
  }

  store(store: Store): Store {
    return decorated(store, '', (name, call) => this.#around(name, call));
  }

  cloudApi(cloudApi: CloudApi): CloudApi {
    return decorated(cloudApi, 'cloudApi.', (name, call) => this.#around(name, call));
  }

  #around(name: string, call: () => unknown): unknown {
    if (!WATCHED.test(name)) return call();
    if (WORK.has(name)) this.#working = true;
    if (!this.#working) return call();
    if (this.#counts(name, 'before')) {
      if (this.#fault.action === 'fail') return Promise.reject(new Error('the disk is full, says the rig'));
      die();
    }
    const result = call();
    if (!(result instanceof Promise)) return result;
    // The store's threads have the work by now; the next turn finds it unfinished, or just finished.
    if (this.#counts(name, 'during')) setImmediate(die);
    return result.then((value: unknown) => {
      // An empty claim claimed nothing.
      if (!(Array.isArray(value) && value.length === 0) && this.#counts(name, 'after')) die();
      return value;
    });
  }

  #counts(name: string, moment: Moment): boolean {
    const { method, moment: wanted, nth } = this.#fault;
    if (method !== 'any' && method !== name) return false;
    if (wanted !== 'any' && wanted !== moment) return false;
    this.#passed += 1;
    return this.#passed === nth;
  }
}

/** Wraps every method of a port and of the ports in it; `around` is told each by its name. */
function decorated<T extends object>(
  port: T,
  prefix: string,
  around: (name: string, call: () => unknown) => unknown,
): T {
  const made = new Map<PropertyKey, unknown>();
  return new Proxy(port, {
    get(target, key) {
      if (made.has(key)) return made.get(key);
      const value: unknown = Reflect.get(target, key);
      const name = prefix + String(key);
      const wrapped =
        typeof value === 'function'
          ? (...args: unknown[]) => around(name, () => Reflect.apply(value, target, args))
          : typeof value === 'object' && value !== null
            ? decorated(value, `${name}.`, around)
            : value;
      made.set(key, wrapped);
      return wrapped;
    },
  });
}

/** A build that breaks one promise. Each is the control of a rig: the rig must report what it loses or doubles. */
export interface BrokenBuild {
  readonly store?: (store: Store) => Store;
  readonly cloudApi?: (cloudApi: CloudApi) => CloudApi;
  /** Statements run on the store's file before it is opened. */
  readonly beforeOpen?: string;
  /** SIGTERM ends it at once, whatever is under way. */
  readonly abrupt?: true;
}

/** How long the broken build that answers before its commit puts the commit off. */
const WRITE_BEHIND_MS = 250;

export const BROKEN_BUILDS = {
  'answer-before-commit': {
    store: (store) => ({ ...store, inbound: { ...store.inbound, append: writeBehind(store) } }),
  },
  'no-dedupe': { store: (store) => rewritingItems(store, afresh) },
  /** Statuses are told by their wamid alone, so a message whose answer was lost never hears of itself. */
  'no-handle': { store: (store) => rewritingItems(store, withoutHandle) },
  'no-idempotency': {
    store: (store) => ({
      ...store,
      outbox: { ...store.outbox, accept: (draft: SendDraft) => store.outbox.accept({ ...draft, idempotency: null }) },
      messages: { ...store.messages, byIdempotencyKey: async () => null },
    }),
  },
  'resend-on-timeout': { cloudApi: (cloudApi) => ({ ...cloudApi, send: resending(cloudApi) }) },
  'resend-after-crash': { beforeOpen: "UPDATE outbox SET state = 'queued', not_before = 0 WHERE state = 'on_wire'" },
  'abrupt-stop': { abrupt: true },
  'lost-event': { store: (store) => ({ ...store, events: { ...store.events, page: forgetful(store) } }) },
} satisfies Readonly<Record<string, BrokenBuild>>;
export type BrokenName = keyof typeof BROKEN_BUILDS;

export function brokenBuildOf(fault: string): BrokenBuild | null {
  const name = /^broken:(.+)$/.exec(fault)?.[1];
  return Object.entries(BROKEN_BUILDS).find(([known]) => known === name)?.[1] ?? null;
}

function writeBehind({ inbound }: Store): Store['inbound']['append'] {
  return async (webhook) => {
    setTimeout(() => void inbound.append(webhook).catch(() => {}), WRITE_BEHIND_MS);
    const tenants = [...new Set(webhook.items.map(({ tenantId }) => tenantId))];
    return { tenants, stored: webhook.items.length, turnedAway: 0, quarantined: null };
  };
}

type Routed = RoutedWebhook['items'][number];

function rewritingItems(store: Store, rewrite: (routed: Routed) => Routed): Store {
  const append: Store['inbound']['append'] = (webhook) =>
    store.inbound.append({ ...webhook, items: webhook.items.map(rewrite) });
  return { ...store, inbound: { ...store.inbound, append } };
}

function afresh(routed: Routed): Routed {
  const { item, freshId } = routed;
  if (item.kind !== 'message') return routed;
  return { ...routed, item: { ...item, key: item.key + freshId, whatsappId: item.whatsappId + freshId } };
}

function withoutHandle(routed: Routed): Routed {
  const { item } = routed;
  return item.kind === 'status' ? { ...routed, item: { ...item, handle: null } } : routed;
}

/** Takes every doubt for a refusal, as naive retry code does. */
function resending({ send }: CloudApi): CloudApi['send'] {
  return async (credentials, message, handle) => {
    const outcome = await send(credentials, message as OutboxJob, handle);
    if (outcome.kind !== 'unknown') return outcome;
    const words = { title: outcome.reason, details: null, fbtraceId: null, meaning: '', action: '' };
    const error = { ...words, code: 4, retryable: true };
    return { kind: 'refused', class: 'later', error, retryAfterSeconds: null, answer: null };
  };
}

/** Serves, in place of every seventh event, the one before it. */
function forgetful({ events }: Store): Store['events']['page'] {
  return async (tenantId, after, limit, types) => {
    const rows = await events.page(tenantId, after, limit, types);
    return rows.map((row, i) => (row.seq % 7 === 0 ? { ...(rows[i - 1] ?? row), seq: row.seq } : row));
  };
}
