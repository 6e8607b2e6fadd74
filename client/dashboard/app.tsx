import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Boot } from './boot.tsx';
import { styleNonce } from './data/nonce.ts';
import type { SettingsStore } from './data/settings.ts';
import { SettingsContext, useSettings } from './data/settings-context.ts';
import { schemeManager } from './design/scheme.ts';
import { theme, variables } from './design/theme.ts';
import { directionOf } from './i18n/locale.ts';
import { ErrorBoundary } from './shell/error-boundary.tsx';

/** Everything around the screens that asks nothing of the gateway. */
export function App({ settings, i18n }: { readonly settings: SettingsStore; readonly i18n: i18n }) {
  return (
    <SettingsContext value={settings}>
      <I18nextProvider i18n={i18n}>
        <DirectionProvider initialDirection={directionOf(settings.get())} detectDirection={false}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={variables}
            colorSchemeManager={schemeManager(settings)}
            defaultColorScheme="auto"
            getStyleNonce={() => styleNonce() ?? ''}
          >
            <FollowDirection />
            <ErrorBoundary>
              <Boot />
            </ErrorBoundary>
          </MantineProvider>
        </DirectionProvider>
      </I18nextProvider>
    </SettingsContext>
  );
}

/** Components that compute sides of their own are told when the language turns the page round. */
function FollowDirection() {
  const direction = directionOf(useSettings());
  const { setDirection } = useDirection();
  useEffect(() => setDirection(direction), [direction, setDirection]);
  return null;
}
