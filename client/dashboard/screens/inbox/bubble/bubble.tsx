import { IconArrowForwardUp, IconBan } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Explained } from '../../../parts/explained.tsx';
import { StatusMark } from '../../../parts/status-mark.tsx';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './bubble.module.css';
import { BubbleMenu } from './bubble-menu.tsx';
import { Content } from './content.tsx';
import { Quote } from './quote.tsx';
import { Reactions } from './reactions.tsx';
import { Referred } from './referral.tsx';
import { Trouble } from './trouble.tsx';

export interface BubbleActions {
  /** Shows a message of this conversation. */
  readonly jump: (id: string) => void;
  readonly reply: ((message: ThreadMessage) => void) | null;
  /** Opens the viewer at the file of this message. */
  readonly view: (id: string) => void;
}

/** One message. `first` and `last` of its group; `marked` while somebody has jumped to it. */
export const Bubble = memo(function Bubble({
  actions,
  first,
  last,
  marked,
  message,
}: {
  readonly actions: BubbleActions;
  readonly first: boolean;
  readonly last: boolean;
  readonly marked: boolean;
  readonly message: ThreadMessage;
}) {
  const { t } = useTranslation();
  const { direction, errors, forwarded, frequentlyForwarded, replyTo, revokedAt, sentBy } = message;
  const ours = direction === 'OUTBOUND';
  const gone = revokedAt !== null;
  return (
    <article
      className={classes.line}
      data-direction={direction}
      data-first={first}
      data-last={last}
      data-marked={marked}
      data-message={message.id}
    >
      <span className="visually-hidden">{ours ? t('inbox:bubble.ours') : t('inbox:bubble.theirs')}</span>
      {ours && first && sentBy !== null && (
        <span className={classes.author}>
          <Typed>{sentBy}</Typed>
        </span>
      )}
      <div className={classes.row}>
        <div className={classes.bubble} data-bare={isBare(message)} data-plain={isPlain(message)}>
          {(forwarded || frequentlyForwarded) && !gone && (
            <span className={classes.forwarded}>
              <IconArrowForwardUp size={15} stroke={1.8} data-mirror />
              {frequentlyForwarded ? t('inbox:bubble.forwardedOften') : t('inbox:bubble.forwarded')}
            </span>
          )}
          {!gone && <Referred message={message} />}
          {replyTo !== null && <Quote message={replyTo} onJump={actions.jump} />}
          {gone ? (
            <span className={classes.gone}>
              <IconBan size={16} stroke={1.7} /> {t('inbox:bubble.deleted')}
            </span>
          ) : (
            <Content message={message} onOpen={() => actions.view(message.id)} />
          )}
          {!gone &&
            errors.filter(isNews).map((error) => (
              <small key={error.code} className={classes.error}>
                <Explained failure={{ code: error.code, says: error.meaning, action: error.action }} />
              </small>
            ))}
          <Foot message={message} />
        </div>
        {!gone && <BubbleMenu message={message} reply={actions.reply} />}
      </div>
      <Reactions message={message} />
      {ours && <Trouble message={message} />}
    </article>
  );
});

function Foot({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { createdAt, direction, editedAt, revokedAt, status } = message;
  return (
    <span className={classes.foot}>
      {editedAt !== null && revokedAt === null && (
        <span title={formats.dateTime(editedAt)}>{t('inbox:bubble.edited')}</span>
      )}
      <time dateTime={createdAt} title={formats.dateTime(createdAt)}>
        {formats.time(createdAt)}
      </time>
      {direction === 'OUTBOUND' && <StatusMark status={status} word={false} />}
    </span>
  );
}

/** That a kind is not supported is what such a message says already. */
function isNews({ code }: ThreadMessage['errors'][number]): boolean {
  return code !== UNSUPPORTED_CODE;
}

const UNSUPPORTED_CODE = 131051;

/** Stickers and lone emoji stand on the ground itself. */
function isBare({ content, replyTo, revokedAt }: ThreadMessage): boolean {
  return (
    revokedAt === null && replyTo === null && content?.__typename === 'MediaContent' && content.mediaType === 'sticker'
  );
}

/** Words alone: the time stands beside them where there is room. */
function isPlain({
  content,
  errors,
  forwarded,
  referral,
  referredProduct,
  replyTo,
  revokedAt,
}: ThreadMessage): boolean {
  if (revokedAt !== null) return true;
  if (forwarded || replyTo !== null || referral !== null || referredProduct !== null || errors.length > 0) return false;
  return content?.__typename === 'TextContent';
}

/** A line of the thread that is nobody's words. */
export function Notice({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation();
  const { content } = message;
  return (
    <p className={classes.notice} data-message={message.id}>
      {content?.__typename === 'SystemContent' && (
        <>
          {SYSTEM.has(content.change) ? t(`inbox:system.${content.change}`) : t('inbox:system.other')}
          {content.phone !== null && (
            <>
              {' '}
              <Ltr>{content.phone}</Ltr>
            </>
          )}
        </>
      )}
      {content?.__typename === 'RequestWelcomeContent' && t('inbox:notice.welcome')}
      {content?.__typename === 'EditContent' && t('inbox:notice.edit')}
      {content?.__typename === 'RevokeContent' && t('inbox:notice.revoke')}
      {content?.__typename === 'ReactionContent' &&
        (content.emoji === null
          ? t('inbox:notice.reactionTaken')
          : t('inbox:notice.reaction', { emoji: content.emoji }))}
    </p>
  );
}

const SYSTEM: ReadonlySet<string> = new Set([
  'user_changed_number',
  'user_changed_user_id',
  'customer_changed_number',
  'customer_identity_changed',
]);
