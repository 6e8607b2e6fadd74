import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSession } from '../data/session-context.ts';
import { SCREENS, type Screen } from '../screens/screens.ts';
import classes from './navigation.module.css';
import { useShortcut } from './shortcuts.tsx';

/** The screens that this person finds. */
export function useScreens(): readonly Screen[] {
  const session = useSession();
  return SCREENS.filter((screen) => screen.sees(session));
}

export function isAt(location: string, { path }: Screen): boolean {
  return location === path || location.startsWith(`${path}/`);
}

export function Navigation() {
  const { t } = useTranslation();
  const screens = useScreens();
  return (
    <nav aria-label={t('shell:navigation')}>
      <ul className={classes.list}>
        {screens.map((screen) => (
          <li key={screen.path}>
            <Entry screen={screen} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Entry({ screen }: { readonly screen: Screen }) {
  const { t } = useTranslation();
  const [location, go] = useLocation();
  useShortcut(`g ${screen.letter}`, screen.title, () => go(screen.path));
  const { icon: Icon } = screen;
  return (
    <Link href={screen.path} className={classes.entry ?? ''} aria-current={isAt(location, screen) ? 'page' : undefined}>
      <Icon size={20} stroke={1.7} />
      <span>{t(screen.title)}</span>
    </Link>
  );
}
