import { listOf, membersOf, readFile } from '../drafts/draft.ts';
import type { Outgoing, OutgoingContent } from './outgoing.ts';

/** A message that storage held; null when it is none. What it says the gateway judges anew. */
export function readOutgoing(value: unknown): Outgoing | null {
  const { content, replyTo } = membersOf(value);
  const read = readContent(membersOf(content));
  return read === null ? null : { content: read, replyTo: typeof replyTo === 'string' ? replyTo : null };
}

function readContent(content: Readonly<Record<string, unknown>>): OutgoingContent | null {
  const { body, caption, components, file, kind, language, name, says } = content;
  if (kind === 'text') return typeof body === 'string' ? { kind, body } : null;
  if (kind === 'file') {
    const read = readFile(file);
    return read === null ? null : { kind, file: read, caption: typeof caption === 'string' ? caption : null };
  }
  if (kind !== 'template' || typeof name !== 'string' || typeof language !== 'string') return null;
  return { kind, name, language, components: listOf(components), says: typeof says === 'string' ? says : '' };
}
