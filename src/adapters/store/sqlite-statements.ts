import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { NEVER_UNREAD } from '../../domain/conversation.ts';

/*
 * The SQL of the embedded store, one named statement each, prepared once per connection. A list goes in as one JSON
 * array (measured: 1.4 µs a row, single look-ups 3.5 µs); `j.key` is then the element's index, and CROSS JOIN keeps the
 * list on the outer side. Rows are written one by one in a loop (7.5 µs against 12.3 µs through JSON).
 */

/** A message with its contact's profile and its number's display, from `messages m`. */
const MESSAGE = `m.id, m.seq, m.whatsapp_id, m.direction, m.type, m.status, m.error, m.pricing, m.meta_conversation, m.answer,
  m.content, m.raw, m.conversation_id, m.contact_id, m.number_id, m.phone_number_id, m.reference, m.reply_to_id, m.sent_by,
  m.created_at, m.origin, m.edited_at, m.revoked_at, m.tenant_id, c.profile, n.display`;
const ITS_PEOPLE = 'JOIN contacts c ON c.id = m.contact_id LEFT JOIN phone_numbers n ON n.id = m.number_id';

/** The id that came to stand for one when two were merged, or the id itself. `id` is an SQL expression. */
export const living = (id: string) => `coalesce((SELECT g.into_id FROM merged_ids g WHERE g.id = ${id}), ${id})`;

/** What counts as unread until it is read (as the fold counts), from `messages`. */
export const HEARD = `direction = 'INBOUND' AND type NOT IN (${NEVER_UNREAD.map((type) => `'${type}'`).join(', ')})`;

/** The newest message of a conversation, at or before a position, that somebody wrote. */
const LAST_HEARD = `SELECT id, seq, whatsapp_id, created_at FROM messages INDEXED BY messages_by_conversation
    WHERE conversation_id = ${living('?1')} AND seq <= ?2 AND ${HEARD} AND tenant_id = ?3 ORDER BY seq DESC LIMIT 1`;

export const CONVERSATION = {
  byId: `SELECT * FROM conversations WHERE id = ${living('?1')} AND tenant_id = ?2`,
  lastHeard: LAST_HEARD,
  unread: `SELECT count(*) AS unread FROM messages INDEXED BY messages_by_conversation
    WHERE conversation_id = ? AND seq > ? AND ${HEARD}`,
} as const;

export const LOAD = {
  logs: `SELECT l.tenant_id, l.last_seq, t.time_zone FROM json_each(?) j CROSS JOIN logs l ON l.tenant_id = j.value
    LEFT JOIN tenants t ON t.id = l.tenant_id`,
  createLog: 'INSERT INTO logs (tenant_id, epoch, last_seq) VALUES (?, ?, 0)',
  aliases: `SELECT j.key AS i, a.contact_id FROM json_each(?) j
    CROSS JOIN contact_aliases a
    ON a.tenant_id = j.value ->> 0 AND a.kind = j.value ->> 1 AND a.value = j.value ->> 2`,
  contacts: `SELECT c.tenant_id, c.id AS contact_id, c.profile FROM json_each(?) j
    CROSS JOIN contacts c ON c.id = j.value`,
  conversations: `SELECT v.* FROM json_each(?) j CROSS JOIN conversations v
    ON v.contact_id = j.value AND v.number_id IN (SELECT value FROM json_each(?))`,
  messageIdsByWhatsappId: `SELECT m.id FROM json_each(?) j CROSS JOIN messages m
    ON m.whatsapp_id = j.value ->> 1 AND m.phone_number_id = j.value ->> 0 AND m.whatsapp_id <> ''`,
  messages: `SELECT ${MESSAGE}, m.day FROM json_each(?) j CROSS JOIN messages m ON m.id = j.value ${ITS_PEOPLE}`,
  statusKeys: `SELECT s.message_id, s.status, s.participant FROM json_each(?) j
    CROSS JOIN message_statuses s ON s.message_id = j.value`,
  outbox: `SELECT o.message_id, o.state, o.attempt FROM json_each(?) j CROSS JOIN outbox o ON o.message_id = j.value`,
  seenKeys: 'SELECT j.key AS i FROM json_each(?) j CROSS JOIN seen_keys s ON s.key = j.value',
  parked: `SELECT p.item FROM json_each(?) j CROSS JOIN parked_statuses p
    ON p.phone_number_id = j.value ->> 0 AND p.whatsapp_id = j.value ->> 1`,
} as const;

