import { isJsonObject, type Json } from '../domain/json.ts';
import { MEDIA_TYPES, type MessageContent } from '../domain/message.ts';

/** Deeper than any message of Meta's nests. */
export const MOST_LEVELS = 32;

/** An id of Meta's for a file, and the field where it stands. */
export interface MetaId {
  readonly id: string;
  readonly path: string;
}

/** Every id of Meta's for a file that a content would have Meta send, wherever it stands in it. */
export function metaIdsOf(content: MessageContent): readonly MetaId[] {
  switch (content.kind) {
    case 'media':
      return idAt(content.mediaId, `${content.mediaType}.id`);
    case 'interactive':
      return within(content.interactive, 'interactive', 0);
    case 'template':
      return within(content.components, 'components', 0);
    case 'other':
      return within(content.value, 'raw.value', 0);
    default:
      return [];
  }
}

/** True for an id of ours (`med_…`), false for one of Meta's. */
export function isOurs(mediaId: string): boolean {
  return mediaId.startsWith('med_');
}

function within(value: Json, path: string, level: number): MetaId[] {
  if (level > MOST_LEVELS) return [];
  if (Array.isArray(value)) return value.flatMap((one, at) => within(one, `${path}[${at}]`, level + 1));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = `${path}.${name}`;
    const isMedia = isJsonObject(member) && MEDIA_TYPES.some((one) => one === name);
    return [...(isMedia ? idAt(member['id'], `${at}.id`) : []), ...within(member, at, level + 1)];
  });
}

function idAt(id: Json | undefined, path: string): MetaId[] {
  // Meta takes a number for the digits that it has.
  const text = typeof id === 'number' ? String(id) : id;
  return typeof text === 'string' && !isOurs(text) ? [{ id: text, path }] : [];
}
