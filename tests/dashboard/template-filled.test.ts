import { describe, expect, it } from 'vitest';
import { componentsOf, isKnown } from '../../client/dashboard/screens/inbox/composer/template/template-components.ts';
import {
  exampleValues,
  fieldsOf,
  missingIn,
  type Template,
} from '../../client/dashboard/screens/inbox/composer/template/template-fields.ts';
import { templatesFor } from '../../client/dashboard/screens/inbox/composer/template/template-list.ts';
import { misfitOf } from '../../src/application/template-check.ts';

function template(components: unknown[], change: Partial<Template> = {}): Template {
  return {
    id: '1',
    wabaId: 'waba',
    name: 'delivery_update',
    language: 'en_US',
    status: 'APPROVED',
    statusDetails: null,
    rejectedReason: null,
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    components,
    ...change,
  };
}
const PARCEL = template([
  { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['DJ-1'] } },
  { type: 'BODY', text: 'Hi {{1}}, by {{2}}.', example: { body_text: [['Noor', '6 pm']] } },
  {
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Thanks' },
      { type: 'URL', text: 'Track', url: 'https://x.example/{{1}}', example: ['DJ-1'] },
      { type: 'COPY_CODE', text: 'Copy', example: 'SPRING' },
    ],
  },
]);

const NOTHING = { values: {}, files: {} };
/** What is sent, judged by the gateway's own rules. */
function filled(of: Template, draft: Parameters<typeof componentsOf>[1]) {
  const components = componentsOf(of, draft, 0);
  const misfit = misfitOf(
    { ...of, components: JSON.parse(JSON.stringify(of.components)) } as Parameters<typeof misfitOf>[0],
    JSON.parse(JSON.stringify(components)),
  );
  expect(misfit).toBeNull();
  return components;
}

it('asks for every part of a template, in the order in which it is read', () => {
  expect(fieldsOf(PARCEL)).toEqual([
    { kind: 'text', card: null, place: 'header.1', part: 'header', name: '1', example: 'DJ-1' },
    { kind: 'text', card: null, place: 'body.1', part: 'body', name: '1', example: 'Noor' },
    { kind: 'text', card: null, place: 'body.2', part: 'body', name: '2', example: '6 pm' },
    { kind: 'button', card: null, place: 'button.1', takes: 'url', label: 'Track', example: 'DJ-1' },
    { kind: 'button', card: null, place: 'button.2', takes: 'code', label: 'Copy', example: 'SPRING' },
  ]);
});

it('puts what was filled in where Meta looks for it', () => {
  const values = { 'header.1': 'DJ-7', 'body.1': 'Noor', 'body.2': 'noon', 'button.1': 'DJ-7', 'button.2': 'EID' };
  expect(filled(PARCEL, { values, files: {} })).toEqual([
    { type: 'header', parameters: [{ type: 'text', text: 'DJ-7' }] },
    { type: 'body', parameters: ['Noor', 'noon'].map((text) => ({ type: 'text', text })) },
    { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'DJ-7' }] },
    { type: 'button', sub_type: 'copy_code', index: '2', parameters: [{ type: 'coupon_code', coupon_code: 'EID' }] },
  ]);
  expect(missingIn(PARCEL, { values, files: {} })).toEqual([]);
  expect(missingIn(PARCEL, { values: { ...values, 'body.2': ' ' }, files: {} })).toEqual(['body.2']);
});

it('names the values of named placeholders', () => {
  const named = template(
    [
      {
        type: 'BODY',
        text: 'Hello {{customer_name}}, order {{order}}.',
        example: { body_text_named_params: [{ param_name: 'customer_name', example: 'Ahmed' }] },
      },
    ],
    { parameterFormat: 'NAMED' },
  );
  expect(fieldsOf(named)).toMatchObject([{ name: 'customer_name', example: 'Ahmed' }, { name: 'order' }]);
  expect(filled(named, { values: { 'body.customer_name': 'Sara', 'body.order': '7' }, files: {} })).toEqual([
    {
      type: 'body',
      parameters: [
        { type: 'text', parameter_name: 'customer_name', text: 'Sara' },
        { type: 'text', parameter_name: 'order', text: '7' },
      ],
    },
  ]);
});

