import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../i18n/text.tsx';
import classes from './copyable.module.css';

const SHOWN_MS = 2_000;

/** An id or a number that a click copies. */
export function Copyable({ text, shown = text }: { readonly text: string; readonly shown?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  // Browsers give the clipboard to pages that came over https, or from this machine.
  if (navigator.clipboard === undefined) return <Ltr>{shown}</Ltr>;
  return (
    <UnstyledButton
      className={classes.copyable}
      onClick={() =>
        void navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => {},
        )
      }
    >
      <Ltr>{shown}</Ltr>
      {copied ? <IconCheck size={16} stroke={2} /> : <IconCopy size={16} stroke={1.7} />}
      <span className="visually-hidden" role="status">
        {copied ? t('inbox:copied') : ''}
      </span>
      <span className="visually-hidden">{t('inbox:copy')}</span>
    </UnstyledButton>
  );
}
