import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/application/content.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { interactive } from './contents.ts';

const BODY = { text: 'Look' };
const LINK = 'https://example.com/a.jpg';

function refusalOf(value: JsonObject): { field: string | undefined; message: string } | null {
  try {
    checkContent(interactive(value));
    return null;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    expect(error.code).toBe('INVALID_INPUT');
    return { field: error.details.field, message: error.message };
  }
}

const make = (type: string, action: JsonObject, over: JsonObject = {}) => ({ type, body: BODY, action, ...over });
const named = (name: string, parameters?: JsonObject): JsonObject =>
  parameters === undefined ? { name } : { name, parameters };
const flow = (over: JsonObject) =>
  make('flow', named('flow', { flow_message_version: '3', flow_cta: 'Book', flow_id: '1', ...over }));
const items = (count: number): Json =>
  Array.from({ length: count }, (_, index) => ({ product_retailer_id: `sku-${index}` }));
const shelf = (sections: Json, over: JsonObject = { header: { type: 'text', text: 'Shelf' } }) =>
  make('product_list', { catalog_id: '1', sections }, over);
const product = { catalog_id: '1', product_retailer_id: 'sku' };
const link = named('cta_url', { display_text: 'Open', url: LINK });
const card = (index: number, over: JsonObject = {}): JsonObject => ({
  ...{ card_index: index, type: 'cta_url', header: { type: 'image', image: { link: LINK } } },
  ...{ body: { text: 'One' }, action: link },
  ...over,
});
const carousel = (cards: Json, over: JsonObject = {}) => make('carousel', { cards }, over);
const quick = (id: string): JsonObject => ({ buttons: [{ type: 'quick_reply', quick_reply: { id, title: 'Yes' } }] });
const wares = (index: number, catalog: string): JsonObject => ({
  ...{ card_index: index, type: 'product' },
  ...{ action: { catalog_id: catalog, product_retailer_id: 'sku' } },
});

describe('a message of a rarer kind', () => {
  it.each<[string, JsonObject]>([
    ['a flow by id', flow({})],
    ['a flow by name', flow({ flow_id: null, flow_name: 'booking', mode: 'draft', flow_token: 't' })],
    ['a flow that starts at a screen', flow({ flow_action_payload: { screen: 'A', data: { day: 1 } } })],
    ['a product without words', { type: 'product', action: product }],
    ['products', shelf([{ title: 'One', product_items: items(30) }])],
    ['a catalogue', make('catalog_message', named('catalog_message'))],
    [
      'a catalogue with a picture',
      make('catalog_message', named('catalog_message', { thumbnail_product_retailer_id: '1' })),
    ],
    ['an address in India', make('address_message', named('address_message', { country: 'IN' }))],
    ['cards with links', carousel([card(0), card(1)])],
    ['cards with quick replies', carousel([card(0, { action: quick('a') }), card(1, { action: quick('b') })])],
    ['cards with products', carousel([wares(0, '1'), wares(1, '1')])],
    ['a call permission without words', { type: 'call_permission_request', action: named('call_permission_request') }],
    ['a call button', make('voice_call', named('voice_call', { display_text: 'Call', ttl_minutes: 43_200 }))],
    ['a request for the phone number', make('request_contact_info', named('request_contact_info'))],
  ])('passes: %s', (_name, value) => expect(refusalOf(value)).toBeNull());

  it.each<[string, JsonObject, string, string]>([
    ['a flow of another version', flow({ flow_message_version: '2' }), 'parameters.flow_message_version', '"3"'],
    ['a flow without a button', flow({ flow_cta: '' }), 'parameters.flow_cta', 'empty'],
    ['a flow without a name', flow({ flow_id: null }), 'parameters.flow_id', 'missing'],
    ['a flow with id and name', flow({ flow_name: 'x' }), 'parameters.flow_name', 'both were given'],
    ['a flow in no mode', flow({ mode: 'live' }), 'parameters.mode', '"live" was given'],
    ['a flow payload without a screen', flow({ flow_action_payload: {} }), 'flow_action_payload.screen', 'missing'],
    [
      'an empty flow payload',
      flow({ flow_action_payload: { screen: 'A', data: {} } }),
      'flow_action_payload.data',
      'no empty object',
    ],
    ['a product of no catalogue', make('product', { product_retailer_id: 'a' }), 'action.catalog_id', 'missing'],
    [
      'a header over a product',
      make('product', product, { header: { type: 'text', text: 'x' } }),
      'header',
      'no header',
    ],
    ['products without a header', shelf([{ product_items: items(1) }], {}), 'header', 'missing'],
    [
      '31 products',
      shelf([
        { title: 'A', product_items: items(16) },
        { title: 'B', product_items: items(15) },
      ]),
      'sections',
      'this has 31',
    ],
    [
      'an untitled section',
      shelf([{ product_items: items(1) }, { product_items: items(1) }]),
      'sections[0].title',
      'title',
    ],
    ['an address elsewhere', make('address_message', named('address_message', { country: 'IQ' })), 'country', '"IQ"'],
    ['one card', carousel([card(0)]), 'action.cards', 'this has 1'],
    ['eleven cards', carousel(Array.from({ length: 11 }, (_, index) => card(index))), 'action.cards', 'this has 11'],
    ['a card out of order', carousel([card(1), card(0)]), 'cards[0].card_index', 'this one is 0'],
    [
      'a video among pictures',
      carousel([card(0), card(1, { header: { type: 'video', video: { link: LINK } } })]),
      'cards[1]',
      'of one kind',
    ],
    ['products of two catalogues', carousel([wares(0, '1'), wares(1, '2')]), 'cards[1]', 'of one kind'],
    ['a long card', carousel([card(0, { body: { text: 'x'.repeat(161) } }), card(1)]), 'cards[0].body.text', 'has 161'],
    [
      'a card of four lines',
      carousel([card(0, { body: { text: 'a\nb\nc\nd' } }), card(1)]),
      'cards[0].body.text',
      'has 3',
    ],
    [
      'a header over cards',
      carousel([card(0), card(1)], { header: { type: 'text', text: 'x' } }),
      'header',
      'no header',
    ],
    ['a call for ever', make('voice_call', named('voice_call', { ttl_minutes: 43_201 })), 'ttl_minutes', '43201'],
    [
      'a long call payload',
      make('voice_call', named('voice_call', { payload: 'x'.repeat(513) })),
      'payload',
      'has 513',
    ],
    ['a catalogue by another name', make('catalog_message', named('catalog')), 'action.name', '"catalog_message"'],
  ])('is refused: %s', (_name, value, field, words) => {
    const refusal = refusalOf(value);
    expect(refusal?.field).toMatch(/^interactive\./);
    expect(refusal?.field?.endsWith(field)).toBe(true);
    expect(refusal?.message).toContain(words);
  });
});
