/** Tenants with their settings, their API keys, and how much each has sent on each of its days. */
export const TENANCY = `
ALTER TABLE tenants ADD COLUMN kind TEXT NOT NULL DEFAULT 'standard';
ALTER TABLE tenants ADD COLUMN state TEXT NOT NULL DEFAULT 'active';
ALTER TABLE tenants ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'Asia/Baghdad';
ALTER TABLE tenants ADD COLUMN default_number_id TEXT;
ALTER TABLE tenants ADD COLUMN quotas TEXT NOT NULL DEFAULT '{}';
ALTER TABLE tenants ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
UPDATE tenants SET created_at = unixepoch() * 1000;
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, name TEXT NOT NULL, scopes TEXT NOT NULL, hash TEXT NOT NULL,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, expires_at INTEGER, allowed_ips TEXT NOT NULL,
  last_used_at INTEGER, revoked_at INTEGER, replaced_by TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE send_days (
  tenant_id TEXT NOT NULL, day TEXT NOT NULL, sends INTEGER NOT NULL, PRIMARY KEY (tenant_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_credential ON sessions (credential);
CREATE INDEX sessions_by_use ON sessions (last_used_at);
`;
