import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { BubbleView } from './bubble-view.tsx';
import type { Bubble } from './phone-api.ts';
import classes from './thread-view.module.css';

/** The chat on the phone, oldest first; it stays at its end as long as nobody scrolls up. */
export function ThreadView({
  messages,
  typing,
  onReply,
  onReact,
  onPress,
}: {
  readonly messages: readonly Bubble[];
  readonly typing: boolean;
  readonly onReply: (id: string) => void;
  readonly onReact: (id: string, emoji: string) => void;
  readonly onPress: (message: string, button: number, card: number | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (element === null || content == null) return;
    // Whatever makes the thread longer: news, a picture that has come, a list that opens.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(content);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const byId = new Map(messages.map((one) => [one.id, one]));
  return (
    <div
      ref={scroller}
      className={classes.thread}
      role="log"
      aria-label={t('phone:thread')}
      // What scrolls is reached by keys.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      onScroll={({ currentTarget: { clientHeight, scrollHeight, scrollTop } }) => {
        atEnd.current = scrollHeight - clientHeight - scrollTop < 40;
      }}
    >
      <div className={classes.content}>
        {messages.length === 0 && <p className={classes.empty}>{t('phone:empty')}</p>}
        {messages.map((bubble, index) => {
          const before = messages[index - 1];
          const newDay = before === undefined || formats.dayKey(before.at) !== formats.dayKey(bubble.at);
          return (
            <Fragment key={bubble.id}>
              {newDay && <p className={classes.day}>{formats.day(bubble.at)}</p>}
              <BubbleView
                bubble={bubble}
                quoted={bubble.quotes === null ? undefined : byId.get(bubble.quotes)}
                onReply={() => onReply(bubble.id)}
                onReact={(emoji) => onReact(bubble.id, emoji)}
                onPress={(button, card) => onPress(bubble.id, button, card)}
              />
            </Fragment>
          );
        })}
        {typing && (
          <p className={classes.typing} role="status">
            <span className="visually-hidden">{t('phone:typing')}</span>
            <i aria-hidden="true" />
            <i aria-hidden="true" />
            <i aria-hidden="true" />
          </p>
        )}
      </div>
    </div>
  );
}
