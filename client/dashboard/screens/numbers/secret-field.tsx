import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ltrSecret } from '../../i18n/text.tsx';

/** A token or secret of Meta's: hidden unless somebody wants to see it, and nothing that a browser keeps. */
export function SecretField({
  label,
  description,
  value,
  error = null,
  autoFocus = false,
  onChange,
}: {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly error?: ReactNode;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={label}
      {...(description === undefined ? {} : { description })}
      size="md"
      attributes={ltrSecret}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('parts:show', { label }) }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      data-autofocus={autoFocus || undefined}
    />
  );
}
