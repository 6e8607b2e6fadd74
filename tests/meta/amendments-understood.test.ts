import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { BASE, contentOf, receive } from './received.ts';

const edit = (message: JsonObject) => contentOf({ type: 'edit', edit: { original_message_id: 'wamid.A', message } });
const edited = { kind: 'edit', originalWhatsappId: 'wamid.A' };

test('an edit names the message and what it now says', () => {
  const content = { kind: 'text', body: 'new', previewUrl: false };
  expect(edit({ type: 'text', text: { body: 'new' } })).toEqual({ ...edited, type: 'text', content });
  const image = edit({ type: 'image', image: { id: '7', caption: 'new' } });
  expect(image).toMatchObject({ ...edited, type: 'image', content: { kind: 'media', mediaId: '7', caption: 'new' } });
});

test('a revoke names the message', () => {
  const item = receive({ ...BASE, type: 'revoke', revoke: { original_message_id: 'wamid.A' } });
  expect([item.type, item.content]).toEqual(['revoke', { kind: 'revoke', originalWhatsappId: 'wamid.A' }]);
});

test.each([
  ['edit', { message: { type: 'text', text: { body: 'x' } } }],
  ['edit', { original_message_id: 'wamid.A' }],
  ['edit', { original_message_id: 'a b', message: { type: 'text' } }],
  ['revoke', { original_message_id: '' }],
  ['revoke', {}],
])('one without its essentials is kept as it came: %s', (type, value) => {
  const item = receive({ ...BASE, type, [type]: value });
  expect([item.type, item.content]).toEqual([type, { kind: 'other', type, value }]);
});

test.each<JsonObject>([
  { type: 'reaction', reaction: { message_id: 'wamid.B', emoji: '👍' } },
  { type: 'revoke', revoke: { original_message_id: 'wamid.B' } },
  { type: 'edit', edit: { original_message_id: 'wamid.B', message: { type: 'text', text: { body: 'x' } } } },
  { type: 'image' },
])('what nothing can be edited into is kept as it came: $type', (message) => {
  const type = message['type'];
  const value = message[String(type)] ?? null;
  expect(edit(message)).toEqual({ ...edited, type, content: { kind: 'other', type, value } });
});
