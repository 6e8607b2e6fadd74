import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useSession } from '../data/session-context.ts';
import { lazyCode } from './late.tsx';
import classes from './shell.module.css';
import { Loading } from './states.tsx';

const PLACE = 'dijla-phone-docked';

const SandboxPhone = lazyCode(async () => {
  const phone = await import('../screens/phone/sandbox-phone.tsx');
  return { default: phone.SandboxPhone };
});

/**
 * The customer's phone beside whatever screen is open, so that both sides are seen at once. In sandbox mode, for the
 * operator, where there is room for it; its own screen is there everywhere.
 */
export function usePhoneDock(): { readonly offered: boolean; readonly opened: boolean; toggle(): void } {
  const { mode, role } = useSession();
  const [location] = useLocation();
  const [wanted, setWanted] = useState(wasDocked);
  const offered = mode === 'sandbox' && role === 'operator' && !location.startsWith('/phone');
  return {
    offered,
    opened: offered && wanted,
    toggle() {
      setWanted(!wanted);
      remember(!wanted);
    },
  };
}

export function PhoneDock() {
  const { t } = useTranslation();
  return (
    <aside className={classes.dock} aria-label={t('shell:phone.dock')}>
      <Suspense fallback={<Loading rows={3} />}>
        <SandboxPhone />
      </Suspense>
    </aside>
  );
}

function wasDocked(): boolean {
  try {
    return localStorage.getItem(PLACE) === 'yes';
  } catch {
    return false;
  }
}

function remember(docked: boolean): void {
  try {
    localStorage.setItem(PLACE, docked ? 'yes' : 'no');
  } catch {
    // Storage is full or forbidden: it holds until the page is left.
  }
}
