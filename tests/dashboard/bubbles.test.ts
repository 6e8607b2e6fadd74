import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf } from '../../client/dashboard/screens/inbox/bubble/clock.ts';
import { kindOfFile } from '../../client/dashboard/screens/inbox/bubble/media-kind.ts';
import { picturesOf } from '../../client/dashboard/screens/inbox/bubble/pictures.ts';
import { resendOf } from '../../client/dashboard/screens/inbox/bubble/resend.ts';
import { sheetOfInteractive, sheetOfPreview } from '../../client/dashboard/screens/inbox/bubble/sheet.ts';
import { snippetOf } from '../../client/dashboard/screens/inbox/snippet.ts';
import type { ThreadMessage } from '../../client/dashboard/screens/inbox/thread/thread-model.ts';

const media = (change: object = {}) => ({
  __typename: 'MediaContent',
  ...{ mediaType: 'image', media: null, mediaId: null, link: null, caption: null, filename: null, voice: false },
  ...change,
});
const message = (content: object | null, change: object = {}) =>
  ({
    id: 'msg_1',
    type: 'text',
    text: null,
    revokedAt: null,
    replyTo: null,
    reference: null,
    content,
    ...change,
  }) as ThreadMessage;

describe('an interactive message', () => {
  it('shows its buttons, or what its list opens', () => {
    const buttons = {
      type: 'button',
      body: { text: 'Size?' },
      action: { buttons: [{ reply: { id: 's', title: 'S' } }] },
    };
    expect(sheetOfInteractive(buttons)).toMatchObject({ body: 'Size?', buttons: [{ kind: 'reply', text: 'S' }] });
    const rows = [{ id: 'b', title: 'Baghdad', description: 'capital' }];
    const list = { type: 'list', action: { button: 'Choose', sections: [{ title: 'Cities', rows }] } };
    expect(sheetOfInteractive(list)).toMatchObject({
      buttons: [{ kind: 'list', text: 'Choose' }],
      sections: [{ title: 'Cities', rows: [{ title: 'Baghdad', description: 'capital' }] }],
    });
  });

  it('shows the cards of a carousel', () => {
    const card = { header: { type: 'image', image: { id: 'med_1' } }, body: { text: 'One' }, action: {} };
    const { cards } = sheetOfInteractive({ type: 'carousel', action: { cards: [card] } });
    expect(cards).toMatchObject([{ header: { kind: 'image', mediaId: 'med_1' }, body: 'One' }]);
  });

  it.each([
    [{ type: 'cta_url', action: { parameters: { display_text: 'Go', url: 'https://a.example' } } }, 'url', 'Go'],
    [{ type: 'flow', action: { parameters: { flow_cta: 'Book' } } }, 'flow', 'Book'],
    [{ type: 'location_request_message', action: { name: 'send_location' } }, 'location', null],
    [{ type: 'product_list', action: {} }, 'catalog', null],
  ])('of kind %o has its one button', (interactive, kind, text) => {
    expect(sheetOfInteractive(interactive).buttons).toMatchObject([{ kind, text }]);
  });

  it('of any shape whatever is shown as far as it is understood', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Object.keys(sheetOfInteractive(value))).toHaveLength(7);
        expect(sheetOfInteractive({ type: value, header: value, body: value, action: value })).toBeDefined();
      }),
    );
  });
});

it('shows a template as its person saw it, a file by our id alone', () => {
  const preview = (header: object | null) =>
    ({ header, body: { text: 'Hi' }, footer: null, buttons: [], cards: [], offer: null }) as Parameters<
      typeof sheetOfPreview
    >[0];
  const image = (id: string) => ({ format: 'IMAGE', text: null, value: { type: 'image', image: { id } } });
  expect(sheetOfPreview(preview({ format: 'TEXT', text: 'Head', value: null })).header).toEqual({
    kind: 'text',
    text: 'Head',
  });
  expect(sheetOfPreview(preview(image('med_1'))).header).toMatchObject({ kind: 'image', mediaId: 'med_1' });
  expect(sheetOfPreview(preview(image('../../session'))).header).toMatchObject({ kind: 'image', mediaId: null });
});

