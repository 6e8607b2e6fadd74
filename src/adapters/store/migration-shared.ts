/**
 * When each tenant's message to a person was last taken by Meta (epoch ms), over all tenants; and what no tenant claims:
 * `item` is the routed item as JSON, `phone` and `user_id` are whose message it is.
 */
export const SHARED_ROUTING = `
CREATE TABLE writers (
  phone_number_id TEXT NOT NULL, person TEXT NOT NULL, tenant_id TEXT NOT NULL, wrote_at INTEGER NOT NULL,
  PRIMARY KEY (phone_number_id, person, tenant_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE unrouted (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, phone_number_id TEXT NOT NULL,
  whatsapp_id TEXT NOT NULL, phone TEXT, user_id TEXT, received_at INTEGER NOT NULL, item TEXT NOT NULL
) STRICT;
CREATE INDEX unrouted_by_number ON unrouted (phone_number_id, seq);
CREATE INDEX unrouted_by_phone ON unrouted (phone, seq) WHERE phone IS NOT NULL;
CREATE INDEX unrouted_by_user_id ON unrouted (user_id, seq) WHERE user_id IS NOT NULL;
CREATE INDEX unrouted_by_time ON unrouted (received_at);
`;
