/**
 * What people look at: conversations with unread messages, and what was sent, by time. The first changes once per
 * conversation and batch, the second once per message sent, at its end.
 */
export const PORTAL = `
CREATE INDEX conversations_unread ON conversations (tenant_id, last_seq) WHERE unread_count > 0;
CREATE INDEX messages_outbound ON messages (tenant_id, created_at) WHERE direction = 'OUTBOUND';
`;
