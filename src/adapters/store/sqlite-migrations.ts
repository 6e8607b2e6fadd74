import type { DatabaseSync } from 'node:sqlite';
import { HOME_TENANT } from '../../domain/tenant.ts';
import { AUDIT_LOG } from './migration-audit.ts';
import { NUMBER_CREDENTIALS } from './migration-credentials.ts';
import { FAIR_OUTBOX } from './migration-fairness.ts';
import { IDENTITY } from './migration-identity.ts';
import { MESSAGE_KINDS } from './migration-kinds.ts';
import { MEDIA } from './migration-media.ts';
import { MEDIA_OWNERS } from './migration-media-owners.ts';
import { SHARED_NUMBERS } from './migration-numbers.ts';
import { PORTAL } from './migration-portal.ts';
import { SEARCH_INDEX } from './migration-search.ts';
import { SHARED_ROUTING } from './migration-shared.ts';
import { TOLD_TEMPLATES } from './migration-templates.ts';
import { TENANCY } from './migration-tenancy.ts';
import { USAGE } from './migration-usage.ts';
import { WINDOW_FACTS } from './migration-windows.ts';
import { StoreOpenError } from './store-errors.ts';

/*
 * Rows that hold bodies are in rowid tables: in a WITHOUT ROWID table a row of more than a quarter page would spill
 * into a page of its own. Small keyed rows are WITHOUT ROWID and cost one B-tree.
 */
const FIRST = `
CREATE TABLE tenants (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO tenants VALUES ('${HOME_TENANT}', 'Dijla Tech');

CREATE TABLE logs (
  tenant_id TEXT PRIMARY KEY, epoch TEXT NOT NULL, last_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- \`at\` is when the event was stored, in epoch ms; when it happened stands in the body.
CREATE TABLE events (
  tenant_id TEXT NOT NULL, seq INTEGER NOT NULL, type TEXT NOT NULL, message_id TEXT, body TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (tenant_id, seq)
) STRICT;
CREATE INDEX events_by_type ON events (tenant_id, type, seq);

CREATE TABLE phone_numbers (
  id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, phone_number_id TEXT NOT NULL UNIQUE, display TEXT NOT NULL,
  waba_id TEXT, credentials TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Meta counts the window per number and person, whoever the tenant is. \`person\` is a phone or a user id.
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
-- \`items\` are the routed items as they were, for the part of a cut post whose body stands with the first part.
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
`;

/**
 * Sends expire (those queued before: a day after they were made), and the outbox is read by number. `front` is 1 on the
 * first queued row of a conversation, and may be on others: it only keeps the rest of a long queue out of the indexes.
 */
const PACED_OUTBOX = `
ALTER TABLE outbox ADD COLUMN expires_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN front INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET
  expires_at = 86400000 + (SELECT m.created_at FROM messages m WHERE m.id = outbox.message_id),
  front = NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = outbox.conversation_id
    AND e.state IN ('queued', 'on_wire') AND e.seq < outbox.seq);
DROP INDEX outbox_due;
CREATE INDEX outbox_by_number ON outbox (state, number_id, seq);
CREATE INDEX outbox_front ON outbox (number_id, not_before, seq) WHERE state = 'queued' AND front = 1;
CREATE INDEX outbox_by_expiry ON outbox (expires_at) WHERE state = 'queued';
`;

/** A number's own rate, in messages a second; null for the default. */
const NUMBER_RATE = 'ALTER TABLE phone_numbers ADD COLUMN messages_per_second INTEGER';

/** Numbered from 1, in order; a released one is never changed. */
const MIGRATIONS: readonly string[] = [
  FIRST,
  PACED_OUTBOX,
  NUMBER_RATE,
  WINDOW_FACTS,
  MESSAGE_KINDS,
  IDENTITY,
  SEARCH_INDEX,
  TOLD_TEMPLATES,
  MEDIA,
  TENANCY,
  SHARED_NUMBERS,
  SHARED_ROUTING,
  FAIR_OUTBOX,
  PORTAL,
  AUDIT_LOG,
  USAGE,
  NUMBER_CREDENTIALS,
  MEDIA_OWNERS,
];

export type StoreMode = 'live' | 'sandbox';

/** Brings the schema up to this release and checks that the store is one of ours, in one transaction. */
export function migrate(db: DatabaseSync, path: string, mode: StoreMode): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
    const version = Number(metaValue(db, 'schema') ?? 0);
    if (version > MIGRATIONS.length) {
      throw new StoreOpenError(
        `The store ${path} was written by a newer release (schema ${version}, this one knows ${MIGRATIONS.length}); ` +
          'start that release, or restore a backup made by this one.',
      );
    }
    const owner = metaValue(db, 'mode') ?? mode;
    if (owner !== mode) throw new StoreOpenError(otherMode(path, owner));
    for (const migration of MIGRATIONS.slice(version)) db.exec(migration);
    const put = db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
    put.run('schema', String(MIGRATIONS.length));
    put.run('mode', mode);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function metaValue(db: DatabaseSync, key: string): string | null {
  const value = db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'];
  return typeof value === 'string' ? value : null;
}

function otherMode(path: string, owner: string): string {
  return owner === 'sandbox'
    ? `This store belongs to a sandbox; a live gateway needs its own: set DATABASE_URL to another file than ${path}.`
    : `This store belongs to a live gateway; a sandbox needs its own: set DATABASE_URL to another file than ${path}.`;
}
