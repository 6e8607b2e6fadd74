import type { Json, JsonObject } from '../../domain/json.ts';
import { isJsonObject } from '../../domain/json.ts';
import { builder } from './builder.ts';
import { IN_MEMORY } from './connections.ts';

/** A contact card, as far as it is typed. Each word is null when the card has none. */
interface ContactCard {
  readonly name: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phones: readonly ContactPhone[];
  readonly origin: string | null;
  readonly vcard: string | null;
}

interface ContactPhone {
  readonly phone: string | null;
  readonly type: string | null;
  readonly waId: string | null;
}

const ContactPhoneType = builder.objectRef<ContactPhone>('ContactCardPhone').implement({
  description: 'A phone number on a contact card.',
  fields: (t) => ({
    phone: t.exposeString('phone', { nullable: true, description: 'As it is written on the card.' }),
    type: t.exposeString('type', { nullable: true, description: 'Such as CELL, HOME, WORK.' }),
    waId: t.exposeString('waId', { nullable: true, description: 'Digits without `+`, when it is on WhatsApp.' }),
  }),
});

export const ContactCardType = builder.objectRef<ContactCard>('ContactCard').implement({
  description: "A contact card. What is not here stands in `contacts`, in Meta's shape.",
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'The full name.' }),
    firstName: t.exposeString('firstName', { nullable: true, description: 'The first name.' }),
    lastName: t.exposeString('lastName', { nullable: true, description: 'The last name.' }),
    phones: t.field({
      type: [ContactPhoneType],
      complexity: IN_MEMORY,
      description: 'Its numbers.',
      resolve: ({ phones }) => [...phones],
    }),
    origin: t.exposeString('origin', {
      nullable: true,
      description: '`contact_request`: the answer to our asking for the number; `other`; null when Meta does not tell.',
    }),
    vcard: t.exposeString('vcard', { nullable: true, description: 'The card as vCard text, when Meta gives it.' }),
  }),
});

/** Cards in Meta's shape, which people fill in and nobody checks. */
export function cardsOf(contacts: readonly JsonObject[]): ContactCard[] {
  return contacts.map((card) => {
    const name = isJsonObject(card['name']) ? card['name'] : {};
    const phones: readonly Json[] = Array.isArray(card['phones']) ? card['phones'] : [];
    return {
      name: word(name['formatted_name']),
      firstName: word(name['first_name']),
      lastName: word(name['last_name']),
      phones: phones
        .filter(isJsonObject)
        .map((phone) => ({ phone: word(phone['phone']), type: word(phone['type']), waId: word(phone['wa_id']) })),
      origin: word(card['origin']),
      vcard: word(card['vcard']),
    };
  });
}

function word(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
