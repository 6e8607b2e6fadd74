import type { DatabaseSync } from 'node:sqlite';
import { Fold, type OpenMessage } from '../../domain/fold.ts';
import { foldDecision, foldExpiry } from '../../domain/fold-decision.ts';
import { foldDraft, foldSettlement, needsOfDraft, needsOfSettlement } from '../../domain/fold-outbound.ts';
import { handleOf } from '../../domain/inbound.ts';
import { type Message, toMessage } from '../../domain/message.ts';
import type {
  AcceptOutcome,
  Decided,
  Decision,
  OutboundSend,
  OutboxJob,
  SendDraft,
  Settlement,
} from '../../domain/outbound.ts';
import { integer, json, optionalText, type Row, text, toColumn } from './rows.ts';
import type { Loader } from './sqlite-load.ts';
import type { Saver } from './sqlite-save.ts';
import { OUTBOX, type Prepared, prepareAll } from './sqlite-statements.ts';
import type { TenancyWriter } from './sqlite-tenancy.ts';
import { WindowReads } from './sqlite-windows.ts';

/** Rows that one call of `expireOnWire` or `expireQueued` settles; the caller asks again until none is left. */
const EXPIRE_AT_ONCE = 500;
const NOTHING = { aliases: [], numberIds: [], whatsappIds: [], seenKeys: [], parked: [] };

/** The outbound state machine's writes. Each runs inside the writer's transaction. */
export class OutboxWriter {
  readonly #sql: Prepared<typeof OUTBOX>;
  readonly #loader: Loader;
  readonly #saver: Saver;
  readonly #tenancy: TenancyWriter;
  readonly #windows: WindowReads;

  constructor(db: DatabaseSync, loader: Loader, saver: Saver, tenancy: TenancyWriter) {
    this.#sql = prepareAll(db, OUTBOX);
    this.#loader = loader;
    this.#saver = saver;
    this.#tenancy = tenancy;
    this.#windows = new WindowReads(db);
  }

