import { describe, expect, it } from 'vitest';
import {
  formOf,
  missingIn,
  parametersOf,
  type Template,
} from '../../client/dashboard/screens/inbox/composer/template/template-fields.ts';
import { templatesFor } from '../../client/dashboard/screens/inbox/composer/template/template-list.ts';

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

it('asks for every part of a template, in the order in which it is read', () => {
  expect(formOf(PARCEL)).toEqual({
    complete: true,
    fields: [
      { kind: 'text', place: 'header.1', part: 'header', name: '1', example: 'DJ-1' },
      { kind: 'text', place: 'body.1', part: 'body', name: '1', example: 'Noor' },
      { kind: 'text', place: 'body.2', part: 'body', name: '2', example: '6 pm' },
      { kind: 'button', place: 'button.1', takes: 'url', label: 'Track', example: 'DJ-1' },
      { kind: 'button', place: 'button.2', takes: 'code', label: 'Copy', example: 'SPRING' },
    ],
  });
});

it('puts what was filled in where the gateway looks for it', () => {
  const values = { 'header.1': 'DJ-7', 'body.1': 'Noor', 'body.2': 'noon', 'button.1': 'DJ-7', 'button.2': 'EID' };
  expect(parametersOf(PARCEL, { values, file: null })).toEqual({
    header: { text: 'DJ-7' },
    body: ['Noor', 'noon'],
    buttons: [null, { url: 'DJ-7' }, { code: 'EID' }],
  });
  expect(missingIn(PARCEL, { values, file: null })).toEqual([]);
  expect(missingIn(PARCEL, { values: { ...values, 'body.2': ' ' }, file: null })).toEqual(['body.2']);
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
  expect(formOf(named).fields).toMatchObject([{ name: 'customer_name', example: 'Ahmed' }, { name: 'order' }]);
  expect(parametersOf(named, { values: { 'body.customer_name': 'Sara' }, file: null })).toEqual({
    namedBody: [
      { name: 'customer_name', value: 'Sara' },
      { name: 'order', value: '' },
    ],
  });
});

it('asks for the code of an authentication template once, and says it twice', () => {
  const code = template(
    [
      { type: 'BODY', text: '*{{1}}* is your code.' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code', url: 'https://x.example/otp{{1}}' }] },
    ],
    { category: 'AUTHENTICATION' },
  );
  expect(formOf(code).fields.map(({ place }) => place)).toEqual(['body.1']);
  expect(parametersOf(code, { values: { 'body.1': '4711' }, file: null })).toEqual({
    body: ['4711'],
    buttons: [{ url: '4711' }],
  });
});

describe('the head of a template', () => {
  const file = { id: 'med_1', name: 'plan.pdf', size: 1, sendAs: 'document' } as const;

  it('takes a file of its kind', () => {
    const headed = template([{ type: 'HEADER', format: 'DOCUMENT' }]);
    expect(missingIn(headed, { values: {}, file: null })).toEqual(['header']);
    expect(missingIn(headed, { values: {}, file: { ...file, sendAs: 'image' } })).toEqual(['header']);
    expect(parametersOf(headed, { values: {}, file })).toEqual({
      header: { document: { id: 'med_1', filename: 'plan.pdf' } },
    });
  });

  it('takes a place on earth', () => {
    const headed = template([{ type: 'HEADER', format: 'LOCATION' }]);
    const values = { 'header.latitude': '33.3', 'header.longitude': '44.4', 'header.name': 'Dijla' };
    expect(missingIn(headed, { values: { ...values, 'header.latitude': '91' }, file: null })).toEqual([
      'header.latitude',
    ]);
    expect(parametersOf(headed, { values, file: null })).toEqual({
      header: { location: { latitude: 33.3, longitude: 44.4, name: 'Dijla', address: null } },
    });
  });
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
