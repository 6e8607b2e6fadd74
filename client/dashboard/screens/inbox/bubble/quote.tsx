import { useTranslation } from 'react-i18next';
import type { QuoteFieldsFragment } from '../../../generated/graphql.ts';
import { Typed } from '../../../i18n/text.tsx';
import { SnippetLine } from '../snippet-line.tsx';
import classes from './quote.module.css';

/** The message that is quoted; a click shows it in its place. */
export function Quote({
  message,
  onJump,
}: {
  readonly message: QuoteFieldsFragment;
  readonly onJump: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { content, direction, sentBy } = message;
  const picture = content?.__typename === 'MediaContent' ? (content.media?.thumbnailUrl ?? null) : null;
  return (
    <button type="button" className={classes.quote} onClick={() => onJump(message.id)} data-direction={direction}>
      <span className={classes.words}>
        <strong>
          {direction === 'INBOUND' && t('inbox:quote.theirs')}
          {direction === 'OUTBOUND' && (sentBy === null ? t('inbox:quote.ours') : <Typed>{sentBy}</Typed>)}
        </strong>
        <SnippetLine message={message} />
      </span>
      {picture !== null && <img src={picture} alt="" width={44} height={44} loading="lazy" />}
    </button>
  );
}
