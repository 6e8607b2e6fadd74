import type { DatabaseSync } from 'node:sqlite';
import { Fold } from '../../domain/fold.ts';
import { foldItems, needsOfItems } from '../../domain/fold-inbound.ts';
import type { RoutedItem } from '../../domain/inbound.ts';
import { invoke, serve, toWire, type WireError } from './rpc.ts';
import { openWriting } from './sqlite-connection.ts';
import { isEnvironmentError } from './sqlite-errors.ts';
import { Loader } from './sqlite-load.ts';
import { lockStore, makePrivate } from './sqlite-lock.ts';
import { migrate, type StoreMode } from './sqlite-migrations.ts';
import { OutboxWriter } from './sqlite-outbox.ts';
import { RecordWriter } from './sqlite-records.ts';
import { Saver } from './sqlite-save.ts';

/** A webhook as it crosses to the writer: its items as JSON text, which costs the main thread least. */
export interface PackedWebhook {
  readonly id: string;
  readonly receivedAt: number;
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly items: string;
  readonly problem: string | null;
  /** False when the items could not even be packed: it is stored raw and quarantined. */
  readonly readable: boolean;
}

/** What became of a webhook; `poisoned` says why it was quarantined instead of stored. */
export interface Written {
  readonly tenants: readonly string[];
  readonly stored: number;
  readonly poisoned: string | null;
}

/** One write of a group: a webhook, or a method of `WriteHandlers` with its arguments as a JSON array. */
export type Write =
  | { readonly webhook: PackedWebhook }
  | { readonly method: keyof WriteHandlers & string; readonly args: string };

export type WriteOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError };

/** The writes that each stand or fall alone. */
type WriteHandlers = ReturnType<typeof writeHandlers>;

export type { WriteHandlers };

function writeHandlers(loader: Loader, outbox: OutboxWriter, records: RecordWriter) {
  return {
    ensureLog: loader.ensureLog.bind(loader),
    accept: outbox.accept.bind(outbox),
    claim: outbox.claim.bind(outbox),
    settle: outbox.settle.bind(outbox),
    expireOnWire: outbox.expireOnWire.bind(outbox),
    registerNumber: records.registerNumber.bind(records),
    describeNumber: records.describeNumber.bind(records),
    replaceTemplates: records.replaceTemplates.bind(records),
    putSession: records.putSession.bind(records),
    deleteSession: records.deleteSession.bind(records),
    prune: records.prune.bind(records),
  };
}

