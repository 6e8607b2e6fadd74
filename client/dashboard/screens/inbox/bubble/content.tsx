import { IconClick, IconForms, IconMessage2Question } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../../i18n/text.tsx';
import { Formatted } from '../../../parts/formatted.tsx';
import type { ThreadMessage } from '../thread/thread-model.ts';
import { Order, People, Place } from './cards.tsx';
import classes from './content.module.css';
import { MediaView } from './media.tsx';
import { sheetOfInteractive, sheetOfPreview } from './sheet.ts';
import { SheetView } from './sheet-view.tsx';

/** What a message says, by its kind. Every kind of the schema has its own form. */
export function Content({ message, onOpen }: { readonly message: ThreadMessage; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const { content } = message;
  if (content === null) return <Unknown message={message} />;
  switch (content.__typename) {
    case 'TextContent':
      return isEmojiOnly(content.body) ? (
        <span className={classes.emoji}>{content.body}</span>
      ) : (
        <Formatted>{content.body}</Formatted>
      );
    case 'MediaContent':
      return <MediaView content={content} messageId={message.id} onOpen={onOpen} />;
    case 'LocationContent':
      return <Place content={content} />;
    case 'ContactsContent':
      return <People content={content} />;
    case 'InteractiveContent':
      return <SheetView sheet={sheetOfInteractive(content.interactive)} />;
    case 'InteractiveReplyContent':
      return <Tap content={content} />;
    case 'OrderContent':
      return <Order content={content} />;
    case 'TemplateContent':
      return content.preview === null ? (
        <span>
          {t('inbox:template.unknown')} <Ltr code>{content.name ?? '—'}</Ltr>
        </span>
      ) : (
        <SheetView sheet={sheetOfPreview(content.preview)} />
      );
    // These have lines of their own in the thread, and come here only in the message's own page.
    case 'ReactionContent':
    case 'EditContent':
    case 'RevokeContent':
    case 'SystemContent':
    case 'RequestWelcomeContent':
      return null;
    case 'UnsupportedContent':
    case 'OtherContent':
      return <Unknown message={message} />;
  }
}

/** A tap on what we sent: a button, a row of a list, a form that was filled in. */
function Tap({
  content,
}: {
  readonly content: Extract<ThreadMessage['content'], { __typename: 'InteractiveReplyContent' }>;
}) {
  const { t } = useTranslation();
  const answers = answersOf(content.answers);
  const Icon = answers.length > 0 || content.name !== null ? IconForms : IconClick;
  return (
    <div className={classes.tap}>
      <strong>
        <Icon size={16} stroke={1.8} aria-label={t('inbox:kind.tap')} />
        {(content.title ?? content.bodyText) ? (
          <Typed>{content.title ?? content.bodyText ?? ''}</Typed>
        ) : (
          t('inbox:kind.tap')
        )}
      </strong>
      {content.description !== null && (
        <small>
          <Typed>{content.description}</Typed>
        </small>
      )}
      {answers.length > 0 && (
        <dl>
          {answers.map(([question, answer]) => (
            <div key={question}>
              <dt>
                <Ltr>{question}</Ltr>
              </dt>
              <dd>
                <Typed>{answer}</Typed>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Unknown({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation();
  const { content } = message;
  const kind = content?.__typename === 'UnsupportedContent' ? content.unsupportedType : null;
  return (
    <div className={classes.unknown}>
      <span>
        <IconMessage2Question size={18} stroke={1.7} /> {t('inbox:unsupported.text')}
        {kind !== null && (
          <>
            {' '}
            <Ltr code>{kind}</Ltr>
          </>
        )}
      </span>
    </div>
  );
}

const MOST_ANSWERS = 40;

/** A form's answers, one per line. Its token is ours and nobody's answer. */
function answersOf(answers: unknown): [string, string][] {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return [];
  return Object.entries(answers)
    .filter(([question]) => question !== 'flow_token')
    .slice(0, MOST_ANSWERS)
    .map(([question, answer]) => [question, typeof answer === 'string' ? answer : JSON.stringify(answer)]);
}

/** Up to three emoji and nothing else are shown large. */
function isEmojiOnly(text: string): boolean {
  return /^(?:\p{RGI_Emoji}\s*){1,3}$/v.test(text);
}
