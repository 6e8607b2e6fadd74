/**
 * Whose a file is, by Meta's id of it for a number: a tenant uploaded it for that number, or was sent it there. Kept by the
 * database itself, whoever adds a file or a copy. An id stays its tenant's after the file was uploaded anew.
 */
export const MEDIA_OWNERS = `
CREATE TABLE media_owners (
  phone_number_id TEXT NOT NULL, meta_id TEXT NOT NULL, tenant_id TEXT NOT NULL,
  PRIMARY KEY (phone_number_id, meta_id, tenant_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO media_owners SELECT phone_number_id, facts ->> 'mediaId', tenant_id FROM media
  WHERE facts ->> 'mediaId' IS NOT NULL;
INSERT OR IGNORE INTO media_owners SELECT c.key, c.value ->> 'mediaId', m.tenant_id
  FROM media m, json_each(m.facts, '$.copies') c;
CREATE TRIGGER media_owned AFTER INSERT ON media BEGIN
  INSERT OR IGNORE INTO media_owners SELECT new.phone_number_id, new.facts ->> 'mediaId', new.tenant_id
    WHERE new.facts ->> 'mediaId' IS NOT NULL;
  INSERT OR IGNORE INTO media_owners SELECT c.key, c.value ->> 'mediaId', new.tenant_id
    FROM json_each(new.facts, '$.copies') c;
END;
CREATE TRIGGER media_copied AFTER UPDATE OF facts ON media BEGIN
  INSERT OR IGNORE INTO media_owners SELECT c.key, c.value ->> 'mediaId', new.tenant_id
    FROM json_each(new.facts, '$.copies') c;
END;
`;
