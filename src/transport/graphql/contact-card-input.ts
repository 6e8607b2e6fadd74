import type { JsonObject } from '../../domain/json.ts';
import { builder } from './builder.ts';
import { jsonOf } from './json-of.ts';

const KIND = 'Such as HOME, WORK.';

const ContactNameInput = builder.inputType('ContactNameInput', {
  description: 'A name; WhatsApp wants at least one part beside `formattedName`.',
  fields: (t) => ({
    formattedName: t.string({ required: true, description: 'The whole name, as it is shown.' }),
    firstName: t.string(),
    lastName: t.string(),
    middleName: t.string(),
    prefix: t.string({ description: 'Such as Dr.' }),
    suffix: t.string({ description: 'Such as Jr.' }),
  }),
});

const ContactPhoneInput = builder.inputType('ContactPhoneInput', {
  description: 'A phone number on a card.',
  fields: (t) => ({
    phone: t.string({ required: true, description: 'As it is to be shown.' }),
    type: t.string({ description: KIND }),
    waId: t.string({ description: 'Its WhatsApp id, digits: gives the card a button to write to it.' }),
  }),
});

const ContactEmailInput = builder.inputType('ContactEmailInput', {
  description: 'An e-mail address on a card.',
  fields: (t) => ({ email: t.string({ required: true }), type: t.string({ description: KIND }) }),
});

const ContactUrlInput = builder.inputType('ContactUrlInput', {
  description: 'A web address on a card.',
  fields: (t) => ({ url: t.string({ required: true }), type: t.string({ description: KIND }) }),
});

const ContactAddressInput = builder.inputType('ContactAddressInput', {
  description: 'A postal address on a card.',
  fields: (t) => ({
    street: t.string(),
    city: t.string(),
    state: t.string(),
    zip: t.string(),
    country: t.string({ description: 'Its name.' }),
    countryCode: t.string({ description: 'Two letters, such as iq.' }),
    type: t.string({ description: KIND }),
  }),
});

const ContactOrgInput = builder.inputType('ContactOrgInput', {
  description: 'Where somebody works.',
  fields: (t) => ({ company: t.string(), department: t.string(), title: t.string() }),
});

export const ContactCardInput = builder.inputType('ContactCardInput', {
  description: 'A contact card.',
  fields: (t) => ({
    name: t.field({ type: ContactNameInput, required: true }),
    phones: t.field({ type: [ContactPhoneInput] }),
    emails: t.field({ type: [ContactEmailInput] }),
    urls: t.field({ type: [ContactUrlInput] }),
    addresses: t.field({ type: [ContactAddressInput] }),
    org: t.field({ type: ContactOrgInput }),
    birthday: t.string({ description: 'YYYY-MM-DD' }),
  }),
});

/** A card in Meta's shape. */
export function contactCard(card: typeof ContactCardInput.$inferInput): JsonObject {
  const { name, phones, emails, urls, addresses, org, birthday } = card;
  return jsonOf({
    name: jsonOf({
      formatted_name: name.formattedName,
      first_name: name.firstName,
      last_name: name.lastName,
      middle_name: name.middleName,
      prefix: name.prefix,
      suffix: name.suffix,
    }),
    phones: phones?.map(({ phone, type, waId }) => jsonOf({ phone, type, wa_id: waId })),
    emails: emails?.map(({ email, type }) => jsonOf({ email, type })),
    urls: urls?.map(({ url, type }) => jsonOf({ url, type })),
    addresses: addresses?.map(({ countryCode, ...address }) => jsonOf({ ...address, country_code: countryCode })),
    org: org ? jsonOf({ ...org }) : undefined,
    birthday,
  });
}

/** `contacts[0].name.formatted_name` → `contacts[0].name.formattedName`. */
export function contactField(field: string): string {
  return field.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
