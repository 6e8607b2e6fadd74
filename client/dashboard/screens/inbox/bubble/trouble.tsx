import { Button } from '@mantine/core';
import { IconCheck, IconReload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../data/session-context.ts';
import { Explained } from '../../../parts/explained.tsx';
import { StatusMark } from '../../../parts/status-mark.tsx';
import { Late, lazyCode } from '../../../shell/late.tsx';
import { useConversationId } from '../conversation-context.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';
import { resendOf } from './resend.ts';
import classes from './trouble.module.css';
import { useRemedies } from './use-remedies.ts';
import { Waits } from './waits.tsx';

const AskAnyway = lazyCode(() => import('./ask-anyway.tsx'));

/** States that are said in words, since a tick alone would not do. */
const SPOKEN: ReadonlySet<ThreadMessage['status']> = new Set([
  'QUEUED',
  'HELD',
  'UNCONFIRMED',
  'FAILED',
  'EXPIRED',
  'CANCELLED',
]);

/** A message that has not gone its way: why, what it waits for, and what can be done about it. */
export function Trouble({ message }: { readonly message: ThreadMessage }) {
  if (!SPOKEN.has(message.status)) return null;
  return <Told message={message} />;
}

function Told({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation();
  const may = useMay('send');
  const remedies = useRemedies();
  const again = resendOf(message, useConversationId());
  const [asking, setAsking] = useState(false);
  const { error, id, retrySafety, status } = message;
  return (
    <div className={classes.trouble} data-status={status}>
      <StatusMark status={status} />{' '}
      <span>
        {status === 'QUEUED' && <Waits message={message} />}
        {status === 'FAILED' && error !== null && (
          <Explained failure={{ code: error.code, says: error.meaning, action: error.action }} />
        )}
        {status !== 'QUEUED' && (status !== 'FAILED' || error === null) && t(`states:sentence.${status}`)}
      </span>
      {may && (
        <span className={classes.remedies}>
          {status === 'QUEUED' && (
            <Remedy icon={<IconX size={16} />} busy={remedies.busy} onClick={() => remedies.cancel(id)}>
              {t('inbox:remedy.cancel')}
            </Remedy>
          )}
          {status === 'UNCONFIRMED' && (
            <Remedy icon={<IconCheck size={16} />} busy={remedies.busy} onClick={() => remedies.markSent(id)}>
              {t('inbox:remedy.markSent')}
            </Remedy>
          )}
          {status === 'UNCONFIRMED' && again !== null && (
            <Remedy icon={<IconReload size={16} />} busy={remedies.busy} onClick={() => setAsking(true)}>
              {t('inbox:remedy.anyway')}
            </Remedy>
          )}
          {retrySafety === 'SAFE' && again !== null && (
            <Remedy icon={<IconReload size={16} />} busy={remedies.busy} onClick={() => remedies.sendAgain(again)}>
              {t('inbox:remedy.again')}
            </Remedy>
          )}
        </span>
      )}
      {remedies.failure !== null && (
        <span role="alert" className={classes.failure}>
          {remedies.failure.code === '' ? t('shell:failed.text') : <Explained failure={remedies.failure} />}
        </span>
      )}
      {again !== null && (
        <Late opened={asking}>
          {(shown) => (
            <AskAnyway
              opened={shown}
              onClose={() => setAsking(false)}
              onSend={() => {
                setAsking(false);
                remedies.sendAnyway(id, again);
              }}
            />
          )}
        </Late>
      )}
    </div>
  );
}

function Remedy(props: {
  readonly icon: React.ReactNode;
  readonly busy: boolean;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <Button
      variant="subtle"
      className={classes.remedy ?? ''}
      leftSection={props.icon}
      disabled={props.busy}
      onClick={props.onClick}
    >
      {props.children}
    </Button>
  );
}
