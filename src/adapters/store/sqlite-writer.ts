import type { DatabaseSync } from 'node:sqlite';
import type { AuditEntry } from '../../domain/audit.ts';
import { invoke, serve, toWire } from './rpc.ts';
import { SearchIndexer } from './search-indexer.ts';
import { alone, type WriteOutcome } from './sqlite-alone.ts';
import { AuditWriter, isDone } from './sqlite-audit.ts';
import { openWriting } from './sqlite-connection.ts';
import { ConversationWriter } from './sqlite-conversations.ts';
import { InboundWriter, type PackedWebhook } from './sqlite-inbound.ts';
import { Loader } from './sqlite-load.ts';
import { lockStore, makePrivate } from './sqlite-lock.ts';
import { MediaWriter } from './sqlite-media.ts';
import { migrate, type StoreMode } from './sqlite-migrations.ts';
import { NumberWriter } from './sqlite-numbers.ts';
import { OutboxWriter } from './sqlite-outbox.ts';
import { RecordWriter } from './sqlite-records.ts';
import { Saver } from './sqlite-save.ts';
import { WriterNotes } from './sqlite-sharing.ts';
import { TemplateWriter } from './sqlite-templates.ts';
import { TenancyWriter } from './sqlite-tenancy.ts';
import { UnroutedWriter } from './sqlite-unrouted.ts';
import { UsageBackfill } from './usage-backfill.ts';

/**
 * One write of a group: a webhook, or a method of `WriteHandlers` with its arguments as a JSON array, and what records it
 * as JSON.
 */
export type Write =
  | { readonly webhook: PackedWebhook }
  | { readonly method: keyof WriteHandlers & string; readonly args: string; readonly entry?: string };

/** The writes that each stand or fall alone. */
type WriteHandlers = ReturnType<typeof writeHandlers>;

export type { WriteHandlers };

function writeHandlers(db: DatabaseSync, loader: Loader, saver: Saver, inbound: InboundWriter, audit: AuditWriter) {
  const conversations = new ConversationWriter(db, loader, saver);
  const media = new MediaWriter(db, loader, saver);
  const tenancy = new TenancyWriter(db);
  const outbox = new OutboxWriter(db, loader, saver, tenancy);
  const numbers = new NumberWriter(db);
  const records = new RecordWriter(db);
  const templates = new TemplateWriter(db, audit);
  const writers = new WriterNotes(db);
  const unrouted = new UnroutedWriter(db, inbound, audit);
  return {
    ensureLog: loader.ensureLog.bind(loader),
    accept: outbox.accept.bind(outbox),
    claim: outbox.claim.bind(outbox),
    settle: outbox.settle.bind(outbox),
    expireOnWire: outbox.expireOnWire.bind(outbox),
    expireQueued: outbox.expireQueued.bind(outbox),
    decide: outbox.decide.bind(outbox),
    markRead: conversations.markRead.bind(conversations),
    addMedia: media.add.bind(media),
    addMediaCopy: media.addCopy.bind(media),
    settleMedia: media.settle.bind(media),
    retryMedia: media.retry.bind(media),
    registerNumber: numbers.registerNumber.bind(numbers),
    bindNumber: numbers.bindNumber.bind(numbers),
    describeNumber: numbers.describeNumber.bind(numbers),
    setNumberRate: numbers.setNumberRate.bind(numbers),
    assignNumber: numbers.assignNumber.bind(numbers),
    removeNumber: numbers.removeNumber.bind(numbers),
    putCredentials: numbers.putCredentials.bind(numbers),
    rewrapCredentials: numbers.rewrapCredentials.bind(numbers),
    replaceTemplates: templates.replaceAll.bind(templates),
    addTemplate: templates.add.bind(templates),
    removeTemplates: templates.remove.bind(templates),
    tellTemplates: templates.tell.bind(templates),
    putSession: records.putSession.bind(records),
    deleteSession: records.deleteSession.bind(records),
    deleteSessionsOf: tenancy.deleteSessionsOf.bind(tenancy),
    deleteIdleSessions: tenancy.deleteIdleSessions.bind(tenancy),
    putTenant: tenancy.putTenant.bind(tenancy),
    putKeys: tenancy.putKeys.bind(tenancy),
    useKey: tenancy.useKey.bind(tenancy),
    deleteKeys: tenancy.deleteKeys.bind(tenancy),
    releaseQuarantined: records.releaseQuarantined.bind(records),
    claimUnrouted: unrouted.claim.bind(unrouted),
    prune: records.prune.bind(records),
    pruneWriters: writers.prune.bind(writers),
    addAudit: audit.add.bind(audit),
  };
}

/** Writes groups to one database, each as one transaction. */
class Writer {
  readonly #db: DatabaseSync;
  readonly #inbound: InboundWriter;
  readonly #handlers: WriteHandlers;
  readonly #audit: AuditWriter;
  readonly #indexer: SearchIndexer;
  readonly #backfill: UsageBackfill;

  constructor(db: DatabaseSync) {
    this.#db = db;
    const loader = new Loader(db);
    const saver = new Saver(db);
    this.#inbound = new InboundWriter(db, loader, saver);
    this.#audit = new AuditWriter(db);
    this.#handlers = writeHandlers(db, loader, saver, this.#inbound, this.#audit);
    this.#indexer = new SearchIndexer(db, saver.grown);
    this.#backfill = new UsageBackfill(db);
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

  /** Extends the search index by one helping, and counts one of what an early release stored. True when there is more. */
  index(): boolean {
    const counting = this.#backfill.step();
    return this.#indexer.index() || counting;
  }

  #apply(group: readonly Write[]): WriteOutcome[] {
    const appended = this.#inbound.append(group.flatMap((write) => ('webhook' in write ? [write.webhook] : [])));
    return group.map((write) => {
      if (!('webhook' in write)) {
        return alone(this.#db, () => this.#invoke(write));
      }
      const missing: WriteOutcome = { ok: false, error: toWire(new Error('The webhook was not written.')) };
      return appended.get(write.webhook) ?? missing;
    });
  }

  #invoke({ method, args, entry }: Extract<Write, { method: string }>): unknown {
    const value = invoke(this.#handlers, method, parseArgs(args));
    if (entry !== undefined && isDone(value)) this.#audit.add(parseEntry(entry));
    return value;
  }
}

/** Made by `JSON.stringify` on the main thread from an entry. */
function parseEntry(entry: string): AuditEntry {
  return JSON.parse(entry) as AuditEntry;
}

/** Made by `JSON.stringify` on the main thread from the arguments of a typed call. */
function parseArgs(args: string): unknown[] {
  return JSON.parse(args) as unknown[];
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

  index(): boolean {
    return this.#opened?.writer.index() ?? false;
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
