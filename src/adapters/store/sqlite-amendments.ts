import type { DatabaseSync } from 'node:sqlite';
import type { Changes, Needs } from '../../domain/fold-state.ts';
import { text, toColumn, toSearch } from './rows.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

const AMENDMENTS = {
  // By name, so that the look-up of every new message never goes through the many reactions.
  ids: `SELECT m.id FROM json_each(?) j CROSS JOIN messages m INDEXED BY messages_amending
    ON m.target = j.value ->> 1 AND m.phone_number_id = j.value ->> 0
    AND m.type IN ('edit', 'revoke') AND m.target IS NOT NULL`,
  revise: `UPDATE messages SET content = ?, search = ?, edited_at = ?, revoked_at = ? WHERE id = ? AND tenant_id = ?`,
} as const;

/** Edits and revokes, and what they change. Runs inside the writer's transaction. */
export class Amendments {
  readonly #sql: Prepared<typeof AMENDMENTS>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, AMENDMENTS);
  }

  /** Ids of the edits and revokes that have come for these messages. */
  ids(messages: NonNullable<Needs['amended']>): string[] {
    if (messages.length === 0) return [];
    const keys = messages.map(({ phoneNumberId, whatsappId }) => [toColumn(phoneNumberId), toColumn(whatsappId)]);
    return this.#sql.ids.all(JSON.stringify(keys)).map((row) => text(row, 'id'));
  }

  revise(revisions: Changes['revisions']): void {
    for (const { tenantId, record } of revisions) {
      const { id, content, text, editedAt, revokedAt } = record;
      const columns = [JSON.stringify(content), toSearch(text), toTime(editedAt), toTime(revokedAt)] as const;
      this.#sql.revise.run(...columns, id, toColumn(tenantId));
    }
  }
}

/** Epoch milliseconds of an ISO time. */
export function toTime(at: string | undefined): number | null {
  return at === undefined ? null : Date.parse(at);
}
