import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './copy.module.css';

const SHOWN_MS = 2_000;

/** Copies a text. Not there where the browser gives no clipboard: on plain http from another machine. */
export function Copy({ text, what }: { readonly text: string; readonly what?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  if (navigator.clipboard === undefined) return null;

  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => {},
    );
  const name = what === undefined ? t('records:copy.this') : t('records:copy.what', { what });
  return (
    <>
      <UnstyledButton className={classes.copy} onClick={copy} title={name} aria-label={name}>
        {copied ? <IconCheck size={17} stroke={2} aria-hidden /> : <IconCopy size={17} stroke={1.7} aria-hidden />}
      </UnstyledButton>
      <span className="visually-hidden" role="status">
        {copied && t('records:copy.done')}
      </span>
    </>
  );
}
