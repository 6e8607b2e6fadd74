import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconBell,
  IconChecks,
  IconChevronDown,
  IconPaperclip,
  IconTemplate,
} from '@tabler/icons-react';
import { type ComponentType, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { MessageLine, Who } from '../../parts/records/message-line.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { type Kind, kindOf, messageOf, statusOf, storedWithin } from './kinds.ts';
import { Opened } from './opened.tsx';
import classes from './row.module.css';
import type { TapeEvent } from './tape.ts';

const ICONS: Readonly<Record<Kind, ComponentType<{ readonly size?: number; readonly stroke?: number }>>> = {
  inbound: IconArrowDownLeft,
  outbound: IconArrowUpRight,
  status: IconChecks,
  media: IconPaperclip,
  template: IconTemplate,
  notice: IconBell,
};

/** One item in a line, with its JSON below once it is opened. */
export function Row({
  event,
  opened,
  onToggle,
}: {
  readonly event: TapeEvent;
  readonly opened: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const body = useId();
  const kind = kindOf(event);
  const message = messageOf(event);
  const within = storedWithin(event);
  const Icon = ICONS[kind];
  const status = kind === 'inbound' || kind === 'media' ? null : statusOf(event);
  return (
    <div className={classes.item} data-opened={opened}>
      <button type="button" className={classes.row} aria-expanded={opened} aria-controls={body} onClick={onToggle}>
        <time dateTime={event.recordedAt ?? event.at}>{formats.timeWithSeconds(event.recordedAt ?? event.at)}</time>
        <span className={classes.kind} data-kind={kind}>
          <Icon size={17} stroke={1.8} aria-hidden />
          {t(`live:kind.${kind}`)}
        </span>
        <span className={classes.who}>
          {message !== null && <Who contact={message.contact} />}
          {event.__typename === 'NoticeEvent' && t(`live:notice.${event.type}`)}
          {event.__typename === 'TemplateEvent' && event.name !== null && <Ltr>{event.name}</Ltr>}
        </span>
        <span className={classes.says}>
          {message !== null && <MessageLine message={message} />}
          {event.__typename === 'TemplateEvent' && <Typed>{event.reason ?? event.templateStatus ?? ''}</Typed>}
        </span>
        <span className={classes.status}>{status !== null && <StatusMark status={status} />}</span>
        <span className={classes.within} title={t('live:within')}>
          {within !== null && (
            <>
              <span className="visually-hidden">{t('live:within')}: </span>
              {formats.number(within, { style: 'unit', unit: 'millisecond', unitDisplay: 'short' })}
            </>
          )}
        </span>
        <IconChevronDown size={16} stroke={1.8} className={classes.turn} aria-hidden />
      </button>
      <div id={body}>{opened && <Opened event={event} />}</div>
    </div>
  );
}
