import type { AuditEntry } from '../../domain/audit.ts';
import type { LogEvent } from '../../domain/event.ts';
import type { Appended, EventStore, RoutedWebhook, Store } from '../../ports/store.ts';
import type { Log } from '../../ports/system.ts';
import { GroupCommit, type Outcome } from './group-commit.ts';
import { throughWriters, untilNoneIsLeft, whileMore } from './helpings.ts';
import { IdleIndexing } from './idle-indexing.ts';
import { ReadsWaiting } from './reads-waiting.ts';
import { type ArgsOf, fromWire, laneOf, type ResultOf, WorkerClient } from './rpc.ts';
import { packWebhook } from './sqlite-inbound.ts';
import type { StoreMode } from './sqlite-migrations.ts';
import type { Reads } from './sqlite-reads.ts';
import { listConversations, listMessages } from './sqlite-search.ts';
import type { Write, WriteHandlers, WriterThread } from './sqlite-writer.ts';

/** Items in one transaction; a larger group would keep the next one waiting for longer than a flush saves. */
const GROUP_ITEMS = 1_000;
/** Of them of one tenant beside others: what another's write waits for, the group under way and its part of the next. */
const TENANT_ITEMS = 16;
/** What a write that is no webhook weighs: it loads, folds and saves by itself. */
const WRITE_ITEMS = 16;

/** The last thread of this process to begin or to end. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Threads begin and end one at a time: Node strips their types in WebAssembly, and V8 (13.6, in Node 24.21) now and
 * then crashes the process when one takes up such code while another lets go of it (WasmImportWrapperCache).
 */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const changed = turn.then(change);
  turn = changed.catch(() => {});
  return changed;
}

/** Told how long the reading thread was busy for a tenant ('' for the gateway itself), in milliseconds. */
export type Spent = (tenantId: string, ms: number) => void;

/** Opens the embedded store: a file that one gateway owns. */
export function openSqlite(path: string, mode: StoreMode, log: Log, spent: Spent = () => {}): Promise<Store> {
  return inTurn(() => openThreads(path, mode, log, spent));
}

async function openThreads(path: string, mode: StoreMode, log: Log, spent: Spent): Promise<Store> {
  const crashed = (error: Error) => log.error('a thread of the store stopped', { reason: error.message });
  const entryOf = (module: string) => new URL(module, import.meta.url);
  const writer = new WorkerClient<WriterThread>(entryOf('./sqlite-writer.ts'), 'writer', null, crashed);
  let reader: WorkerClient<Reads> | null = null;
  try {
    await writer.call('open', [path, mode]);
    reader = new WorkerClient<Reads>(entryOf('./sqlite-reader.ts'), 'reader', path, crashed);
    await reader.call('ping', []);
    return sqliteStore(new Threads(writer, reader, log, spent));
  } catch (error) {
    await Promise.all([writer.end(), reader?.end()]);
    throw error;
  }
}

/** The writing thread behind its group commit, and the reading thread. */
class Threads {
  readonly #writer: WorkerClient<WriterThread>;
  readonly #reader: WorkerClient<Reads>;
  readonly #spent: Spent;
  readonly #commits: GroupCommit<Write>;
  readonly #indexing: IdleIndexing;
  readonly #waiting = new ReadsWaiting();
  #closing: Promise<void> | null = null;

  constructor(writer: WorkerClient<WriterThread>, reader: WorkerClient<Reads>, log: Log, spent: Spent) {
    this.#writer = writer;
    this.#reader = reader;
    this.#spent = spent;
    this.#commits = new GroupCommit(GROUP_ITEMS, (group) => this.#writeGroup(group), TENANT_ITEMS);
    const idle = () => this.#commits.idle;
    this.#indexing = new IdleIndexing(() => writer.call('index', []), idle, log);
    this.#indexing.grew();
  }

  async read<M extends keyof Reads & string>(method: M, ...args: ArgsOf<Reads, M>): Promise<ResultOf<Reads, M>> {
    const lane = laneOf(args);
    const leave = this.#waiting.enter(lane, method);
    try {
      return await this.#reader.call(method, args, [], (ms) => this.#spent(lane, ms));
    } finally {
      leave();
    }
  }

  async write<M extends keyof WriteHandlers & string>(
    method: M,
    ...args: ArgsOf<WriteHandlers, M>
  ): Promise<ResultOf<WriteHandlers, M>> {
    return this.audited(undefined, method, ...args);
  }

