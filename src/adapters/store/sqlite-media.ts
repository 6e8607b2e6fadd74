import type { DatabaseSync } from 'node:sqlite';
import { dayOf } from '../../domain/calendar.ts';
import { Fold } from '../../domain/fold.ts';
import { foldMedia } from '../../domain/fold-media.ts';
import {
  MEDIA_STATES,
  type MediaFacts,
  type MediaRecord,
  type MediaSettlement,
  type MetaCopy,
  mediaOf,
  settledMedia,
} from '../../domain/media.ts';
import { MEDIA_TYPES, type Message, toMessage } from '../../domain/message.ts';
import { integer, json, oneOf, optionalText, type Row, text, toColumn } from './rows.ts';
import type { Loader } from './sqlite-load.ts';
import type { Saver } from './sqlite-save.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';
import { UsageSaver } from './sqlite-usage.ts';

/** Tenants for which a file waits: one look-up in the index each, however many files wait. */
const WAITING_TENANTS = `WITH RECURSIVE waiting (id) AS (
    SELECT min(tenant_id) FROM media INDEXED BY media_due WHERE state = 'PENDING'
    UNION ALL SELECT (SELECT min(m.tenant_id) FROM media m INDEXED BY media_due
      WHERE m.state = 'PENDING' AND m.tenant_id > waiting.id) FROM waiting WHERE id IS NOT NULL)`;

