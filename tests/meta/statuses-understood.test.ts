import { expect, test } from 'vitest';
import type { InboundStatus } from '../../src/domain/inbound.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { messagesBody, NUMBER_ID, only, parse } from './support.ts';

const BASE = { id: 'wamid.OUT1', status: 'sent', timestamp: '1760000000', recipient_id: '9647700000001' };

const items = (statuses: JsonObject[], more: JsonObject = {}) => parse(messagesBody({ statuses, ...more })).items;

function status(element: JsonObject, more: JsonObject = {}): InboundStatus {
  const item = only(items([element], more));
  if (item.kind !== 'status') throw new Error(`expected a status, got a ${item.kind}`);
  return item;
}

test('a status arrives with recipient, price, handle and raw', () => {
  const element = {
    ...BASE,
    biz_opaque_callback_data: 'msg_a1:1',
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
  };
  expect(status(element)).toEqual({
    kind: 'status',
    key: `s|${NUMBER_ID}|wamid.OUT1|SENT|`,
    phoneNumberId: NUMBER_ID,
    at: 1_760_000_000_000,
    raw: element,
    whatsappId: 'wamid.OUT1',
    status: 'SENT',
    recipient: { phone: '+9647700000001', userId: null, parentUserId: null, username: null, name: null },
    participant: '',
    error: null,
    pricing: { billable: true, model: 'PMP', type: 'regular', category: 'utility' },
    handle: 'msg_a1:1',
  });
});

test.each([
  ['sent', 'SENT'],
  ['delivered', 'DELIVERED'],
  ['read', 'READ'],
  ['played', 'PLAYED'],
  ['failed', 'FAILED'],
])('the word %s is understood', (word, expected) => {
  expect(status({ ...BASE, status: word }).status).toBe(expected);
});

test("a failure is explained with Meta's own title and details", () => {
  const errors = [
    { code: 131047, title: 'Re-engagement message', message: 'x', error_data: { details: 'more than 24 hours' } },
  ];
  const { error } = status({ ...BASE, status: 'failed', errors });
  expect(error).toMatchObject({
    code: 131047,
    title: 'Re-engagement message',
    details: 'more than 24 hours',
    retryable: false,
  });
  expect(error?.action).toContain('template');
});

test('payments, calls and words of the future are kept as notices', () => {
  const strange = [
    { ...BASE, type: 'payment', status: 'failed' },
    { ...BASE, type: 'call', status: 'RINGING' },
    { ...BASE, status: 'teleported' },
    { ...BASE, status: 'constructor' },
    { status: 'sent' },
    { ...BASE, id: 'wamid with spaces' },
    { ...BASE, recipient_participant_id: 'a|b' },
  ];
  const found = items(strange);
  expect(found.map(({ kind }) => kind)).toEqual(strange.map(() => 'notice'));
  expect(found.map(({ raw }) => raw)).toEqual(
    strange.map((element) => ({ field: 'messages', value: { statuses: [element] } })),
  );
  expect(new Set(found.map(({ key }) => key)).size).toBe(strange.length);
});

test('each member of a group has a status of their own, however Meta spells the key', () => {
  const group = { ...BASE, recipient_id: 'Y2FwaV9ncm91cDox', recipient_type: 'group', status: 'delivered' };
  const found = items([
    { ...group, recipient_participant_id: '15550000001' },
    { ...group, participant_recipient_id: '15550000002' },
    { ...group, recipient_participant_user_id: 'US.3' },
    group,
  ]);
  expect(found.map((item) => item.kind === 'status' && [item.participant, item.recipient.phone])).toEqual([
    ['15550000001', '+15550000001'],
    ['15550000002', '+15550000002'],
    ['US.3', null],
    ['', null],
  ]);
  expect(new Set(found.map(({ key }) => key)).size).toBe(4);
});

test('a recipient may be known by a user id alone, under both names of the parent id', () => {
  const { recipient_id: _phone, ...base } = BASE;
  const element = { ...base, recipient_user_id: 'IQ.1', parent_recipient_user_id: 'IQ.ENT.2' };
  const contacts = [{ profile: { username: 'noor' }, user_id: 'IQ.1' }];
  expect(status(element, { contacts }).recipient).toEqual({
    phone: null,
    userId: 'IQ.1',
    parentUserId: 'IQ.ENT.2',
    username: 'noor',
    name: null,
  });
});

test('a price nested in the conversation is found', () => {
  const conversation = { id: 'c', pricing: { pricing_model: 'PMP', category: 'marketing_lite' } };
  expect(status({ ...BASE, conversation }).pricing).toEqual({
    billable: null,
    model: 'PMP',
    type: null,
    category: 'marketing_lite',
  });
});
