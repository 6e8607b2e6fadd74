import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './live.module.css';
import { Row } from './row.tsx';
import type { TapeEvent } from './tape.ts';

const ROW_HEIGHT = 57;
/** Pixels from the top within which somebody still watches what comes. */
const AT_TOP = 24;

/** The rows, of which only those in sight are drawn. */
export function Stream({
  events,
  scroller,
  onScrolled,
}: {
  readonly events: readonly TapeEvent[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScrolled: (away: boolean) => void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => events[index]?.cursor ?? index,
    overscan: 8,
  });
  const toggle = (cursor: string) => {
    const next = new Set(opened);
    if (!next.delete(cursor)) next.add(cursor);
    setOpened(next);
  };
  return (
    <section
      ref={scroller}
      className={classes.stream}
      aria-label={t('live:stream')}
      onScroll={({ currentTarget }) => onScrolled(currentTarget.scrollTop > AT_TOP)}
    >
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const event = events[index];
          if (event === undefined) return null;
          return (
            <li
              key={key}
              data-index={index}
              ref={rows.measureElement}
              aria-setsize={events.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row event={event} opened={opened.has(event.cursor)} onToggle={() => toggle(event.cursor)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
