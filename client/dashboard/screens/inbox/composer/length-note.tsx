import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';
import classes from './composer.module.css';
import { CAPTION_LIMIT, length } from './sending/outgoing.ts';

/** How many characters are left, once that matters; and that words too long for a caption go out by themselves. */
export function LengthNote({
  caption,
  most,
  text,
}: {
  readonly text: string;
  readonly most: number;
  readonly caption: boolean;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const has = length(text.trim());
  if (caption && has > CAPTION_LIMIT && has <= most) return <span>{t('composer:length.caption')}</span>;
  if (has < most * 0.9) return null;
  return (
    <span className={classes.length} data-over={has > most} role={has > most ? 'alert' : undefined}>
      {has > most
        ? t('composer:length.over', { count: has - most })
        : t('composer:length.left', { left: formats.number(most - has) })}
    </span>
  );
}
