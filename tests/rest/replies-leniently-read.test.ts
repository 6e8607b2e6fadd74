import { describe, expect, it } from 'vitest';
import { restBench } from './support.ts';

const TO = '9647700000000';
const MEDIA = {
  kind: 'media',
  mediaId: null,
  link: null,
  mimeType: null,
  sha256: null,
  caption: null,
  filename: null,
  voice: false,
  animated: false,
};
const LINK = 'https://example.com/file';

describe('a reply', () => {
  it.each([
    ['a text without a type', { text: 'hi' }, { kind: 'text', body: 'hi', previewUrl: false }],
    ['a number as text', { text: 4711 }, { kind: 'text', body: '4711', previewUrl: false }],
    ['a text with a type', { type: 'text', text: 'hi' }, { kind: 'text', body: 'hi', previewUrl: false }],
    ['a text body', { text: { body: 'hi', preview_url: true } }, { kind: 'text', body: 'hi', previewUrl: true }],
    [
      'an image by link',
      { type: 'image', mediaUrl: LINK, caption: 'c' },
      { ...MEDIA, mediaType: 'image', link: LINK, caption: 'c' },
    ],
    [
      "an image in Meta's shape",
      { type: 'image', image: { link: LINK, caption: 'c' } },
      { ...MEDIA, mediaType: 'image', link: LINK, caption: 'c' },
    ],
    ['an audio by id', { type: 'audio', mediaId: 99 }, { ...MEDIA, mediaType: 'audio', mediaId: '99' }],
    [
      'a voice note',
      { type: 'audio', audio: { id: '9', voice: true } },
      { ...MEDIA, mediaType: 'audio', mediaId: '9', voice: true },
    ],
    ['a video', { type: 'video', mediaUrl: LINK }, { ...MEDIA, mediaType: 'video', link: LINK }],
    [
      'a document',
      { type: 'document', mediaUrl: LINK, filename: 'a.pdf' },
      { ...MEDIA, mediaType: 'document', link: LINK, filename: 'a.pdf' },
    ],
    ['a sticker', { type: 'sticker', mediaId: '9' }, { ...MEDIA, mediaType: 'sticker', mediaId: '9' }],
    [
      'a location',
      { type: 'location', location: { latitude: '33.3', longitude: 44.4, name: 'Office' } },
      { kind: 'location', latitude: 33.3, longitude: 44.4, name: 'Office', address: null },
    ],
    [
      'contacts',
      { type: 'contacts', contacts: [{ name: { formatted_name: 'A' } }] },
      { kind: 'contacts', contacts: [{ name: { formatted_name: 'A' } }] },
    ],
    [
      'buttons',
      { type: 'interactive', interactive: { type: 'button' } },
      { kind: 'interactive', interactive: { type: 'button' } },
    ],
    [
      'a reaction',
      { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } },
      { kind: 'reaction', whatsappId: 'wamid.1', emoji: '👍' },
    ],
    [
      'a reaction taken back',
      { type: 'reaction', reaction: { messageId: 'msg_1', emoji: '' } },
      { kind: 'reaction', whatsappId: 'msg_1', emoji: null },
    ],
  ])('is read from %s', async (_name, message, content) => {
    const bench = await restBench();
    const answer = await bench.reply({ to: TO, ...message });
    expect(answer.json()).toMatchObject({ success: true, warnings: [] });
    expect(bench.replies[0]?.content).toEqual(content);
  });

  it('lists what it cannot use, so that nothing is dropped in silence', async () => {
    const bench = await restBench();
    const answer = await bench.reply({ to: TO, text: 'hi', mediaUrl: LINK, filename: 'x', texxt: 'y' });
    expect(answer.json().warnings).toEqual([
      { field: 'message.texxt', didYouMean: 'message.text' },
      { field: 'message.mediaUrl', didYouMean: null },
      { field: 'message.filename', didYouMean: null },
    ]);
  });

  it.each([
    ['an unknown type', { type: 'gif', mediaUrl: LINK }, 'message.type', 'text, image, audio, video'],
    ['a template', { type: 'template' }, 'message.type', '/api/v1/whatsapp/send'],
    ['neither type nor text', {}, 'message.text', '`message.text` or `message.type`'],
    ['a misspelt text', { txt: 'hi' }, 'message.text', '`message.txt`'],
    ['a misspelt link', { type: 'image', media_url: LINK }, 'message.mediaUrl', '`message.media_url`'],
    [
      "a misspelt link in Meta's shape",
      { type: 'image', image: { lnk: LINK } },
      'message.image.link',
      '`message.image.lnk`',
    ],
    ['no media', { type: 'image' }, 'message.mediaUrl', '`message.mediaUrl` or `message.mediaId`'],
    ['no text', { type: 'text' }, 'message.text', '`message.text`'],
    ['an empty text object', { text: {} }, 'message.text.body', '`message.text.body`'],
    ['a text that is a list', { text: ['hi'] }, 'message.text', 'string'],
    ['no location', { type: 'location' }, 'message.location', '`message.location`'],
    ['half a location', { type: 'location', location: { latitude: 1 } }, 'message.location', ''],
    ['no contacts', { type: 'contacts' }, 'message.contacts', ''],
    ['no buttons', { type: 'interactive' }, 'message.interactive', ''],
    ['no reaction', { type: 'reaction' }, 'message.reaction', ''],
  ])('refuses %s, naming the field', async (_name, message, field, named) => {
    const bench = await restBench();
    const answer = await bench.reply({ to: TO, ...message });
    expect(answer.statusCode).toBe(400);
    const { error } = answer.json();
    expect(error.field).toMatch(new RegExp(`^${field.replaceAll('.', '\\.')}`));
    expect(`${error.message} ${error.action}`).toContain(named);
    expect(bench.replies).toEqual([]);
  });
});
