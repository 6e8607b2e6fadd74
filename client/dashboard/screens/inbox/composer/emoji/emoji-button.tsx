import { ActionIcon, Popover } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import composer from '../composer.module.css';

const EmojiPicker = lazy(() => import('./emoji-picker.tsx'));

/** Opens the emoji; stays open while several are picked. */
export function EmojiButton({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus shadow="md" radius="md">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          className={`${composer.tool} ${composer.emoji}`}
          aria-label={t('composer:emoji.open')}
          title={t('composer:emoji.open')}
          onClick={() => setOpened((before) => !before)}
        >
          <IconMoodSmile size={22} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={composer.popover ?? ''} aria-label={t('composer:emoji.open')}>
        <Suspense fallback={null}>{opened && <EmojiPicker onPick={onPick} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
