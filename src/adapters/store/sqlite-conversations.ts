import type { DatabaseSync } from 'node:sqlite';
import { Fold } from '../../domain/fold.ts';
import type { MarkedRead } from '../../ports/store.ts';
import { conversationOf, heardOf, integer, toColumn } from './rows.ts';
import type { Loader } from './sqlite-load.ts';
import type { Saver } from './sqlite-save.ts';
import { CONVERSATION, type Prepared, prepareAll } from './sqlite-statements.ts';

/** What people do to a conversation. Runs inside the writer's transaction. */
export class ConversationWriter {
  readonly #sql: Prepared<typeof CONVERSATION>;
  readonly #loader: Loader;
  readonly #saver: Saver;

  constructor(db: DatabaseSync, loader: Loader, saver: Saver) {
    this.#sql = prepareAll(db, CONVERSATION);
    this.#loader = loader;
    this.#saver = saver;
  }

  markRead(tenantId: string, conversationId: string, upTo: number, by: string, now: number): MarkedRead | null {
    const [id, tenant] = [toColumn(conversationId), toColumn(tenantId)];
    const row = this.#sql.byId.get(id, tenant);
    if (row === undefined) return null;
    const before = conversationOf(row);
    const found = this.#sql.lastHeard.get(toColumn(before.id), upTo, tenant);
    if (found === undefined) return { conversation: before, changed: false };
    const heard = heardOf(found);
    if (heard.seq <= before.readSeq) return { conversation: before, changed: false };
    const unread = this.#sql.unread.get(toColumn(before.id), heard.seq);
    if (unread === undefined) throw new Error('A count gave no row.');
    const mark = { seq: heard.seq, messageId: heard.id, unreadCount: integer(unread, 'unread') };
    const fold = new Fold(this.#loader.load({ ...NOTHING, tenants: [tenantId] }), now);
    const conversation = fold.markRead(before, mark, by);
    this.#saver.save(fold.changes(), now);
    return { conversation, changed: true };
  }
}

const NOTHING = { aliases: [], numberIds: [], whatsappIds: [], messageIds: [], seenKeys: [], parked: [] };
