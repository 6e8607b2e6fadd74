import { IconMessageOff } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { documentOf } from '../../../data/documents.ts';
import { useEvents } from '../../../data/live-context.ts';
import { useMay } from '../../../data/session-context.ts';
import { InboxConversationDocument } from '../../../generated/graphql.ts';
import { useShortcut } from '../../../shell/shortcuts.tsx';
import { Empty, Failed, Loading } from '../../../shell/states.tsx';
import { useTitle } from '../../../shell/title.ts';
import { Composer } from '../composer/composer.tsx';
import { useDrafts } from '../composer/drafts/use-draft.ts';
import { nameOf } from '../contact-name.ts';
import { ConversationContext } from '../conversation-context.ts';
import type { Conversation } from '../list/conversation-list.ts';
import { mergedIn } from '../merged.ts';
import { ThreadHead } from './head.tsx';
import { Messages } from './messages.tsx';
import { MessagesLoading } from './messages-loading.tsx';
import classes from './thread.module.css';
import type { ThreadMessage } from './thread-model.ts';

const Details = lazy(() => import('../details/details.tsx'));

interface ThreadProps {
  /** `conv_…` */
  readonly id: string;
  /** The message to show (`msg_…`); null for the first unread one, or the end. */
  readonly message: string | null;
  readonly details: boolean;
  readonly onDetails: (shown: boolean) => void;
}

/** One conversation: its head, its messages, the place to write, and beside them what is known of its person. */
export default function Thread(props: ThreadProps) {
  const { t } = useTranslation();
  const [{ data, error }, ask] = useQuery({
    query: documentOf(InboxConversationDocument),
    variables: { id: props.id },
    requestPolicy: 'network-only',
  });
  const conversation = data?.conversation;
  if (conversation) {
    return <Opened {...props} conversation={conversation} firstUnread={conversation.firstUnread?.id ?? null} />;
  }
  return (
    <div className={classes.pane}>
      {data === undefined && error !== undefined && <Failed onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {data === undefined && error === undefined && <MessagesLoading />}
      {conversation === null && (
        <Empty
          icon={<IconMessageOff size={28} stroke={1.6} />}
          title={t('inbox:missing.title')}
          action={
            <Link href="/" className={classes.back ?? ''}>
              {t('inbox:missing.back')}
            </Link>
          }
        />
      )}
    </div>
  );
}

function Opened({
  conversation,
  details,
  firstUnread,
  id,
  message,
  onDetails,
}: ThreadProps & { readonly conversation: Conversation; readonly firstUnread: string | null }) {
  const { t } = useTranslation();
  const may = useMay('send');
  const [, go] = useLocation();
  const drafts = useDrafts();
  const [replyTo, setReplyTo] = useState<ThreadMessage | null>(null);
  // Where the line of the unread stands does not move while one reads.
  const [unread] = useState(firstUnread);
  const pane = useRef<HTMLElement>(null);
  const name = nameOf(conversation.contact).text;
  useTitle(name);
  useShortcut('u', 'inbox:shortcut.back', () => go('/'));
  useShortcut('i', 'inbox:shortcut.details', () => onDetails(!details));

  // The person turned out to be another one, whose conversation has these messages now.
  useEvents((event) => {
    const into = mergedIn(event)?.get(id);
    if (into === undefined) return;
    drafts.move(id, into);
    go(`/${into}`, { replace: true });
  });

  // Where one pane takes the place of another the focus goes with it.
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);

  return (
    <ConversationContext value={id}>
      <section
        ref={pane}
        className={classes.pane}
        tabIndex={-1}
        aria-label={t('inbox:thread.with', { name })}
        data-full
      >
        <ThreadHead conversation={conversation} details={details} onDetails={onDetails} />
        <Messages conversation={conversation} firstUnread={unread} target={message} onReply={may ? setReplyTo : null} />
        {may ? (
          <Composer conversation={conversation} replyTo={replyTo} onReplyToChange={setReplyTo} />
        ) : (
          <p className={classes.readOnly}>{t('inbox:thread.readOnly')}</p>
        )}
      </section>
      {details && (
        <Suspense fallback={<Loading rows={5} />}>
          <Details conversation={conversation} onClose={() => onDetails(false)} />
        </Suspense>
      )}
    </ConversationContext>
  );
}
