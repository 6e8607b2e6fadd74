import type { QuoteFieldsFragment } from '../../generated/graphql.ts';
import { plainOf } from '../../parts/whatsapp-format.ts';

/** The kinds of message that a line of text tells apart by an icon and a word. */
export type SnippetKind =
  | 'text'
  | 'image'
  | 'video'
  | 'audio'
  | 'voice'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contacts'
  | 'template'
  | 'interactive'
  | 'tap'
  | 'order'
  | 'reaction'
  | 'edit'
  | 'deleted'
  | 'system'
  | 'unsupported';

export interface Snippet {
  readonly kind: SnippetKind;
  /** What somebody wrote, without marks; null where the kind's word says it all. */
  readonly text: string | null;
}

type Told = Pick<QuoteFieldsFragment, 'type' | 'text' | 'revokedAt'> & {
  readonly content: { readonly __typename: string } | null;
};

const LONGEST = 300;

/** A message in one line: in the list of conversations, in a quote. */
export function snippetOf(message: Told): Snippet {
  const kind = kindOf(message);
  if (kind === 'deleted') return { kind, text: null };
  const { content } = message;
  const said =
    message.text ??
    wordOf(content, 'filename') ??
    (kind === 'template' || kind === 'location' ? wordOf(content, 'name') : null) ??
    (kind === 'reaction' ? wordOf(content, 'emoji') : null);
  const text = said === null ? '' : plainOf(said.slice(0, LONGEST));
  return { kind, text: text === '' ? null : text };
}

function kindOf({ content, revokedAt, type }: Told): SnippetKind {
  if (revokedAt !== null) return 'deleted';
  switch (content?.__typename) {
    case 'MediaContent':
      return 'voice' in content && content.voice === true ? 'voice' : mediaKind(wordOf(content, 'mediaType'));
    case 'LocationContent':
      return 'location';
    case 'ContactsContent':
      return 'contacts';
    case 'TemplateContent':
      return 'template';
    case 'InteractiveContent':
      return 'interactive';
    case 'InteractiveReplyContent':
      return 'tap';
    case 'OrderContent':
      return 'order';
    case 'ReactionContent':
      return 'reaction';
    case 'EditContent':
      return 'edit';
    case 'RevokeContent':
      return 'deleted';
    case 'SystemContent':
    case 'RequestWelcomeContent':
      return 'system';
    case 'TextContent':
      return 'text';
    default:
      return type === 'text' ? 'text' : 'unsupported';
  }
}

function mediaKind(type: string | null): SnippetKind {
  switch (type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'sticker':
      return type;
    default:
      return 'document';
  }
}

function wordOf(content: object | null, field: string): string | null {
  if (content === null || !(field in content)) return null;
  const value: unknown = Reflect.get(content, field);
  return typeof value === 'string' ? value : null;
}
