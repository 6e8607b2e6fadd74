import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkContent } from '../../src/application/content.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { MessageContent } from '../../src/domain/message.ts';
import * as make from './contents.ts';

const { button, buttons, CARD, cards, list, locationRequest, media, place, row, text, urlButton } = make;

/** Every text with a limit: the field as it is named, its limit in characters, and a content that holds the text. */
const LIMITS: readonly (readonly [string, number, (value: string) => MessageContent])[] = [
  ['text.body', 4_096, text],
  ['image.caption', 1_024, (caption) => media('image', { caption })],
  ['document.caption', 1_024, (caption) => media('document', { caption })],
  ['document.filename', 255, (filename) => media('document', { filename })],
  ['location.name', 1_000, (name) => place({ name })],
  ['location.address', 1_000, (address) => place({ address })],
  ['contacts[0].name.formatted_name', 1_024, (name) => cards({ name: { formatted_name: name, prefix: 'Dr.' } })],
  ['contacts[1].urls[0].url', 1_024, (url) => cards(CARD, { ...CARD, urls: [{ url }] })],
  ['interactive.body.text', 1_024, (body) => buttons([button('a', 'A')], { body: { text: body } })],
  ['interactive.footer.text', 60, (footer) => buttons([button('a', 'A')], { footer: { text: footer } })],
  ['interactive.header.text', 60, (header) => urlButton({}, { header: { type: 'text', text: header } })],
  ['interactive.action.buttons[0].reply.id', 256, (id) => buttons([button(id, 'A')])],
  ['interactive.action.buttons[1].reply.title', 20, (title) => buttons([button('a', ' A '), button('b', `${title}`)])],
  ['interactive.body.text', 4_096, (body) => list([{ rows: [row('1')] }], { body: { text: body } })],
  ['interactive.action.button', 20, (label) => list([{ rows: [row('1')] }], {}, label)],
  ['interactive.action.sections[0].title', 24, (title) => list([{ title, rows: [row('1')] }])],
  ['interactive.action.sections[0].rows[0].id', 200, (id) => list([{ rows: [row(id, { title: 'T' })] }])],
  ['interactive.action.sections[0].rows[0].title', 24, (title) => list([{ rows: [row('1', { title })] }])],
  [
    'interactive.action.sections[0].rows[0].description',
    72,
    (words) => list([{ rows: [row('1', { description: words })] }]),
  ],
  ['interactive.action.parameters.display_text', 20, (label) => urlButton({ display_text: label })],
  ['interactive.body.text', 1_024, (body) => locationRequest({ body: { text: body } })],
];

/** Characters of one and of two UTF-16 units; none of them blank. */
const character = fc.constantFrom('a', 'Z', '7', 'ب', '😀', '𝄞', 'é');

function words(length: number): fc.Arbitrary<string> {
  return fc.array(character, { minLength: 3, maxLength: 9 }).map((some) => {
    const all = Array.from({ length }, (_, index) => some[index % some.length] ?? 'a');
    return all.join('');
  });
}

it.each(LIMITS)('takes %s of up to %i characters, and refuses one more by name', (field, limit, contentOf) => {
  const within = fc.integer({ min: 1, max: limit }).chain(words);
  fc.assert(
    fc.property(fc.oneof(within, words(limit)), (value) => checkContent(contentOf(value))),
    { numRuns: 30 },
  );
  const beyond = fc.integer({ min: 1, max: 50 });
  const tooLong = beyond.chain((more) => words(limit + more).map((value) => ({ value, size: limit + more })));
  fc.assert(
    fc.property(tooLong, ({ value, size }) => {
      expect(() => checkContent(contentOf(value))).toThrow(GatewayError);
      try {
        checkContent(contentOf(value));
      } catch (error) {
        expect(error).toMatchObject({ code: 'INVALID_INPUT', details: { field } });
        expect(String(error)).toContain(`${limit} characters here; this has ${size}`);
      }
    }),
    { numRuns: 15 },
  );
});

it('answers any JSON under `interactive` and in a card with a refusal or nothing, never with a mistake of its own', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const key = fc.constantFrom(
    'type',
    'body',
    'header',
    'footer',
    'action',
    'buttons',
    'sections',
    'name',
    'parameters',
  );
  const kind = fc.constantFrom('button', 'list', 'cta_url', 'location_request_message', 'flow', 7);
  const object = fc.tuple(kind, fc.dictionary(key, json)).map(([type, more]) => ({ ...more, type }));
  const told = (content: unknown) => {
    try {
      checkContent(content as MessageContent);
    } catch (error) {
      expect(error).toBeInstanceOf(GatewayError);
    }
  };
  fc.assert(
    fc.property(object, json, (interactive, card) => {
      told({ kind: 'interactive', interactive });
      told({ kind: 'contacts', contacts: [{ ...CARD, phones: card, org: card, birthday: card }, card] });
      told({ kind: 'other', type: 'pin', value: card });
    }),
  );
});
