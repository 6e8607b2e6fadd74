import { CloseButton, Progress, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconMusic, IconRefresh, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../../../i18n/text.tsx';
import { useFormats } from '../../../../i18n/use-formats.ts';
import { Explained } from '../../../../parts/explained.tsx';
import classes from './attachments.module.css';
import type { Attachment, Attachments } from './use-attachments.ts';

/** The files beside the draft: what each is, how far it is, and the way to be rid of it. */
export function AttachmentList({ attachments, remove, retry }: Pick<Attachments, 'attachments' | 'remove' | 'retry'>) {
  const { t } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('composer:files.list')}>
      {attachments.map((one) => (
        <li key={one.place} className={classes.file} data-state={one.state.kind}>
          <Picture of={one} />
          <div className={classes.told}>
            <strong>
              <Typed>{one.name === '' ? t('composer:files.unnamed') : one.name}</Typed>
            </strong>
            <small>
              <State of={one} />
            </small>
          </div>
          {one.state.kind === 'failed' && (
            <UnstyledButton className={classes.again} onClick={() => retry(one.place)}>
              <IconRefresh size={18} stroke={1.8} />
              {t('composer:files.again')}
            </UnstyledButton>
          )}
          <CloseButton
            size="lg"
            iconSize={18}
            className={classes.remove ?? ''}
            aria-label={
              one.state.kind === 'uploading'
                ? t('composer:files.cancel', { name: one.name })
                : t('composer:files.remove', { name: one.name })
            }
            onClick={() => remove(one.place)}
          />
          {one.state.kind === 'uploading' && (
            <Progress
              className={classes.progress ?? ''}
              size={3}
              value={one.state.share * 100}
              aria-label={t('composer:files.progress', { name: one.name })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Picture({ of: { picture, sendAs } }: { readonly of: Attachment }) {
  if (picture !== null) return <img src={picture} alt="" className={classes.picture} />;
  const Icon =
    sendAs === null ? IconAlertTriangle : sendAs === 'video' ? IconVideo : sendAs === 'audio' ? IconMusic : IconFile;
  return (
    <span className={classes.picture}>
      <Icon size={22} stroke={1.6} aria-hidden="true" />
    </span>
  );
}

function State({ of: { fault, size, state } }: { readonly of: Attachment }) {
  const { t } = useTranslation();
  const formats = useFormats();
  switch (state.kind) {
    case 'ready':
      return formats.bytes(size);
    case 'uploading':
      return t('composer:files.uploading', { share: formats.number(state.share, { style: 'percent' }) });
    case 'failed':
      return (
        <span role="alert">
          {state.failure === null ? t('composer:files.failed') : <Explained failure={state.failure} />}
        </span>
      );
    case 'unfit':
      return (
        <span role="alert">
          {fault === null
            ? null
            : fault.kind === 'size'
              ? t('composer:files.size', { size: formats.bytes(size), most: formats.bytes(fault.most) })
              : t(`composer:files.fault.${fault.kind}`)}
        </span>
      );
  }
}
