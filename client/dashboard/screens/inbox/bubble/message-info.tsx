import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../../data/documents.ts';
import { MessageTimelineDocument } from '../../../generated/graphql.ts';
import { Ltr, Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Copyable } from '../../../parts/copy-button.tsx';
import { Explained } from '../../../parts/explained.tsx';
import { StatusMark } from '../../../parts/status-mark.tsx';
import { Failed, Loading } from '../../../shell/states.tsx';
import { phoneOf } from '../contact-name.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './message-info.module.css';

/** What became of a message, step by step, and the ids by which it is known. */
export default function MessageInfo({
  message,
  onClose,
}: {
  readonly message: ThreadMessage;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [{ data, error }, ask] = useQuery({
    query: documentOf(MessageTimelineDocument),
    variables: { id: message.id },
    requestPolicy: 'cache-and-network',
  });
  const timeline = data?.message?.timeline;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inbox:info.title')}
      closeButtonProps={{ 'aria-label': t('shell:close'), size: 44, iconSize: 22 }}
    >
      <div className={classes.info}>
        <p>{t(`states:sentence.${message.status}`)}</p>
        {timeline === undefined && error !== undefined && (
          <Failed onRetry={() => ask({ requestPolicy: 'network-only' })} />
        )}
        {timeline === undefined && error === undefined && <Loading rows={3} />}
        {timeline !== undefined && (
          <ol className={classes.steps}>
            {timeline.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a status may be told twice; steps are known by their place.
              <li key={index}>
                <StatusMark status={step.status} />
                <time dateTime={step.at}>
                  {formats.date(step.at)} {formats.timeWithSeconds(step.at)}
                </time>
                {step.error !== null && (
                  <small>
                    <Explained
                      failure={{ code: step.error.code, says: step.error.meaning, action: step.error.action }}
                    />
                  </small>
                )}
              </li>
            ))}
          </ol>
        )}
        <dl className={classes.facts}>
          {message.sentBy !== null && (
            <div>
              <dt>{t('inbox:info.sentBy')}</dt>
              <dd>
                <Typed>{message.sentBy}</Typed>
              </dd>
            </div>
          )}
          <div>
            <dt>{t('inbox:info.number')}</dt>
            <dd>
              <Ltr>{phoneOf(message.phoneNumber.display || message.phoneNumber.phoneNumberId)}</Ltr>
            </dd>
          </div>
          <div>
            <dt>{t('inbox:info.id')}</dt>
            <dd>
              <Copyable text={message.id} />
            </dd>
          </div>
          {message.whatsappId !== null && (
            <div>
              <dt>{t('inbox:info.whatsappId')}</dt>
              <dd>
                <Copyable text={message.whatsappId} />
              </dd>
            </div>
          )}
          {message.reference !== null && (
            <div>
              <dt>{t('inbox:info.reference')}</dt>
              <dd>
                <Typed>{message.reference}</Typed>
              </dd>
            </div>
          )}
        </dl>
      </div>
    </Modal>
  );
}