/** Writes groups to one database, each as one transaction. */
class Writer {
  readonly #db: DatabaseSync;
  readonly #loader: Loader;
  readonly #saver: Saver;
  readonly #handlers: WriteHandlers;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#loader = new Loader(db);
    this.#saver = new Saver(db);
    this.#handlers = writeHandlers(this.#loader, new OutboxWriter(db, this.#loader, this.#saver), new RecordWriter(db));
  }

  /** All of it is durable on return; when it throws, none of it is. */
  write(group: readonly Write[]): WriteOutcome[] {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const outcomes = this.#apply(group);
      this.#db.exec('COMMIT');
      return outcomes;
    } catch (error) {
      // SQLite has rolled back by itself after some failures of the disk.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #apply(group: readonly Write[]): WriteOutcome[] {
    const appended = this.#appendAll(group.flatMap((write) => ('webhook' in write ? [write.webhook] : [])));
    return group.map((write) => {
      if ('webhook' in write) return appended.get(write.webhook) ?? failure(new Error('The webhook was not written.'));
      return this.#alone(() => invoke(this.#handlers, write.method, parseArgs(write.args)));
    });
  }

  /** Together if possible; otherwise each alone, and one that fails alone is kept raw. */
  #appendAll(webhooks: readonly PackedWebhook[]): Map<PackedWebhook, WriteOutcome> {
    const outcomes = new Map<PackedWebhook, WriteOutcome>();
    if (webhooks.length === 0) return outcomes;
    const readable = webhooks.filter((webhook) => webhook.readable);
    const together = this.#alone(() => {
      for (const [webhook, written] of this.#append(readable)) outcomes.set(webhook, { ok: true, value: written });
    });
    if (!together.ok) outcomes.clear();
    for (const webhook of webhooks) {
      if (outcomes.has(webhook)) continue;
      const alone: WriteOutcome = webhook.readable
        ? this.#alone(() => this.#append([webhook]).get(webhook))
        : failure(new Error(webhook.problem ?? 'The items cannot be read.'));
      outcomes.set(webhook, alone.ok ? alone : this.#quarantine(webhook, alone.error.message));
    }
    return outcomes;
  }

  #append(webhooks: readonly PackedWebhook[]): Map<PackedWebhook, Written> {
    const written = new Map<PackedWebhook, Written>();
    if (webhooks.length === 0) return written;
    const items = webhooks.map(({ items }) => parseItems(items));
    const now = Math.max(...webhooks.map(({ receivedAt }) => receivedAt));
    const fold = new Fold(this.#loader.load(needsOfItems(items.flat())), now);
    webhooks.forEach((webhook, i) => {
      const before = fold.out.events.length;
      const stored = foldItems(fold, items[i] ?? []);
      const tenants = new Set(fold.out.events.slice(before).map(({ tenantId }) => tenantId));
      written.set(webhook, { tenants: [...tenants], stored, poisoned: null });
      this.#keepRaw(webhook);
      if (webhook.problem !== null) {
        this.#saver.quarantine(webhook.id, webhook.receivedAt, webhook.problem, webhook.items);
      }
    });
    this.#saver.save(fold.changes(), now);
    return written;
  }

  #quarantine(webhook: PackedWebhook, reason: string): WriteOutcome {
    return this.#alone(() => {
      this.#keepRaw(webhook);
      this.#saver.quarantine(webhook.id, webhook.receivedAt, reason, webhook.items);
      const written: Written = { tenants: [], stored: 0, poisoned: reason };
      return written;
    });
  }

  #keepRaw({ id, receivedAt, body }: PackedWebhook): void {
    if (body !== null) this.#saver.addRaw(id, receivedAt, body);
  }

  /** A failure undoes this work alone; one of the disk undoes the whole group. */
  #alone(work: () => unknown): WriteOutcome {
    this.#db.exec('SAVEPOINT alone');
    try {
      const value = work();
      this.#db.exec('RELEASE alone');
      return { ok: true, value };
    } catch (error) {
      if (isEnvironmentError(error) || !this.#db.isTransaction) throw error;
      this.#db.exec('ROLLBACK TO alone');
      this.#db.exec('RELEASE alone');
      return failure(error);
    }
  }
}

function failure(error: unknown): WriteOutcome {
  return { ok: false, error: toWire(error) };
}

/** Made by `JSON.stringify` on the main thread from the arguments of a typed call. */
function parseArgs(args: string): unknown[] {
  return JSON.parse(args) as unknown[];
}

/** Made by `JSON.stringify` on the main thread from routed items. */
function parseItems(items: string): RoutedItem[] {
  return JSON.parse(items) as RoutedItem[];
}

/** What the main thread may ask of this thread. */
class WriterThread {
  #opened: { readonly db: DatabaseSync; readonly lock: DatabaseSync; readonly writer: Writer } | null = null;

  open(path: string, mode: StoreMode): void {
    const lock = lockStore(path);
    makePrivate(path);
    const db = openWriting(path);
    migrate(db, path, mode);
    this.#opened = { db, lock, writer: new Writer(db) };
  }

  write(group: readonly Write[]): WriteOutcome[] {
    if (this.#opened === null) throw new Error('The store is not open.');
    return this.#opened.writer.write(group);
  }

  /** Leaves one file behind: the write-ahead log is folded into the database. */
  close(): void {
    this.#opened?.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#opened?.db.close();
    this.#opened?.lock.close();
    this.#opened = null;
  }
}

export type { WriterThread };

serve(() => new WriterThread());
