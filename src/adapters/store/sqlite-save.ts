import type { DatabaseSync } from 'node:sqlite';
import type { Changes, OutboxRow, StatusRow } from '../../domain/fold-state.ts';
import type { InboundStatus } from '../../domain/inbound.ts';
import type { MessageRecord } from '../../domain/message.ts';
import { targetOf } from '../../domain/message-kinds.ts';
import { type Row, text, toColumn, toOptionalColumn, toOrigin, toProfile, toSearch } from './rows.ts';
import { Amendments, toTime } from './sqlite-amendments.ts';
import { IdentitySaver } from './sqlite-identity.ts';
import { mediaColumns, SAVE_MEDIA } from './sqlite-media.ts';
import { WriterNotes } from './sqlite-sharing.ts';
import { type Prepared, prepareAll, SAVE } from './sqlite-statements.ts';
import { UnroutedSaver } from './sqlite-unrouted.ts';
import { UsageSaver } from './sqlite-usage.ts';
import { WindowSaver } from './sqlite-windows.ts';

/** Writes what a fold changed. Runs inside the writer's transaction. */
export class Saver {
  /** Tenants whose logs have grown: what was stored for them is not in the search index yet. */
  readonly grown = new Set<string>();
  readonly #sql: Prepared<typeof SAVE>;
  readonly #amendments: Amendments;
  readonly #identity: IdentitySaver;
  readonly #media: Prepared<typeof SAVE_MEDIA>;
  readonly #windows: WindowSaver;
  readonly #writers: WriterNotes;
  readonly #unrouted: UnroutedSaver;
  readonly #usage: UsageSaver;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, SAVE);
    this.#amendments = new Amendments(db);
    this.#identity = new IdentitySaver(db);
    this.#media = prepareAll(db, SAVE_MEDIA);
    this.#windows = new WindowSaver(db);
    this.#writers = new WriterNotes(db);
    this.#unrouted = new UnroutedSaver(db);
    this.#usage = new UsageSaver(db);
  }

  /**
   * `now` (epoch ms) is when the changes are stored; ages are counted from it. Answers how many items found the unrouted
   * box full.
   */
  save(changes: Changes, now: number): number {
    const sql = this.#sql;
    for (const { tenantId, lastSeq } of changes.logs) {
      sql.log.run(lastSeq, toColumn(tenantId));
      this.grown.add(tenantId);
    }
    this.#identity.begin(changes);
    for (const { tenantId, contact, since } of changes.contacts) {
      const { id, phone, userId, username, name } = contact;
      const search = toSearch(name, phone, username);
      const [plainPhone, plainUserId] = [toOptionalColumn(phone), toOptionalColumn(userId)];
      sql.contact.run(id, toColumn(tenantId), toProfile(contact, since), plainPhone, plainUserId, search);
    }
    for (const { tenantId, kind, value, contactId } of changes.aliases) {
      sql.alias.run(toColumn(tenantId), kind, toColumn(value), contactId);
    }
    for (const v of changes.conversations) {
      const { unreadCount, readSeq, lastSeq, lastMessageId } = v;
      sql.conversation.run(
        ...[v.id, toColumn(v.tenantId), v.numberId, v.contactId],
        ...[unreadCount, readSeq, lastSeq, lastMessageId],
      );
    }
    const seqs = new Map<string, number>();
    for (const { tenantId, record, day } of changes.messages) {
      this.#addMessage(tenantId, record, day);
      seqs.set(record.id, record.seq);
    }
    for (const update of changes.updates) {
      const { tenantId, id, whatsappId, status, error, pricing, answer, metaConversation } = update;
      const facts = [error, pricing, answer, metaConversation].map((fact) => JSON.stringify(fact));
      sql.update.run(toColumn(whatsappId ?? ''), status, error?.code ?? null, ...facts, id, toColumn(tenantId));
    }
    this.#amendments.revise(changes.revisions);
    for (const { tenantId, id, content } of changes.contents) {
      this.#media.content.run(JSON.stringify(content), id, toColumn(tenantId));
    }
    for (const record of changes.media) this.#media.add.run(...mediaColumns(record));
    for (const row of changes.statuses) this.#addStatus(row);
    for (const item of changes.parked) this.#park(item, now);
    for (const { phoneNumberId, whatsappId } of changes.unparked) {
      sql.unpark.run(toColumn(phoneNumberId), toColumn(whatsappId));
    }
    for (const key of changes.seenKeys) sql.seenKey.run(toColumn(key), now);
    this.#usage.add(changes.usage);
    for (const row of changes.windows) this.#windows.save(row);
    for (const row of changes.writers) this.#writers.note(row);
    const turnedAway = this.#unrouted.add(changes.unrouted, now);
    const storedAt = Date.now();
    for (const { tenantId, event } of changes.events) {
      const { seq, type, messageId, body } = event;
      sql.event.run(toColumn(tenantId), seq, type, messageId, JSON.stringify(body), now, storedAt);
    }
    for (const row of changes.outbox) this.#addOutbox(row, seqs.get(row.messageId) ?? 0);
    for (const { messageId, state, notBefore } of changes.outboxMoves) {
      this.#letFollow(sql.outboxMove.get(state, notBefore, messageId));
    }
    for (const messageId of changes.outboxDone) this.#letFollow(sql.outboxDone.get(messageId));
    for (const { tenantId, key, fingerprint, messageId } of changes.idempotency) {
      sql.idempotency.run(toColumn(tenantId), toColumn(key), toColumn(fingerprint), messageId, now);
    }
    this.#identity.end(changes.carriedWindows);
    return turnedAway;
  }

  addRaw(id: string, receivedAt: number, body: Uint8Array, tenantId: string | null): void {
    this.#sql.rawWebhook.run(toColumn(id), receivedAt, body, toOptionalColumn(tenantId));
  }

  /** `items` is the JSON of the routed items that could not be stored. The latest problem stands. */
  quarantine(id: string, receivedAt: number, problem: string, items: string, tenantId: string | null): void {
    const owner = toOptionalColumn(tenantId);
    this.#sql.quarantine.run(toColumn(id), receivedAt, toColumn(problem), items, owner);
  }

  #addMessage(tenantId: string, m: MessageRecord, day: number): void {
    this.#sql.message.run(
      ...[m.id, toColumn(tenantId), m.seq, toColumn(m.whatsappId ?? ''), m.direction, m.type, m.status],
      ...[m.error?.code ?? null, Date.parse(m.createdAt), m.conversationId, m.contact.id, m.phoneNumber.id],
      ...[toColumn(m.phoneNumber.phoneNumberId), toOptionalColumn(m.reference), m.replyToId],
      ...[toOptionalColumn(m.sentBy), toSearch(m.text), JSON.stringify(m.error), JSON.stringify(m.pricing)],
      ...[JSON.stringify(m.answer), JSON.stringify(m.content), JSON.stringify(m.raw)],
      ...[toOptionalColumn(targetOf(m.content)), toOrigin(m), toTime(m.editedAt), toTime(m.revokedAt)],
      day,
    );
  }

  #addStatus(row: StatusRow): void {
    const facts = [row.at, row.recordedAt, JSON.stringify(row.error), JSON.stringify(row.raw)];
    this.#sql.status.run(row.messageId, row.status, toColumn(row.participant), ...facts);
  }

  #park(item: InboundStatus, now: number): void {
    const key = [toColumn(item.phoneNumberId), toColumn(item.whatsappId), item.status, toColumn(item.participant)];
    this.#sql.park.run(...key, JSON.stringify(item), now);
  }

  #addOutbox(row: OutboxRow, seq: number): void {
    this.#sql.outbox.run(
      ...[row.messageId, toColumn(row.tenantId), row.conversationId, row.numberId, seq],
      ...[row.state, row.attempt, row.notBefore, row.markedAt, row.expiresAt, JSON.stringify(row.send)],
    );
  }

  /** A row has left its place: whichever now is the first queued one of its conversation comes to the front. */
  #letFollow(left: Row | undefined): void {
    if (left !== undefined) this.#sql.outboxFront.run(text(left, 'conversation_id'));
  }
}
