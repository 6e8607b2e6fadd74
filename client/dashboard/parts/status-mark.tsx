import {
  IconAlertCircle,
  IconArrowDownLeft,
  IconCheck,
  IconChecks,
  IconClock,
  IconClockPause,
  IconHelpCircle,
  IconHourglassOff,
  IconMicrophone,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageStatus } from '../generated/graphql.ts';
import classes from './status-mark.module.css';

type Icon = ComponentType<{ readonly size?: number; readonly stroke?: number; readonly 'aria-hidden'?: true }>;

/** Ticks are never mirrored: they read the same in every language. */
const ICONS: Readonly<Record<MessageStatus, Icon>> = {
  QUEUED: IconClock,
  SENDING: IconSend,
  ACCEPTED: IconCheck,
  HELD: IconClockPause,
  SENT: IconCheck,
  DELIVERED: IconChecks,
  READ: IconChecks,
  PLAYED: IconMicrophone,
  FAILED: IconAlertCircle,
  UNCONFIRMED: IconHelpCircle,
  EXPIRED: IconHourglassOff,
  CANCELLED: IconX,
  RECEIVED: IconArrowDownLeft,
};

/** The state of a message: an icon, its word (read aloud where it is not shown), and its sentence on pointing. */
export function StatusMark({ status, word = true }: { readonly status: MessageStatus; readonly word?: boolean }) {
  const { t } = useTranslation();
  const Icon = ICONS[status];
  return (
    <span className={classes.mark} data-status={status} title={t(`states:sentence.${status}`)}>
      <Icon size={16} stroke={1.9} aria-hidden />
      <span className={word ? undefined : 'visually-hidden'}>{t(`states:word.${status}`)}</span>
    </span>
  );
}