it('asks for the code of an authentication template once, and says it twice', () => {
  const code = template(
    [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code', url: 'https://x.example/otp{{1}}' }] },
    ],
    { category: 'AUTHENTICATION' },
  );
  expect(fieldsOf(code).map(({ place }) => place)).toEqual(['body.1']);
  expect(filled(code, { values: { 'body.1': '4711' }, files: {} })).toMatchObject([
    { type: 'body', parameters: [{ text: '4711' }] },
    { type: 'button', parameters: [{ text: '4711' }] },
  ]);
});

describe('the head of a template', () => {
  const file = { id: 'med_1', name: 'plan.pdf', size: 1, sendAs: 'document' } as const;

  it('takes a file of its kind', () => {
    const headed = template([{ type: 'HEADER', format: 'DOCUMENT' }]);
    expect(missingIn(headed, NOTHING)).toEqual(['header']);
    expect(missingIn(headed, { values: {}, files: { header: { ...file, sendAs: 'image' } } })).toEqual(['header']);
    expect(filled(headed, { values: {}, files: { header: file } })).toEqual([
      { type: 'header', parameters: [{ type: 'document', document: { id: 'med_1', filename: 'plan.pdf' } }] },
    ]);
  });

  it('takes a place on earth', () => {
    const headed = template([{ type: 'HEADER', format: 'LOCATION' }]);
    const values = { 'header.latitude': '33.3', 'header.longitude': '44.4', 'header.name': 'Dijla' };
    expect(missingIn(headed, { values: { ...values, 'header.latitude': '91' }, files: {} })).toEqual([
      'header.latitude',
    ]);
    expect(filled(headed, { values, files: {} })).toEqual([
      {
        type: 'header',
        parameters: [{ type: 'location', location: { latitude: 33.3, longitude: 44.4, name: 'Dijla' } }],
      },
    ]);
  });
});

it('fills the cards of a carousel, each by itself', () => {
  const picture = { id: 'med_1', name: 'a.png', size: 1, sendAs: 'image' } as const;
  const card = {
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'From {{1}}' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'See', url: 'https://x.example/{{1}}' }] },
    ],
  };
  const carousel = template([
    { type: 'BODY', text: 'New, {{1}}:' },
    { type: 'CAROUSEL', cards: [card, card] },
  ]);
  const places = [0, 1].flatMap((at) => ['header', 'body.1', 'button.0'].map((place) => `card.${at}.${place}`));
  expect(missingIn(carousel, NOTHING)).toEqual(['body.1', ...places]);
  const values = {
    'body.1': 'Sara',
    'card.0.body.1': '10',
    'card.1.body.1': '20',
    'card.0.button.0': 'a',
    'card.1.button.0': 'b',
  };
  const sent = filled(carousel, { values, files: { 'card.0.header': picture, 'card.1.header': picture } });
  expect(sent[1]).toMatchObject({
    type: 'carousel',
    cards: [
      { card_index: 0, components: [{ type: 'header' }, { parameters: [{ text: '10' }] }, { index: '0' }] },
      { card_index: 1, components: [{ type: 'header' }, { parameters: [{ text: '20' }] }, { index: '0' }] },
    ],
  });
});

it('ends an offer so many hours after it is sent', () => {
  const offer = template([
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Today only', has_expiration: true } },
    { type: 'BODY', text: 'Come.' },
  ]);
  expect(missingIn(offer, { values: { offer: '0' }, files: {} })).toEqual(['offer']);
  expect(filled(offer, { values: { offer: '2' }, files: {} })).toEqual([
    {
      type: 'limited_time_offer',
      parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 7_200_000 } }],
    },
  ]);
});

