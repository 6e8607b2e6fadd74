import { expect, test } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import {
  ACCOUNT_ID,
  changeBody,
  messagesBody,
  NUMBER_ID,
  only,
  parse,
  parseBytes,
  parseText,
  RECEIVED_AT,
} from './support.ts';

const MESSAGE = { from: '9647700000001', id: 'wamid.A', timestamp: '1760000000', type: 'text', text: { body: 'x' } };
const STATUS = { id: 'wamid.B', status: 'read', timestamp: '1760000000', recipient_id: '9647700000001' };
const METADATA = { phone_number_id: NUMBER_ID };

test('every entry, change, message and status is found', () => {
  const value = { metadata: METADATA, messages: [MESSAGE, { ...MESSAGE, id: 'wamid.A2' }], statuses: [STATUS] };
  const other = { metadata: { phone_number_id: '2' }, messages: [MESSAGE] };
  const body = {
    entry: [
      {
        id: '1',
        changes: [
          { field: 'messages', value },
          { field: 'messages', value: other },
        ],
      },
      { id: '2', changes: [{ field: 'flows', value: { event: 'FLOW_STATUS_CHANGE' } }] },
    ],
  };
  const { items, problems } = parse(body);
  expect(problems).toEqual([]);
  expect(items.map(({ kind, phoneNumberId }) => [kind, phoneNumberId])).toEqual([
    ['message', NUMBER_ID],
    ['message', NUMBER_ID],
    ['status', NUMBER_ID],
    ['message', '2'],
    ['notice', null],
  ]);
});

test.each<[string, Json]>([
  [
    'beside the list of changes',
    { entry: [{ id: '1', field: 'messages', changes: [{ value: { messages: [MESSAGE], metadata: METADATA } }] }] },
  ],
  [
    'inside the value',
    { entry: [{ id: '1', changes: [{ value: { field: 'messages', messages: [MESSAGE], metadata: METADATA } }] }] },
  ],
  ['nowhere', { entry: [{ id: '1', changes: [{ value: { messages: [MESSAGE], metadata: METADATA } }] }] }],
  [
    'without a list of changes',
    { entry: [{ id: '1', field: 'messages', value: { messages: [MESSAGE], metadata: METADATA } }] },
  ],
])('a field is found %s', (_where, body) => {
  const { items, problems } = parse(body);
  expect(problems).toEqual([]);
  expect(only(items)).toMatchObject({ kind: 'message', key: `m|${NUMBER_ID}|wamid.A` });
});

test('what accompanies messages becomes a notice beside them', () => {
  const errors = [{ code: 130429, title: 'Rate limit hit' }];
  const user_actions = [{ action_type: 'marketing_messages_link_click' }];
  const { items } = parse(messagesBody({ messages: [MESSAGE], statuses: [], errors, user_actions }));
  expect(items.map(({ kind }) => kind)).toEqual(['message', 'notice']);
  expect(items[1]).toMatchObject({
    field: 'messages',
    eventType: 'platform',
    phoneNumberId: NUMBER_ID,
    wabaId: ACCOUNT_ID,
    raw: { field: 'messages', value: { errors, user_actions } },
  });
});

test('a change of errors alone is kept whole', () => {
  const body = messagesBody({ errors: [{ code: 130429 }] });
  expect(only(parse(body).items)).toMatchObject({
    kind: 'notice',
    raw: { value: { metadata: METADATA, errors: [{ code: 130429 }] } },
  });
});

test('one bad item does not stop its neighbours', () => {
  const messages = [null, 7, [], {}, { ...MESSAGE, id: 'a|b' }, { ...MESSAGE, id: 'nul\u0000' }, MESSAGE];
  const { items, problems } = parse(messagesBody({ messages, statuses: ['x', STATUS] }));
  expect(problems).toEqual([]);
  expect(items.map(({ kind }) => kind)).toEqual([...Array(6).fill('notice'), 'message', 'notice', 'status']);
});

test('messages of no number are kept as notices', () => {
  const { items } = parse(changeBody('messages', { messages: [MESSAGE] }));
  expect(only(items)).toMatchObject({ kind: 'notice', phoneNumberId: null, wabaId: ACCOUNT_ID });
});

test.each([
  ['message_template_status_update', 'template'],
  ['message_template_components_update', 'template'],
  ['template_category_update', 'template'],
  ['account_update', 'account'],
  ['account_settings_update', 'account'],
  ['phone_number_quality_update', 'account'],
  ['business_capability_update', 'account'],
  ['security', 'account'],
  ['history', 'platform'],
  ['smb_message_echoes', 'platform'],
  ['calls', 'platform'],
  ['hologram', 'platform'],
])('the field %s is a notice of the type %s', (field, eventType) => {
  const value = { event: 'X' };
  expect(only(parse(changeBody(field, value, { time: 1_760_000_000 })).items)).toEqual({
    kind: 'notice',
    key: expect.stringMatching(/^n\|[0-9a-f]{64}$/),
    phoneNumberId: null,
    at: 1_760_000_000_000,
    raw: { field, value },
    field,
    wabaId: ACCOUNT_ID,
    eventType,
  });
});

