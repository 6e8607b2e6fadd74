import { CONVERSATION, HEARD, living } from './sqlite-statements.ts';
import { FACT_COLUMNS, FACTS, MERGE_FACTS } from './sqlite-windows.ts';

export const LOAD_IDENTITY = {
  aliasesOfContacts: `SELECT a.tenant_id, a.kind, a.value, a.contact_id FROM json_each(?) j
    CROSS JOIN contact_aliases a ON a.contact_id = j.value`,
  conversationsOfContacts: `SELECT v.* FROM json_each(?) j CROSS JOIN conversations v ON v.contact_id = j.value`,
  former: `SELECT j.key AS i, h.contact_id, h.until FROM json_each(?) j CROSS JOIN contact_history h
    ON h.tenant_id = j.value ->> 0 AND h.kind = j.value ->> 1 AND h.value = j.value ->> 2`,
} as const;

/** Each touches the rows of the two contacts only, by index. */
export const IDENTITY_CHANGES = {
  release: 'DELETE FROM contact_aliases WHERE tenant_id = ? AND kind = ? AND value = ?',
  former: `INSERT INTO contact_history (tenant_id, kind, value, until, contact_id) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`,
  conversations: 'SELECT * FROM conversations WHERE id IN (?, ?)',
  firstUnread: `SELECT min(m.seq) AS seq FROM conversations v CROSS JOIN messages m INDEXED BY messages_by_conversation
    ON m.conversation_id = v.id AND m.seq > v.read_seq WHERE v.id IN (?, ?) AND ${HEARD}`,
  lastReadBefore: `SELECT coalesce(max(seq), 0) AS seq FROM messages INDEXED BY messages_by_conversation
    WHERE conversation_id = ? AND seq < ? AND ${HEARD}`,
  unread: CONVERSATION.unread,
  moveMessages: 'UPDATE messages SET conversation_id = ?, contact_id = ? WHERE conversation_id = ?',
  moveOutbox: 'UPDATE outbox SET conversation_id = ? WHERE conversation_id = ?',
  dropConversation: 'DELETE FROM conversations WHERE id = ?',
  standing: `UPDATE conversations SET unread_count = ?, read_seq = ?, last_seq = ?, last_message_id = ? WHERE id = ?`,
  messagesChangeHands: `UPDATE messages SET contact_id = ?1
    WHERE conversation_id IN (SELECT id FROM conversations WHERE contact_id = ?2)`,
  conversationsChangeHands: 'UPDATE conversations SET contact_id = ? WHERE contact_id = ?',
  historyChangesHands: 'UPDATE contact_history SET contact_id = ? WHERE contact_id = ?',
  dropContact: 'DELETE FROM contacts WHERE id = ?',
  forward: 'UPDATE merged_ids SET into_id = ? WHERE into_id = ?',
  redirect: 'INSERT INTO merged_ids (id, into_id) VALUES (?, ?)',
  carryWindows: `INSERT INTO windows (phone_number_id, person, ${FACT_COLUMNS})
    SELECT n.phone_number_id, p.value, ${FACTS} FROM conversations v
    CROSS JOIN phone_numbers n ON n.id = v.number_id
    CROSS JOIN windows w ON w.phone_number_id = n.phone_number_id AND w.person IN (SELECT value FROM json_each(?2))
    CROSS JOIN json_each(?3) p WHERE v.contact_id = ?1
    ${MERGE_FACTS}`,
  carryWriters: `INSERT INTO writers (phone_number_id, person, tenant_id, wrote_at)
    SELECT n.phone_number_id, p.value, w.tenant_id, w.wrote_at FROM conversations v
    CROSS JOIN phone_numbers n ON n.id = v.number_id
    CROSS JOIN writers w ON w.phone_number_id = n.phone_number_id AND w.person IN (SELECT value FROM json_each(?2))
    CROSS JOIN json_each(?3) p WHERE v.contact_id = ?1
    ON CONFLICT (phone_number_id, person, tenant_id) DO UPDATE SET wrote_at = max(wrote_at, excluded.wrote_at)`,
  forgetWriters: `DELETE FROM writers WHERE person IN (SELECT value FROM json_each(?2)) AND phone_number_id IN
    (SELECT n.phone_number_id FROM conversations v JOIN phone_numbers n ON n.id = v.number_id WHERE v.contact_id = ?1)`,
  forgetWindows: `DELETE FROM windows WHERE person IN (SELECT value FROM json_each(?2)) AND phone_number_id IN
    (SELECT n.phone_number_id FROM conversations v JOIN phone_numbers n ON n.id = v.number_id WHERE v.contact_id = ?1)`,
} as const;

export const READ_IDENTITY = {
  formerIds: `SELECT j.key AS i, h.kind, h.value, h.until FROM json_each(?) j
    CROSS JOIN contact_history h ON h.contact_id = ${living('j.value')}
    WHERE h.tenant_id = ? ORDER BY h.until DESC, h.kind`,
} as const;
