import { describe, expect, it } from 'vitest';
import { type NewTemplate, newDefinition } from '../../src/application/template-new.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { BODY, made } from './new-templates.ts';

const body = (text: string, more: JsonObject = {}): Json => [{ type: 'BODY', text, ...more }];
const beside = (...parts: Json[]): Json => [{ type: 'BODY', text: 'Hi' }, ...parts];
const buttons = (...all: Json[]): Json => beside({ type: 'BUTTONS', buttons: all });
const reply = { type: 'QUICK_REPLY', text: 'Yes' };
const page = { type: 'URL', text: 'Go', url: 'https://a.example' };
const phone = { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+9647700000000' };
const coupon = { type: 'COPY_CODE', example: 'SAVE10' };
const NAMED = { parameterFormat: 'NAMED' } as const;
const offer = (text: string, words: string): Json => [
  { type: 'BODY', text },
  { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: words, has_expiration: true } },
];
const carousel = (text: string): Json => {
  const header = { type: 'header', format: 'image', example: { header_handle: ['4::aW'] } };
  return beside({ type: 'CAROUSEL', cards: [{ components: [header, { type: 'body', text }] }] });
};

describe('a definition is made', () => {
  it.each<[string, Partial<NewTemplate>]>([
    ['at every limit of its texts', { name: 'a'.repeat(512), components: body('x'.repeat(1024)) }],
    [
      'with a header and its variable',
      { components: beside({ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['7'] } }) },
    ],
    [
      'with names',
      {
        ...NAMED,
        components: body('Hi {{name}}!', {
          example: { body_text_named_params: [{ param_name: 'name', example: 'Ali' }] },
        }),
      },
    ],
    ['with one row of examples', { components: body('Hi {{1}}!', { example: { body_text: ['Ali'] } }) }],
    ['with ten buttons', { components: buttons(reply, reply, reply, reply, reply, reply, page, page, phone, coupon) }],
    [
      'with a page for each person',
      { components: buttons({ ...page, url: 'https://a.example/{{1}}', example: ['https://a.example/7'] }) },
    ],
    ['with an offer', { category: 'MARKETING', components: offer('x'.repeat(600), 'x'.repeat(16)) }],
    ['with a carousel', { category: 'MARKETING', components: carousel('x'.repeat(160)) }],
    [
      'for codes, whose words are not ours',
      {
        category: 'AUTHENTICATION',
        components: [
          { type: 'BODY', add_security_recommendation: true },
          { type: 'FOOTER', code_expiration_minutes: 5 },
          { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
        ],
      },
    ],
    ['with parts that are new to us', { components: beside({ type: 'HOLOGRAM', any: 1 }) }],
    ['with 30 days to be delivered', { messageSendTtlSeconds: -1 }],
  ])('%s', (_name, over) => {
    const given = made(over);
    expect(newDefinition(given)).toMatchObject({ name: given.name, category: given.category });
  });

  it("in Meta's own spelling, whatever the case that was given", () => {
    const components = [
      { type: 'body', text: 'Hi' },
      { type: 'buttons', buttons: [{ type: 'quick_reply', text: 'Yes' }] },
    ];
    expect(newDefinition(made({ components, allowCategoryChange: true, messageSendTtlSeconds: 60 }))).toEqual({
      name: 'order_here',
      language: 'en_US',
      category: 'UTILITY',
      parameter_format: 'POSITIONAL',
      components: [
        { type: 'BODY', text: 'Hi' },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] },
      ],
      allow_category_change: true,
      message_send_ttl_seconds: 60,
    });
    expect(newDefinition(made({ category: 'MARKETING', components: carousel('x') }))).toMatchObject({
      components: [{}, { cards: [{ components: [{ type: 'HEADER', format: 'IMAGE' }, { type: 'BODY' }] }] }],
    });
  });
});

const TEXT = 'components[0].text';
const BUTTON = 'components[1].buttons';

