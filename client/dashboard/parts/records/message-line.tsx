import { useTranslation } from 'react-i18next';
import type { ContactFieldsFragment, MessageFieldsFragment } from '../../generated/graphql.ts';
import { Ltr } from '../../i18n/text.tsx';
import classes from './message-line.module.css';
import { fromFirstFind, piecesOf } from './sought.ts';

/** Characters of what was written that a line may show. */
const LONGEST = 240;

/** What a message says in a line: its words, or else what its kind has for a name; null where the kind says it all. */
export function wordsOf(
  { content, text }: Pick<MessageFieldsFragment, 'content' | 'text'>,
  sought = '',
): string | null {
  const words = text ?? named(content);
  const line = (words == null ? words : fromFirstFind(words, sought))?.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  return line ? line : null;
}

function named(content: MessageFieldsFragment['content']): string | null {
  switch (content?.__typename) {
    case 'MediaContent':
      return content.filename;
    case 'TemplateContent':
    case 'LocationContent':
      return content.name;
    case 'ReactionContent':
      return content.emoji;
    default:
      return null;
  }
}

/** A message in a line: the word for its kind unless it is a text, and what it says. What is sought is marked. */
export function MessageLine({
  message,
  sought = '',
}: {
  readonly message: Pick<MessageFieldsFragment, 'content' | 'text' | 'type' | 'revokedAt'>;
  readonly sought?: string;
}) {
  const { t } = useTranslation();
  const words = wordsOf(message, sought);
  return (
    <span className={classes.line} dir="auto">
      {(message.type !== 'text' || words === null) && (
        <span className={classes.kind}>{t(`records:type.${message.type}`)}</span>
      )}
      {message.revokedAt !== null && <span className={classes.kind}>{t('records:revoked')}</span>}
      {words !== null && <Marked text={words} sought={sought} />}
    </span>
  );
}

/** What somebody typed, with what is sought in it marked. */
function Marked({ sought, text }: { readonly text: string; readonly sought: string }) {
  return (
    <bdi dir="auto">
      {piecesOf(text, sought).map((piece, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and are shown anew together.
        piece.found ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </bdi>
  );
}

/** Who it is: the name they gave, and what they are reached by. What is sought is marked. */
export function Who({ contact, sought = '' }: { readonly contact: ContactFieldsFragment; readonly sought?: string }) {
  const name = contact.name?.trim();
  const handle = handleOf(contact);
  return (
    <span className={classes.who}>
      {name ? <Marked text={name} sought={sought} /> : <Ltr>{handle}</Ltr>}
      {name && (
        <small>
          <Ltr>{handle}</Ltr>
        </small>
      )}
    </span>
  );
}

/** The phone; where WhatsApp hides it the @username, else the end of an id. */
export function handleOf({ id, phone, userId, username }: ContactFieldsFragment): string {
  return phone ?? (username ? `@${username}` : `…${(userId ?? id).slice(-6)}`);
}
