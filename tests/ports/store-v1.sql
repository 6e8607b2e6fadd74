-- Schema 1, as it was released: what a store of that release looks like on disk. Never changed.
CREATE TABLE tenants (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO tenants VALUES ('dijla', 'Dijla Tech');

CREATE TABLE logs (
  tenant_id TEXT PRIMARY KEY, epoch TEXT NOT NULL, last_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- `at` is when the event was stored, in epoch ms; when it happened stands in the body.
CREATE TABLE events (
  tenant_id TEXT NOT NULL, seq INTEGER NOT NULL, type TEXT NOT NULL, message_id TEXT, body TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (tenant_id, seq)
) STRICT;
CREATE INDEX events_by_type ON events (tenant_id, type, seq);

CREATE TABLE phone_numbers (
  id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, phone_number_id TEXT NOT NULL UNIQUE, display TEXT NOT NULL,
  waba_id TEXT, credentials TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Meta counts the window per number and person, whoever the tenant is. `person` is a phone or a user id.
CREATE TABLE windows (
  phone_number_id TEXT NOT NULL, person TEXT NOT NULL, last_inbound_at INTEGER NOT NULL,
  PRIMARY KEY (phone_number_id, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
  id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, profile TEXT NOT NULL, phone TEXT, user_id TEXT, search TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_aliases (
  tenant_id TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, contact_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, kind, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE conversations (
  id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, number_id TEXT NOT NULL, contact_id TEXT NOT NULL,
  unread_count INTEGER NOT NULL, read_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, last_message_id TEXT NOT NULL,
  UNIQUE (contact_id, number_id, tenant_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversations_by_last ON conversations (tenant_id, last_seq);

CREATE TABLE messages (
  id TEXT NOT NULL UNIQUE, tenant_id TEXT NOT NULL, seq INTEGER NOT NULL, whatsapp_id TEXT NOT NULL,
  direction TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, error_code INTEGER, created_at INTEGER NOT NULL,
  conversation_id TEXT NOT NULL, contact_id TEXT NOT NULL, number_id TEXT NOT NULL, phone_number_id TEXT NOT NULL,
  reference TEXT, reply_to_id TEXT, sent_by TEXT, search TEXT NOT NULL,
  error TEXT NOT NULL, pricing TEXT NOT NULL, answer TEXT NOT NULL, content TEXT NOT NULL, raw TEXT NOT NULL,
  UNIQUE (tenant_id, seq)
) STRICT;
CREATE UNIQUE INDEX messages_by_whatsapp_id ON messages (whatsapp_id, phone_number_id) WHERE whatsapp_id <> '';
CREATE INDEX messages_by_conversation ON messages (conversation_id, seq);
CREATE INDEX messages_by_error ON messages (tenant_id, error_code, seq) WHERE error_code IS NOT NULL;
CREATE INDEX messages_failed ON messages (tenant_id, seq) WHERE status = 'FAILED';

CREATE TABLE message_statuses (
  message_id TEXT NOT NULL, status TEXT NOT NULL, participant TEXT NOT NULL, at TEXT NOT NULL,
  recorded_at TEXT NOT NULL, error TEXT NOT NULL, raw TEXT NOT NULL,
  PRIMARY KEY (message_id, status, participant)
) STRICT, WITHOUT ROWID;
CREATE TABLE parked_statuses (
  phone_number_id TEXT NOT NULL, whatsapp_id TEXT NOT NULL, status TEXT NOT NULL, participant TEXT NOT NULL,
  item TEXT NOT NULL, parked_at INTEGER NOT NULL, PRIMARY KEY (phone_number_id, whatsapp_id, status, participant)
) STRICT;
CREATE INDEX parked_by_time ON parked_statuses (parked_at);

CREATE TABLE outbox (
  message_id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, conversation_id TEXT NOT NULL, number_id TEXT NOT NULL,
  seq INTEGER NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL, not_before INTEGER NOT NULL,
  marked_at INTEGER NOT NULL, send TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_by_conversation ON outbox (conversation_id, state, seq);
CREATE INDEX outbox_due ON outbox (state, not_before, seq);
CREATE TABLE idempotency_keys (
  tenant_id TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, message_id TEXT NOT NULL,
  created_at INTEGER NOT NULL, PRIMARY KEY (tenant_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_time ON idempotency_keys (created_at);
CREATE TABLE seen_keys (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX seen_by_time ON seen_keys (at);

CREATE TABLE raw_webhooks (id TEXT PRIMARY KEY, received_at INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX raw_by_time ON raw_webhooks (received_at);
-- `items` are the routed items as they were, for the part of a cut post whose body stands with the first part.
CREATE TABLE quarantine (
  webhook_id TEXT PRIMARY KEY, received_at INTEGER NOT NULL, problem TEXT NOT NULL, items TEXT NOT NULL
) STRICT;

CREATE TABLE templates (
  waba_id TEXT NOT NULL, id TEXT NOT NULL, template TEXT NOT NULL, PRIMARY KEY (waba_id, id)
) STRICT;
CREATE TABLE template_syncs (waba_id TEXT PRIMARY KEY, synced_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sessions (
  id_hash TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, credential TEXT NOT NULL, last_used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
