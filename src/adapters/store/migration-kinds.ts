/**
 * `target` is the `wamid` of the message that a reaction, an edit or a revoke is about. Edits and revokes have an index
 * of their own, since every new message is looked up in it: it stays small where reactions are many.
 */
export const MESSAGE_KINDS = `
ALTER TABLE messages ADD COLUMN target TEXT;
ALTER TABLE messages ADD COLUMN origin TEXT;
ALTER TABLE messages ADD COLUMN edited_at INTEGER;
ALTER TABLE messages ADD COLUMN revoked_at INTEGER;
UPDATE messages SET target = content ->> 'whatsappId' WHERE type = 'reaction' AND content ->> 'kind' = 'reaction';
CREATE INDEX messages_reacting ON messages (target, phone_number_id) WHERE type = 'reaction' AND target IS NOT NULL;
CREATE INDEX messages_amending ON messages (target, phone_number_id)
  WHERE type IN ('edit', 'revoke') AND target IS NOT NULL;
`;
