/**
 * Who did what. The database itself refuses to change or take away a line. `actor` is the key's id or `master`, and
 * empty for nobody; all that is shown stands in `entry`.
 */
export const AUDIT_LOG = `
CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, tenant_id TEXT NOT NULL, at INTEGER NOT NULL, action TEXT NOT NULL,
  actor TEXT NOT NULL, actor_name TEXT NOT NULL, entry TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_tenant ON audit_log (tenant_id, seq);
CREATE INDEX audit_by_action ON audit_log (action, seq);
CREATE INDEX audit_by_actor ON audit_log (actor, seq);
CREATE INDEX audit_by_actor_name ON audit_log (actor_name, seq);
CREATE INDEX audit_by_time ON audit_log (at);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
`;
