import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Failed } from '../../../shell/states.tsx';
import type { Conversation } from '../list/conversation-list.ts';
import { END, MessageScroll } from './message-scroll.tsx';
import { MessagesLoading } from './messages-loading.tsx';
import classes from './thread.module.css';
import { itemsOf } from './thread-items.ts';
import { holds, type ThreadMessage } from './thread-model.ts';
import { useThread } from './use-thread.ts';

const Viewer = lazy(() => import('../bubble/viewer.tsx'));

export interface MessagesProps {
  readonly conversation: Conversation;
  readonly firstUnread: string | null;
  /** The message to show; null for the first unread one, or the end. */
  readonly target: string | null;
  readonly onReply: ((message: ThreadMessage) => void) | null;
}

/** The messages of a conversation, from the one that is looked for, the first unread one, or the end. */
export function Messages({ conversation, firstUnread, onReply, target }: MessagesProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const formats = useFormats();
  const [view, reader] = useThread(conversation.id, target ?? firstUnread);
  const [viewed, setViewed] = useState<string | null>(null);
  const [goal, setGoal] = useState<string | null>(target ?? firstUnread ?? END);
  const [marked, setMarked] = useState(target);
  const thread = view.state === 'shown' ? view.thread : null;
  const messages = useMemo(() => thread?.placed.map(({ message }) => message) ?? [], [thread]);
  const hasOlder = thread?.hasOlder ?? false;
  const items = useMemo(
    () => itemsOf(messages, firstUnread, formats, hasOlder),
    [messages, firstUnread, formats, hasOlder],
  );

  useEffect(() => {
    if (target === null) return;
    setGoal(target);
    setMarked(target);
  }, [target]);

  const jump = useCallback(
    (to: string) => {
      setMarked(to === END ? null : to);
      setGoal(to);
      const shown = reader.view();
      const isHeld = shown.state === 'shown' && (to === END ? !shown.thread.hasNewer : holds(shown.thread, to));
      if (!isHeld) void reader.open(to === END ? null : to);
    },
    [reader],
  );
  const arrive = useCallback(() => setGoal(null), []);

  if (view.state === 'missing') {
    return (
      <div className={classes.middle}>
        <Failed onRetry={() => go(`/${conversation.id}`)}>{t('inbox:thread.missing')}</Failed>
      </div>
    );
  }
  if (view.state === 'unanswered') {
    return (
      <div className={classes.middle}>
        <Failed onRetry={() => void reader.open(target ?? firstUnread)} />
      </div>
    );
  }
  if (thread === null) return <MessagesLoading />;
  return (
    <>
      <MessageScroll
        conversation={conversation}
        thread={thread}
        items={items}
        firstUnread={firstUnread}
        goal={goal}
        marked={marked}
        reader={reader}
        onArrive={arrive}
        onJump={jump}
        onReply={onReply}
        onView={setViewed}
      />
      {viewed !== null && (
        <Suspense>
          <Viewer messages={messages} shown={viewed} onShow={setViewed} />
        </Suspense>
      )}
    </>
  );
}
