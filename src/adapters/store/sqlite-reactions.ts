import type { DatabaseSync } from 'node:sqlite';
import type { MessageContent } from '../../domain/message.ts';
import type { Reaction } from '../../domain/message-kinds.ts';
import { DIRECTIONS, integer, json, oneOf, text, toColumn } from './rows.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

const REACTIONS = {
  // The latest of each person and of ours. A reaction that was never made hides none before it.
  latest: `WITH reactions AS (SELECT j.key AS i, r.id, r.seq, row_number() OVER (
      PARTITION BY j.key, r.direction, CASE r.direction WHEN 'INBOUND' THEN r.contact_id ELSE '' END
      ORDER BY r.created_at DESC, r.seq DESC) AS age
    FROM json_each(?1) j CROSS JOIN messages m ON m.id = j.value AND m.whatsapp_id <> ''
    CROSS JOIN messages r INDEXED BY messages_reacting ON r.target = m.whatsapp_id
      AND r.phone_number_id = m.phone_number_id AND r.type = 'reaction' AND r.target IS NOT NULL
    WHERE m.tenant_id = ?2 AND r.tenant_id = m.tenant_id AND r.status NOT IN ('FAILED', 'CANCELLED', 'EXPIRED'))
    SELECT l.i, l.id, r.direction, r.created_at, r.content FROM reactions l CROSS JOIN messages r ON r.id = l.id
    WHERE l.age = 1 ORDER BY r.created_at, r.seq`,
} as const;

/** What stands under messages. It is derived when asked, so the order in which reactions arrive does not matter. */
export class ReactionReads {
  readonly #sql: Prepared<typeof REACTIONS>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, REACTIONS);
  }

  of(tenantId: string, messageIds: readonly string[]): Reaction[][] {
    const reactions = messageIds.map((): Reaction[] => []);
    const rows = this.#sql.latest.all(JSON.stringify(messageIds.map(toColumn)), toColumn(tenantId));
    for (const row of rows) {
      const content = json<MessageContent>(row, 'content');
      const emoji = content.kind === 'reaction' ? content.emoji : null;
      // Nothing is left of one that was taken back.
      if (emoji === null || emoji === '') continue;
      reactions[integer(row, 'i')]?.push({
        emoji,
        from: oneOf(row, 'direction', DIRECTIONS),
        messageId: text(row, 'id'),
        at: new Date(integer(row, 'created_at')).toISOString(),
      });
    }
    return reactions;
  }
}
