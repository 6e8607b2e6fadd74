import { ActionIcon } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button.tsx';
import classes from './copy-line.module.css';

/** A value to be copied as it stands. A secret is dots until somebody wants to see it; it can be copied unseen. */
export function CopyLine({
  label,
  value,
  secret = false,
  block = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly secret?: boolean;
  /** Of several lines: a command. */
  readonly block?: boolean;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(!secret);
  return (
    <div className={classes.field}>
      <span className={classes.label}>{label}</span>
      <div className={classes.line} data-block={block || undefined}>
        <code dir="ltr" translate="no" data-latin>
          {shown ? value : '•'.repeat(16)}
        </code>
        <div className={classes.buttons}>
          {secret && (
            <ActionIcon
              variant="subtle"
              size={44}
              onClick={() => setShown(!shown)}
              aria-label={shown ? t('parts:hide', { label }) : t('parts:show', { label })}
            >
              {shown ? <IconEyeOff size={20} stroke={1.7} /> : <IconEye size={20} stroke={1.7} />}
            </ActionIcon>
          )}
          <CopyButton label={label} value={value} />
        </div>
      </div>
    </div>
  );
}
