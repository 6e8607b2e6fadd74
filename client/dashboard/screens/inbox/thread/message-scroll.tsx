import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Bubble, type BubbleActions, Notice } from '../bubble/bubble.tsx';
import { PendingSends } from '../composer/pending.tsx';
import { useOwnSend } from '../composer/sending/use-own-send.ts';
import type { Conversation } from '../list/conversation-list.ts';
import { Jumps } from './jumps.tsx';
import classes from './thread.module.css';
import type { ThreadItem } from './thread-items.ts';
import type { Thread, ThreadMessage } from './thread-model.ts';
import type { ThreadReader } from './thread-reader.ts';
import { useReadMark } from './use-read-mark.ts';

/** As far from its end as this, in pixels, a thread still follows what comes. */
const AT_END = 60;
/** So many lines before an edge the next page is asked for. */
const AHEAD = 12;
const STILL_FRAMES = 3;

interface Props {
  readonly conversation: Conversation;
  readonly thread: Thread;
  readonly items: readonly ThreadItem[];
  readonly firstUnread: string | null;
  /** Where to go as soon as it is there: a message, or the end; null once it is reached. */
  readonly goal: string | null;
  /** The message that was looked for. */
  readonly marked: string | null;
  readonly reader: ThreadReader;
  readonly onReply: ((message: ThreadMessage) => void) | null;
  readonly onView: (id: string) => void;
  readonly onArrive: () => void;
  readonly onJump: (goal: string) => void;
}

/** The goal that is the newest message. */
export const END = 'end';

/**
 * The scrolled list. Only the lines in sight are in the page, each measured when it is shown; what is read before or
 * behind them never moves what is looked at.
 */
export function MessageScroll({
  conversation,
  firstUnread,
  goal,
  items,
  marked,
  onArrive,
  onJump,
  onReply,
  onView,
  reader,
  thread,
}: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(false);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: !thread.hasNewer,
    scrollEndThreshold: AT_END,
    overscan: 10,
    paddingEnd: 12,
  });
  const shown = rows.getVirtualItems();
  const [from, to] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];

  useLayoutEffect(() => {
    if (goal === null) return;
    if (goal === END) {
      if (thread.hasNewer) return;
      rows.scrollToEnd();
    } else {
      const index = indexOf(items, goal);
      if (index === -1) return;
      // The line before the first unread message belongs to it.
      const isUnread = goal === firstUnread;
      rows.scrollToIndex(isUnread ? Math.max(0, index - 1) : index, { align: isUnread ? 'start' : 'center' });
    }
    return whenSettled(
      () => scroller.current?.scrollTop ?? 0,
      () => {
        // It aims at an index, which means another message as soon as older ones come before it.
        rows.cancelScroll();
        onArrive();
      },
    );
  }, [goal, items, rows, firstUnread, thread.hasNewer, onArrive]);

  useEffect(() => {
    if (goal !== null) return;
    if (from < AHEAD && thread.hasOlder) void reader.readOlder();
    if (to >= items.length - AHEAD && thread.hasNewer) void reader.readNewer();
  }, [goal, from, to, items.length, thread, reader]);

  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight <= AT_END);
  }, []);
  const size = rows.getTotalSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that grow or come move the end, too.
  useEffect(look, [look, size, items.length, goal]);

  const seen = atEnd && !thread.hasNewer && goal === null;
  const newest = thread.placed.at(-1)?.message.id ?? null;
  useReadMark(conversation, seen ? newest : null);

  useOwnSend(conversation.id, () => thread.hasNewer && onJump(END));

  const actions = useMemo<BubbleActions>(
    () => ({ jump: onJump, reply: onReply, view: onView }),
    [onJump, onReply, onView],
  );

  return (
    <div className={classes.messages}>
      <div
        ref={scroller}
        className={classes.scroll}
        onScroll={look}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too.
        tabIndex={0}
        role="log"
        aria-label={t('inbox:thread.messages')}
      >
        <div className={classes.sheet} style={{ height: size }}>
          {shown.map(({ index, key, start }) => {
            const item = items[index];
            return (
              item !== undefined && (
                <div
                  key={String(key)}
                  ref={rows.measureElement}
                  data-index={index}
                  className={classes.item}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {item.kind === 'day' && (
                    <div className={classes.day}>
                      <time dateTime={formats.dayKey(item.at)}>{formats.day(item.at)}</time>
                    </div>
                  )}
                  {item.kind === 'unread' && (
                    <div className={classes.unread}>
                      <span>{t('inbox:thread.unread')}</span>
                    </div>
                  )}
                  {item.kind === 'notice' && <Notice message={item.message} />}
                  {item.kind === 'message' && (
                    <Bubble
                      message={item.message}
                      first={item.first}
                      last={item.last}
                      marked={item.key === marked}
                      actions={actions}
                    />
                  )}
                </div>
              )
            );
          })}
        </div>
        {!thread.hasNewer && <PendingSends conversationId={conversation.id} />}
      </div>
      <Jumps
        atEnd={atEnd && !thread.hasNewer}
        unreadCount={conversation.unreadCount}
        unreadAbove={firstUnread !== null && conversation.unreadCount > 0 && isAbove(items, firstUnread, from)}
        onEnd={() => onJump(END)}
        onUnread={() => firstUnread !== null && onJump(firstUnread)}
      />
    </div>
  );
}

/** Lines are measured as they come into sight, which moves the goal: calls when it has stood still for some frames. */
function whenSettled(place: () => number, then: () => void): () => void {
  let still = 0;
  let last = Number.NaN;
  const look = () => {
    const now = place();
    still = now === last ? still + 1 : 0;
    last = now;
    if (still >= STILL_FRAMES) then();
    else frame = requestAnimationFrame(look);
  };
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

function indexOf(items: readonly ThreadItem[], id: string): number {
  return items.findIndex((item) => 'message' in item && item.message.id === id);
}

/** Whether a message stands above what is in sight, as far as is known: one that is not held does. */
function isAbove(items: readonly ThreadItem[], id: string, from: number): boolean {
  return indexOf(items, id) < from;
}
