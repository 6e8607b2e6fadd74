import { IconCopy, IconExternalLink, IconFile, IconMapPin, IconPhone, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../../../i18n/text.tsx';
import { useFormats } from '../../../../i18n/use-formats.ts';
import { Formatted } from '../../../../parts/formatted.tsx';
import { directionOfTexts } from '../../text-direction.ts';
import type { KeptFile, TemplateDraft } from '../drafts/draft.ts';
import classes from './template.module.css';
import type { Preview, PreviewPart } from './use-preview.ts';

type Files = TemplateDraft['files'];

/** A message as it will stand in the person's chat, and the cards below it. */
export function TemplatePreview({ files, preview }: { readonly preview: Preview | null; readonly files: Files }) {
  const { t } = useTranslation();
  return (
    <aside className={classes.preview} aria-label={t('composer:template.preview')}>
      {preview === null ? (
        <div className={classes.bubble}>
          <span className={classes.pending} />
        </div>
      ) : (
        <>
          <Part part={preview} file={files['header']} />
          {preview.cards.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too.
            <section className={classes.cards} tabIndex={0} aria-label={t('composer:template.cards')}>
              {preview.cards.map((card, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cards have no other name, and do not move.
                <div key={index} className={classes.cardPreview}>
                  <Part part={card} file={files[`card.${index}.header`]} />
                </div>
              ))}
            </section>
          )}
        </>
      )}
    </aside>
  );
}

function Part({ file, part }: { readonly part: PreviewPart; readonly file: KeptFile | undefined }) {
  const formats = useFormats();
  const { body, buttons, footer, header, offer } = part;
  return (
    <>
      <div className={classes.bubble} dir={directionOfTexts([body?.text, header?.text, footer])}>
        {header !== null && <Header header={header} file={file} />}
        {offer !== null && (
          <p className={classes.head}>
            <Typed>{offer.text}</Typed> {offer.expiresAt !== null && <small>{formats.dateTime(offer.expiresAt)}</small>}
          </p>
        )}
        {body !== null && <Formatted>{body.text}</Formatted>}
        {footer !== null && (
          <p className={classes.footer} dir="auto">
            {footer}
          </p>
        )}
      </div>
      {buttons.map((button, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: buttons have no other name, and do not move.
        <span key={index} className={classes.button}>
          <ButtonIcon kind={button.kind} />
          <Typed>{button.text ?? button.kind}</Typed>
        </span>
      ))}
    </>
  );
}

function Header({
  file,
  header,
}: {
  readonly header: NonNullable<PreviewPart['header']>;
  readonly file: KeptFile | undefined;
}) {
  if (header.text !== null) {
    return (
      <p className={classes.head} dir="auto">
        {header.text}
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
      {file !== undefined && <Typed>{file.name}</Typed>}
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
