import { describe, expect, it } from 'vitest';
import { closeAfterEach, FIRST, refusal, type Stage, stage } from './support.ts';

closeAfterEach();

const path = `/v25.0/${FIRST.wabaId}/message_templates`;
const to = '+9647700000000';
const body = (text: string) => [{ type: 'BODY', text }];
const greeting = { language: 'en', category: 'UTILITY', components: body('Hello there.') };

async function create(on: Stage, name: string, change: object) {
  const answer = await on.graph('POST', path, { name, ...greeting, ...change });
  await on.sandbox.idle();
  return answer;
}

function send(on: Stage, name: string, components: object[]) {
  return on.send({ to, type: 'template', template: { name, language: { code: 'en' }, components } });
}

describe('the checks of a new template', () => {
  const header = (text: string) => ({
    components: [{ type: 'HEADER', format: 'TEXT', text }, ...body('Hello there.')],
  });
  const footer = (text: string) => ({ components: [...body('Hello there.'), { type: 'FOOTER', text }] });
  const button = (text: string) => ({
    components: [...body('Hello there.'), { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text }] }],
  });
  const offer = (text: string, of = 'Save today.') => ({
    category: 'MARKETING',
    components: [...body(of), { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text } }],
  });
  const image = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['h'] } };
  const cards = (...texts: string[]) => ({
    category: 'MARKETING',
    components: [
      ...body('See our range.'),
      { type: 'CAROUSEL', cards: texts.map((text) => ({ components: [image, ...body(text)] })) },
    ],
  });

  it.each([
    ['a header too long', header('x'.repeat(61)), '400/100/2388040'],
    ['two variables in the header', header('{{1}} and {{2}}'), '400/100/2388047'],
    ['a line break in the header', header('a\nb'), '400/100/2388047'],
    ['a footer too long', footer('x'.repeat(61)), '400/100/2388040'],
    ['a variable in the footer', footer('By {{1}} us'), '400/100/2388073'],
    ['a body too long', { components: body('x'.repeat(1025)) }, '400/100/2388040'],
    ['a gap in the variables', { components: body('Hello {{1}} and {{3}}, bye.') }, '400/100/2388072'],
    ['a name where numbers are due', { components: body('Hello {{name}}, bye now.') }, '400/100/2388072'],
    ['broken braces', { components: body('Hello {{1}, bye now.') }, '400/100/2388072'],
    ['too many variables', { components: body('A {{1}} {{2}} {{3}}, b') }, '400/100/2388293'],
    ['a variable at the start', { components: body('{{1}} is here now') }, '400/100/2388299'],
    ['a label too long', button('x'.repeat(26)), '400/100/2388040'],
    ['an offer too long', offer('x'.repeat(17)), '400/100/2388040'],
    ['a body too long for an offer', offer('Today', 'x'.repeat(601)), '400/100/2388040'],
    ['one card', cards('One.'), '400/131009'],
    ['a card too long', cards('One.', 'x'.repeat(161)), '400/100/2388040'],
    ['a time to live out of range', { message_send_ttl_seconds: 10 }, '400/100'],
  ])('find %s', async (_, change, expected) => {
    const { graph } = await stage();
    expect(refusal(await graph('POST', path, { name: 'fresh', ...greeting, ...change }))).toBe(expected);
  });

  it('take cards that are alike, and judge what is filled in by card', async () => {
    const on = await stage();
    expect((await create(on, 'range', cards('The {{1}} one.', 'Two.'))).status).toBe(200);
    const link = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://a.example/b.png' } }] };
    const name = { type: 'body', parameters: [{ type: 'text', text: 'red' }] };
    const filled = (...components: object[][]) => [
      { type: 'carousel', cards: components.map((inner, card_index) => ({ card_index, components: inner })) },
    ];
    expect((await send(on, 'range', filled([link, name], [link]))).status).toBe(200);
    expect(refusal(await send(on, 'range', filled([link], [link])))).toBe('400/132000');
    expect(refusal(await send(on, 'range', filled([link, name], [])))).toBe('400/132012');
    expect(refusal(await send(on, 'range', filled([link, name])))).toBe('400/132000');
    expect(refusal(await send(on, 'range', []))).toBe('400/132000');
  });

  it('want the end of an offer that ends', async () => {
    const on = await stage();
    const component = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Today', has_expiration: true } };
    await create(on, 'today', { category: 'MARKETING', components: [...body('Save today.'), component] });
    const ends = { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_800_000_000_000 } };
    expect((await send(on, 'today', [{ type: 'limited_time_offer', parameters: [ends] }])).status).toBe(200);
    expect(refusal(await send(on, 'today', []))).toBe('400/132000');
  });
});
