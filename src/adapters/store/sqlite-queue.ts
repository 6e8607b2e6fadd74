import type { DatabaseSync } from 'node:sqlite';
import type { DueSend, NumberQueue, QueuedSend } from '../../domain/outbound.ts';
import type { DueExcept } from '../../ports/store.ts';
import { integer, text, toColumn } from './rows.ts';
import { type Prepared, prepareAll, QUEUE } from './sqlite-statements.ts';

/** Reads of the outbox. What they cost follows from the numbers on which something waits, not from how much waits. */
export class QueueReads {
  readonly #sql: Prepared<typeof QUEUE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, QUEUE);
  }

  /** Each number gives its oldest, so that a long queue on one cannot hide another's; the oldest of all are taken. */
  due(now: number, limit: number, { numberIds, conversationIds }: DueExcept): DueSend[] {
    const held = JSON.stringify(conversationIds);
    return this.#sql.numbers
      .all(JSON.stringify(numberIds))
      .flatMap((number) => this.#sql.due.all(text(number, 'id'), now, held, limit))
      .map((row) => ({
        messageId: text(row, 'message_id'),
        numberId: text(row, 'number_id'),
        conversationId: text(row, 'conversation_id'),
        notBefore: integer(row, 'not_before'),
        seq: integer(row, 'seq'),
      }))
      .sort((a, b) => a.notBefore - b.notBefore || a.seq - b.seq)
      .slice(0, limit)
      .map(({ messageId, numberId, conversationId }) => ({ messageId, numberId, conversationId }));
  }

  nextDue(after: number): number | null {
    const row = this.#sql.nextDue.get(after);
    return row === undefined || row['at'] === null ? null : integer(row, 'at');
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
      };
    }
    return found;
  }
}
