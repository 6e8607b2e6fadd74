import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { BASE, contentOf, receive } from './received.ts';
import { NUMBER_ID, RECEIVED_AT } from './support.ts';

const PLAIN_MEDIA = { link: null, caption: null, filename: null, voice: false, animated: false };

test('a text arrives with sender, time, key and raw', () => {
  const message = { ...BASE, type: 'text', text: { body: 'Shlonak?' } };
  expect(receive(message)).toEqual({
    kind: 'message',
    key: `m|${NUMBER_ID}|wamid.IN1`,
    phoneNumberId: NUMBER_ID,
    at: 1_760_000_000_000,
    raw: message,
    whatsappId: 'wamid.IN1',
    from: { phone: '+9647700000001', userId: null, parentUserId: null, username: null, name: 'Zainab' },
    type: 'text',
    content: { kind: 'text', body: 'Shlonak?', previewUrl: false },
    replyTo: null,
  });
});

test('media of every kind arrive with their id and properties', () => {
  const file = { id: '2754859441498128', mime_type: 'a/b', sha256: 'c2hh', url: 'https://lookaside.fbsbx.com/x' };
  const common = { ...PLAIN_MEDIA, kind: 'media', mediaId: '2754859441498128', mimeType: 'a/b', sha256: 'c2hh' };
  expect(contentOf({ type: 'image', image: { ...file, caption: 'hi' } })).toEqual({
    ...common,
    mediaType: 'image',
    caption: 'hi',
  });
  expect(contentOf({ type: 'video', video: file })).toEqual({ ...common, mediaType: 'video' });
  expect(contentOf({ type: 'audio', audio: { ...file, voice: true } })).toEqual({
    ...common,
    mediaType: 'audio',
    voice: true,
  });
  expect(contentOf({ type: 'document', document: { ...file, filename: 'a.pdf' } })).toEqual({
    ...common,
    mediaType: 'document',
    filename: 'a.pdf',
  });
  expect(contentOf({ type: 'sticker', sticker: { ...file, animated: true } })).toEqual({
    ...common,
    mediaType: 'sticker',
    animated: true,
  });
});

test('media with errors instead of an id are kept', () => {
  const errors = [{ code: 131052, title: 'Media download error' }];
  const item = receive({ ...BASE, type: 'image', errors });
  expect(item.type).toBe('image');
  expect(item.content).toMatchObject({ kind: 'media', mediaType: 'image', mediaId: null });
  expect(item.raw).toMatchObject({ errors });
});

test('a location is understood with numbers and with strings', () => {
  const location = { latitude: 33.3152, longitude: 44.3661, name: 'Baghdad' };
  const content = { kind: 'location', latitude: 33.3152, longitude: 44.3661, name: 'Baghdad', address: null };
  expect(contentOf({ type: 'location', location })).toEqual(content);
  const strings = { latitude: '33.3152', longitude: '44.3661', name: 'Baghdad' };
  expect(contentOf({ type: 'location', location: strings })).toEqual(content);
});

test('a place that is a business has a page', () => {
  const location = { latitude: 33.3, longitude: 44.3, url: 'https://cafe.example' };
  expect(contentOf({ type: 'location', location })).toMatchObject({ url: 'https://cafe.example' });
});

test('contact cards arrive as Meta sent them', () => {
  const contacts = [{ name: { formatted_name: 'Ali' }, phones: [{ phone: '+964 770', wa_id: '964770' }] }];
  expect(contentOf({ type: 'contacts', contacts })).toEqual({ kind: 'contacts', contacts });
});

test('a reaction names its target, and a removed one has no emoji', () => {
  const target = { kind: 'reaction', whatsappId: 'wamid.OUT' };
  const reaction = (value: JsonObject) => contentOf({ type: 'reaction', reaction: value });
  expect(reaction({ message_id: 'wamid.OUT', emoji: '👍' })).toEqual({ ...target, emoji: '👍' });
  expect(reaction({ message_id: 'wamid.OUT', emoji: '' })).toEqual({ ...target, emoji: null });
  expect(reaction({ message_id: 'wamid.OUT' })).toEqual({ ...target, emoji: null });
});

test('an order brings its catalog, its words and its items', () => {
  const order = {
    catalog_id: '194836987003835',
    text: 'Love these!',
    product_items: [
      { product_retailer_id: 'di9ozbzfi4', quantity: 2, item_price: 30.5, currency: 'IQD' },
      { product_retailer_id: 7, quantity: '3', item_price: 'free' },
      'nothing',
    ],
  };
  const item = receive({ ...BASE, type: 'order', order });
  expect([item.type, item.content]).toEqual([
    'order',
    {
      kind: 'order',
      catalogId: '194836987003835',
      text: 'Love these!',
      items: [
        { productRetailerId: 'di9ozbzfi4', quantity: 2, itemPrice: 30.5, currency: 'IQD' },
        { productRetailerId: '7', quantity: 3, itemPrice: null, currency: null },
      ],
    },
  ]);
  const value = { catalog_id: '1' };
  expect(contentOf({ type: 'order', order: value })).toEqual({ kind: 'other', type: 'order', value });
});

