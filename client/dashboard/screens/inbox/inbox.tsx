import { IconMessages } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute, useSearch } from 'wouter';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import classes from './inbox.module.css';
import { List } from './list/list.tsx';
import { MessagesLoading } from './thread/messages-loading.tsx';

/** Fetched behind the list, which is what one sees first. */
const loadThread = () => import('./thread/thread.tsx');
const Thread = lazy(loadThread);

/** Conversations, the thread of one, and what is known of its person: beside one another as far as there is room. */
export default function InboxScreen() {
  const { t } = useTranslation();
  const [, params] = useRoute('/:id');
  const message = new URLSearchParams(useSearch()).get('message');
  const [details, setDetails] = useState(false);
  const id = params?.id ?? null;

  useEffect(() => {
    loadThread().catch(() => {
      // It is fetched again when a conversation is opened.
    });
  }, []);

  return (
    <div className={classes.frame}>
      {/* Whichever pane is shown, the screen has its name. */}
      <h1 className="visually-hidden">{t('inbox:title')}</h1>
      <div className={classes.inbox} data-thread={id !== null} data-details={id !== null && details}>
        <div className={classes.side}>
          <List current={id} />
        </div>
        {id === null ? (
          <div className={classes.nothing}>
            <Title text={t('inbox:title')} />
            <Empty icon={<IconMessages size={28} stroke={1.6} />} title={t('inbox:choose.title')}>
              {t('inbox:choose.text')}
            </Empty>
          </div>
        ) : (
          <Suspense fallback={<MessagesLoading />}>
            <Thread key={id} id={id} message={message} details={details} onDetails={setDetails} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

/** The tab is called after the thread while there is one. */
function Title({ text }: { readonly text: string }) {
  useTitle(text);
  return null;
}
