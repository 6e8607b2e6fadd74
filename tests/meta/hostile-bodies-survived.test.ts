import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWebhook } from '../../src/adapters/meta/webhook.ts';
import { MESSAGE_TYPES } from '../../src/domain/message.ts';
import { NUMBER_ID, parseText, RECEIVED_AT } from './support.ts';

/** Names that the parser looks at, so that arbitrary values land where it looks. */
const KEYS = [
  'object entry changes field value metadata phone_number_id contacts messages statuses errors wa_id user_id profile',
  'name from id timestamp time type text body image context interactive button_reply list_reply nfm_reply reaction',
  'message_id status recipient_id recipient_participant_id conversation pricing error_data details code title',
  'biz_opaque_callback_data waba_info __proto__ constructor toString hologram',
].flatMap((line) => line.split(' '));

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 'wamid.A', NUMBER_ID, '9647700000001', '1760000000', 'sent', 'messages'),
  fc.constantFrom<unknown>(...MESSAGE_TYPES, ...KEYS),
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary' }),
);
const { value: shaped } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 6 })
      .map((pairs) => Object.fromEntries(pairs)),
  ),
}));
const METADATA = { phone_number_id: NUMBER_ID };

test('arbitrary bytes never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { items, problems } = parseWebhook(bytes, RECEIVED_AT);
      expect(items.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});

test('arbitrary JSON in any place never throws, and every element is kept', () => {
  const places = [
    (value: unknown) => value,
    (value: unknown) => ({ entry: value }),
    (value: unknown) => ({ entry: [value] }),
    (value: unknown) => ({ entry: [{ id: '1', changes: value }] }),
    (value: unknown) => ({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] }),
    (value: unknown) => ({
      entry: [{ changes: [{ field: 'messages', value: { metadata: METADATA, messages: value } }] }],
    }),
    (value: unknown) => ({
      entry: [{ changes: [{ field: 'messages', value: { metadata: METADATA, statuses: [value] } }] }],
    }),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), shaped, (place, value) => {
      const { items } = parseText(JSON.stringify(place(value)));
      for (const item of items) {
        expect(item.key).toMatch(/^[msn]\|[\x21-\x7e]+$/);
        expect(Number.isSafeInteger(item.at)).toBe(true);
        expect(JSON.stringify(item.raw)).toBeTypeOf('string');
      }
      const list = place === places[5] && Array.isArray(value) ? value.length : 0;
      expect(items.length).toBeGreaterThanOrEqual(list);
    }),
    { numRuns: 3000 },
  );
});

test('equal copies have equal keys, however they are spelt', () => {
  fc.assert(
    fc.property(
      fc.array(shaped, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('messages', 'calls'),
      (messages, field) => {
        const value = { metadata: METADATA, messages };
        const body = { entry: [{ id: '1', changes: [{ field, value }] }] };
        const keys = (text: string) => parseText(text).items.map(({ key }) => key);
        const escaped = JSON.stringify(body, null, 2).replace(/[\u0080-\uffff]/g, escape16);
        expect(keys(escaped)).toEqual(keys(JSON.stringify(body)));
        expect(keys(JSON.stringify(reversed(body)))).toEqual(keys(JSON.stringify(body)));
      },
    ),
    { numRuns: 1000 },
  );
});

const escape16 = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
