import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misfitOf, unusable } from '../../src/application/template-check.ts';
import { componentsOf, type TemplateParameters } from '../../src/application/template-parameters.ts';
import { previewOf } from '../../src/application/template-preview.ts';
import type { Json } from '../../src/domain/json.ts';
import type { Template } from '../../src/domain/tenant.ts';
import { sendingBench, template } from './sending.ts';
import { operator } from './support.ts';

const HOUR = 60 * 60 * 1000;

function defined(components: readonly Json[], over: Partial<Template> = {}): Template {
  const parameterFormat = 'POSITIONAL';
  const named = { id: '1', wabaId: '200000000000002', name: 'hello_world', language: 'en_US' };
  return { ...named, status: 'APPROVED', category: 'UTILITY', parameterFormat, components, ...over };
}

const NAMED = { parameterFormat: 'NAMED' } as const;
const body = (text: string) => ({ type: 'BODY', text });
const buttons = (...all: Json[]) => [body('Hi'), { type: 'BUTTONS', buttons: all }];
const header = (format: string, text = '') => [{ type: 'HEADER', format, text }, body('Hi')];
const AUTH = { category: 'AUTHENTICATION' };
const OTP = [body('{{1}} is your code'), { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }];
const CARD = { components: [{ type: 'HEADER', format: 'IMAGE' }, body('Card')] };
const CAROUSEL = [body('Hi'), { type: 'CAROUSEL', cards: [CARD, CARD] }];
const OFFER = [body('Hi'), { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon', has_expiration: true } }];
const sentCard = (index: number) => ({
  card_index: index,
  components: [{ type: 'header', parameters: [{ type: 'image', image: { id: '7' } }] }],
});

describe('what does not fit a template is named', () => {
  it.each<[string, Template, TemplateParameters, string | null]>([
    ['as many as it takes', defined([body('{{1}} and {{2}}')]), { body: ['a', 'b'] }, null],
    ['one used twice', defined([body('{{1}} and {{1}}')]), { body: ['a'] }, null],
    ['too few', defined([body('{{1}} and {{2}}')]), { body: ['a'] }, 'body[1]'],
    ['too many', defined([body('{{1}}')]), { body: ['a', 'b'] }, 'body[1]'],
    ['any, where none is taken', defined([body('Hi')]), { body: ['a'] }, 'body[0]'],
    ['an empty one', defined([body('{{1}}')]), { body: [''] }, 'body[0]'],
    ['a name for a place', defined([body('{{1}}')]), { body: { name: 'a' } }, 'body.name'],
    ['every name', defined([body('{{a}} {{b}}')], NAMED), { body: { b: '1', a: '2' } }, null],
    ['a name left out', defined([body('{{a}} {{b}}')], NAMED), { body: { a: '1' } }, 'body.b'],
    ['a name too much', defined([body('{{a}}')], NAMED), { body: { a: '1', z: '2' } }, 'body.z'],
    ['a list for names', defined([body('{{a}}')], NAMED), { body: ['1'] }, 'body.a'],
    ['no image', defined(header('IMAGE')), {}, 'header.image'],
    ['a video for an image', defined(header('IMAGE')), { header: { video: { id: '1' } } }, 'header.image'],
    ['an image with nothing in it', defined(header('IMAGE')), { header: { image: {} } }, 'header.image'],
    ['the image', defined(header('IMAGE')), { header: { image: { id: '1' } } }, null],
    ['a document', defined(header('DOCUMENT')), { header: { document: 'https://a.example/a.pdf' } }, null],
    ['a place', defined(header('LOCATION')), { header: { location: { latitude: 1, longitude: 2 } } }, null],
    ['half a place', defined(header('LOCATION')), { header: { location: { latitude: 1 } } }, 'header.location'],
    ['a header kind that is new', defined(header('HOLOGRAM')), {}, null],
    ['a header for none', defined([body('Hi')]), { header: { text: 'x' } }, 'header.text'],
    ['no header text', defined(header('TEXT', 'Order {{1}}')), {}, 'header.text'],
    ['a text for a plain header', defined(header('TEXT', 'Order')), { header: { text: '1' } }, 'header.text'],
    ['no suffix', defined(buttons({ type: 'URL', url: 'https://a.example/{{1}}' })), {}, 'buttons[0].url'],
    ['a suffix', defined(buttons({ type: 'URL', url: 'https://a.example/{{1}}' })), { buttons: [{ url: 'x' }] }, null],
    [
      'a suffix for a fixed page',
      defined(buttons({ type: 'URL', url: '/' })),
      { buttons: [{ url: 'x' }] },
      'buttons[0]',
    ],
    ['no payload', defined(buttons({ type: 'QUICK_REPLY' })), {}, null],
    [
      'a code for a reply',
      defined(buttons({ type: 'QUICK_REPLY' })),
      { buttons: [{ code: 'x' }] },
      'buttons[0].payload',
    ],
    ['no code', defined(buttons({ type: 'COPY_CODE' })), {}, 'buttons[0].code'],
    ['20 characters', defined(buttons({ type: 'COPY_CODE' })), { buttons: [{ code: 'x'.repeat(20) }] }, null],
    ['21', defined(buttons({ type: 'COPY_CODE' })), { buttons: [{ code: 'x'.repeat(21) }] }, 'buttons[0].code'],
    ['a flow', defined(buttons({ type: 'FLOW' })), { buttons: [{ flow: { flow_token: 'x' } }] }, null],
    ['a button beyond', defined(buttons({ type: 'FLOW' })), { buttons: [null, { payload: 'x' }] }, 'buttons[1]'],
    ['a button that is new', defined(buttons({ type: 'TELEPORT' })), { buttons: [{ payload: 'x' }] }, null],
    ['a code in both places', defined(OTP, AUTH), { body: ['123456'], buttons: [{ url: '123456' }] }, null],
    ['a code in one', defined(OTP, AUTH), { body: ['123456'] }, 'buttons[0].url'],
    ['two codes', defined(OTP, AUTH), { body: ['123456'], buttons: [{ url: '654321' }] }, 'buttons[0].url'],
    ['a long code', defined(OTP, AUTH), { body: ['1'.repeat(16)], buttons: [{ url: '1'.repeat(16) }] }, 'body[0]'],
    ['no cards', defined(CAROUSEL), {}, 'carousel'],
    ['no end of an offer', defined(OFFER), {}, 'limited_time_offer.expiration_time_ms'],
    ['a component that is new', defined([{ type: 'NEW' }]), { header: { text: 'x' }, body: ['a'] }, null],
    ['a definition that is not told', defined([]), { header: { text: 'x' }, body: ['a'] }, null],
    ['placeholders written anew', defined([body('{{1}} {{?}}')]), { body: ['a', 'b', 'c'] }, null],
  ])('%s', (_name, known, parameters, expected) => {
    expect(misfitOf(known, componentsOf(parameters))?.parameter ?? null).toBe(expected);
  });

  it.each<[string, Template, readonly Json[], string | null]>([
    ['all cards', defined(CAROUSEL), [{ type: 'carousel', cards: [sentCard(0), sentCard(1)] }], null],
    ['a card too few', defined(CAROUSEL), [{ type: 'carousel', cards: [sentCard(0)] }], 'carousel.cards[1]'],
    [
      'a card without its image',
      defined(CAROUSEL),
      [{ type: 'carousel', cards: [sentCard(0), { card_index: 1, components: [] }] }],
      'carousel.cards[1].header.image',
    ],
    [
      'the end of an offer',
      defined(OFFER),
      [{ type: 'limited_time_offer', parameters: [{ limited_time_offer: { expiration_time_ms: 1 } }] }],
      null,
    ],
    ['what is no component', defined([body('Hi')]), ['x', null, { type: 'new', parameters: 'x' }], null],
    ['parameters that are new', defined([body('{{1}}')]), [{ type: 'body', parameters: [{ type: 'group_id' }] }], null],
  ])("%s, in Meta's own components", (_name, known, components, expected) => {
    expect(misfitOf(known, components)?.parameter ?? null).toBe(expected);
  });

  it('passes what a random definition asks for; one dropped or added is refused by its name', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z_]{0,9}$/), { minLength: 1, maxLength: 6 });
    const words = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(names, fc.boolean(), words, fc.nat(), (all, named, word, pick) => {
        const keys = named ? all : all.map((_, at) => String(at + 1));
        const text = `Hi ${keys.map((key) => `{{${key}}}`).join(', ')}.`;
        const known = defined([body(text)], named ? NAMED : {});
        const sent = (given: readonly string[]) =>
          named ? Object.fromEntries(given.map((key) => [key, word])) : given.map(() => word);
        const misfit = (given: readonly string[]) => misfitOf(known, componentsOf({ body: sent(given) }))?.parameter;
        expect(misfit(keys)).toBeUndefined();
        const dropped = keys[pick % keys.length];
        const less = named ? `body.${dropped}` : `body[${keys.length - 1}]`;
        expect(misfit(keys.filter((key) => key !== dropped))).toBe(less);
        expect(misfit([...keys, 'Extra'])).toBe(named ? 'body.Extra' : `body[${keys.length}]`);
      }),
    );
  });

  it.each(['PENDING', 'REJECTED', 'PAUSED', 'DISABLED'])('says in words why nobody can send what is %s', (status) => {
    expect(unusable(defined([], { status }))?.message).toMatch(/^The template "hello_world" \(en_US\) /);
    expect(unusable(defined([], { status: 'SOMETHING_NEW' }))).toBe(null);
  });
});