it('gives each kind of button what it takes, and leaves out what may be left out', () => {
  const list = template([
    { type: 'HEADER', format: 'PRODUCT' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'FLOW', text: 'Book' },
        { type: 'CATALOG', text: 'All' },
        { type: 'MPM', text: 'See' },
      ],
    },
  ]);
  expect(isKnown(list)).toBe(true);
  expect(missingIn(list, NOTHING)).toEqual(['header.id', 'header.catalog', 'button.2.title', 'button.2']);
  const needed = {
    ...{ 'header.id': 'tea', 'header.catalog': '77', 'button.2.title': 'Tea', 'button.2': 'tea, cups،pots,' },
  };
  expect(missingIn(list, { values: needed, files: {} })).toEqual([]);
  const product = { product_retailer_id: 'tea', catalog_id: '77' };
  const items = ['tea', 'cups', 'pots'].map((id) => ({ product_retailer_id: id }));
  const products = {
    type: 'button',
    sub_type: 'mpm',
    index: '2',
    parameters: [
      {
        type: 'action',
        action: { thumbnail_product_retailer_id: 'tea', sections: [{ title: 'Tea', product_items: items }] },
      },
    ],
  };
  const header = { type: 'header', parameters: [{ type: 'product', product }] };
  expect(filled(list, { values: needed, files: {} })).toEqual([header, products]);
  const all = { ...needed, 'button.0': 'token', 'button.1': 'cups' };
  expect(filled(list, { values: all, files: {} })).toEqual([
    header,
    { type: 'button', sub_type: 'flow', index: '0', parameters: [{ type: 'action', action: { flow_token: 'token' } }] },
    {
      ...{ type: 'button', sub_type: 'catalog', index: '1' },
      parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'cups' } }],
    },
    products,
  ]);
});

it('knows Meta’s examples, of an address only its end', () => {
  const tracked = template([
    { type: 'BODY', text: 'Hi {{1}}', example: { body_text: [['Noor']] } },
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration: true } },
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: 'Track', url: 'https://x.example/t/{{1}}', example: ['https://x.example/t/a/b'] }],
    },
  ]);
  expect(exampleValues(tracked)).toEqual({ 'body.1': 'Noor', offer: '24', 'button.0': 'a/b' });
});

it('takes components that are nothing like Meta’s without breaking', () => {
  for (const odd of [null, 7, 'x', {}, { type: 'BODY', text: 4, example: 'x' }, { type: 'BUTTONS', buttons: [null] }]) {
    expect(fieldsOf(template([odd]))).toEqual([]);
  }
});

it('tells a template that it cannot fill', () => {
  expect(isKnown(PARCEL)).toBe(true);
  expect(isKnown(template([{ type: 'HEADER', format: 'GIF' }]))).toBe(false);
  expect(isKnown(template([{ type: 'BODY', text: 'x' }, { type: 'HOLOGRAM' }]))).toBe(false);
});

it('finds templates by name and words, in any spelling of Arabic, and hides what cannot be sent', () => {
  const arabic = template([{ type: 'BODY', text: 'أهلاً بك في عيادة دجلة' }], { name: 'welcome', language: 'ar' });
  const paused = template([], { name: 'survey', status: 'PAUSED' });
  const other = template([], { name: 'foreign', wabaId: 'another' });
  const all = [PARCEL, arabic, paused, other];
  const names = (search: string, unusable = false) =>
    templatesFor(all, { search, language: '', unusable }, 'waba').map(({ name }) => name);
  expect(names('اهلا')).toEqual(['welcome']);
  expect(names('عياده')).toEqual(['welcome']);
  expect(names('delivery up')).toEqual(['delivery_update']);
  expect(names('')).toEqual(['delivery_update', 'welcome']);
  expect(names('', true)).toEqual(['delivery_update', 'welcome', 'survey']);
});
