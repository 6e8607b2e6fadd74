import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from './states.tsx';

/** The tenant was suspended while somebody worked for it. */
export function Suspended() {
  const { t } = useTranslation();
  return (
    <main>
      <Empty
        alone
        icon={<IconPlayerPause size={28} stroke={1.6} />}
        title={t('shell:suspended.title')}
        action={
          <Button size="md" onClick={() => location.reload()}>
            {t('shell:suspended.retry')}
          </Button>
        }
      >
        {t('shell:suspended.text')}
      </Empty>
    </main>
  );
}
