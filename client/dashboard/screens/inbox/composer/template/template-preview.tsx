import { IconCopy, IconExternalLink, IconFile, IconMapPin, IconPhone, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../../../i18n/text.tsx';
import { Formatted } from '../../../../parts/formatted.tsx';
import type { KeptFile } from '../drafts/draft.ts';
import classes from './template.module.css';
import type { Preview } from './use-preview.ts';

/** A message as it will stand in the person's chat. */
export function TemplatePreview({
  file,
  preview,
}: {
  readonly preview: Preview | null;
  readonly file: KeptFile | null;
}) {
  const { t } = useTranslation();
  return (
    <aside className={classes.preview} aria-label={t('composer:template.preview')}>
      <div className={classes.bubble} aria-live="polite">
        {preview === null ? (
          <span className={classes.pending} />
        ) : (
          <>
            {preview.header != null && <Header header={preview.header} file={file} />}
            {preview.body != null && <Formatted>{preview.body.text}</Formatted>}
            {preview.footer != null && (
              <p className={classes.footer}>
                <Typed>{preview.footer}</Typed>
              </p>
            )}
          </>
        )}
      </div>
      {preview?.buttons.map((button, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: buttons have no other name, and do not move.
        <span key={index} className={classes.button}>
          <ButtonIcon kind={button.kind} />
          <Typed>{button.text ?? button.kind}</Typed>
        </span>
      ))}
    </aside>
  );
}

function Header({ file, header }: { readonly header: NonNullable<Preview['header']>; readonly file: KeptFile | null }) {
  if (header.text !== null) {
    return (
      <p className={classes.head}>
        <Typed>{header.text}</Typed>
      </p>
    );
  }
  if (file?.sendAs === 'image') {
    return <img className={classes.media} src={`/api/v1/whatsapp/media/${file.id}/thumbnail`} alt={file.name} />;
  }
  const format = header.format.toUpperCase();
  const Icon =
    format === 'VIDEO' ? IconVideo : format === 'DOCUMENT' ? IconFile : format === 'LOCATION' ? IconMapPin : IconPhoto;
  return (
    <div className={classes.media}>
      <Icon size={28} stroke={1.4} aria-hidden="true" />
      {file !== null && <Typed>{file.name}</Typed>}
    </div>
  );
}

function ButtonIcon({ kind }: { readonly kind: string }) {
  switch (kind) {
    case 'URL':
      return <IconExternalLink size={16} stroke={1.8} aria-hidden="true" />;
    case 'PHONE_NUMBER':
      return <IconPhone size={16} stroke={1.8} aria-hidden="true" />;
    case 'COPY_CODE':
      return <IconCopy size={16} stroke={1.8} aria-hidden="true" />;
    default:
      return null;
  }
}
