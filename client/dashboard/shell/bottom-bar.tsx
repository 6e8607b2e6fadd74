import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import classes from './bottom-bar.module.css';
import { Late, lazyCode } from './late.tsx';
import { isAt, useScreens } from './navigation.tsx';
import shell from './shell.module.css';

const MoreScreens = lazyCode(() => import('./more-screens.tsx'));
const MOST = 5;

/** The navigation of a phone: what the thumb reaches, and the rest behind the last one. */
export function BottomBar() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const [opened, setOpened] = useState(false);
  const screens = useScreens();
  const shown = screens.length > MOST ? screens.slice(0, MOST - 1) : screens;
  return (
    <nav className={shell.bottom} aria-label={t('shell:navigation')}>
      {shown.map((screen) => {
        const { icon: Icon } = screen;
        return (
          <Link
            key={screen.path}
            href={screen.path}
            className={classes.entry ?? ''}
            aria-current={isAt(location, screen) ? 'page' : undefined}
          >
            <Icon size={22} stroke={1.7} />
            <span>{t(screen.title)}</span>
          </Link>
        );
      })}
      {shown.length < screens.length && (
        <button type="button" className={classes.entry} onClick={() => setOpened(true)} aria-haspopup="dialog">
          <IconDots size={22} stroke={1.7} />
          <span>{t('shell:more')}</span>
        </button>
      )}
      <Late opened={opened}>{(shown) => <MoreScreens opened={shown} onClose={() => setOpened(false)} />}</Late>
    </nav>
  );
}