export const SAVE = {
  log: 'UPDATE logs SET last_seq = ? WHERE tenant_id = ?',
  event: `INSERT INTO events (tenant_id, seq, type, message_id, body, at, stored_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  contact: `INSERT INTO contacts (id, tenant_id, profile, phone, user_id, search) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
    profile = excluded.profile, phone = excluded.phone, user_id = excluded.user_id, search = excluded.search`,
  alias: `INSERT INTO contact_aliases (tenant_id, kind, value, contact_id) VALUES (?, ?, ?, ?)
    ON CONFLICT (tenant_id, kind, value) DO UPDATE SET contact_id = excluded.contact_id`,
  conversation: `INSERT INTO conversations
    (id, tenant_id, number_id, contact_id, unread_count, read_seq, last_seq, last_message_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET unread_count = excluded.unread_count,
    read_seq = excluded.read_seq, last_seq = excluded.last_seq, last_message_id = excluded.last_message_id`,
  message: `INSERT INTO messages (id, tenant_id, seq, whatsapp_id, direction, type, status, error_code, created_at,
    conversation_id, contact_id, number_id, phone_number_id, reference, reply_to_id, sent_by, search,
    error, pricing, answer, content, raw, target, origin, edited_at, revoked_at, day)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  update: `UPDATE messages SET whatsapp_id = ?, status = ?, error_code = ?, error = ?, pricing = ?, answer = ?,
    meta_conversation = ? WHERE id = ? AND tenant_id = ?`,
  status: `INSERT INTO message_statuses (message_id, status, participant, at, recorded_at, error, raw)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  park: `INSERT INTO parked_statuses (phone_number_id, whatsapp_id, status, participant, item, parked_at)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  unpark: 'DELETE FROM parked_statuses WHERE phone_number_id = ? AND whatsapp_id = ?',
  seenKey: 'INSERT INTO seen_keys (key, at) VALUES (?, ?)',
  outbox: `INSERT INTO outbox
    (message_id, tenant_id, conversation_id, number_id, seq, state, attempt, not_before, marked_at, expires_at, send,
    front) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
    NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = ?3 AND e.state IN ('queued', 'on_wire')))`,
  outboxMove: `UPDATE outbox SET state = ?, not_before = ?, marked_at = 0 WHERE message_id = ?
    RETURNING conversation_id`,
  outboxDone: 'DELETE FROM outbox WHERE message_id = ? RETURNING conversation_id',
  outboxFront: `UPDATE outbox SET front = 1 WHERE message_id = (SELECT message_id FROM outbox
    WHERE conversation_id = ? AND state = 'queued' ORDER BY seq LIMIT 1)`,
  idempotency: `INSERT INTO idempotency_keys (tenant_id, key, fingerprint, message_id, created_at)
    VALUES (?, ?, ?, ?, ?)`,
  rawWebhook: 'INSERT INTO raw_webhooks (id, received_at, body, tenant_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  quarantine: `INSERT INTO quarantine (webhook_id, received_at, problem, items, tenant_id) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (webhook_id) DO UPDATE SET problem = excluded.problem, items = excluded.items`,
} as const;

/** A queued row `o` may be taken when nothing of its conversation is on the wire or waits before it. */
const IS_FIRST = `NOT EXISTS (SELECT 1 FROM outbox w WHERE w.conversation_id = o.conversation_id AND w.state = 'on_wire')
    AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = o.conversation_id AND e.state = 'queued'
      AND e.seq < o.seq)`;

export const OUTBOX = {
  idempotency: 'SELECT fingerprint, message_id FROM idempotency_keys WHERE tenant_id = ? AND key = ?',
  claimable: `SELECT o.tenant_id, o.conversation_id, o.attempt, o.send, o.number_id, m.phone_number_id, m.contact_id,
    n.display
    FROM outbox o JOIN messages m ON m.id = o.message_id LEFT JOIN phone_numbers n ON n.id = o.number_id
    WHERE o.message_id = ? AND o.state = 'queued' AND o.not_before <= ? AND o.expires_at > ? AND ${IS_FIRST}`,
  mark: `UPDATE outbox SET state = 'on_wire', attempt = ?, marked_at = ? WHERE message_id = ?`,
  sending: `UPDATE messages SET status = 'SENDING' WHERE id = ?`,
  sendingStep: `INSERT INTO message_statuses (message_id, status, participant, at, recorded_at, error, raw)
    VALUES (?, 'SENDING', '', ?, ?, 'null', 'null') ON CONFLICT DO NOTHING`,
  onWire: `SELECT message_id, tenant_id FROM outbox WHERE state = 'on_wire' AND marked_at <= ?
    ORDER BY tenant_id, seq LIMIT ?`,
  // Left to itself SQLite would read every queued row.
  expired: `SELECT message_id, tenant_id FROM outbox INDEXED BY outbox_by_expiry WHERE state = 'queued' AND expires_at <= ?
    ORDER BY expires_at LIMIT ?`,
} as const;

export const QUEUE = {
  // One look-up in the index each, however much waits in a lane.
  nextLane: `SELECT tenant_id, number_id FROM outbox INDEXED BY outbox_lanes WHERE state = 'queued' AND front = 1
    AND (tenant_id, number_id) > (?, ?) ORDER BY tenant_id, number_id LIMIT 1`,
  due: `SELECT o.message_id, o.conversation_id FROM outbox o INDEXED BY outbox_lanes
    WHERE o.state = 'queued' AND o.front = 1 AND o.tenant_id = ?1 AND o.number_id = ?2 AND o.not_before <= ?3
      AND o.expires_at > ?3 AND o.conversation_id NOT IN (SELECT value FROM json_each(?4)) AND ${IS_FIRST}
    ORDER BY o.not_before, o.seq LIMIT ?5`,
  nextDue: `SELECT o.not_before AS at FROM outbox o INDEXED BY outbox_next
    WHERE o.state = 'queued' AND o.front = 1 AND o.not_before > ? AND ${IS_FIRST} ORDER BY o.not_before LIMIT 1`,
  queues: `SELECT q.tenant_id, q.number_id, q.depth, m.created_at
    FROM (SELECT tenant_id, number_id, count(*) AS depth, min(seq), message_id
      FROM outbox WHERE state = 'queued' GROUP BY number_id, tenant_id) q JOIN messages m ON m.id = q.message_id`,
  queued: `SELECT j.key AS i, o.number_id, o.conversation_id, o.attempt, o.not_before, o.expires_at, ${IS_FIRST} AS first
    FROM json_each(?) j CROSS JOIN outbox o ON o.message_id = j.value WHERE o.tenant_id = ? AND o.state = 'queued'`,
} as const;

export const RECORDS = {
  number: 'SELECT * FROM phone_numbers WHERE phone_number_id = ?',
  putSession: `INSERT INTO sessions (id_hash, tenant_id, credential, last_used_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id_hash) DO UPDATE SET tenant_id = excluded.tenant_id, credential = excluded.credential,
    last_used_at = excluded.last_used_at`,
  deleteSession: 'DELETE FROM sessions WHERE id_hash = ?',
  releaseQuarantined: 'DELETE FROM quarantine WHERE webhook_id = ?',
} as const;

/** Each deletes at most the given number of rows, so that writes in between never wait long. */
export const PRUNE = {
  tenants: 'SELECT tenant_id FROM logs ORDER BY tenant_id',
  oldestEvents: 'SELECT seq, at FROM events WHERE tenant_id = ? ORDER BY seq LIMIT ?',
  events: 'DELETE FROM events WHERE tenant_id = ? AND seq <= ?',
  raw: `DELETE FROM raw_webhooks WHERE id IN (SELECT r.id FROM raw_webhooks r WHERE r.received_at < ?
    AND NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.webhook_id = r.id) LIMIT ?)`,
  oldestQuarantined: 'SELECT min(received_at) AS received_at FROM quarantine',
  parked: `DELETE FROM parked_statuses
    WHERE rowid IN (SELECT rowid FROM parked_statuses WHERE parked_at < ? LIMIT ?)`,
  unrouted: 'DELETE FROM unrouted WHERE seq IN (SELECT seq FROM unrouted WHERE received_at < ? LIMIT ?)',
  idempotency: `DELETE FROM idempotency_keys WHERE (tenant_id, key) IN
    (SELECT tenant_id, key FROM idempotency_keys WHERE created_at < ? LIMIT ?)`,
  seen: 'DELETE FROM seen_keys WHERE key IN (SELECT key FROM seen_keys WHERE at < ? LIMIT ?)',
} as const;

export const READ = {
  ping: 'SELECT 1 AS one FROM meta LIMIT 1',
  messages: `SELECT ${MESSAGE} FROM json_each(?) j CROSS JOIN messages m ON m.id = j.value ${ITS_PEOPLE}
    WHERE m.tenant_id = ?`,
  messageByWhatsappId: `SELECT id FROM messages WHERE whatsapp_id = ? AND whatsapp_id <> '' AND tenant_id = ?`,
  timelines: `SELECT j.key AS i, s.status, s.at, s.recorded_at, s.error, s.raw FROM json_each(?) j
    CROSS JOIN messages m ON m.id = j.value CROSS JOIN message_statuses s ON s.message_id = m.id
    WHERE m.tenant_id = ?`,
  idempotency: OUTBOX.idempotency,
  conversations: `SELECT j.key AS i, v.* FROM json_each(?) j CROSS JOIN conversations v
    ON v.id = ${living('j.value')} WHERE v.tenant_id = ?`,
  contacts: `SELECT j.key AS i, c.id AS contact_id, c.profile FROM json_each(?) j CROSS JOIN contacts c
    ON c.id = ${living('j.value')} WHERE c.tenant_id = ?`,
  lastNumber: `SELECT v.number_id, (SELECT m.seq FROM messages m
      WHERE m.conversation_id = v.id AND m.direction = 'INBOUND' ORDER BY m.seq DESC LIMIT 1) AS heard
    FROM contact_aliases a JOIN conversations v ON v.contact_id = a.contact_id
    WHERE a.tenant_id = ? AND a.kind = ? AND a.value = ? AND heard IS NOT NULL ORDER BY heard DESC LIMIT 1`,
  lastHeard: LAST_HEARD,
  head: `SELECT l.epoch, l.last_seq, (SELECT min(seq) FROM events e WHERE e.tenant_id = l.tenant_id) AS first_seq
    FROM logs l WHERE l.tenant_id = ?`,
  events: `SELECT seq, type, message_id, body, at, coalesce(stored_at, at) AS stored_at FROM events WHERE tenant_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  eventSeqsOfType: `SELECT seq FROM events WHERE tenant_id = ? AND type = ? AND seq > ? ORDER BY seq LIMIT ?`,
  eventsBySeq: `SELECT e.seq, e.type, e.message_id, e.body, e.at, coalesce(e.stored_at, e.at) AS stored_at FROM json_each(?) j
    CROSS JOIN events e ON e.tenant_id = ? AND e.seq = j.value ORDER BY e.seq`,
  senderOf: 'SELECT tenant_id FROM messages WHERE id = ? AND phone_number_id = ?',
  numbers: 'SELECT * FROM phone_numbers ORDER BY id',
  quarantined: `SELECT webhook_id, received_at, problem, tenant_id FROM quarantine WHERE webhook_id > ?
    ORDER BY webhook_id LIMIT ?`,
  rawWebhook: 'SELECT body FROM raw_webhooks WHERE id = ?',
} as const;

export type Prepared<T> = { readonly [K in keyof T]: StatementSync };

/** Prepares every statement of a group. The result has exactly the group's names, since it is made from them. */
export function prepareAll<T extends Readonly<Record<string, string>>>(db: DatabaseSync, group: T): Prepared<T> {
  return Object.fromEntries(Object.entries(group).map(([name, sql]) => [name, db.prepare(sql)])) as Prepared<T>;
}
