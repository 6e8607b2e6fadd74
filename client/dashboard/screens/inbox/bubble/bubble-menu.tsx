import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconDots, IconInfoCircle } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../../parts/copy.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './bubble.module.css';

const MessageInfo = lazy(() => import('./message-info.tsx'));

/** What can be done with a message. */
export function BubbleMenu({
  message,
  reply,
}: {
  readonly message: ThreadMessage;
  readonly reply: ((message: ThreadMessage) => void) | null;
}) {
  const { t } = useTranslation();
  const [info, setInfo] = useState(false);
  const { text, whatsappId } = message;
  return (
    <>
      <Menu shadow="md" width={200} position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            radius="xl"
            className={classes.menu ?? ''}
            aria-label={t('inbox:bubble.menu')}
          >
            <IconDots size={18} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {reply !== null && whatsappId !== null && (
            <Menu.Item
              leftSection={<IconArrowBackUp size={18} stroke={1.7} data-mirror />}
              onClick={() => reply(message)}
            >
              {t('inbox:bubble.reply')}
            </Menu.Item>
          )}
          {text !== null && (
            <Menu.Item leftSection={<IconCopy size={18} stroke={1.7} />} onClick={() => void copyText(text)}>
              {t('inbox:bubble.copy')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconInfoCircle size={18} stroke={1.7} />} onClick={() => setInfo(true)}>
            {t('inbox:bubble.info')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {info && (
        <Suspense>
          <MessageInfo message={message} onClose={() => setInfo(false)} />
        </Suspense>
      )}
    </>
  );
}
