import { expect, test } from 'vitest';
import type { InboundMessage } from '../../src/domain/inbound.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { messagesBody, only, parse } from './support.ts';

const NOTHING_TOLD = {
  kind: 'system',
  body: null,
  phone: null,
  userId: null,
  parentUserId: null,
  previousUserId: null,
  previousParentUserId: null,
  identity: null,
};
const NOBODY = { phone: null, userId: null, parentUserId: null, username: null, name: null };

/** A system message has no `contacts` beside it. */
function told(system: JsonObject, more: JsonObject = {}): InboundMessage {
  const message = { id: 'wamid.S', timestamp: '1760000000', type: 'system', system, ...more };
  const { items, problems } = parse(messagesBody({ messages: [message] }));
  expect(problems).toEqual([]);
  const item = only(items);
  if (item.kind !== 'message') throw new Error(`expected a message, got a ${item.kind}`);
  return item;
}

test('a change of number tells who it was, who it is, and keeps the words', () => {
  const system = { type: 'user_changed_number', body: 'Ali changed from A to B', wa_id: '9647700000009' };
  const item = told(
    { ...system, user_id: 'IQ.9', parent_user_id: 'IQ.ENT.9', previous_user_id: 'IQ.1' },
    { from: '9647700000001' },
  );
  const ids = { phone: '+9647700000009', userId: 'IQ.9', parentUserId: 'IQ.ENT.9' };
  expect(item.type).toBe('system');
  expect(item.content).toEqual({
    ...NOTHING_TOLD,
    ...ids,
    change: 'user_changed_number',
    body: 'Ali changed from A to B',
    previousUserId: 'IQ.1',
  });
  expect(item.change).toEqual({
    before: { ...NOBODY, phone: '+9647700000001', userId: 'IQ.1' },
    after: { ...NOBODY, ...ids },
  });
});

test('a change of user id leaves the phone as it is', () => {
  const system = { type: 'user_changed_user_id', user_id: 'IQ.9', previous_user_id: 'IQ.1' };
  expect(told(system, { from: '9647700000001' }).change).toEqual({
    before: { ...NOBODY, phone: '+9647700000001', userId: 'IQ.1' },
    after: { ...NOBODY, phone: '+9647700000001', userId: 'IQ.9' },
  });
  expect(told(system).change).toEqual({
    before: { ...NOBODY, userId: 'IQ.1' },
    after: { ...NOBODY, userId: 'IQ.9' },
  });
});

test('a new phone that stands in `from` does not say who it was', () => {
  const system = { type: 'user_changed_number', wa_id: '9647700000009', previous_user_id: 'IQ.1' };
  expect(told(system, { from: '9647700000009' }).change?.before).toEqual({ ...NOBODY, userId: 'IQ.1' });
});

test('the older name of the number and of the change are understood', () => {
  const system = { type: 'customer_changed_number', new_wa_id: '9647700000009' };
  expect(told(system, { from: '9647700000001' }).change?.after).toEqual({ ...NOBODY, phone: '+9647700000009' });
});

test('a changed device key is told and changes nobody', () => {
  const identity = { acknowledged: 'true', created_timestamp: 1760000000, hash: 'DF2lS5v2W6x=' };
  const item = told({ type: 'customer_identity_changed', identity }, { from: '9647700000001' });
  expect(item.content).toEqual({
    ...NOTHING_TOLD,
    change: 'customer_identity_changed',
    identity: { hash: 'DF2lS5v2W6x=', createdAt: '1760000000' },
  });
  expect(item.change).toBeUndefined();
  expect(item.from.phone).toBe('+9647700000001');
});

test.each([
  ['no new id', { type: 'user_changed_number' }, { from: '9647700000001' }],
  ['nobody', { type: 'user_changed_number', wa_id: '9647700000009' }, {}],
  ['a group', { type: 'user_changed_number', wa_id: '12036302-1' }, { from: '9647700000001' }],
  ['another kind', { type: 'user_moved_house', wa_id: '9647700000009' }, { from: '9647700000001' }],
  ['ids that are none', { type: 'user_changed_user_id', user_id: { no: 1 }, previous_user_id: 7 }, { from: '96477' }],
])('news that name %s change nobody', (_what, system, more) => {
  const item = told(system, more);
  expect(item.change).toBeUndefined();
  expect(item.content).toMatchObject({ kind: 'system', change: system.type });
});

test('news without a name, and without an object, are kept as they came', () => {
  expect(told({ body: 'x' }).content).toEqual({ kind: 'other', type: 'system', value: { body: 'x' } });
  const { items } = parse(messagesBody({ messages: [{ id: 'wamid.S', type: 'system' }] }));
  expect(only(items)).toMatchObject({ type: 'system', content: { kind: 'other', value: null } });
});

test('a sentence without end is cut', () => {
  const { content } = told({ type: 'user_changed_number', body: 'x'.repeat(10_000) });
  expect(content.kind === 'system' && content.body?.length).toBe(4_097);
});
