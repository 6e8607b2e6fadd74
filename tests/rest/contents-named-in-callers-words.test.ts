import { describe, expect, it } from 'vitest';
import { checkContent, checkQuote } from '../../src/application/content.ts';
import { record, restBench } from './support.ts';

const TO = '9647700000000';
const LONG = 'x'.repeat(5_000);
const LINK = 'https://example.com/file';

/** REST before the application's own checks, without a store. */
const checkedBench = () =>
  restBench({
    send: async (command) => {
      if (!('content' in command)) throw new Error('this is no reply');
      checkContent(command.content);
      checkQuote(command.content, command.replyTo);
      return record();
    },
  });

describe('a refused reply', () => {
  it.each<[string, object, string]>([
    ['a text', { text: LONG }, 'message.text'],
    ['a text object', { text: { body: LONG } }, 'message.text.body'],
    ['a link', { type: 'image', mediaUrl: 'ftp://a' }, 'message.mediaUrl'],
    ["a link in Meta's shape", { type: 'image', image: { link: 'ftp://a' } }, 'message.image.link'],
    ['a link beside an id', { type: 'image', mediaUrl: LINK, mediaId: '1' }, 'message.mediaUrl'],
    ['a caption', { type: 'image', mediaUrl: LINK, caption: LONG }, 'message.caption'],
    ["a caption in Meta's shape", { type: 'image', image: { link: LINK, caption: LONG } }, 'message.image.caption'],
    ['a caption beside an object', { type: 'image', image: { link: LINK }, caption: LONG }, 'message.caption'],
    ['a file name', { type: 'document', mediaUrl: LINK, filename: LONG }, 'message.filename'],
    ["an image's file name", { type: 'image', image: { link: LINK, filename: 'a' } }, 'message.image.filename'],
    ['a latitude', { type: 'location', location: { latitude: 91, longitude: 0 } }, 'message.location.latitude'],
    ['a card', { type: 'contacts', contacts: [{ name: {} }] }, 'message.contacts[0].name.formatted_name'],
    ['an emoji', { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: 'x' } }, 'message.reaction.emoji'],
    ['no target', { type: 'reaction', reaction: { emoji: '👍' } }, 'message.reaction.message_id'],
    [
      'a quoting reaction',
      { type: 'reaction', reaction: { messageId: 'wamid.1' }, replyTo: 'wamid.2' },
      'message.replyTo',
    ],
    [
      "a reaction quoting in Meta's words",
      { type: 'reaction', reaction: { message_id: 'wamid.1' }, context: { message_id: 'wamid.2' } },
      'message.context.message_id',
    ],
    ['buttons', { type: 'interactive', interactive: { type: 'button', action: {} } }, 'message.interactive.body'],
    ['a newer type with an address', { type: 'pin', pin: { to: '1' } }, 'message.pin.to'],
    ['a newer type with a token', { type: 'pin', pin: { a: { access_token: 'E' } } }, 'message.pin.a.access_token'],
    ['an envelope as a type', { type: 'status', status: {} }, 'message.type'],
  ])('names the field as it was written: %s', async (_name, message, field) => {
    const bench = await checkedBench();
    const answer = await bench.reply({ to: TO, ...message });
    expect([answer.statusCode, answer.json().error.field]).toEqual([400, field]);
  });
});

describe("a type that is newer than this gateway, in Meta's shape", () => {
  it('is let through as it came, without a warning', async () => {
    const bench = await checkedBench();
    const pin = { type: 'pin', message_id: 'wamid.1', expiration_days: 7 };
    const answer = await bench.reply({ to: TO, type: 'pin', pin });
    expect(answer.json()).toMatchObject({ success: true, warnings: [] });
    expect(bench.replies[0]?.content).toEqual({ kind: 'other', type: 'pin', value: pin });
  });

  it.each([
    ['a misspelt type', { type: 'imagee', imagee: { link: LINK } }, 'Did you mean image?'],
    ['a type of other letters', { type: 'Contact', Contact: {} }, 'Did you mean contacts?'],
    ['a misspelt template', { type: 'templates', templates: {} }, 'Did you mean template?'],
    ['a type without its object', { type: 'pin' }, 'its object beside it'],
    ['a type whose object is a text', { type: 'pin', pin: 'wamid.1' }, 'its object beside it'],
    ['a type that is another field', { type: 'context', context: { message_id: 'wamid.1' } }, 'Use one of'],
    ['a template', { type: 'template', template: { name: 'a' } }, '/api/v1/whatsapp/send'],
  ])('is not taken for one: %s', async (_name, message, said) => {
    const bench = await checkedBench();
    const answer = await bench.reply({ to: TO, ...message });
    expect([answer.statusCode, answer.json().error.field]).toEqual([400, 'message.type']);
    expect(answer.json().error.action).toContain(said);
    expect(bench.replies).toEqual([]);
  });
});
