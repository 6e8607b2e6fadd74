import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import { leadAway } from '../data/leaving.ts';
import { useLiveState } from '../data/live-context.ts';
import { useSession } from '../data/session-context.ts';
import { DOOR } from '../data/start.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Brand } from './brand.tsx';
import { ConnectionState } from './connection-state.tsx';
import { Navigation } from './navigation.tsx';
import { Notifications } from './notifications/notifications.tsx';
import { Person } from './person.tsx';
import { PhoneDock, usePhoneDock } from './phone-dock.tsx';
import { Screens } from './screens.tsx';
import classes from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { Suspended } from './suspended.tsx';

/** The frame around every screen: beside it on a desk, above and below it on a phone. */
export function Shell() {
  const state = useLiveState();

  useEffect(() => {
    if (state === 'signed-out') leadAway(DOOR);
    // Another tab went on for another tenant, and this one goes with it.
    if (state === 'moved') leadAway('/dashboard');
  }, [state]);

  if (state === 'suspended') return <Suspended />;
  return (
    <Router base="/dashboard">
      <Frame />
      <Shortcuts />
      <Notifications />
    </Router>
  );
}

function Frame() {
  const { t } = useTranslation();
  const { mode } = useSession();
  const phone = usePhoneDock();
  return (
    <>
      <a className={classes.skip} href="#screen">
        {t('shell:skip')}
      </a>
      <div className={classes.frame} data-docked={phone.opened || undefined}>
        {mode === 'sandbox' && (
          <aside className={classes.ribbon}>
            {t('shell:sandbox')}
            {phone.offered && (
              <button type="button" className={classes.dockSwitch} onClick={phone.toggle} aria-expanded={phone.opened}>
                {phone.opened ? t('shell:phone.hide') : t('shell:phone.show')}
              </button>
            )}
          </aside>
        )}
        <header className={classes.top}>
          <Brand />
          <ConnectionState />
          <Person />
        </header>
        <aside className={classes.side} aria-label={t('shell:side')}>
          <Brand />
          <Navigation />
          <div className={classes.foot}>
            <ConnectionState />
            <Person />
          </div>
        </aside>
        <main id="screen" tabIndex={-1} className={classes.screen}>
          <Screens />
        </main>
        {phone.opened && <PhoneDock />}
        <BottomBar />
      </div>
    </>
  );
}
