import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/application/content.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { MessageContent } from '../../src/domain/message.ts';
import * as make from './contents.ts';

const { button, buttons, CARD, cards, interactive, list, locationRequest, media, place } = make;
const { raw, reaction, row, text, urlButton } = make;

/** The refusal of a content; null when it passes. */
function refusalOf(content: MessageContent): GatewayError | null {
  try {
    checkContent(content);
    return null;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

const named = (formatted_name: string, more: JsonObject = {}) => cards({ name: { formatted_name, ...more } });
const DEEP = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
const ROWS = (count: number) => Array.from({ length: count }, (_, index) => row(`${index}`));
const AB = [button('a', 'A'), button('b', 'B')];

describe('a content within the limits', () => {
  it.each<[string, MessageContent]>([
    ['4096 emoji, each two UTF-16 units', text('😀'.repeat(4_096))],
    ['a document with name and caption', media('document', { caption: 'c', filename: 'a.pdf' })],
    ['a sticker by id', media('sticker', { link: null, mediaId: '9' })],
    ['a place at a pole', place({ latitude: -90, longitude: 180, name: 'Pole', address: '' })],
    ['257 cards', cards(...Array.from({ length: 257 }, () => CARD))],
    [
      'a card with everything',
      cards({ ...CARD, phones: [{ phone: '1' }], org: { company: 'D' }, birthday: '2000-02-29' }),
    ],
    ['a heart without the sign for colour', reaction('❤')],
    ['a family, which is one emoji', reaction('👨‍👩‍👧‍👦')],
    ['a flag', reaction('🇮🇶')],
    ['a keycap', reaction('1️⃣')],
    ['a wave of a skin', reaction('👋🏽')],
    ['a reaction taken back', reaction('')],
    ['a reaction taken back by null', reaction(null)],
    [
      'three buttons under an image',
      buttons([...AB, button('c', 'C')], { header: { type: 'image', image: { id: '1' } } }),
    ],
    [
      'ten rows',
      list([
        { title: 'One', rows: ROWS(5) },
        { title: 'Two', rows: ROWS(10).slice(5) },
      ]),
    ],
    ['one section without a title', list([{ rows: [row('1')] }], { footer: { text: 'f' } })],
    ['a link under words', urlButton({}, { header: { type: 'text', text: 'h' } })],
    ['a request for a place', locationRequest()],
    ['a known kind that Meta judges', interactive({ type: 'order_details', action: {} })],
    ['an unknown kind that Meta judges', interactive({ type: 'hologram', action: { anything: [1] } })],
    ['a newer type', raw('pin', { type: 'pin', message_id: 'wamid.1', expiration_days: 7 })],
  ])('passes: %s', (_name, content) => expect(refusalOf(content)).toBe(null));
});

describe('a content past a limit', () => {
  it.each<[string, MessageContent, string, string]>([
    ['blank words', text(' \n'), 'text.body', 'empty'],
    ['a long text', text('x'.repeat(4_097)), 'text.body', '4096 characters here; this has 4097'],
    ['no file', media('image', { link: null }), 'image', 'neither'],
    ['two files', media('image', { mediaId: '1' }), 'image', 'both'],
    ['a file that is no web address', media('video', { link: 'ftp://a/b' }), 'video.link', 'http(s)'],
    [
      'a long link',
      media('audio', { link: `https://a.b/${'x'.repeat(2_048)}` }),
      'audio.link',
      '2048 characters here; this has 2060',
    ],
    ['an empty id', media('audio', { link: null, mediaId: '' }), 'audio.id', 'empty'],
    ['an empty caption', media('image', { caption: '' }), 'image.caption', 'empty'],
    [
      'a caption under a voice',
      media('audio', { caption: 'hi' }),
      'audio.caption',
      '0 characters are allowed; this has 2',
    ],
    ['a caption under a sticker', media('sticker', { caption: 'hi' }), 'sticker.caption', 'no caption'],
    ['a named image', media('image', { filename: 'a.png' }), 'image.filename', 'document'],
    ['a latitude beyond the pole', place({ latitude: 90.1 }), 'location.latitude', '-90 and 90 degrees; 90.1'],
    ['a longitude that is no number', place({ longitude: Number.NaN }), 'location.longitude', 'NaN'],
    [
      'a long address',
      place({ address: 'x'.repeat(1_001) }),
      'location.address',
      '1000 characters here; this has 1001',
    ],
    ['no cards', cards(), 'contacts', '1 to 257 contact cards here; this has 0'],
    ['many cards', cards(...Array.from({ length: 258 }, () => CARD)), 'contacts', 'this has 258'],
    ['a card without a name', cards(CARD, {}), 'contacts[1].name', 'missing'],
    [
      'a card without a formatted name',
      cards({ name: { first_name: 'Z' } }),
      'contacts[0].name.formatted_name',
      'missing',
    ],
    ['a name of one part', named('Zainab'), 'contacts[0].name', 'at least 1 part'],
    ['a name part that is a number', named('Z', { first_name: 7 }), 'contacts[0].name.first_name', 'number'],
    ['phones that are no list', cards({ ...CARD, phones: {} }), 'contacts[0].phones', 'list'],
    ['a phone that is a number', cards({ ...CARD, phones: [{ phone: 1 }] }), 'contacts[0].phones[0].phone', 'number'],
    ['a day that is not', cards({ ...CARD, birthday: '2001-02-29' }), 'contacts[0].birthday', 'YYYY-MM-DD'],
    ['a reaction to nothing', reaction('👍', ''), 'reaction.messageId', 'needs the message'],
    ['two emoji', reaction('👍👍'), 'reaction.emoji', '1 emoji; this has 2 characters'],
    ['a letter for an emoji', reaction('x'), 'reaction.emoji', 'none'],
    ['a digit for an emoji', reaction('1'), 'reaction.emoji', 'none'],
    ['no type', interactive({ action: {} }), 'interactive.type', 'missing'],
    ['a type that is no name', interactive({ type: 'A b', action: {} }), 'interactive.type', 'no kind of'],
    ['an unknown kind without action', interactive({ type: 'hologram' }), 'interactive.action', 'missing'],
    ['an action that is a list', interactive({ type: 'flow', action: [] }), 'interactive.action', 'a list was given'],
    ['a nest', interactive({ type: 'flow', action: DEEP }), 'interactive', '32 levels'],
    ['no body', interactive({ type: 'button', action: { buttons: AB } }), 'interactive.body', 'missing'],
    [
      'a long body',
      buttons(AB, { body: { text: 'x'.repeat(1_025) } }),
      'interactive.body.text',
      '1024 characters here; this has 1025',
    ],
    [
      'a long footer',
      buttons(AB, { footer: { text: 'x'.repeat(61) } }),
      'interactive.footer.text',
      '60 characters here; this has 61',
    ],
    [
      'a long header',
      buttons(AB, { header: { type: 'text', text: 'x'.repeat(61) } }),
      'interactive.header.text',
      'this has 61',
    ],
    ['a header of no kind', buttons(AB, { header: { type: 'audio' } }), 'interactive.header', '"audio" was given'],
    [
      'a header without its file',
      buttons(AB, { header: { type: 'image', image: {} } }),
      'interactive.header.image',
      'neither',
    ],
    ['no buttons', buttons([]), 'interactive.action.buttons', '1 to 3 buttons here; this has 0'],
    ['four buttons', buttons([...AB, ...AB]), 'interactive.action.buttons', '1 to 3 buttons here; this has 4'],
    ['a button of another type', buttons([{ type: 'url' }]), 'interactive.action.buttons[0].type', '"reply"'],
    [
      'a long button',
      buttons([button('a', 'x'.repeat(21))]),
      'interactive.action.buttons[0].reply.title',
      '20 characters here; this has 21',
    ],
    [
      'a long button id',
      buttons([button('x'.repeat(257), 'A')]),
      'interactive.action.buttons[0].reply.id',
      'this has 257',
    ],
    [
      'one title twice',
      buttons([button('a', 'A'), button('b', 'A')]),
      'interactive.action.buttons[1].reply.title',
      'second time',
    ],
    [
      'one id twice',
      buttons([button('a', 'A'), button('a', 'B')]),
      'interactive.action.buttons[1].reply.id',
      'second time',
    ],
    [
      'a long list body',
      list([{ rows: ROWS(1) }], { body: { text: 'x'.repeat(4_097) } }),
      'interactive.body.text',
      '4096',
    ],
    [
      'a list under an image',
      list([{ rows: ROWS(1) }], { header: { type: 'image' } }),
      'interactive.header',
      'header of text',
    ],
    ['a long list button', list([{ rows: ROWS(1) }], {}, 'x'.repeat(21)), 'interactive.action.button', 'this has 21'],
    ['eleven sections', list(ROWS(11)), 'interactive.action.sections', '1 to 10 sections here; this has 11'],
    [
      'eleven rows in two sections',
      list([
        { title: 'a', rows: ROWS(6) },
        { title: 'b', rows: ROWS(5) },
      ]),
      'interactive.action.sections',
      '10 rows over all sections together; this has 11',
    ],
    ['eleven rows in one', list([{ rows: ROWS(11) }]), 'interactive.action.sections[0].rows', 'this has 11'],
    [
      'a section without a title',
      list([{ title: 'a', rows: ROWS(1) }, { rows: [row('z')] }]),
      'interactive.action.sections[1].title',
      '2 sections',
    ],
    [
      'a long section title',
      list([{ title: 'x'.repeat(25), rows: ROWS(1) }]),
      'interactive.action.sections[0].title',
      'this has 25',
    ],
    [
      'a row id twice',
      list([
        { title: 'a', rows: ROWS(1) },
        { title: 'b', rows: ROWS(1) },
      ]),
      'interactive.action.sections[1].rows[0].id',
      'second time',
    ],
    [
      'a long description',
      list([{ rows: [row('1', { description: 'x'.repeat(73) })] }]),
      'interactive.action.sections[0].rows[0].description',
      'this has 73',
    ],
    [
      'a long row title',
      list([{ rows: [row('1', { title: 'x'.repeat(25) })] }]),
      'interactive.action.sections[0].rows[0].title',
      'this has 25',
    ],
    [
      'a long row id',
      list([{ rows: [row('x'.repeat(201), { title: 'a' })] }]),
      'interactive.action.sections[0].rows[0].id',
      'this has 201',
    ],
    [
      'a long label',
      urlButton({ display_text: 'x'.repeat(21) }),
      'interactive.action.parameters.display_text',
      'this has 21',
    ],
    ['a script for a link', urlButton({ url: 'javascript:alert(1)' }), 'interactive.action.parameters.url', 'http(s)'],
    [
      'a header over a request for a place',
      locationRequest({ header: { type: 'text', text: 'h' } }),
      'interactive.header',
      'no header',
    ],
    ['a wrong action', locationRequest({ action: { name: 'send' } }), 'interactive.action.name', '"send_location"'],
    ['a raw type that is no name', raw('Pin!', {}), 'raw.type', 'this has 4 characters'],
    ['a raw text', raw('text', { body: 'hi' }), 'raw.type', 'form of its own'],
    ['a raw template', raw('template', {}), 'raw.type', 'template'],
    ['a raw envelope', raw('messaging_product', {}), 'raw.type', 'no kind of message'],
    ['a raw list', raw('pin', []), 'raw.value', 'a list was given'],
    ['a raw address', raw('pin', { to: '+9647700000000' }), 'raw.value.to', 'Recipients'],
    [
      'a raw credential far inside',
      raw('pin', { a: [{ accessToken: 'EAA' }] }),
      'raw.value.a[0].accessToken',
      'credentials',
    ],
    [
      'a credential in an interactive message',
      buttons([button('y', 'Yes')], { whatsappConfig: { access_token: 'EAA' } }),
      'interactive.whatsappConfig.access_token',
      'credentials',
    ],
    ['a credential in a card', cards({ ...CARD, accessToken: 'EAA' }), 'contacts[0].accessToken', 'credentials'],
    ['a raw load', raw('pin', { a: 'x'.repeat(65_536) }), 'raw.value', '65536 bytes of JSON go here; this has 65544'],
    ['a raw nest', raw('pin', { a: DEEP }), 'raw.value', '32 levels'],
  ])('is refused: %s', (_name, content, field, said) => {
    const refusal = refusalOf(content);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', details: { field, action: expect.stringMatching(/\w/) } });
    expect(refusal?.message).toContain(said);
    expect(refusal?.message).not.toContain('EAA');
  });
});
