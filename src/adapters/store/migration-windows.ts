/**
 * What is known of a person on a number beside their last message, in epoch ms and 0 for never (see `WindowFacts`), and
 * what Meta counts a message to, as JSON.
 */
export const WINDOW_FACTS = `
ALTER TABLE windows ADD COLUMN closed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE windows ADD COLUMN stopped_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE windows ADD COLUMN resumed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE windows ADD COLUMN free_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE windows ADD COLUMN entry_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE windows ADD COLUMN entry_message_id TEXT NOT NULL DEFAULT '';
ALTER TABLE windows ADD COLUMN entry_source TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN meta_conversation TEXT NOT NULL DEFAULT 'null';
`;
