import { IconMapPin, IconShoppingCart, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../../i18n/text.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { safeAddress } from '../../../parts/whatsapp-format.ts';
import { phoneOf } from '../contact-name.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';
import classes from './cards.module.css';

type Content<Name extends string> = Extract<NonNullable<ThreadMessage['content']>, { __typename: Name }>;

/** A place: its name, its coordinates, and a link to look it up with. No map is loaded from anywhere. */
export function Place({ content }: { readonly content: Content<'LocationContent'> }) {
  const { t } = useTranslation();
  const { address, latitude, longitude, name, url } = content;
  const at = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const page = safeAddress(url);
  return (
    <div className={classes.card}>
      <span className={classes.icon}>
        <IconMapPin size={22} stroke={1.7} />
      </span>
      <div className={classes.words}>
        {name !== null && (
          <strong>
            <Typed>{name}</Typed>
          </strong>
        )}
        {address !== null && <Typed>{address}</Typed>}
        <Ltr>{at}</Ltr>
        <span className={classes.links}>
          <a
            href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('inbox:place.map')}
          </a>
          {page !== null && (
            <a href={page} target="_blank" rel="noopener noreferrer">
              {t('inbox:place.page')}
            </a>
          )}
        </span>
      </div>
    </div>
  );
}

export function People({ content }: { readonly content: Content<'ContactsContent'> }) {
  const { t } = useTranslation();
  return (
    <div className={classes.stack}>
      {content.cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards of a message have no other name.
        <div key={index} className={classes.card}>
          <span className={classes.icon}>
            <IconUser size={22} stroke={1.7} />
          </span>
          <div className={classes.words}>
            <strong>
              <Typed>{card.name ?? [card.firstName, card.lastName].filter(Boolean).join(' ')}</Typed>
            </strong>
            {card.phones.map(({ phone, waId }, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a card may say a number twice.
              <Ltr key={line}>{phone ?? (waId === null ? '' : phoneOf(`+${waId}`))}</Ltr>
            ))}
            {card.phones.length === 0 && <small>{t('inbox:people.noPhone')}</small>}
          </div>
        </div>
      ))}
    </div>
  );
}

export function Order({ content }: { readonly content: Content<'OrderContent'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { items, text } = content;
  const price = (value: number | null, currency: string | null) => {
    if (value === null) return null;
    // A currency comes from outside: only what looks like one is formatted as one.
    const known = currency !== null && /^[A-Z]{3}$/.test(currency);
    return formats.number(value, known ? { style: 'currency', currency, currencyDisplay: 'code' } : {});
  };
  return (
    <div className={classes.stack}>
      <strong className={classes.heading}>
        <IconShoppingCart size={18} stroke={1.7} />
        {t('inbox:order.title', { count: items.length })}
      </strong>
      <ul className={classes.items}>
        {items.map(({ currency, itemPrice, productRetailerId, quantity }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cart may hold a product twice.
          <li key={index}>
            <span>{formats.number(quantity ?? 1)}×</span>
            <Ltr code>{productRetailerId ?? '—'}</Ltr>
            <span>{price(itemPrice, currency)}</span>
          </li>
        ))}
      </ul>
      {text !== null && <Typed block>{text}</Typed>}
    </div>
  );
}
