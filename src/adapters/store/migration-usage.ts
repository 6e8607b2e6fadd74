/**
 * What each tenant used on each of its days. `day` is a number such as 20260131; on a message and a file it says that it
 * is counted, and where. What was stored before is counted in the background, from row to row (`usage_backfill`).
 * `media_stored` is kept by the database itself, whoever adds or takes away a file.
 */
export const USAGE = `
ALTER TABLE messages ADD COLUMN day INTEGER;
ALTER TABLE media ADD COLUMN day INTEGER;
CREATE TABLE usage_messages (
  tenant_id TEXT NOT NULL, day INTEGER NOT NULL, direction TEXT NOT NULL, type TEXT NOT NULL, failure TEXT NOT NULL,
  category TEXT NOT NULL, pricing_type TEXT NOT NULL, pricing_model TEXT NOT NULL, billable TEXT NOT NULL,
  messages INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, day, direction, type, failure, category, pricing_type, pricing_model, billable)
) STRICT, WITHOUT ROWID;
CREATE TABLE usage_media (
  tenant_id TEXT NOT NULL, day INTEGER NOT NULL, direction TEXT NOT NULL, files INTEGER NOT NULL, bytes INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, day, direction)
) STRICT, WITHOUT ROWID;
CREATE TABLE usage_backfill (
  source TEXT PRIMARY KEY, done INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO usage_backfill SELECT 'messages', 0, coalesce(max(rowid), 0) FROM messages;
INSERT INTO usage_backfill SELECT 'media', 0, coalesce(max(rowid), 0) FROM media;

CREATE TABLE media_stored (
  tenant_id TEXT PRIMARY KEY, files INTEGER NOT NULL, bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO media_stored SELECT tenant_id, count(*), sum(size_bytes) FROM media WHERE size_bytes IS NOT NULL
  GROUP BY tenant_id;
CREATE TRIGGER media_added AFTER INSERT ON media WHEN new.size_bytes IS NOT NULL BEGIN
  INSERT INTO media_stored VALUES (new.tenant_id, 1, new.size_bytes)
    ON CONFLICT (tenant_id) DO UPDATE SET files = files + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER media_arrived AFTER UPDATE OF size_bytes ON media WHEN new.size_bytes IS NOT old.size_bytes BEGIN
  INSERT INTO media_stored VALUES (new.tenant_id, (new.size_bytes IS NOT NULL) - (old.size_bytes IS NOT NULL),
      coalesce(new.size_bytes, 0) - coalesce(old.size_bytes, 0))
    ON CONFLICT (tenant_id) DO UPDATE SET files = files + excluded.files, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER media_deleted AFTER DELETE ON media WHEN old.size_bytes IS NOT NULL BEGIN
  UPDATE media_stored SET files = files - 1, bytes = bytes - old.size_bytes WHERE tenant_id = old.tenant_id;
END;
`;
