import {
  IconArrowBackUp,
  IconCopy,
  IconExternalLink,
  IconFile,
  IconForms,
  IconGift,
  IconMapPin,
  IconPhone,
  IconPhoto,
  IconShoppingBag,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../../../i18n/text.tsx';
import { useFormats } from '../../../../i18n/use-formats.ts';
import { Formatted } from '../../../../parts/formatted.tsx';
import { directionOfTexts } from '../../text-direction.ts';
import { type KeptFile, membersOf, type TemplateDraft } from '../drafts/draft.ts';
import classes from './template.module.css';
import type { Preview, PreviewPart } from './use-preview.ts';

type Files = TemplateDraft['files'];

/** A message as it will stand in the person's chat, and the cards below it. */
export function TemplatePreview({
  failed,
  files,
  preview,
}: {
  readonly preview: Preview | null;
  /** It could not be fetched: the last one stands, when there was one. */
  readonly failed: boolean;
  readonly files: Files;
}) {
  const { t } = useTranslation();
  return (
    <aside className={classes.preview} aria-label={t('composer:template.preview')}>
      {preview === null ? (
        <div className={classes.bubble}>
          {failed ? <p role="alert">{t('composer:template.unshown')}</p> : <span className={classes.pending} />}
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
  const { t } = useTranslation();
  const formats = useFormats();
  const { body, buttons, footer, header, offer } = part;
  const codes = buttons.flatMap(({ kind, value }) => (kind === 'COPY_CODE' && value !== null ? [value] : []));
  return (
    <>
      <div className={classes.bubble} dir={directionOfTexts([body?.text, header?.text, footer])}>
        {header !== null && <Header header={header} file={file} />}
        {offer !== null && (
          <div className={classes.offer}>
            <IconGift size={20} stroke={1.7} aria-hidden="true" />
            <strong>
              <Typed>{offer.text}</Typed>
            </strong>
            {offer.expiresAt !== null && (
              <small>{t('composer:template.ends', { time: formats.dateTime(offer.expiresAt) })}</small>
            )}
            {codes.map((code) => (
              <small key={code}>
                <Ltr code>{code}</Ltr>
              </small>
            ))}
          </div>
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
          <ButtonText button={button} />
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
  const Icon = ICONS[format] ?? IconPhoto;
  const { address, name } = membersOf(header.value);
  return (
    <div className={classes.media}>
      <Icon size={28} stroke={1.4} aria-hidden="true" />
      {file !== undefined && <Typed>{file.name}</Typed>}
      {format === 'LOCATION' && typeof name === 'string' && (
        <strong>
          <Typed>{name}</Typed>
        </strong>
      )}
      {format === 'LOCATION' && typeof address === 'string' && <Typed>{address}</Typed>}
    </div>
  );
}

const ICONS: Readonly<Record<string, typeof IconPhoto>> = {
  ...{ VIDEO: IconVideo, DOCUMENT: IconFile, LOCATION: IconMapPin, PRODUCT: IconShoppingBag },
};

/** WhatsApp writes its own words on a button that copies a code. */
function ButtonText({ button: { kind, text } }: { readonly button: PreviewPart['buttons'][number] }) {
  const { t } = useTranslation();
  if (kind === 'COPY_CODE') return t('composer:template.copyCode');
  return <Typed>{text ?? kind}</Typed>;
}

const BUTTON_ICONS: Readonly<Record<string, typeof IconPhoto>> = {
  ...{ URL: IconExternalLink, PHONE_NUMBER: IconPhone, VOICE_CALL: IconPhone, COPY_CODE: IconCopy, OTP: IconCopy },
  ...{ QUICK_REPLY: IconArrowBackUp, FLOW: IconForms, CATALOG: IconShoppingBag, MPM: IconShoppingBag },
  SPM: IconShoppingBag,
};

function ButtonIcon({ kind }: { readonly kind: string }) {
  const Icon = BUTTON_ICONS[kind];
  if (Icon === undefined) return null;
  return <Icon size={16} stroke={1.8} aria-hidden="true" data-mirror={kind === 'QUICK_REPLY' || undefined} />;
}
