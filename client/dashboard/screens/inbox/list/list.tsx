import { UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowUp, IconInbox } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useNow } from '../../../i18n/use-now.ts';
import { useShortcut } from '../../../shell/shortcuts.tsx';
import { Empty, Failed, Loading } from '../../../shell/states.tsx';
import { NewChat } from '../new-chat/new-chat.tsx';
import { type ListFilter, NO_FILTER } from './conversation-list.ts';
import { Filters } from './filters.tsx';
import classes from './list.module.css';
import { Row } from './row.tsx';
import { useConversations } from './use-conversations.ts';
import { useHeldOrder } from './use-held-order.ts';

const ROW_HEIGHT = 72;
const TYPING_MS = 200;

/** The conversations, and what narrows them down. */
export function List({ current }: { readonly current: string | null }) {
  const { t } = useTranslation();
  const now = useNow();
  const [, go] = useLocation();
  const [filter, setFilter] = useState<ListFilter>(NO_FILTER);
  const { number, only } = filter;
  // What is typed is shown at once, and asked for when the fingers rest.
  const [search] = useDebouncedValue(filter.search, TYPING_MS);
  const asked = useMemo<ListFilter>(() => ({ number, only, search }), [number, only, search]);
  const { failed, list, more, reload } = useConversations(asked);
  const scroller = useRef<HTMLDivElement>(null);
  const { hold, isBehind, release, shown } = useHeldOrder(list?.conversations ?? NOTHING, asked);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  const end = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (end >= shown.length - 10) more();
  }, [end, shown.length, more]);

  const step = (by: number) => {
    const at = shown.findIndex(({ id }) => id === current);
    const next = shown[Math.max(0, Math.min(at + by, shown.length - 1))];
    if (next !== undefined) go(`/${next.id}`);
  };
  useShortcut('j', 'inbox:shortcut.next', () => step(1));
  useShortcut('k', 'inbox:shortcut.previous', () => step(-1));

  const showNews = () => {
    release();
    scroller.current?.scrollTo({ top: 0 });
  };

  return (
    <section className={classes.list} aria-label={t('inbox:title')}>
      <header className={classes.head}>
        <h2>{t('inbox:title')}</h2>
        <NewChat />
      </header>
      <Filters filter={filter} onChange={setFilter} />
      <div
        className={classes.body}
        onPointerEnter={(event) => event.pointerType === 'mouse' && hold('pointer')}
        onPointerLeave={(event) => event.pointerType === 'mouse' && release('pointer')}
      >
        {isBehind && (
          <UnstyledButton className={classes.news} onClick={showNews}>
            <IconArrowUp size={16} stroke={2} />
            {t('inbox:list.news')}
          </UnstyledButton>
        )}
        <div
          ref={scroller}
          className={classes.rows}
          onScroll={({ currentTarget: { scrollTop } }) =>
            scrollTop > ROW_HEIGHT / 2 ? hold('scrolled') : release('scrolled')
          }
        >
          {failed && list === null && <Failed onRetry={reload} />}
          {!failed && list === null && <Loading rows={8} />}
          {list !== null && shown.length === 0 && <Nothing filter={asked} onClear={() => setFilter(NO_FILTER)} />}
          <ul style={{ height: rows.getTotalSize() }}>
            {items.map(({ index, key, start }) => {
              const conversation = shown[index];
              return (
                conversation !== undefined && (
                  <li
                    key={String(key)}
                    style={{ transform: `translateY(${start}px)` }}
                    aria-posinset={index + 1}
                    aria-setsize={list?.next === null ? shown.length : -1}
                  >
                    <Row conversation={conversation} current={conversation.id === current} now={now} />
                  </li>
                )
              );
            })}
          </ul>
        </div>
      </div>
    </section>
  );
}

const NOTHING: readonly never[] = [];

function Nothing({ filter, onClear }: { readonly filter: ListFilter; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const narrowed = useMemo(
    () => filter.search.trim() !== '' || filter.only !== 'all' || filter.number !== null,
    [filter],
  );
  const icon = <IconInbox size={28} stroke={1.6} />;
  if (!narrowed) {
    return (
      <Empty icon={icon} title={t('inbox:empty.title')}>
        {t('inbox:empty.text')}
      </Empty>
    );
  }
  return (
    <Empty
      icon={icon}
      title={t('inbox:empty.narrowed')}
      action={
        <UnstyledButton className={classes.clear} onClick={onClear}>
          {t('inbox:empty.clear')}
        </UnstyledButton>
      }
    />
  );
}
