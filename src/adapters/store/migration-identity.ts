/**
 * Contacts change ids and turn out to be one person. `contact_history` holds the ids that they had (`until` in epoch ms,
 * by Meta's clock); `merged_ids` leads from the contacts and conversations that were given up to those that live.
 */
export const IDENTITY = `
CREATE INDEX aliases_by_contact ON contact_aliases (contact_id);
CREATE TABLE contact_history (
  tenant_id TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, until INTEGER NOT NULL, contact_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, kind, value, until)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_by_contact ON contact_history (contact_id, until);
CREATE TABLE merged_ids (id TEXT PRIMARY KEY, into_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX merged_by_survivor ON merged_ids (into_id);
`;
