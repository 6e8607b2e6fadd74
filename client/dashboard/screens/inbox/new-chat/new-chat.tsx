import { ActionIcon } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../data/session-context.ts';
import { useShortcut } from '../../../shell/shortcuts.tsx';

const NewChatDialog = lazy(() => import('./new-chat-dialog.tsx'));

/** The button that opens a new chat. */
export function NewChat() {
  return useMay('send') ? <Opener /> : null;
}

function Opener() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  useShortcut('n', 'new-chat:open', () => setOpened(true));
  return (
    <>
      <ActionIcon
        variant="light"
        w="var(--target)"
        h="var(--target)"
        radius="md"
        aria-label={t('new-chat:open')}
        title={t('new-chat:open')}
        onClick={() => setOpened(true)}
      >
        <IconMessagePlus size={22} stroke={1.7} />
      </ActionIcon>
      {opened && (
        <Suspense fallback={null}>
          <NewChatDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
