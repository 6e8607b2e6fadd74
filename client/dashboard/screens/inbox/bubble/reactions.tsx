import { useTranslation } from 'react-i18next';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './bubble.module.css';

/** The emoji that stand under a message now. */
export function Reactions({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation();
  if (message.reactions.length === 0 || message.revokedAt !== null) return null;
  return (
    <ul className={classes.reactions} aria-label={t('inbox:bubble.reactions')}>
      {message.reactions.map(({ emoji, from, message: { id } }) => (
        <li key={id}>
          {emoji}
          <span className="visually-hidden">
            {from === 'OUTBOUND' ? t('inbox:quote.ours') : t('inbox:quote.theirs')}
          </span>
        </li>
      ))}
    </ul>
  );
}