export const SAVE_MEDIA = {
  add: `INSERT INTO media (id, tenant_id, message_id, media_type, phone_number_id, state, attempts, next_at, expires_at,
    created_at, size_bytes, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  content: 'UPDATE messages SET content = ? WHERE id = ? AND tenant_id = ?',
} as const;

const WRITE_MEDIA = {
  byId: 'SELECT * FROM media WHERE id = ? AND tenant_id = ?',
  byMessage: 'SELECT * FROM media WHERE message_id = ? AND tenant_id = ?',
  timeZone: 'SELECT time_zone FROM tenants WHERE id = ?',
  update:
    'UPDATE media SET state = ?, attempts = ?, next_at = ?, size_bytes = ?, facts = ? WHERE id = ? AND tenant_id = ?',
} as const;

const READ_MEDIA = {
  byId: WRITE_MEDIA.byId,
  owned: 'SELECT 1 AS one FROM media_owners WHERE phone_number_id = ? AND meta_id = ? AND tenant_id = ?',
  due: `${WAITING_TENANTS} SELECT m.* FROM waiting w CROSS JOIN media m ON m.id IN (SELECT d.id
      FROM media d INDEXED BY media_due WHERE d.state = 'PENDING' AND d.tenant_id = w.id AND d.next_at <= ?1
      AND d.id NOT IN (SELECT value FROM json_each(?2)) ORDER BY d.next_at LIMIT ?3)
    WHERE w.id IS NOT NULL ORDER BY m.next_at, m.id LIMIT ?4`,
  nextDue: `${WAITING_TENANTS} SELECT min((SELECT m.next_at FROM media m INDEXED BY media_due
      WHERE m.state = 'PENDING' AND m.tenant_id = w.id AND m.next_at > ? ORDER BY m.next_at LIMIT 1)) AS at
    FROM waiting w WHERE w.id IS NOT NULL`,
} as const;

const NOTHING = { aliases: [], numberIds: [], whatsappIds: [], seenKeys: [], parked: [] };

function recordOf(row: Row): MediaRecord {
  return {
    id: text(row, 'id'),
    tenantId: text(row, 'tenant_id'),
    messageId: optionalText(row, 'message_id'),
    mediaType: oneOf(row, 'media_type', MEDIA_TYPES),
    phoneNumberId: text(row, 'phone_number_id'),
    state: oneOf(row, 'state', MEDIA_STATES),
    attempts: integer(row, 'attempts'),
    nextAt: integer(row, 'next_at'),
    expiresAt: integer(row, 'expires_at'),
    createdAt: integer(row, 'created_at'),
    facts: json<MediaFacts>(row, 'facts'),
  };
}

/** The columns of `SAVE_MEDIA.add`. */
export function mediaColumns(record: MediaRecord) {
  const { id, tenantId, messageId, mediaType, phoneNumberId, state, attempts, facts } = record;
  return [
    ...[id, toColumn(tenantId), messageId, mediaType, toColumn(phoneNumberId), state, attempts],
    ...[record.nextAt, record.expiresAt, record.createdAt, facts.sizeBytes, JSON.stringify(facts)],
  ];
}

/** Writes what becomes of files, with their messages. Each runs inside the writer's transaction. */
export class MediaWriter {
  readonly #sql: Prepared<typeof WRITE_MEDIA>;
  readonly #save: Prepared<typeof SAVE_MEDIA>;
  readonly #loader: Loader;
  readonly #saver: Saver;
  readonly #usage: UsageSaver;

  constructor(db: DatabaseSync, loader: Loader, saver: Saver) {
    this.#sql = prepareAll(db, WRITE_MEDIA);
    this.#usage = new UsageSaver(db);
    this.#save = prepareAll(db, SAVE_MEDIA);
    this.#loader = loader;
    this.#saver = saver;
  }

  add(record: MediaRecord): void {
    this.#save.add.run(...mediaColumns(record));
    this.#count(record, record.createdAt);
  }

  addCopy(tenantId: string, id: string, phoneNumberId: string, copy: MetaCopy): void {
    const row = this.#sql.byId.get(toColumn(id), toColumn(tenantId));
    if (row === undefined) throw new Error(`There is no file ${id} to keep a copy's id for.`);
    const record = recordOf(row);
    this.#update({ ...record, facts: { ...record.facts, copies: { ...record.facts.copies, [phoneNumberId]: copy } } });
  }

  settle(tenantId: string, id: string, attempts: number, settlement: MediaSettlement, now: number): boolean {
    const row = this.#sql.byId.get(toColumn(id), toColumn(tenantId));
    const before = row === undefined ? null : recordOf(row);
    if (before === null || before.state !== 'PENDING' || before.attempts !== attempts) return false;
    const after = settledMedia(before, settlement);
    this.#update(after);
    this.#count(after, now);
    return this.#show(after, after.state !== before.state, now) !== null && after.state !== before.state;
  }

  retry(tenantId: string, messageId: string, now: number): Message | null {
    const row = this.#sql.byMessage.get(toColumn(messageId), toColumn(tenantId));
    if (row === undefined) return null;
    const before = recordOf(row);
    if (before.state === 'READY') return this.#show(before, false, now);
    const { facts } = before;
    const after: MediaRecord = {
      ...before,
      state: 'PENDING',
      attempts: 0,
      nextAt: now,
      facts: { ...facts, reason: null },
    };
    this.#update(after);
    return this.#show(after, false, now);
  }

  /** What is stored now counts as used on this day of its tenant's. */
  #count({ id, tenantId, messageId, facts, state }: MediaRecord, now: number): void {
    if (state !== 'READY' || facts.sizeBytes === null) return;
    const row = this.#sql.timeZone.get(toColumn(tenantId));
    const day = dayOf(row === undefined ? 'UTC' : text(row, 'time_zone'), now);
    this.#usage.addFile(tenantId, id, day, messageId === null ? 'OUTBOUND' : 'INBOUND', facts.sizeBytes);
  }

  #update({ id, tenantId, state, attempts, nextAt, facts }: MediaRecord): void {
    const columns = [state, attempts, nextAt, facts.sizeBytes, JSON.stringify(facts)];
    this.#sql.update.run(...columns, toColumn(id), toColumn(tenantId));
  }

  /** Brings the message of a file up to date. Null when there is none. */
  #show(record: MediaRecord, told: boolean, now: number): Message | null {
    const { tenantId, messageId } = record;
    if (messageId === null) return null;
    const messageIds = [{ tenantId, id: messageId }];
    const fold = new Fold(this.#loader.load({ ...NOTHING, tenants: [tenantId], messageIds }), now);
    const message = fold.messageById(messageId);
    if (message === undefined) return null;
    foldMedia(fold, message, mediaOf(record), told);
    this.#saver.save(fold.changes(), now);
    return toMessage(message.record);
  }
}

export class MediaReads {
  readonly #sql: Prepared<typeof READ_MEDIA>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, READ_MEDIA);
  }

  get(tenantId: string, id: string): MediaRecord | null {
    const row = this.#sql.byId.get(toColumn(id), toColumn(tenantId));
    return row === undefined ? null : recordOf(row);
  }

  isAtMeta(tenantId: string, phoneNumberId: string, metaId: string): boolean {
    return this.#sql.owned.get(toColumn(phoneNumberId), toColumn(metaId), toColumn(tenantId)) !== undefined;
  }

  due(now: number, limit: number, perTenant: number, except: readonly string[]): MediaRecord[] {
    return this.#sql.due.all(now, JSON.stringify(except), perTenant, limit).map(recordOf);
  }

  nextDue(after: number): number | null {
    const row = this.#sql.nextDue.get(after);
    return row === undefined || row['at'] === null ? null : integer(row, 'at');
  }
}
