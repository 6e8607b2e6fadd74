import { CONTACT_ROWS } from './search-terms.ts';

/** The writer's: what keeps the search index in step with messages and contacts. */
export const INDEXING = {
  behind: `SELECT l.tenant_id FROM logs l LEFT JOIN search_tenants s ON s.tenant_id = l.tenant_id
    WHERE l.last_seq > coalesce(s.seq, 0)`,
  addTenant: `INSERT INTO search_tenants (tenant_id, ordinal, seq)
    SELECT ?, coalesce(max(ordinal), 0) + 1, 0 FROM search_tenants WHERE true ON CONFLICT DO NOTHING`,
  tenant: 'SELECT ordinal, seq FROM search_tenants WHERE tenant_id = ?',
  advance: 'UPDATE search_tenants SET seq = ? WHERE tenant_id = ?',
  next: `SELECT seq, contact_id, search FROM messages WHERE tenant_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  staleMessages: `SELECT s.tenant_id, s.seq, m.search FROM search_stale_messages s
    LEFT JOIN messages m ON m.tenant_id = s.tenant_id AND m.seq = s.seq ORDER BY s.tenant_id, s.seq LIMIT ?`,
  freshMessage: 'DELETE FROM search_stale_messages WHERE tenant_id = ? AND seq = ?',
  staleContacts: 'SELECT tenant_id, contact_id FROM search_stale_contacts LIMIT ?',
  freshContact: 'DELETE FROM search_stale_contacts WHERE tenant_id = ? AND contact_id = ?',
  placeOf: 'SELECT place FROM search_contacts WHERE contact_id = ?',
  addPlace: 'INSERT INTO search_contacts (contact_id) VALUES (?) RETURNING place',
  contact: 'SELECT search FROM contacts WHERE id = ?',
  put: 'INSERT OR REPLACE INTO search_index (rowid, terms) VALUES (?, ?)',
  remove: 'DELETE FROM search_index WHERE rowid = ?',
  merge: `INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)`,
} as const;

/** The reader's. Of each pair one walks from the newest, the other from the oldest. Ranges exclude both ends. */
export const SEARCHING = {
  tenant: `SELECT l.last_seq, s.ordinal, coalesce(s.seq, 0) AS seq FROM logs l
    LEFT JOIN search_tenants s ON s.tenant_id = l.tenant_id WHERE l.tenant_id = ?`,
  lastPlace: 'SELECT coalesce(max(place), 0) AS place FROM search_contacts',
  contactHits: `SELECT c.id, c.search FROM search_index i CROSS JOIN search_contacts p ON p.place = i.rowid - (${CONTACT_ROWS})
    CROSS JOIN contacts c ON c.id = p.contact_id WHERE i.search_index MATCH ?2 AND c.tenant_id = ?1
    ORDER BY i.rowid DESC LIMIT ?3`,
  staleContacts: `SELECT c.id, c.search FROM search_stale_contacts s CROSS JOIN contacts c ON c.id = s.contact_id
    WHERE s.tenant_id = ?1 LIMIT ?2`,
  // `+` keeps SQLite from walking all the tenant's conversations for each person.
  conversationsOf: `SELECT v.id FROM json_each(?2) j CROSS JOIN conversations v ON v.contact_id = j.value
    WHERE +v.tenant_id = ?1 LIMIT ?3`,
  hitsNewest: hits('DESC'),
  hitsOldest: hits('ASC'),
  staleNewest: stale('DESC'),
  staleOldest: stale('ASC'),
  rowsNewest: rows('DESC'),
  rowsOldest: rows('ASC'),
  saidNewest: said('DESC'),
  saidOldest: said('ASC'),
} as const;

type Order = 'ASC' | 'DESC';

function hits(order: Order): string {
  return `SELECT rowid AS row FROM search_index WHERE search_index MATCH ? AND rowid > ? AND rowid < ?
    ORDER BY rowid ${order} LIMIT ?`;
}

function stale(order: Order): string {
  return `SELECT seq FROM search_stale_messages WHERE tenant_id = ? AND seq > ? AND seq < ? ORDER BY seq ${order} LIMIT ?`;
}

function rows(order: Order): string {
  return `SELECT seq FROM messages WHERE tenant_id = ? AND seq > ? AND seq < ? ORDER BY seq ${order} LIMIT ?`;
}

function said(order: Order): string {
  return `SELECT m.seq FROM json_each(?) j CROSS JOIN messages m INDEXED BY messages_by_conversation
    ON m.conversation_id = j.value WHERE m.seq > ? AND m.seq < ? ORDER BY m.seq ${order} LIMIT ?`;
}