describe('the same message once more', () => {
  it('goes to the same person under a key that follows from it, so that it goes once', () => {
    const failed = message({ __typename: 'TextContent', body: 'hi', previewUrl: false }, { replyTo: { id: 'msg_0' } });
    const again = resendOf(failed, 'conv_1');
    expect(again).toEqual({
      kind: 'reply',
      input: {
        to: { conversationId: 'conv_1' },
        content: { text: { body: 'hi', previewUrl: false } },
        ...{ replyTo: 'msg_0', reference: null, idempotencyKey: 'ui_again_msg_1', wait: false },
      },
    });
    expect(resendOf(failed, 'conv_1')).toEqual(again);
  });

  it('carries its file, and its template with what filled it', () => {
    const file = message(media({ mediaType: 'document', media: { id: 'med_1' }, filename: 'a.pdf' }));
    expect(resendOf(file, 'c')?.input).toMatchObject({ content: { document: { id: 'med_1', filename: 'a.pdf' } } });
    const linked = message(media({ link: 'https://a.example/a.jpg', caption: 'x' }));
    expect(resendOf(linked, 'c')?.input).toMatchObject({
      content: { image: { link: 'https://a.example/a.jpg', caption: 'x' } },
    });
    const template = { __typename: 'TemplateContent', name: 'hello', language: 'ar', components: [{ type: 'body' }] };
    expect(resendOf(message(template), 'c')).toMatchObject({
      kind: 'template',
      input: { template: { name: 'hello', language: 'ar', components: [{ type: 'body' }] } },
    });
  });

  it('is not offered where it cannot be told again', () => {
    expect(resendOf(message(media()), 'c')).toBeNull();
    expect(resendOf(message({ __typename: 'ReactionContent', emoji: '👍' }), 'c')).toBeNull();
  });
});

describe('a line about a message', () => {
  it.each([
    [message({ __typename: 'TextContent' }, { text: '*Hi*\nthere' }), 'text', 'Hi there'],
    [message(media(), { text: 'look' }), 'image', 'look'],
    [message(media({ mediaType: 'audio', voice: true })), 'voice', null],
    [message(media({ mediaType: 'document', filename: 'a.pdf' })), 'document', 'a.pdf'],
    [message({ __typename: 'TemplateContent', name: 'hello' }), 'template', 'hello'],
    [message({ __typename: 'TextContent' }, { text: 'gone', revokedAt: '2026-05-03T12:00:00.000Z' }), 'deleted', null],
    [message(null, { type: 'unknown' }), 'unsupported', null],
  ])('%# says its kind and its words', (told, kind, text) => {
    expect(snippetOf(told)).toEqual({ kind, text });
  });
});

describe('files', () => {
  it('are leafed through as far as they are here and were not deleted', () => {
    const ready = { state: 'READY', url: '/a', filename: null };
    const here = message(media({ media: ready }), { id: 'msg_here' });
    const gone = message(media({ media: ready }), { revokedAt: 'x' });
    const pending = message(media({ media: { ...ready, state: 'PENDING', url: null } }));
    expect(picturesOf([here, gone, pending, message(null)]).map(({ id }) => id)).toEqual(['msg_here']);
  });

  it.each([
    ['invoice.PDF', null, 'PDF'],
    ['no ending', 'application/vnd.ms-excel', 'MS-EXCEL'],
    [null, null, 'FILE'],
    ['<svg onload=1>', 'x', 'FILE'],
  ])('%s of type %s are called %3$s', (name, type, kind) => {
    expect(kindOfFile(name, type)).toBe(kind);
  });

  it('are played by a clock in Latin digits', () => {
    expect([0, 5, 65.4, 3_600, -1].map(clockOf)).toEqual(['0:00', '0:05', '1:05', '60:00', '0:00']);
  });
});
