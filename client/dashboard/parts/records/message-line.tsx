import { useTranslation } from 'react-i18next';
import type { ContactFieldsFragment, MessageFieldsFragment } from '../../generated/graphql.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import classes from './message-line.module.css';

/** Characters of what was written that a line may show. */
const LONGEST = 240;

/** What a message says in a line: its words, or else what its kind has for a name; null where the kind says it all. */
export function wordsOf({ content, text }: Pick<MessageFieldsFragment, 'content' | 'text'>): string | null {
  const words = text ?? named(content);
  const line = words?.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
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

/** A message in a line: the word for its kind unless it is a text, and what it says. */
export function MessageLine({
  message,
}: {
  readonly message: Pick<MessageFieldsFragment, 'content' | 'text' | 'type' | 'revokedAt'>;
}) {
  const { t } = useTranslation();
  const words = wordsOf(message);
  return (
    <span className={classes.line}>
      {(message.type !== 'text' || words === null) && (
        <span className={classes.kind}>{t(`records:type.${message.type}`)}</span>
      )}
      {message.revokedAt !== null && <span className={classes.kind}>{t('records:revoked')}</span>}
      {words !== null && <Typed>{words}</Typed>}
    </span>
  );
}

/** Who it is: the name they gave, and what they are reached by. */
export function Who({ contact }: { readonly contact: ContactFieldsFragment }) {
  const name = contact.name?.trim();
  const handle = handleOf(contact);
  return (
    <span className={classes.who}>
      {name ? <Typed>{name}</Typed> : <Ltr>{handle}</Ltr>}
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
