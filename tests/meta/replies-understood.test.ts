import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { contentOf } from './received.ts';

test('taps of every kind are interactive replies', () => {
  const reply = { kind: 'interactive_reply', id: null, title: null, description: null, response: null };
  const interactive = (value: JsonObject) => contentOf({ type: 'interactive', interactive: value });
  expect(interactive({ type: 'button_reply', button_reply: { id: 'b1', title: 'Yes' } })).toEqual({
    ...reply,
    replyType: 'button_reply',
    id: 'b1',
    title: 'Yes',
  });
  expect(interactive({ type: 'list_reply', list_reply: { id: 'r1', title: 'Row', description: 'of two' } })).toEqual({
    ...reply,
    replyType: 'list_reply',
    id: 'r1',
    title: 'Row',
    description: 'of two',
  });
  const nfm = { name: 'flow', body: 'Sent', response_json: '{"a":1}' };
  expect(interactive({ type: 'nfm_reply', nfm_reply: nfm })).toEqual({
    ...reply,
    replyType: 'nfm_reply',
    title: 'Sent',
    response: '{"a":1}',
    name: 'flow',
    bodyText: 'Sent',
    answers: { a: 1 },
  });
  const permission = { response: 'accept', response_source: 'user_action' };
  expect(interactive({ type: 'call_permission_reply', call_permission_reply: permission })).toEqual({
    ...reply,
    replyType: 'call_permission_reply',
    response: JSON.stringify(permission),
    callPermission: { response: 'accept', permanent: false, expiresAt: null, source: 'user_action' },
  });
  expect(contentOf({ type: 'button', button: { payload: 'STOP', text: 'Stop' } })).toEqual({
    ...reply,
    replyType: 'button',
    id: 'STOP',
    title: 'Stop',
  });
});

test('a permission to call says for how long', () => {
  const permission = { response: 'accept', is_permanent: true, expiration_timestamp: '1760000000' };
  const interactive = { type: 'call_permission_reply', call_permission_reply: permission };
  expect(contentOf({ type: 'interactive', interactive })).toMatchObject({
    callPermission: { response: 'accept', permanent: true, expiresAt: '2025-10-09T08:53:20.000Z', source: null },
  });
});

const answersIn = (response_json: string) => {
  const content = contentOf({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json } } });
  if (content.kind !== 'interactive_reply') throw new Error(`expected a reply, got ${content.kind}`);
  expect(content.response).toBe(response_json);
  return content.answers;
};

test.each([
  ['no JSON', '{"a":'],
  ['nested beyond reason', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
])('answers of a flow that are %s stay text', (_what, response) => {
  expect(answersIn(response)).toBeUndefined();
});

test('long numbers in the answers of a flow lose no digit, and odd names stay names', () => {
  expect(answersIn('{"card":12345678901234567890}')).toEqual({ card: '12345678901234567890' });
  expect(Object.keys(Object(answersIn('{"__proto__":1}')))).toEqual(['__proto__']);
});