it.each<[string, Partial<NewTemplate>, string, RegExp?]>([
  ['a name of other letters', { name: 'Order-Here' }, 'name'],
  ['a long name', { name: 'a'.repeat(513) }, 'name', /512.*513/],
  ['no language', { language: 'English' }, 'language'],
  ['no components', { components: {} }, 'components'],
  ['no body', { components: [{ type: 'FOOTER', text: 'x' }] }, 'components'],
  ['two bodies', { components: [BODY, BODY] }, 'components[1]'],
  ['a component without a kind', { components: [{ text: 'x' }] }, 'components[0].type'],
  ['an endless component', { components: beside({ type: 'X', x: 'x'.repeat(70_000) }) }, 'components', /65536/],
  ['a long body', { components: body('x'.repeat(1025)) }, TEXT, /1024.*1025/],
  ['a long body with an offer', { components: offer('x'.repeat(601), 'x') }, TEXT, /600.*601/],
  [
    'a long body of a card',
    { components: carousel('x'.repeat(161)) },
    'components[1].cards[0].components[1].text',
    /160.*161/,
  ],
  ['a long offer', { components: offer('x', 'x'.repeat(17)) }, 'components[1].limited_time_offer.text', /16.*17/],
  ['a variable at the start', { components: body('{{1}} is here') }, TEXT, /beginning or end/],
  ['a variable at the end', { components: body('Here is {{1}} ') }, TEXT, /beginning or end/],
  ['a gap in the numbers', { components: body('Hi {{1}} and {{3}}!') }, TEXT, /numbered/],
  ['a name among numbers', { components: body('Hi {{name}}!') }, TEXT],
  ['a number among names', { ...NAMED, components: body('Hi {{1}}!') }, TEXT],
  ['no example', { components: body('Hi {{1}}!') }, 'components[0].example.body_text', /1 variables and 0/],
  [
    'too few examples',
    { components: body('Hi {{1}} {{2}}!', { example: { body_text: [['a']] } }) },
    'components[0].example.body_text',
    /2 variables and 1/,
  ],
  [
    'a name without an example',
    { ...NAMED, components: body('Hi {{a}}!') },
    'components[0].example.body_text_named_params',
    /a/,
  ],
  [
    'a long header',
    { components: beside({ type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }) },
    'components[1].text',
    /60.*61/,
  ],
  [
    'two variables in a header',
    { components: beside({ type: 'HEADER', format: 'TEXT', text: 'a {{1}} {{2}}' }) },
    'components[1].text',
    /1 variable/,
  ],
  [
    'media without a sample',
    { components: beside({ type: 'HEADER', format: 'IMAGE' }) },
    'components[1].example.header_handle',
  ],
  ['a long footer', { components: beside({ type: 'FOOTER', text: 'x'.repeat(61) }) }, 'components[1].text', /60.*61/],
  ['a variable in the footer', { components: beside({ type: 'FOOTER', text: 'x {{1}} x' }) }, 'components[1].text'],
  ['eleven buttons', { components: buttons(...Array.from({ length: 11 }, () => reply)) }, BUTTON, /10.*11/],
  ['a long label', { components: buttons({ ...reply, text: 'x'.repeat(26) }) }, `${BUTTON}[0].text`, /25.*26/],
  ['a button without a label', { components: buttons({ type: 'URL', url: 'https://a.example' }) }, `${BUTTON}[0].text`],
  ['three pages', { components: buttons(page, page, page) }, `${BUTTON}[2]`, /at most 2/],
  ['two phones', { components: buttons(phone, phone) }, `${BUTTON}[1]`, /at most 1/],
  ['two codes', { components: buttons(coupon, coupon) }, `${BUTTON}[1]`, /at most 1/],
  [
    'a long code',
    { components: buttons({ type: 'COPY_CODE', example: ['x'.repeat(16)] }) },
    `${BUTTON}[0].example`,
    /15.*16/,
  ],
  [
    'a long phone number',
    { components: buttons({ ...phone, phone_number: '1'.repeat(21) }) },
    `${BUTTON}[0].phone_number`,
    /20.*21/,
  ],
  ['scattered quick replies', { components: buttons(reply, page, reply) }, `${BUTTON}[2]`, /together/],
  [
    'a variable inside an address',
    { components: buttons({ ...page, url: 'https://a.example/{{1}}/x' }) },
    `${BUTTON}[0].url`,
  ],
  [
    'an address without an example',
    { components: buttons({ ...page, url: 'https://a.example/{{1}}' }) },
    `${BUTTON}[0].example`,
  ],
  ['too short a time', { messageSendTtlSeconds: 29 }, 'messageSendTtlSeconds', /30 to 43200.*29/],
  ['too long a time', { category: 'AUTHENTICATION', messageSendTtlSeconds: 901 }, 'messageSendTtlSeconds', /30 to 900/],
])('%s is refused before Meta is asked, with its place', (_name, over, field, message = /./) => {
  expect(() => newDefinition(made(over))).toThrow(
    expect.objectContaining({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(message),
      details: expect.objectContaining({ field, action: expect.any(String) }),
    }),
  );
});
