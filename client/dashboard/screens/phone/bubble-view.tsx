import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconChecks, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './bubble-view.module.css';
import { ContentView } from './content-view.tsx';
import type { Bubble } from './phone-api.ts';
import { snippetOf } from './snippet.ts';

const REACTIONS = ['👍', '❤️', '😂', '😮', '🙏'] as const;

/** A message on the phone, with what its holder can do to it. */
export function BubbleView({
  bubble,
  quoted,
  onReply,
  onReact,
  onPress,
}: {
  readonly bubble: Bubble;
  readonly quoted: Bubble | undefined;
  readonly onReply: () => void;
  readonly onReact: (emoji: string) => void;
  readonly onPress: (button: number, card: number | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { at, content, deleted, from, reactions, readAt, type } = bubble;
  const foot = (
    <span className={classes.foot}>
      <time dateTime={at}>{formats.time(at)}</time>
      {from === 'person' && <Ticks read={readAt !== null} />}
    </span>
  );
  const reacted = [reactions.business, reactions.person].filter((one) => one !== null);
  return (
    <article className={classes.row} data-from={from}>
      <div className={classes.column}>
        <div className={classes.bubble}>
          <span className="visually-hidden">{t(`phone:from.${from}`)}</span>
          {quoted !== undefined && (
            <p className={classes.quote} dir="auto">
              {snippetOf(quoted) ?? t('phone:kind.other')}
            </p>
          )}
          {deleted ? (
            <>
              <p className={classes.deleted}>{t('phone:deleted')}</p>
              {foot}
            </>
          ) : (
            <ContentView content={content} type={type} foot={foot} onPress={onPress} />
          )}
        </div>
        {reacted.length > 0 && (
          <span className={classes.reactions}>
            <span className="visually-hidden">{t('phone:reactions')}</span>
            {reacted.join(' ')}
          </span>
        )}
      </div>
      {!deleted && (
        <Menu position="top" shadow="md">
          <Menu.Target>
            <ActionIcon className={classes.more ?? ''} variant="subtle" size={44} aria-label={t('phone:do')}>
              <IconDots size={18} stroke={1.8} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArrowBackUp size={18} stroke={1.7} data-mirror />} onClick={onReply}>
              {t('phone:reply')}
            </Menu.Item>
            {from === 'business' &&
              REACTIONS.map((emoji) => (
                <Menu.Item
                  key={emoji}
                  onClick={() => onReact(reactions.person === emoji ? '' : emoji)}
                  rightSection={reactions.person === emoji ? <IconCheck size={16} aria-hidden="true" /> : null}
                >
                  {t('phone:react', { emoji })}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </article>
  );
}

/** A person's own message is delivered as soon as it stands there; blue says that the business has read it. */
function Ticks({ read }: { readonly read: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={classes.ticks} data-read={read || undefined}>
      <IconChecks size={16} stroke={1.9} aria-hidden="true" />
      <span className="visually-hidden">{read ? t('phone:read') : t('phone:delivered')}</span>
    </span>
  );
}
