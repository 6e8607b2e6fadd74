import {
  IconArrowBackUp,
  IconCopy,
  IconExternalLink,
  IconFile,
  IconForms,
  IconList,
  IconMapPin,
  IconPhone,
  IconPhoto,
  IconShoppingBag,
  IconVideo,
} from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Formatted } from '../../../parts/formatted.tsx';
import { safeAddress } from '../../../parts/whatsapp-format.ts';
import { directionOfTexts } from '../text-direction.ts';
import type { Sheet, SheetButton, SheetHeader } from './sheet.ts';
import classes from './sheet-view.module.css';

const HEADERS = { image: IconPhoto, video: IconVideo, document: IconFile, location: IconMapPin } as const;
const BUTTONS = {
  reply: IconArrowBackUp,
  url: IconExternalLink,
  phone: IconPhone,
  call: IconPhone,
  copy: IconCopy,
  flow: IconForms,
  list: IconList,
  catalog: IconShoppingBag,
  location: IconMapPin,
} as const;

/** A template or an interactive message as the person sees it. Its buttons are theirs: here they are shown, not pressed. */
export function SheetView({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={classes.sheet} dir={directionOf(sheet)}>
      {sheet.offer !== null && (
        <p className={classes.offer}>
          <Typed>{sheet.offer.text}</Typed>
          {sheet.offer.expiresAt !== null && (
            <small>{t('inbox:sheet.until', { time: formats.dateTime(sheet.offer.expiresAt) })}</small>
          )}
        </p>
      )}
      {sheet.header !== null && <Head header={sheet.header} />}
      {sheet.body !== null && <Formatted>{sheet.body}</Formatted>}
      {sheet.footer !== null && (
        <div className={classes.footer}>
          <Typed block>{sheet.footer}</Typed>
        </div>
      )}
      {sheet.sections.length > 0 && <Sections sheet={sheet} />}
      {sheet.buttons.length > 0 && (
        <ul className={classes.buttons} aria-label={t('inbox:sheet.buttons')}>
          {sheet.buttons.map((button, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two buttons may say the same; they never change places.
            <li key={index}>
              <ButtonShown button={button} />
            </li>
          ))}
        </ul>
      )}
      {sheet.cards.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too.
        <section className={classes.cards} tabIndex={0} aria-label={t('inbox:sheet.cards')}>
          {sheet.cards.map((card, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cards are known by their place.
            <div key={index} className={classes.card}>
              <SheetView sheet={card} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

/** Of the whole message: its body's, else that of whatever says something. */
function directionOf({ body, buttons, footer, header }: Sheet): 'ltr' | 'rtl' | undefined {
  const title = header?.kind === 'text' ? header.text : null;
  return directionOfTexts([body, title, footer, ...buttons.map(({ text }) => text)]);
}

function Head({ header }: { readonly header: SheetHeader }) {
  const { t } = useTranslation();
  if (header.kind === 'text') {
    return (
      <div className={classes.title}>
        <Typed block>{header.text}</Typed>
      </div>
    );
  }
  const Icon = HEADERS[header.kind];
  const href = safeAddress(header.link);
  return (
    <div className={classes.head}>
      {header.kind === 'image' && header.mediaId !== null ? (
        <img src={`/api/v1/whatsapp/media/${header.mediaId}/thumbnail`} alt={t('inbox:kind.image')} />
      ) : (
        <>
          <Icon size={22} stroke={1.6} />
          {header.name === null ? t(`inbox:kind.${header.kind}`) : <Typed>{header.name}</Typed>}
        </>
      )}
      {href !== null && (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {t('inbox:media.link')}
        </a>
      )}
    </div>
  );
}

function ButtonShown({ button }: { readonly button: SheetButton }) {
  const { t } = useTranslation();
  const Icon = BUTTONS[button.kind];
  const href = button.kind === 'url' ? safeAddress(button.url) : null;
  const inside = (
    <>
      <Icon size={16} stroke={1.8} {...(button.kind === 'reply' ? { 'data-mirror': true } : {})} />
      {button.text === null ? t(`inbox:sheet.button.${button.kind}`) : <Typed>{button.text}</Typed>}
    </>
  );
  if (href === null) return <span className={classes.button}>{inside}</span>;
  return (
    <a className={classes.button} href={href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  );
}

function Sections({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const count = sheet.sections.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <div>
      <button
        type="button"
        className={classes.more}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconList size={16} stroke={1.8} />
        {t('inbox:sheet.choices', { count })}
      </button>
      <div id={id} hidden={!open} className={classes.sections}>
        {sheet.sections.map(({ rows, title }, section) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections are known by their place.
          <div key={section}>
            {title !== null && (
              <strong>
                <Typed>{title}</Typed>
              </strong>
            )}
            <ul>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place.
                <li key={index}>
                  <Typed>{row.title}</Typed>
                  {row.description !== null && (
                    <small>
                      <Typed>{row.description}</Typed>
                    </small>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  );
}