test('a request for a welcome says nothing', () => {
  expect(receive({ ...BASE, type: 'request_welcome' })).toMatchObject({
    type: 'request_welcome',
    content: { kind: 'request_welcome' },
  });
});

test('what WhatsApp does not hand over tells its kind and why, with our explanation', () => {
  const errors = [{ code: 131051, title: 'Message type unknown', error_data: { details: 'A poll.' } }];
  const content = contentOf({ type: 'unsupported', errors, unsupported: { type: 'poll' } });
  expect(content).toEqual({
    kind: 'unsupported',
    unsupportedType: 'poll',
    errors: [
      {
        ...{ code: 131051, title: 'Message type unknown', details: 'A poll.', fbtraceId: null, retryable: false },
        meaning: expect.stringMatching(/\w+/),
        action: expect.stringMatching(/\w+/),
      },
    ],
  });
  expect(contentOf({ type: 'unsupported' })).toEqual({ kind: 'unsupported', unsupportedType: null, errors: [] });
});

test.each(['hologram', 'constructor', '__proto__', 'toString'])('a type of the future is kept: %s', (type) => {
  const item = receive({ ...BASE, type });
  expect([item.type, item.content]).toEqual(['unknown', { kind: 'other', type, value: null }]);
});

test('a known type without its essentials is kept with what there is', () => {
  expect(contentOf({ type: 'text' })).toEqual({ kind: 'other', type: 'text', value: null });
  expect(contentOf({ type: 'text', text: { body: 7 } })).toEqual({ kind: 'other', type: 'text', value: { body: 7 } });
  const errors = [{ code: 131000 }];
  expect(contentOf({ type: 'interactive', errors })).toEqual({ kind: 'other', type: 'interactive', value: { errors } });
  expect(contentOf({ text: { body: 'no type' } })).toMatchObject({ kind: 'text', body: 'no type' });
});

test('a quoted message is named, a forwarded one is not', () => {
  const text = { type: 'text', text: { body: 'x' } };
  expect(receive({ ...BASE, ...text, context: { from: '1', id: 'wamid.Q' } }).replyTo).toBe('wamid.Q');
  expect(receive({ ...BASE, ...text, context: { forwarded: true } }).replyTo).toBeNull();
});

test.each([
  ['seconds as a string', '1760000001', 1_760_000_001_000],
  ['seconds', 1_760_000_001, 1_760_000_001_000],
  ['milliseconds', '1760000001500', 1_760_000_001_500],
  ['absent', undefined, RECEIVED_AT],
  ['a word', 'now', RECEIVED_AT],
  ['before WhatsApp', '0', RECEIVED_AT],
  ['absurd', '99999999999999999', RECEIVED_AT],
])("the time of a message is Meta's where it makes sense: %s", (_name, timestamp, at) => {
  const { timestamp: _old, ...base } = BASE;
  expect(receive({ ...base, type: 'text', ...(timestamp !== undefined && { timestamp }) }).at).toBe(at);
});

test('NUL and lone surrogates survive', () => {
  const body = 'a\u0000b\ud800c';
  const item = receive({ ...BASE, type: 'text', text: { body } });
  expect(item.content).toMatchObject({ body });
  expect(JSON.stringify(item.raw)).toContain('a\\u0000b\\ud800c');
});

test('a person may be known by a user id alone', () => {
  const contacts = [
    { profile: { name: 'Other' }, wa_id: '15550001111' },
    { profile: { name: 'Noor', username: 'noor' }, user_id: 'IQ.777', parent_user_id: 'IQ.ENT.9' },
  ];
  const { from: _from, ...base } = BASE;
  expect(receive({ ...base, from_user_id: 'IQ.777', type: 'text' }, contacts).from).toEqual({
    phone: null,
    userId: 'IQ.777',
    parentUserId: 'IQ.ENT.9',
    username: 'noor',
    name: 'Noor',
  });
});

test('phone and user id complete each other, and the message wins over its card', () => {
  const card = { profile: { name: 'Noor' }, wa_id: '9647700000001', user_id: 'IQ.777' };
  expect(receive({ ...BASE, type: 'text' }, [card]).from).toMatchObject({ phone: '+9647700000001', userId: 'IQ.777' });
  expect(receive({ ...BASE, from: '+9647700000002', from_user_id: 'IQ.777' }, [card]).from).toMatchObject({
    phone: '+9647700000002',
    userId: 'IQ.777',
    name: 'Noor',
  });
});

test('a card of somebody else gives nothing away', () => {
  const stranger = { profile: { name: 'Stranger' }, wa_id: '15550001111', user_id: 'US.1' };
  expect(receive({ ...BASE, type: 'text' }, [stranger]).from).toMatchObject({ userId: null, name: null });
});
