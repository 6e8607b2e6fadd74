import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../i18n/text.tsx';
import classes from './copy-button.module.css';
import { type CopyState, useCopy } from './use-copy.ts';

/** Copies a text; `label` names what it copies. */
export function CopyButton({ value, label }: { readonly value: string; readonly label?: string }) {
  const { t } = useTranslation();
  const { copy, state } = useCopy(value);
  const name = label === undefined ? t('parts:copyThis') : t('parts:copy', { label });
  return (
    <>
      <UnstyledButton className={classes.button} onClick={copy} title={name} aria-label={name}>
        <Mark state={state} />
      </UnstyledButton>
      <Outcome state={state} />
    </>
  );
}

/** An id or a number that a click copies. */
export function Copyable({ text, shown = text }: { readonly text: string; readonly shown?: string }) {
  const { t } = useTranslation();
  const { copy, state } = useCopy(text);
  return (
    <>
      <UnstyledButton className={classes.copyable} onClick={copy}>
        <Ltr>{shown}</Ltr>
        <Mark state={state} />
        <span className="visually-hidden">{t('parts:copyThis')}</span>
      </UnstyledButton>
      <Outcome state={state} />
    </>
  );
}

function Mark({ state }: { readonly state: CopyState }) {
  if (state === 'copied') return <IconCheck size={18} stroke={2} aria-hidden />;
  return <IconCopy size={18} stroke={1.7} aria-hidden />;
}

function Outcome({ state }: { readonly state: CopyState }) {
  const { t } = useTranslation();
  return (
    <span role="status" className={state === 'failed' ? classes.failed : 'visually-hidden'}>
      {state === 'copied' && t('parts:copied')}
      {state === 'failed' && t('parts:notCopied')}
    </span>
  );
}
