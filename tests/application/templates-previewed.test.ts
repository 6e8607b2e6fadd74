import { describe, expect, it } from 'vitest';
import { unusable } from '../../src/application/template-check.ts';
import { previewOfComponents } from '../../src/application/template-preview.ts';
import type { Json } from '../../src/domain/json.ts';
import { hello } from './template-lists.ts';

const text = (value: string) => ({ type: 'text', text: value });
const shown = (components: readonly Json[], given: readonly Json[], category = 'MARKETING') =>
  previewOfComponents(hello({ components, category }), given);

it("fills in a carousel's cards, each with its own, in whatever order they are given", () => {
  const card = {
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Only *{{1}}*' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Buy', url: 'https://a.example/{{1}}' }] },
    ],
  };
  const sent = (card_index: number, name: string) => ({
    card_index,
    components: [
      { type: 'header', parameters: [{ type: 'image', image: { id: name } }] },
      { type: 'body', parameters: [text(name)] },
      { type: 'button', sub_type: 'url', index: '0', parameters: [text(name)] },
    ],
  });
  const template = [
    { type: 'BODY', text: 'Hi {{1}}!' },
    { type: 'CAROUSEL', cards: [card, card, card] },
  ];
  const carousel = { type: 'carousel', cards: [sent(1, 'pear'), sent(0, 'apple')] };
  const { body, cards } = shown(template, [{ type: 'body', parameters: [text('Ali')] }, carousel]);
  expect(body?.text).toBe('Hi Ali!');
  expect(cards).toMatchObject([
    { header: { format: 'IMAGE', value: { id: 'apple' } }, buttons: [{ url: 'https://a.example/apple' }] },
    { header: { value: { id: 'pear' } }, body: { runs: [{ text: 'Only ' }, { text: 'pear', bold: true }] } },
    { header: { value: null }, body: { text: 'Only *{{1}}*' } },
  ]);
});

it.each<[string, boolean, Json, number | null]>([
  ['when it ends', true, { expiration_time_ms: 1_767_225_600_000 }, 1_767_225_600_000],
  ['also as text', true, { expiration_time_ms: '1767225600000' }, 1_767_225_600_000],
  ['not when it does not end', false, { expiration_time_ms: 1_767_225_600_000 }, null],
  ['not a time beyond all calendars', true, { expiration_time_ms: 1e300 }, null],
  ['nothing that is no time', true, { expiration_time_ms: {} }, null],
])('tells of an offer %s', (_name, has_expiration, limited_time_offer, expiresAt) => {
  const template = [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon over', has_expiration } }];
  const parameters = [{ type: 'limited_time_offer', limited_time_offer }];
  const { offer } = shown(template, [{ type: 'limited_time_offer', parameters }]);
  expect(offer).toEqual({ text: 'Soon over', expiresAt });
});

it('shows the place in a header', () => {
  const location = { latitude: 33.3, longitude: 44.4, name: 'Dijla', address: 'Baghdad' };
  const given = [{ type: 'header', parameters: [{ type: 'location', location }] }];
  const { header } = shown([{ type: 'HEADER', format: 'LOCATION' }], given);
  expect(header).toEqual({ format: 'LOCATION', text: null, value: location });
});

describe('a code is shown as WhatsApp shows it', () => {
  const given = [
    { type: 'body', parameters: [text('123456')] },
    { type: 'button', sub_type: 'url', index: '0', parameters: [text('123456')] },
  ];
  const button = (one: Json) => [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [one] }];
  it.each<[string, Json, object]>([
    ['to copy', { type: 'OTP', otp_type: 'COPY_CODE' }, { kind: 'COPY_CODE', text: 'Copy code' }],
    [
      'to fill in with a tap',
      { type: 'OTP', otp_type: 'ONE_TAP', text: 'Copy', autofill_text: 'Fill in' },
      { kind: 'ONE_TAP', text: 'Fill in' },
    ],
    [
      'listed as a page that nobody sees',
      { type: 'URL', text: 'Copy', url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}' },
      { kind: 'COPY_CODE', text: 'Copy' },
    ],
  ])('%s', (_name, one, expected) => {
    const { body, buttons } = shown(button(one), given, 'AUTHENTICATION');
    expect(body?.runs.map((run) => run.text).join('')).toBe('123456 is your verification code.');
    expect(buttons).toEqual([{ url: null, phoneNumber: null, value: '123456', ...expected }]);
  });

  it('with its warning and its end', () => {
    const template = [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'FOOTER', code_expiration_minutes: 5 },
    ];
    const { body, footer } = shown(template, given, 'AUTHENTICATION');
    expect(body?.text).toContain('do not share this code');
    expect(footer).toBe('This code expires in 5 minutes.');
    const listed = [
      { type: 'BODY', text: '{{1}} Ihr Code' },
      { type: 'FOOTER', text: 'Bald vorbei' },
    ];
    expect(shown(listed, given, 'AUTHENTICATION')).toMatchObject({
      body: { text: '123456 Ihr Code' },
      footer: 'Bald vorbei',
    });
  });
});

it.each<[Parameters<typeof hello>[0], string]>([
  [{ status: 'REJECTED', rejectedReason: 'SCAM' }, 'was rejected by Meta (SCAM).'],
  [
    { status: 'REJECTED', rejectedReason: 'INVALID_FORMAT', statusDetails: 'A variable ends it.' },
    'was rejected by Meta (INVALID_FORMAT: A variable ends it).',
  ],
  [
    { status: 'PAUSED', statusDetails: 'FIRST_PAUSE', pausedUntil: '2026-03-01T13:00:00.000Z' },
    'is paused by Meta for its low quality, until about 2026-03-01T13:00:00.000Z (FIRST_PAUSE).',
  ],
  [{ status: 'DISABLED' }, 'is disabled by Meta for its low quality or a breach of policy.'],
])('says why a template cannot be sent: %j', (over, words) => {
  expect(unusable(hello(over))?.message).toBe(`The template "hello" (ar) ${words}`);
});
