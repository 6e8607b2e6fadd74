import { Button, Group, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { askForDesktop, desktopState } from '../../shell/notifications/desktop.ts';
import { isQuiet } from '../../shell/notifications/notification-settings.ts';
import { playTone } from '../../shell/notifications/sound.ts';
import { notificationSettings, useNotificationSettings } from '../../shell/notifications/use-notification-settings.ts';
import { Setting } from './setting.tsx';

const HOUR_MS = 60 * 60 * 1000;

/** How this browser tells of new messages. Everything is off until somebody turns it on. */
export function NotificationChoices() {
  const { t } = useTranslation();
  const { sound } = useNotificationSettings();
  const { set } = notificationSettings();
  return (
    <>
      <Setting title={t('notifications:sound.title')} text={t('notifications:sound.text')}>
        <Group gap="sm">
          <Button variant="subtle" size="md" onClick={playTone}>
            {t('notifications:sound.try')}
          </Button>
          <Switch
            aria-label={t('notifications:sound.title')}
            checked={sound}
            onChange={(event) => set({ sound: event.currentTarget.checked })}
            size="lg"
          />
        </Group>
      </Setting>
      <Desktop />
      <Quiet />
    </>
  );
}

function Desktop() {
  const { t } = useTranslation();
  const { desktop } = useNotificationSettings();
  const { set } = notificationSettings();
  const [state, setState] = useState(desktopState);
  const turn = async (on: boolean) => {
    // Whoever turns it on is asked by the browser, and nobody else ever is.
    const allowed = on ? await askForDesktop() : state;
    setState(allowed);
    set({ desktop: on && allowed === 'granted' });
  };
  const hindered = state === 'denied' || state === 'missing';
  return (
    <Setting
      title={t('notifications:desktop.title')}
      text={hindered ? t(`notifications:desktop.${state}`) : t('notifications:desktop.text')}
    >
      <Switch
        aria-label={t('notifications:desktop.title')}
        checked={desktop && state === 'granted'}
        disabled={hindered}
        onChange={(event) => void turn(event.currentTarget.checked)}
        size="lg"
      />
    </Setting>
  );
}

function Quiet() {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const settings = useNotificationSettings();
  const { set } = notificationSettings();
  const { quietUntil } = settings;
  const quiet = isQuiet(settings, now);
  const said =
    quietUntil === 'always'
      ? t('notifications:mute.always')
      : t('notifications:mute.until', { time: formats.time(quietUntil ?? now) });
  return (
    <Setting title={t('notifications:mute.title')} text={quiet ? said : t('notifications:mute.text')}>
      {quiet ? (
        <Button size="md" variant="default" onClick={() => set({ quietUntil: null })}>
          {t('notifications:mute.off')}
        </Button>
      ) : (
        <Group gap="xs">
          <Button size="md" variant="default" onClick={() => set({ quietUntil: Date.now() + HOUR_MS })}>
            {t('notifications:mute.forHour')}
          </Button>
          <Button size="md" variant="default" onClick={() => set({ quietUntil: Date.now() + 8 * HOUR_MS })}>
            {t('notifications:mute.forDay')}
          </Button>
          <Button size="md" variant="default" onClick={() => set({ quietUntil: 'always' })}>
            {t('notifications:mute.forever')}
          </Button>
        </Group>
      )}
    </Setting>
  );
}
