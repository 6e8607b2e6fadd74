/**
 * What people look at: conversations with unread messages, and what was sent, by time. The first changes once per
 * conversation and batch, the second once per message sent, at its end. And when an event was written, in epoch ms: `at`
 * is when what it tells arrived. Null for events of earlier releases.
 */
export const PORTAL = `
CREATE INDEX conversations_unread ON conversations (tenant_id, last_seq) WHERE unread_count > 0;
CREATE INDEX messages_outbound ON messages (tenant_id, created_at) WHERE direction = 'OUTBOUND';
ALTER TABLE events ADD COLUMN stored_at INTEGER;
`;
