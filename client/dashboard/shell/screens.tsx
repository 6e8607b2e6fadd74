import { Button } from '@mantine/core';
import { type ComponentType, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch } from 'wouter';
import { SCREENS } from '../screens/screens.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { lazyCode } from './late.tsx';
import { useScreens } from './navigation.tsx';
import { Empty, Loading } from './states.tsx';

/** Each screen's code is fetched when it is first opened. Made once, since a lazy component is its own identity. */
const COMPONENTS = new Map<string, ComponentType>(SCREENS.map(({ path, load }) => [path, lazyCode(load)]));

export function Screens() {
  const { t } = useTranslation();
  const screens = useScreens();
  const [first] = screens;
  return (
    <Switch>
      {screens.map(({ path }) => {
        const Screen = COMPONENTS.get(path);
        return (
          <Route key={path} path={path} nest>
            <ErrorBoundary>
              <Suspense fallback={<Loading />}>{Screen !== undefined && <Screen />}</Suspense>
            </ErrorBoundary>
          </Route>
        );
      })}
      <Route path="/">{first !== undefined && <Redirect to={first.path} replace />}</Route>
      <Route>
        <Empty
          alone
          title={t('shell:unknown.title')}
          action={
            <Button component={Link} href="/" size="md">
              {t('shell:unknown.back')}
            </Button>
          }
        />
      </Route>
    </Switch>
  );
}