  accept(draft: SendDraft): AcceptOutcome {
    const earlier = draft.idempotency === null ? null : this.#earlier(draft.tenantId, draft.idempotency);
    if (earlier !== null) return earlier;
    const counted = draft.day === undefined || this.#tenancy.countSend(draft.tenantId, draft.day);
    if (!counted) return { kind: 'overQuota' };
    const fold = new Fold(this.#loader.load(needsOfDraft(draft)), draft.now);
    const { message, job } = foldDraft(fold, draft);
    this.#saver.save(fold.changes(), draft.now);
    return { kind: 'accepted', message, job };
  }

  claim(messageIds: readonly string[], now: number): OutboxJob[] {
    const at = new Date(now).toISOString();
    // One by one, so that of two sends of a conversation only the first is taken.
    const claimed = messageIds.flatMap((messageId) => {
      const row = this.#sql.claimable.get(messageId, now, now);
      if (row === undefined) return [];
      const attempt = integer(row, 'attempt') + 1;
      this.#sql.mark.run(attempt, now, messageId);
      this.#sql.sending.run(messageId);
      this.#sql.sendingStep.run(messageId, at, at);
      const job = {
        ...json<OutboundSend>(row, 'send'),
        tenantId: text(row, 'tenant_id'),
        messageId,
        conversationId: text(row, 'conversation_id'),
        number: {
          id: text(row, 'number_id'),
          phoneNumberId: text(row, 'phone_number_id'),
          display: optionalText(row, 'display') ?? '',
        },
        attempt,
        handle: handleOf(messageId, attempt),
      };
      return { job, contactId: text(row, 'contact_id') };
    });
    return this.#withWindows(claimed);
  }

  /** What is known of the people for whom it decides whether a send may go: one read for all of them. */
  #withWindows(claimed: readonly { job: Omit<OutboxJob, 'window'>; contactId: string }[]): OutboxJob[] {
    const judged = claimed.filter(({ job }) => job.content.kind !== 'template' || job.marketing === true);
    const facts = this.#windows.ofContacts(
      judged.map(({ job: { tenantId, number }, contactId }) => {
        return { tenantId, contactId, phoneNumberId: number.phoneNumberId };
      }),
    );
    const windows = new Map(judged.map(({ job }, i) => [job.messageId, facts[i] ?? null]));
    return claimed.map(({ job }) => ({ ...job, window: windows.get(job.messageId) ?? null }));
  }

  /** An attempt that is not the row's, or whose row waits again or is gone, changes nothing. */
  settle(tenantId: string, messageId: string, attempt: number, settlement: Settlement, now: number): Message {
    const [stored] = this.#loader.messages([messageId]);
    if (stored?.tenantId !== tenantId) throw new Error(`There is no message ${messageId} to settle.`);
    const { record, outbox } = stored;
    if (outbox === null || outbox.attempt !== attempt || outbox.state === 'queued') return toMessage(record);
    const needs = needsOfSettlement(tenantId, messageId, record.phoneNumber.phoneNumberId, settlement, record.contact);
    const loaded = this.#loader.load(needs);
    const fold = new Fold(loaded, now);
    const open = fold.messageById(messageId);
    if (open === undefined) throw new Error(`The message ${messageId} was not loaded.`);
    foldSettlement(fold, open, settlement, loaded.parked);
    this.#saver.save(fold.changes(), now);
    return toMessage(open.record);
  }

  expireOnWire(deadline: number, now: number): { tenants: string[]; more: boolean } {
    const settlement: Settlement = { kind: 'unconfirmed', reason: 'no answer within the deadline', error: null };
    const rows = this.#sql.onWire.all(deadline, EXPIRE_AT_ONCE);
    return this.#foldAll(rows, now, (fold, open) => foldSettlement(fold, open, settlement, []));
  }

  expireQueued(now: number): { tenants: string[]; more: boolean } {
    return this.#foldAll(this.#sql.expired.all(now, EXPIRE_AT_ONCE), now, foldExpiry);
  }

  decide(tenantId: string, messageId: string, decision: Decision, now: number): Decided | null {
    const messageIds = [{ tenantId, id: messageId }];
    const [stored] = this.#loader.messages([messageId]);
    if (stored?.tenantId !== tenantId) return null;
    const fold = new Fold(this.#loader.load({ ...NOTHING, tenants: [tenantId], messageIds }), now);
    const open = fold.messageById(messageId);
    if (open === undefined) throw new Error(`The message ${messageId} was not loaded.`);
    const verdict = foldDecision(fold, open, decision);
    this.#saver.save(fold.changes(), now);
    return { ...verdict, message: toMessage(open.record) };
  }

  /** Folds a helping of outbox rows; the caller asks again while there are `more`. */
  #foldAll(
    rows: readonly Row[],
    now: number,
    foldOne: (fold: Fold, open: OpenMessage) => void,
  ): { tenants: string[]; more: boolean } {
    if (rows.length === 0) return { tenants: [], more: false };
    const messageIds = rows.map((row) => ({ tenantId: text(row, 'tenant_id'), id: text(row, 'message_id') }));
    const tenants = [...new Set(messageIds.map(({ tenantId }) => tenantId))].sort();
    const fold = new Fold(this.#loader.load({ ...NOTHING, tenants, messageIds }), now);
    for (const { id } of messageIds) {
      const open = fold.messageById(id);
      if (open !== undefined) foldOne(fold, open);
    }
    const changes = fold.changes();
    this.#saver.save(changes, now);
    return { tenants: changes.logs.map(({ tenantId }) => tenantId), more: rows.length === EXPIRE_AT_ONCE };
  }

  #earlier(tenantId: string, { key, fingerprint }: NonNullable<SendDraft['idempotency']>): AcceptOutcome | null {
    const row = this.#sql.idempotency.get(toColumn(tenantId), toColumn(key));
    if (row === undefined) return null;
    if (text(row, 'fingerprint') !== fingerprint) return { kind: 'conflict' };
    const [stored] = this.#loader.messages([text(row, 'message_id')]);
    if (stored === undefined) throw new Error('The message of an idempotency key is gone.');
    return { kind: 'existing', message: toMessage(stored.record) };
  }
}
