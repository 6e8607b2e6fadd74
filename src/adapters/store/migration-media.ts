/**
 * Files of messages and uploads. What others named or told stands in `facts` as JSON; `size_bytes` is for counting what a
 * tenant keeps. Only pending rows are looked for by time.
 */
export const MEDIA = `
CREATE TABLE media (
  id TEXT NOT NULL UNIQUE, tenant_id TEXT NOT NULL, message_id TEXT, media_type TEXT NOT NULL,
  phone_number_id TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, created_at INTEGER NOT NULL, size_bytes INTEGER, facts TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX media_by_message ON media (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX media_due ON media (tenant_id, next_at) WHERE state = 'PENDING';
`;
