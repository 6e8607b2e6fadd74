import { Menu, UnstyledButton } from '@mantine/core';
import { IconArrowsExchange, IconLanguage, IconLogout, IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leave } from '../data/leaving.ts';
import { signOut } from '../data/session.ts';
import { useSession } from '../data/session-context.ts';
import { useSettings, useSettingsStore } from '../data/settings-context.ts';
import { Typed } from '../i18n/text.tsx';
import { Late, lazyCode } from './late.tsx';
import classes from './person.module.css';

const TenantSwitch = lazyCode(() => import('./tenant-switch.tsx'));

/** Who is signed in, for whom, and the way out. */
export function Person() {
  const { t } = useTranslation();
  const { keyName, role, tenantName } = useSession();
  const { language } = useSettings();
  const store = useSettingsStore();
  const [switching, setSwitching] = useState(false);
  const [failed, setFailed] = useState(false);

  const goOut = () => {
    leave(signOut, '/').catch(() => setFailed(true));
  };

  return (
    <>
      <Menu width={240} position="bottom-end" shadow="md">
        <Menu.Target>
          <UnstyledButton className={classes.person}>
            <span className="visually-hidden">{t('shell:account')}</span>
            <span className={classes.initial} aria-hidden="true">
              {[...tenantName][0]}
            </span>
            <span className={classes.names}>
              <strong>
                <Typed>{tenantName}</Typed>
              </strong>
              <small>
                <Typed>{keyName}</Typed>
              </small>
            </span>
            <IconSelector size={16} stroke={1.7} className={classes.more} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {role === 'operator' && (
            <Menu.Item leftSection={<IconArrowsExchange size={18} stroke={1.7} />} onClick={() => setSwitching(true)}>
              {t('shell:tenant.switch')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLanguage size={18} stroke={1.7} />}
            onClick={() => store.set({ language: language === 'ar' ? 'en' : 'ar' })}
            lang={language === 'ar' ? 'en' : 'ar'}
          >
            {t('shell:otherLanguage')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={18} stroke={1.7} data-mirror />}
            onClick={goOut}
            closeMenuOnClick={false}
          >
            {failed ? t('shell:signOutFailed') : t('shell:signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {role === 'operator' && (
        <Late opened={switching}>{(shown) => <TenantSwitch opened={shown} onClose={() => setSwitching(false)} />}</Late>
      )}
    </>
  );
}