  /** A write and the entry that records it, in one transaction. */
  async audited<M extends keyof WriteHandlers & string>(
    entry: AuditEntry | undefined,
    method: M,
    ...args: ArgsOf<WriteHandlers, M>
  ): Promise<ResultOf<WriteHandlers, M>> {
    // Packed here and not with its group, so that what cannot be packed fails alone.
    const write: Write = { method, args: JSON.stringify(args), ...(entry && { entry: JSON.stringify(entry) }) };
    const value = await this.#commits.add(write, WRITE_ITEMS, laneOf(args));
    // The writer answers a write with what `WriteHandlers[M]` returned.
    return value as ResultOf<WriteHandlers, M>;
  }

  async append(webhook: RoutedWebhook): Promise<Appended> {
    // Mostly all of one tenant: Meta's webhooks are of one account each.
    const [first] = webhook.items;
    const weight = Math.max(1, webhook.items.length);
    const value = await this.#commits.add({ webhook: packWebhook(webhook) }, weight, first?.tenantId);
    // The writer answers a webhook with `Appended`.
    return value as Appended;
  }

  async ping(): Promise<void> {
    await Promise.all([this.#reader.call('ping', []), this.#writer.call('write', [[]])]);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#commits.close();
    await this.#indexing.close();
    await inTurn(async () => {
      await this.#reader.end();
      try {
        await this.#writer.call('close', []);
      } finally {
        await this.#writer.end();
      }
    });
  }

  async #writeGroup(group: readonly Write[]): Promise<Outcome[]> {
    const bodies = group.flatMap((write) =>
      'webhook' in write && write.webhook.body ? [write.webhook.body.buffer] : [],
    );
    const outcomes = await this.#writer.call('write', [group], bodies);
    this.#indexing.grew();
    return outcomes.map((outcome) => (outcome.ok ? outcome : { ok: false, error: fromWire(outcome.error) }));
  }
}

function sqliteStore(threads: Threads): Store {
  return {
    inbound: {
      append: (webhook) => threads.append(webhook),
      senderOf: (...args) => threads.read('senderOf', ...args),
    },
    quarantine: {
      list: (after, limit) => threads.read('quarantined', after, limit),
      body: (id) => threads.read('rawWebhook', id),
      release: (id) => threads.write('releaseQuarantined', id),
    },
    webhooks: {
      newest: () => threads.read('newestWebhook'),
      quarantined: (limit) => threads.read('quarantinedUpTo', limit),
    },
    outbox: {
      accept: (draft) => threads.write('accept', draft),
      due: (now, limit, except, after = null) => threads.read('due', now, limit, except, after),
      claim: (messageIds, now) => threads.write('claim', messageIds, now),
      settle: (...args) => threads.write('settle', ...args),
      nextDue: (after = -1) => threads.read('nextDue', after),
      // JSON has no infinity.
      expireOnWire: (deadline, now) =>
        untilNoneIsLeft(() => threads.write('expireOnWire', Math.min(deadline, Number.MAX_SAFE_INTEGER), now)),
      expireQueued: (now) => untilNoneIsLeft(() => threads.write('expireQueued', now)),
      decide: (tenantId, messageId, decision, now, entry) =>
        threads.audited(entry, 'decide', tenantId, messageId, decision, now),
      queues: () => threads.read('queues'),
      queued: (...args) => threads.read('queued', ...args),
    },
    messages: {
      getMany: (...args) => threads.read('messages', ...args),
      byWhatsappId: (...args) => threads.read('messageByWhatsappId', ...args),
      list: (...args) => listMessages(threads, ...args),
      timelines: (...args) => threads.read('timelines', ...args),
      reactions: (...args) => threads.read('reactions', ...args),
      byIdempotencyKey: (...args) => threads.read('messageByIdempotencyKey', ...args),
    },
    delivery: { slice: (...args) => threads.read('deliverySlice', ...args) },
    media: {
      add: (record) => threads.write('addMedia', record),
      get: (...args) => threads.read('media', ...args),
      isAtMeta: (...args) => threads.read('isMediaAtMeta', ...args),
      addCopy: (...args) => threads.write('addMediaCopy', ...args),
      retry: (tenantId, messageId, now, entry) => threads.audited(entry, 'retryMedia', tenantId, messageId, now),
      due: (...args) => threads.read('mediaDue', ...args),
      nextDue: (after) => threads.read('nextMediaDue', after),
      settle: (...args) => threads.write('settleMedia', ...args),
    },
    conversations: {
      getMany: (...args) => threads.read('conversations', ...args),
      list: (...args) => listConversations(threads, ...args),
      contacts: (...args) => threads.read('contacts', ...args),
      lastNumberOf: (...args) => threads.read('lastNumberOf', ...args),
      lastHeard: (tenantId, conversationId, upTo = Number.MAX_SAFE_INTEGER) =>
        threads.read('lastHeard', tenantId, conversationId, upTo),
      unread: (tenantId) => threads.read('unread', tenantId),
      firstUnread: (...args) => threads.read('firstUnread', ...args),
      markRead: (...args) => threads.write('markRead', ...args),
    },
    windows: {
      ofContacts: (...args) => threads.read('windowsOfContacts', ...args),
      ofAddress: (...args) => threads.read('windowOfAddress', ...args),
      answeredAt: (...args) => threads.read('answeredAt', ...args),
    },
    contacts: { formerIds: (...args) => threads.read('formerIds', ...args) },
    events: events(threads),
    numbers: {
      all: () => threads.read('numbers'),
      register: (number, entry) => threads.audited(entry, 'registerNumber', number),
      bind: (number, entry) => threads.audited(entry, 'bindNumber', number),
      describe: (tenantId, id, { display, verifiedName, quality }) =>
        threads.write('describeNumber', tenantId, id, display, verifiedName, quality),
      setRate: (tenantId, id, rate, entry) => threads.audited(entry, 'setNumberRate', tenantId, id, rate),
      assign: (tenantId, id, to, entry) => threads.audited(entry, 'assignNumber', tenantId, id, to),
      remove: (tenantId, id, entry) => threads.audited(entry, 'removeNumber', tenantId, id),
    },
    credentials: {
      all: () => threads.read('credentials'),
      put: (number, sealed, entry) => threads.audited(entry, 'putCredentials', number, sealed),
      rewrap: (...args) => threads.write('rewrapCredentials', ...args),
    },
    unrouted: {
      list: (...args) => threads.read('unrouted', ...args),
      getMany: (ids) => threads.read('unroutedById', ids),
      numbers: () => threads.read('unroutedNumbers'),
      claim: (claim, after, now, entry) => threads.write('claimUnrouted', claim, after, now, entry ?? null),
    },
    templates: {
      replaceAll: (wabaId, templates, askedAt, entries = []) =>
        threads.write('replaceTemplates', wabaId, templates, askedAt, entries),
      list: (wabaId) => threads.read('templates', wabaId),
      add: (...args) => threads.write('addTemplate', ...args),
      remove: (...args) => threads.write('removeTemplates', ...args),
      tell: (...args) => threads.write('tellTemplates', ...args),
    },
    sessions: {
      put: (session, entry) => threads.audited(entry, 'putSession', session),
      get: (idHash) => threads.read('session', idHash),
      delete: (idHash, entry) => threads.audited(entry, 'deleteSession', idHash),
      deleteOf: (credential) => threads.write('deleteSessionsOf', credential),
      deleteIdle: (before) => threads.write('deleteIdleSessions', before),
    },
    tenants: {
      all: () => threads.read('tenants'),
      put: (tenant, entry) => threads.audited(entry, 'putTenant', tenant),
      sendsOn: (...args) => threads.read('sendsOn', ...args),
    },
    keys: {
      all: () => threads.read('keys'),
      put: (keys, entry) => threads.audited(entry, 'putKeys', keys),
      used: (...args) => threads.write('useKey', ...args),
      delete: (...args) => threads.write('deleteKeys', ...args),
    },
    audit: {
      add: (entry) => threads.write('addAudit', entry),
      list: (...args) => threads.read('auditLog', ...args),
    },
    usage: {
      messages: (...args) => threads.read('usageMessages', ...args),
      media: (...args) => threads.read('usageMedia', ...args),
      stored: (tenantId) => threads.read('mediaStored', tenantId),
    },
    ping: () => threads.ping(),
    prune: async ({ writers, ...before }) => {
      await whileMore(() => threads.write('prune', before));
      if (writers !== undefined) await throughWriters((after) => threads.write('pruneWriters', writers, after));
    },
    close: () => threads.close(),
  };
}

function events(threads: Threads): EventStore {
  return {
    head: async (tenantId) => {
      const head = await threads.read('head', tenantId);
      if (head !== null) return head;
      await threads.write('ensureLog', tenantId);
      return (await threads.read('head', tenantId)) ?? Promise.reject(new Error(`No log for tenant ${tenantId}.`));
    },
    page: async (tenantId, after, limit, types) => {
      // Made by `Reads.events` from rows that this adapter saved.
      return JSON.parse(await threads.read('events', tenantId, after, limit, types ?? null)) as LogEvent[];
    },
  };
}
