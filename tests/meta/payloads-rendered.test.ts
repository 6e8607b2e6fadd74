import { expect, test } from 'vitest';
import { renderPayload } from '../../src/adapters/meta/payloads.ts';
import type { MediaContent, MediaType, MessageContent } from '../../src/domain/message.ts';

const TO = { phone: '+9647700000001' };
const ENVELOPE = { messaging_product: 'whatsapp', recipient_type: 'individual', to: '+9647700000001' };

const render = (content: MessageContent, replyTo: string | null = null) => renderPayload({ to: TO, content, replyTo });

function media(mediaType: MediaType, more: Partial<MediaContent> = {}): MediaContent {
  const none = { mediaId: null, link: null, mimeType: null, sha256: null, caption: null, filename: null };
  return { kind: 'media', mediaType, ...none, voice: false, animated: false, ...more };
}

test('a text goes to E.164 with its plus and quotes what it answers', () => {
  expect(render({ kind: 'text', body: 'Hi', previewUrl: false })).toEqual({
    ...ENVELOPE,
    type: 'text',
    text: { body: 'Hi' },
  });
  expect(render({ kind: 'text', body: 'Hi', previewUrl: true }, 'wamid.Q')).toMatchObject({
    text: { body: 'Hi', preview_url: true },
    context: { message_id: 'wamid.Q' },
  });
});

test('a phone that lost its plus gets it back, a user id goes as recipient', () => {
  const content = { kind: 'text', body: 'x', previewUrl: false } as const;
  expect(renderPayload({ to: { phone: '9647700000001' }, content, replyTo: null })).toMatchObject({
    to: '+9647700000001',
  });
  const byUserId = renderPayload({ to: { userId: 'IQ.777' }, content, replyTo: null });
  expect(byUserId).toMatchObject({ recipient: 'IQ.777' });
  expect(byUserId).not.toHaveProperty('to');
});

test('media go by id or link with what their type allows', () => {
  const all = { caption: 'c', filename: 'f.pdf', voice: true };
  expect(render(media('image', { mediaId: '1', ...all }))).toMatchObject({ image: { id: '1', caption: 'c' } });
  const value = (type: MediaType) => render(media(type, { link: 'https://x.test/a', ...all }))[type];
  expect(value('image')).toEqual({ link: 'https://x.test/a', caption: 'c' });
  expect(value('video')).toEqual({ link: 'https://x.test/a', caption: 'c' });
  expect(value('document')).toEqual({ link: 'https://x.test/a', caption: 'c', filename: 'f.pdf' });
  expect(value('audio')).toEqual({ link: 'https://x.test/a', voice: true });
  expect(value('sticker')).toEqual({ link: 'https://x.test/a' });
});

test('location, contacts and interactive are rendered', () => {
  const place = { kind: 'location', latitude: 33.3, longitude: -44.5, name: 'Baghdad', address: null } as const;
  expect(render(place)).toMatchObject({ location: { latitude: '33.3', longitude: '-44.5', name: 'Baghdad' } });
  const contacts = [{ name: { formatted_name: 'Ali' } }];
  expect(render({ kind: 'contacts', contacts })).toMatchObject({ type: 'contacts', contacts });
  const interactive = { type: 'button', body: { text: 'x' } };
  expect(render({ kind: 'interactive', interactive })).toMatchObject({ type: 'interactive', interactive });
});

test('a reaction is taken back by an empty emoji and is never a reply', () => {
  const payload = render({ kind: 'reaction', whatsappId: 'wamid.X', emoji: null }, 'wamid.Q');
  expect(payload).toEqual({ ...ENVELOPE, type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '' } });
});

test('a template has its language and, only when there are any, components', () => {
  const template = { kind: 'template', name: 'hello_world', language: 'en_US' } as const;
  expect(render({ ...template, components: [] })).toEqual({
    ...ENVELOPE,
    type: 'template',
    template: { name: 'hello_world', language: { code: 'en_US' } },
  });
  const components = [{ type: 'body', parameters: [{ type: 'text', text: '1' }] }];
  expect(render({ ...template, components })).toMatchObject({ template: { components } });
});

test('no type can redirect a message or change its envelope', () => {
  const evil = render({ kind: 'other', type: 'to', value: '+15550001111' });
  expect(evil).toMatchObject({ to: '+9647700000001', type: 'to' });
});

test('what only people send is refused', () => {
  const reply = { kind: 'interactive_reply', replyType: 'button', id: null, title: null } as const;
  expect(() => render({ ...reply, description: null, response: null })).toThrow(TypeError);
});