test('the number and the account of a notice are found inside its value', () => {
  const one = (field: string, value: Json) => only(parse(changeBody(field, value)).items);
  const settings = { timestamp: '1760000000', phone_number_settings: METADATA };
  expect(one('account_settings_update', settings)).toMatchObject({ phoneNumberId: NUMBER_ID, at: 1_760_000_000_000 });
  expect(one('messaging_handovers', { recipient: METADATA })).toMatchObject({ phoneNumberId: NUMBER_ID });
  expect(one('account_update', { waba_info: { waba_id: '55' } })).toMatchObject({ wabaId: '55', at: RECEIVED_AT });
});

test('a template id beyond 2^53 keeps its digits, other numbers stay numbers', () => {
  const text = `{"entry":[{"id":"1","changes":[{"field":"message_template_status_update","value":
    {"message_template_id":12345678901234567890, "small":1234567890123456, "huge":1e400, "text":"98765432109876543210",
     "fraction":0.1234567890123456}}]}]}`;
  expect(only(parseText(text).items).raw).toMatchObject({
    value: {
      message_template_id: '12345678901234567890',
      small: 1234567890123456,
      huge: '1e400',
      text: '98765432109876543210',
      fraction: 0.1234567890123456,
    },
  });
});

test('copies of one thing have one key, different things have different keys', () => {
  const key = (text: string) => only(parseText(text).items).key;
  const wrap = (value: string, time = '1760000000', id = '1') =>
    `{"entry":[{"id":"${id}","time":${time},"changes":[{"field":"account_update","value":${value}}]}]}`;
  const first = key(wrap('{"event":"A","n":{"x":1,"y":[1,2]}}'));
  expect(key(wrap('{ "n": {"y":[1,2], "x":1.0}, "event":"\\u0041" }'))).toBe(first);
  const others = [
    wrap('{"event":"B","n":{"x":1,"y":[1,2]}}'),
    wrap('{"event":"A","n":{"x":1,"y":[2,1]}}'),
    wrap('{"event":"A","n":{"x":1,"y":[1,2]}}', '1760000001'),
    wrap('{"event":"A","n":{"x":1,"y":[1,2]}}', '1760000000', '2'),
  ].map(key);
  expect(new Set([first, ...others]).size).toBe(5);
});

test('a key named __proto__ stays a key', () => {
  const { items } = parseText(
    `{"entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"5"},
      "messages":[{"id":"wamid.A","type":"text","__proto__":{"from":"15550001111"}}],"__proto__":{"x":1}}}]}]}`,
  );
  expect(items.map(({ kind }) => kind)).toEqual(['message', 'notice']);
  expect(items[0]).toMatchObject({ from: { phone: null } });
  expect(JSON.stringify(items.map(({ raw }) => raw))).toBe(
    '[{"id":"wamid.A","type":"text","__proto__":{"from":"15550001111"}},{"field":"messages","value":{"__proto__":{"x":1}}}]',
  );
});

test.each([
  ['{', 'not JSON'],
  ['', 'not JSON'],
  ['[]', 'not a JSON object'],
  ['7', 'not a JSON object'],
  ['{}', 'no list of entries'],
  ['{"entry":{}}', 'no list of entries'],
  [`${'['.repeat(65)}${']'.repeat(65)}`, 'nested deeper than 64 levels'],
  [`{"entry":${'{"a":'.repeat(3_000_000)}`, 'nested deeper than 64 levels'],
  ['{"entry":[3]}', 'entry[0] holds no list of changes'],
  ['{"entry":[{"changes":[3]}]}', 'entry[0].changes[0] is not an object'],
])('what cannot be taken apart is a problem: %.20s', (text, problem) => {
  expect(parseText(text)).toEqual({ items: [], problems: [problem] });
});

test('invalid UTF-8 is a problem, 64 levels and brackets in strings are not', () => {
  const bad = new Uint8Array([...new TextEncoder().encode('{"entry":[],"x":"'), 0xff, 0x22, 0x7d]);
  expect(parseText('{"entry":[],"x":"]]]]"}').problems).toEqual([]);
  expect(parseText(`{"entry":[],"x":"\\"${'['.repeat(500)}\\\\"}`).problems).toEqual([]);
  expect(parseText(`{"entry":[],"x":${'['.repeat(63)}${']'.repeat(63)}}`).problems).toEqual([]);
  expect(parseBytes(bad).problems).toEqual(['not valid UTF-8']);
});

test('an empty webhook is no problem', () => {
  expect(parseText('{"object":"whatsapp_business_account","entry":[]}')).toEqual({ items: [], problems: [] });
});

test('the work that one body can cause is bounded', () => {
  const { items, problems } = parse(messagesBody({ statuses: Array<null>(60_000).fill(null) }));
  expect([items.length, problems]).toEqual([50_000, ['more than 50000 items']]);
  const many = parse({ entry: Array<number>(1000).fill(1) });
  expect(many.problems.length).toBe(20);
});
