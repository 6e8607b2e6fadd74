import type { DatabaseSync } from 'node:sqlite';
import type { DueSend, Lane, NumberQueue, QueuedSend } from '../../domain/outbound.ts';
import type { DueExcept } from '../../ports/store.ts';
import { compareText, integer, text, toColumn } from './rows.ts';
import { type Prepared, prepareAll, QUEUE } from './sqlite-statements.ts';

const START: Lane = { tenantId: '', numberId: '' };

/** Reads of the outbox. What they cost follows from the lanes in which something waits, not from how much waits. */
export class QueueReads {
  readonly #sql: Prepared<typeof QUEUE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, QUEUE);
  }

  due(now: number, limit: number, except: DueExcept, after: Lane | null): DueSend[] {
    const held = JSON.stringify(except.conversationIds);
    const numbers = new Set(except.numberIds);
    const full = new Set((except.lanes ?? []).map(nameOf));
    const skipped = except.tenantIds ?? new Set();
    const dueIn = ({ tenantId, numberId }: Lane, rows: number) =>
      this.#sql.due.all(toColumn(tenantId), numberId, now, held, rows);
    const lanes: Lane[] = [];
    for (const lane of this.#lanes(after)) {
      if (
        skipped.has(lane.tenantId) ||
        numbers.has(lane.numberId) ||
        full.has(nameOf(lane)) ||
        dueIn(lane, 1).length === 0
      )
        continue;
      if (lanes.push(lane) === limit) break;
    }
    const part = Math.ceil(limit / lanes.length);
    return lanes.flatMap((lane) =>
      dueIn(lane, part).map((row) => ({
        ...lane,
        messageId: text(row, 'message_id'),
        conversationId: text(row, 'conversation_id'),
      })),
    );
  }

  /** The lanes in which something waits, from the one behind `after` on and round again. */
  *#lanes(after: Lane | null): Generator<Lane> {
    const next = ({ tenantId, numberId }: Lane): Lane | null => {
      const row = this.#sql.nextLane.get(toColumn(tenantId), numberId);
      return row === undefined ? null : { tenantId: text(row, 'tenant_id'), numberId: text(row, 'number_id') };
    };
    for (let lane = next(after ?? START); lane !== null; lane = next(lane)) yield lane;
    if (after === null) return;
    for (let lane = next(START); lane !== null && !isBehind(lane, after); lane = next(lane)) yield lane;
  }

  nextDue(after: number): number | null {
    const row = this.#sql.nextDue.get(after);
    return row === undefined ? null : integer(row, 'at');
  }

  queues(): NumberQueue[] {
    return this.#sql.queues.all().map((row) => ({
      tenantId: text(row, 'tenant_id'),
      numberId: text(row, 'number_id'),
      depth: integer(row, 'depth'),
      oldestAt: integer(row, 'created_at'),
    }));
  }

  queued(tenantId: string, messageIds: readonly string[]): (QueuedSend | null)[] {
    const found = messageIds.map((): QueuedSend | null => null);
    for (const row of this.#sql.queued.all(JSON.stringify(messageIds.map(toColumn)), toColumn(tenantId))) {
      found[integer(row, 'i')] = {
        numberId: text(row, 'number_id'),
        conversationId: text(row, 'conversation_id'),
        first: integer(row, 'first') === 1,
        attempt: integer(row, 'attempt'),
        notBefore: integer(row, 'not_before'),
        expiresAt: integer(row, 'expires_at'),
      };
    }
    return found;
  }
}

function nameOf({ tenantId, numberId }: Lane): string {
  return `${tenantId} ${numberId}`;
}

function isBehind(lane: Lane, other: Lane): boolean {
  return (compareText(lane.tenantId, other.tenantId) || compareText(lane.numberId, other.numberId)) > 0;
}