describe('a template that changes', () => {
  const wrong = template({
    wait: false,
    template: { name: 'hello_world', language: null, parameters: { body: ['a'] }, components: null },
  });

  it('is looked at again before a send is refused, and refused without Meta when it still does not fit', async () => {
    const listed = [defined([body('Hi')])];
    const { send, clock, calls } = await sendingBench({ templates: listed });
    const refusal = { code: 'TEMPLATE_MISMATCH', details: { parameter: 'body[0]', field: 'parameters.body[0]' } };
    await expect(send.template(operator(), wrong)).rejects.toMatchObject(refusal);
    listed[0] = defined([body('Hi {{1}}')]);
    await expect(send.template(operator(), wrong)).rejects.toMatchObject(refusal);
    clock.advance(HOUR);
    expect(await send.template(operator(), wrong)).toMatchObject({ status: 'QUEUED' });
    expect(calls).toEqual([]);
  });

  it("is measured by the list of its number's account, and by none where there is none", async () => {
    const { send, numbers } = await sendingBench({ templates: [defined([body('Hi')])] });
    const master = numbers.all()[0];
    if (master === undefined) throw new Error('no number');
    for (const [phoneNumberId, wabaId] of [
      ['300', '999'],
      ['400', null],
    ] as const) {
      await numbers.register({ ...master, id: `num_${phoneNumberId}`, phoneNumberId, display: '', wabaId });
      expect(await send.template(operator(), { ...wrong, from: phoneNumberId })).toMatchObject({ status: 'QUEUED' });
    }
    await expect(send.template(operator(), wrong)).rejects.toMatchObject({ code: 'TEMPLATE_MISMATCH' });
  });

  it('is refused in a language that it does not have, with those that it has', async () => {
    const { send } = await sendingBench({ templates: [defined([]), defined([], { id: '2', language: 'ar' })] });
    const named = { ...wrong, template: { ...wrong.template, language: 'de' } };
    await expect(send.template(operator(), named)).rejects.toMatchObject({
      code: 'TEMPLATE_MISMATCH',
      details: { field: 'template.language', action: expect.stringMatching(/en_US, ar|ar, en_US/) },
    });
  });
});

describe('a preview', () => {
  it('fills in what is given, keeps what is missing, and tells the formatting', () => {
    const known = defined([
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
      body('*Hi {{1}}*, _see you_ at {{2}}'),
      { type: 'FOOTER', text: 'Bye' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://a.example/{{1}}' }] },
    ]);
    const shown = previewOf(known, { header: { text: '7' }, body: ['$& Ali'], buttons: [{ url: 'x' }] });
    expect(shown).toMatchObject({
      header: { format: 'TEXT', text: 'Order 7' },
      body: { text: '*Hi $& Ali*, _see you_ at {{2}}' },
      footer: 'Bye',
      buttons: [{ kind: 'URL', text: 'Track', url: 'https://a.example/x' }],
    });
    expect(shown.body?.runs.map(({ text, bold, italic }) => [text, bold, italic])).toEqual([
      ['Hi $& Ali', true, false],
      [', ', false, false],
      ['see you', false, true],
      [' at {{2}}', false, false],
    ]);
  });
});
