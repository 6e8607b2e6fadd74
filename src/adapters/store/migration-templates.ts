/** What webhooks told of a template, beside what the list says of it, and when it was made here (epoch ms; 0: elsewhere). */
export const TOLD_TEMPLATES = `
ALTER TABLE templates ADD COLUMN told TEXT NOT NULL DEFAULT '{}';
ALTER TABLE templates ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0;
`;
