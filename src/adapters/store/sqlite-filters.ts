import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { type ConversationFilter, WINDOW_MS } from '../../domain/conversation.ts';
import type { MessageFilter, PageRequest } from '../../ports/store.ts';
import { toColumn } from './rows.ts';
import { sqlCompiler } from './sql-compiler.ts';

/*
 * Lists whose conditions vary. Each query finds ids, which the named statements then read.
 */

interface Tables {
  messages: {
    id: string;
    tenant_id: string;
    seq: number;
    conversation_id: string;
    contact_id: string;
    phone_number_id: string;
    direction: string;
    type: string;
    status: string;
    error_code: number | null;
    created_at: number;
    search: string;
  };
  conversations: {
    id: string;
    tenant_id: string;
    number_id: string;
    contact_id: string;
    unread_count: number;
    last_seq: number;
    last_message_id: string;
  };
  contacts: { id: string; search: string };
}

const compiler = sqlCompiler<Tables>();

/** Ids of the messages that pass, from the page's end inwards; one more than asked for tells that more remain. */
export function messageIds(tenantId: string, filter: MessageFilter, page: PageRequest): CompiledQuery {
  const narrow = filter.conversationId !== undefined || filter.contactId !== undefined;
  return passing(filter, narrow)
    .select(['m.id', 'm.seq'])
    .where(tenantOf('m', narrow), '=', toColumn(tenantId))
    .$if(page.before !== undefined, (query) => query.where('m.seq', '<', page.before ?? 0))
    .$if(page.after !== undefined, (query) => query.where('m.seq', '>', page.after ?? 0))
    .orderBy('m.seq', page.from === 'newest' ? 'desc' : 'asc')
    .limit(page.limit + 1)
    .compile();
}

/** Of these places of the log, the messages that pass, with what a search is compared with. */
export function messagesAt(tenantId: string, filter: MessageFilter, seqs: string): CompiledQuery {
  return passing(filter, false)
    .innerJoin('contacts as c', 'c.id', 'm.contact_id')
    .select(['m.id', 'm.seq', 'm.conversation_id', 'm.search', 'c.search as person'])
    .where('m.tenant_id', '=', toColumn(tenantId))
    .where(sql<boolean>`m.seq IN (SELECT value FROM json_each(${seqs}))`)
    .compile();
}

function passing(filter: MessageFilter, narrow: boolean) {
  let query = compiler.selectFrom('messages as m');
  const own = (column: 'm.conversation_id') => (narrow ? sql.ref<string>(column) : sql<string>`+${sql.ref(column)}`);
  if (filter.conversationId !== undefined)
    query = query.where(own('m.conversation_id'), '=', livingId(filter.conversationId));
  if (filter.contactId !== undefined) query = query.where(inConversationsOf(filter.contactId, narrow));
  if (filter.phoneNumberId !== undefined) query = query.where('m.phone_number_id', '=', toColumn(filter.phoneNumberId));
  if (filter.direction !== undefined) query = query.where('m.direction', '=', filter.direction);
  if (filter.type !== undefined) query = query.where('m.type', '=', filter.type);
  // A literal, so that the index of failed messages can be used; the values come from a list of our own.
  if (filter.status !== undefined) query = query.where('m.status', '=', sql.lit(filter.status));
  if (filter.errorCode !== undefined) query = query.where('m.error_code', '=', filter.errorCode);
  if (filter.from !== undefined) query = query.where('m.created_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('m.created_at', '<', filter.to);
  return query;
}

/**
 * Ids of the conversations that pass, by their newest message. `found` (a JSON array of ids) narrows them to what a
 * search has found.
 */
export function conversationIds(
  tenantId: string,
  filter: ConversationFilter,
  page: PageRequest,
  found: string | null,
): CompiledQuery {
  const narrow = found !== null;
  let query = compiler
    .selectFrom('conversations as v')
    .select('v.id')
    .where(tenantOf('v', narrow), '=', toColumn(tenantId));
  if (narrow) query = query.where(sql<boolean>`v.id IN (SELECT value FROM json_each(${found}))`);
  if (filter.numberId !== undefined) query = query.where('v.number_id', '=', toColumn(filter.numberId));
  // A literal, so that the index of unread conversations can be used.
  if (filter.unread !== undefined) query = query.where('v.unread_count', filter.unread ? '>' : '=', sql.lit(0));
  if (filter.window !== undefined) query = query.where(windowOpen(filter.window.now), '=', filter.window.open ? 1 : 0);
  if (filter.failed !== undefined) query = query.where(newestFailed, '=', filter.failed ? 1 : 0);
  if (page.before !== undefined) query = query.where('v.last_seq', '<', page.before);
  if (page.after !== undefined) query = query.where('v.last_seq', '>', page.after);
  return query
    .orderBy('v.last_seq', page.from === 'newest' ? 'desc' : 'asc')
    .limit(page.limit + 1)
    .compile();
}

/** With `narrow`, `+` keeps SQLite from walking the tenant's whole index where a conversation's own is far shorter. */
function tenantOf(table: string, narrow: boolean): RawBuilder<string> {
  return narrow ? sql`+${sql.ref(`${table}.tenant_id`)}` : sql`${sql.ref(`${table}.tenant_id`)}`;
}

/** An id that was given up in a merge finds what lives on. */
function livingId(id: string): RawBuilder<string> {
  const given = toColumn(id);
  return sql`coalesce((SELECT g.into_id FROM merged_ids g WHERE g.id = ${given}), ${given})`;
}

function inConversationsOf(contactId: string, narrow: boolean): RawBuilder<boolean> {
  if (!narrow) return sql`+m.contact_id = ${livingId(contactId)}`;
  return sql`m.conversation_id IN (SELECT id FROM conversations WHERE contact_id = ${livingId(contactId)})`;
}

function windowOpen(now: number): RawBuilder<number> {
  // As `judgeWindow`, over the facts of all that the person is known by.
  return sql`coalesce((SELECT max(w.last_inbound_at) > max(max(w.closed_at), ${now - WINDOW_MS}) FROM contacts c
    JOIN phone_numbers n ON n.id = v.number_id
    JOIN windows w ON w.phone_number_id = n.phone_number_id AND w.person IN (c.phone, c.user_id)
    WHERE c.id = v.contact_id), 0)`;
}

const newestFailed: RawBuilder<number> = sql`EXISTS (SELECT 1 FROM messages m
    WHERE m.id = v.last_message_id AND m.status = 'FAILED')`;
