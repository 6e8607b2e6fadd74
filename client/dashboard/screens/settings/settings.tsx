import { SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings, useSettingsStore } from '../../data/settings-context.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { Page } from '../../parts/page.tsx';
import { useTitle } from '../../shell/title.ts';
import { NotificationChoices } from './notification-choices.tsx';
import { Setting } from './setting.tsx';
import classes from './settings.module.css';

/** What a person chooses for this browser; each choice counts at once. */
export default function SettingsScreen() {
  const { t } = useTranslation();
  const { digits, enterSendsOnTouch, language, receipts, theme } = useSettings();
  const store = useSettingsStore();
  const formats = useFormats();
  const now = useNow();
  useTitle(t('settings:title'));

  return (
    <Page title={t('settings:title')} lead={t('settings:lead')}>
      <div className={classes.settings}>
        <Setting title={t('settings:language.title')} text={t('settings:language.text')}>
          <SegmentedControl
            aria-label={t('settings:language.title')}
            value={language}
            onChange={(value) => store.set({ language: value === 'ar' ? 'ar' : 'en' })}
            data={[
              { value: 'ar', label: 'العربية' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Setting>
        {language === 'ar' && (
          <Setting
            title={t('settings:digits.title')}
            text={t('settings:digits.text', { example: formats.dateTime(now) })}
          >
            <SegmentedControl
              aria-label={t('settings:digits.title')}
              value={digits}
              onChange={(value) => store.set({ digits: value === 'latn' ? 'latn' : 'arab' })}
              data={[
                { value: 'arab', label: '٠١٢' },
                { value: 'latn', label: '012' },
              ]}
            />
          </Setting>
        )}
        <Setting title={t('settings:theme.title')} text={t('settings:theme.text')}>
          <SegmentedControl
            aria-label={t('settings:theme.title')}
            value={theme}
            onChange={(value) => store.set({ theme: value === 'light' || value === 'dark' ? value : 'auto' })}
            data={[
              { value: 'auto', label: t('settings:theme.auto') },
              { value: 'light', label: t('settings:theme.light') },
              { value: 'dark', label: t('settings:theme.dark') },
            ]}
          />
        </Setting>
        <Setting title={t('settings:receipts.title')} text={t('settings:receipts.text')}>
          <Switch
            aria-label={t('settings:receipts.title')}
            checked={receipts}
            onChange={(event) => store.set({ receipts: event.currentTarget.checked })}
            size="lg"
          />
        </Setting>
        <NotificationChoices />
        <Setting title={t('notifications:enter.title')} text={t('notifications:enter.text')}>
          <Switch
            aria-label={t('notifications:enter.title')}
            checked={enterSendsOnTouch}
            onChange={(event) => store.set({ enterSendsOnTouch: event.currentTarget.checked })}
            size="lg"
          />
        </Setting>
      </div>
    </Page>
  );
}
