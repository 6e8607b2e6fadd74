import { Button } from '@mantine/core';
import { IconArrowUp, IconMessageSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { useEvents } from '../../data/live-context.ts';
import { useSession } from '../../data/session-context.ts';
import { RecordsMessagesDocument } from '../../generated/graphql.ts';
import { Page } from '../../parts/page.tsx';
import { useAddress } from '../../parts/records/address.ts';
import { Export } from '../../parts/records/export.tsx';
import { Pager, pageAt } from '../../parts/records/pager.tsx';
import { RowSkeletons } from '../../parts/records/skeletons.tsx';
import { Empty, Failed } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { Filters } from './filters.tsx';
import classes from './list.module.css';
import { exportFilters, FILTER_NAMES, filterOf, NO_WORDS } from './message-filter.ts';
import { Rows } from './rows.tsx';

const NAMES = [...FILTER_NAMES, 'after', 'before'] as const;
/** News are counted no further. */
const MOST_NEWS = 1_000;

/** The history, the newest first, a page at a time. */
export function MessageList() {
  const { t } = useTranslation();
  const { timeZone } = useSession();
  const { set, values } = useAddress(NAMES);
  const { after, before, ...words } = values;
  const variables = useMemo(
    () => ({ filter: filterOf(values, timeZone), ...pageAt({ after: values.after, before: values.before }) }),
    [values, timeZone],
  );
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: documentOf(RecordsMessagesDocument),
    variables,
    requestPolicy: 'cache-and-network',
  });
  useTitle(t('messages:title'));

  const list = data?.messages;
  const beginning = after === '' && before === '';
  const narrowed = FILTER_NAMES.some((name) => words[name] !== '');
  const [news, setNews] = useState(0);
  const [seen, setSeen] = useState(variables);
  if (seen !== variables) {
    setSeen(variables);
    setNews(0);
  }
  useEvents((event) => {
    if (event.__typename !== 'InboundMessage' && event.__typename !== 'OutboundMessage') return;
    // An event that a reconnect repeats is no news.
    if (list?.edges.some(({ node }) => node.id === event.message.id)) return;
    if (list !== undefined && beginning) setNews((count) => Math.min(count + 1, MOST_NEWS));
  });
  const refresh = () => {
    setNews(0);
    ask({ requestPolicy: 'network-only' });
  };

  return (
    <Page
      title={t('messages:title')}
      lead={t('messages:lead')}
      actions={
        <Export address="/api/v1/whatsapp/messages/export" name="messages" filters={exportFilters(words, timeZone)} />
      }
      filters={<Filters words={words} onChange={set} />}
    >
      {news > 0 && (
        <button type="button" className={classes.news} onClick={refresh}>
          <IconArrowUp size={16} stroke={2} aria-hidden />
          {narrowed ? t('messages:newsFiltered', { count: news }) : t('messages:news', { count: news })}
        </button>
      )}
      {list === undefined ? (
        error && !fetching ? (
          // A place in the list may be none of this log's: the beginning always is.
          <Failed onRetry={beginning ? refresh : () => set({ after: '', before: '' })} />
        ) : (
          <RowSkeletons />
        )
      ) : list.edges.length > 0 ? (
        <div aria-busy={stale}>
          <Rows messages={list.edges.map(({ node }) => node)} />
          <Pager page={list.pageInfo} place={{ after, before }} onPlace={set} />
        </div>
      ) : (
        <Empty
          icon={<IconMessageSearch size={28} stroke={1.6} />}
          title={narrowed ? t('messages:none.title') : t('messages:empty.title')}
          action={
            narrowed || !beginning ? (
              <Button variant="default" size="md" onClick={() => set({ ...NO_WORDS, after: '', before: '' })}>
                {t('records:filter.clear')}
              </Button>
            ) : undefined
          }
        >
          {narrowed ? t('messages:none.text') : t('messages:empty.text')}
        </Empty>
      )}
    </Page>
  );
}
