import type { DatabaseSync } from 'node:sqlite';
import type { UnreadCount } from '../../domain/conversation.ts';
import type { DeliverySlice } from '../../ports/delivery-store.ts';
import { integer, type Row, text, toColumn } from './rows.ts';
import { DeliveryReads } from './sqlite-delivery.ts';
import { HEARD, living, type Prepared, prepareAll } from './sqlite-statements.ts';

/** Conversations that are counted as unread at most. */
const UNREAD_LIMIT = 1_000;

const PORTAL = {
  unread: `SELECT count(*) AS conversations, coalesce(sum(unread_count), 0) AS messages FROM (SELECT unread_count
    FROM conversations INDEXED BY conversations_unread WHERE tenant_id = ? AND unread_count > 0
    ORDER BY last_seq DESC LIMIT ${UNREAD_LIMIT})`,
  moreUnread: `SELECT 1 AS one FROM conversations INDEXED BY conversations_unread
    WHERE tenant_id = ? AND unread_count > 0 LIMIT 1 OFFSET ${UNREAD_LIMIT}`,
  firstUnread: `SELECT j.key AS i, (SELECT m.id FROM messages m INDEXED BY messages_by_conversation
      WHERE m.conversation_id = v.id AND m.seq > v.read_seq AND ${HEARD} ORDER BY m.seq LIMIT 1) AS message_id
    FROM json_each(?) j CROSS JOIN conversations v ON v.id = ${living('j.value')}
    WHERE v.tenant_id = ? AND v.unread_count > 0`,
  newestWebhook: `SELECT received_at, EXISTS (SELECT 1 FROM quarantine q WHERE q.webhook_id = r.id) AS quarantined
    FROM raw_webhooks r INDEXED BY raw_by_time ORDER BY received_at DESC LIMIT 1`,
  quarantinedUpTo: 'SELECT count(*) AS webhooks FROM (SELECT 1 FROM quarantine LIMIT ?)',
} as const;

/** What screens ask beside lists of rows. */
export class PortalReads {
  readonly #portal: Prepared<typeof PORTAL>;
  readonly #delivery: DeliveryReads;

  constructor(db: DatabaseSync) {
    this.#portal = prepareAll(db, PORTAL);
    this.#delivery = new DeliveryReads(db);
  }

  deliverySlice(...args: Parameters<DeliveryReads['slice']>): DeliverySlice {
    return this.#delivery.slice(...args);
  }

  unread(tenantId: string): UnreadCount {
    const tenant = toColumn(tenantId);
    const row: Row = this.#portal.unread.get(tenant) ?? {};
    const conversations = integer(row, 'conversations');
    const more = conversations === UNREAD_LIMIT && this.#portal.moreUnread.get(tenant) !== undefined;
    return { conversations, messages: integer(row, 'messages'), more };
  }

  newestWebhook(): { receivedAt: number; quarantined: boolean } | null {
    const row = this.#portal.newestWebhook.get();
    if (row === undefined) return null;
    return { receivedAt: integer(row, 'received_at'), quarantined: integer(row, 'quarantined') === 1 };
  }

  quarantinedUpTo(limit: number): number {
    return integer(this.#portal.quarantinedUpTo.get(limit) ?? {}, 'webhooks');
  }

  firstUnread(tenantId: string, conversationIds: readonly string[]): (string | null)[] {
    const found = conversationIds.map((): string | null => null);
    const list = JSON.stringify(conversationIds.map(toColumn));
    for (const row of this.#portal.firstUnread.all(list, toColumn(tenantId))) {
      found[integer(row, 'i')] = row['message_id'] === null ? null : text(row, 'message_id');
    }
    return found;
  }
}
