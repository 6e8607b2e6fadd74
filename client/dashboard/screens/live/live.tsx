import { Button } from '@mantine/core';
import { IconActivity, IconArrowUp, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../data/live-context.ts';
import { useAddress } from '../../parts/records/address.ts';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { Filters } from './filters.tsx';
import { passes } from './kinds.ts';
import classes from './live.module.css';
import { Stream } from './stream.tsx';
import { tapeOf } from './tape.ts';

const NAMES = ['kind', 'direction', 'number', 'status', 'q'] as const;

/** What happens, as it happens: the newest on top. */
export default function LiveScreen() {
  const { t } = useTranslation();
  const tape = tapeOf(useLive());
  const view = useSyncExternalStore(tape.subscribe, tape.view);
  const { set, values } = useAddress(NAMES);
  const [paused, setPaused] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  useTitle(t('live:title'));
  // A pause ends with the visit; the tape itself runs on.
  useEffect(() => () => tape.goOn(), [tape]);

  // A stream of hundreds a second is drawn when there is time for it.
  const events = useDeferredValue(view.events);
  const shown = useMemo(() => events.filter((event) => passes(event, values)), [events, values]);

  const pause = () => {
    setPaused(true);
    tape.hold();
  };
  const goOn = () => {
    setPaused(false);
    tape.goOn();
    list.current?.scrollTo({ top: 0 });
  };
  const toggle = () => (paused ? goOn() : pause());
  useShortcut('p', 'live:shortcut', toggle);

  // Whoever reads further down is not pushed about: what comes waits until they are back at the top.
  const scrolled = (away: boolean) => {
    if (paused) return;
    if (away) tape.hold();
    else tape.goOn();
  };

  const narrowed = NAMES.some((name) => values[name] !== '');
  return (
    <div className={classes.live}>
      <header className={classes.head}>
        <div>
          <h1>{t('live:title')}</h1>
          <p className={classes.lead}>{t('live:lead')}</p>
        </div>
        <div className={classes.actions}>
          <Button
            variant="default"
            size="md"
            disabled={view.events.length === 0}
            leftSection={<IconTrash size={18} stroke={1.7} />}
            onClick={() => tape.clear()}
          >
            {t('live:clear')}
          </Button>
          <Button
            size="md"
            variant={paused ? 'filled' : 'default'}
            leftSection={
              paused ? <IconPlayerPlay size={18} stroke={1.7} /> : <IconPlayerPause size={18} stroke={1.7} />
            }
            onClick={toggle}
          >
            {paused ? t('live:goOn') : t('live:pause')}
          </Button>
        </div>
      </header>
      <Filters values={values} onChange={set} />
      <p className={classes.count} role="status">
        {view.held && view.missed > 0 ? (
          <button type="button" className={classes.news} onClick={goOn}>
            <IconArrowUp size={16} stroke={2} aria-hidden />
            {t('live:missed', { count: view.missed })}
          </button>
        ) : (
          <span>
            {paused ? `${t('live:paused')} ` : ''}
            {narrowed
              ? t('live:shownOf', { count: shown.length, all: events.length })
              : t('live:shown', { count: events.length })}
          </span>
        )}
      </p>
      {shown.length > 0 ? (
        <Stream events={shown} scroller={list} onScrolled={scrolled} />
      ) : (
        <Empty
          icon={<IconActivity size={28} stroke={1.6} />}
          title={events.length === 0 ? t('live:empty.title') : t('live:none.title')}
          action={
            narrowed ? (
              <Button
                variant="default"
                size="md"
                onClick={() => set({ kind: '', direction: '', number: '', status: '', q: '' })}
              >
                {t('records:filter.clear')}
              </Button>
            ) : undefined
          }
        >
          {events.length === 0 ? t('live:empty.text') : t('live:none.text')}
        </Empty>
      )}
    </div>
  );
}
