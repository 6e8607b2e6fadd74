/**
 * The search index. It says which messages and contacts have which three characters, and holds no text: what it finds
 * is compared with the rows themselves, so an index that lags or holds too much finds nothing wrong. `seq` is the log
 * position up to which a tenant's messages are in it. What changes later is noted by triggers and indexed anew.
 */
export const SEARCH_INDEX = `
CREATE VIRTUAL TABLE search_index USING fts5(
  terms, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'"
);
-- Segments are merged by the indexer, a few pages at a time: by itself a merge would hold the writer for long.
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0);
CREATE TABLE search_tenants (
  tenant_id TEXT PRIMARY KEY, ordinal INTEGER NOT NULL UNIQUE, seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE search_contacts (
  place INTEGER PRIMARY KEY, contact_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_stale_messages (
  tenant_id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (tenant_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_stale_contacts (
  tenant_id TEXT NOT NULL, contact_id TEXT NOT NULL, PRIMARY KEY (tenant_id, contact_id)
) STRICT, WITHOUT ROWID;
-- A row may change again before it is indexed. (OR IGNORE would not do: in a trigger it yields to the conflict handling
-- of the statement that fires it, and an upsert's is to fail.)
CREATE TRIGGER search_message_changed AFTER UPDATE OF search ON messages WHEN new.search <> old.search BEGIN
  INSERT INTO search_stale_messages VALUES (new.tenant_id, new.seq) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_message_deleted AFTER DELETE ON messages BEGIN
  INSERT INTO search_stale_messages VALUES (old.tenant_id, old.seq) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_contact_changed AFTER UPDATE OF search ON contacts WHEN new.search <> old.search BEGIN
  INSERT INTO search_stale_contacts VALUES (new.tenant_id, new.id) ON CONFLICT DO NOTHING;
END;
`;
