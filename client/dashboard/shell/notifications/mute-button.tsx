import { ActionIcon } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notificationSettings, useNotificationSettings } from './use-notification-settings.ts';

/** Whether news of a conversation are told in this browser. */
export function MuteButton({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const { muted } = useNotificationSettings();
  const isMuted = muted.includes(conversationId);
  const label = isMuted ? t('notifications:conversation.unmute') : t('notifications:conversation.mute');
  const Icon = isMuted ? IconBellOff : IconBell;
  const others = muted.filter((id) => id !== conversationId);
  return (
    <ActionIcon
      variant="subtle"
      color={isMuted ? 'orange' : 'gray'}
      w="var(--target)"
      h="var(--target)"
      aria-label={label}
      aria-pressed={isMuted}
      title={label}
      onClick={() => notificationSettings().set({ muted: isMuted ? others : [...others, conversationId] })}
    >
      <Icon size={20} stroke={1.7} />
    </ActionIcon>
  );
}
