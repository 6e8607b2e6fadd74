import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ENDINGS,
  judgeFile,
  LIMITS,
  type SendAs,
} from '../../client/dashboard/screens/inbox/composer/attachments/file-rules.ts';
import { isAnswerSince } from '../../client/dashboard/screens/inbox/composer/drafts/answered.ts';
import { type Draft, emptyDraft } from '../../client/dashboard/screens/inbox/composer/drafts/draft.ts';
import { createDrafts, MOST_DRAFTS } from '../../client/dashboard/screens/inbox/composer/drafts/drafts.ts';
import { inputOf, messagesOf } from '../../client/dashboard/screens/inbox/composer/sending/outgoing.ts';
import { FILE_TYPES, sizeLimit } from '../../src/application/media-types.ts';
import { memoryStorage } from './memory-storage.ts';

const FILE = { id: 'med_1', name: 'a.png', size: 10, sendAs: 'image' } as const;

describe('files', () => {
  it('are judged before the upload as the gateway judges them after it', () => {
    for (const kind of Object.keys(ENDINGS) as SendAs[]) {
      const known = FILE_TYPES.filter(({ mediaType }) => mediaType === kind).flatMap(({ endings }) => endings);
      // The endings of a video win where both could be meant.
      const own = known.filter((ending) => kind !== 'audio' || ending !== 'mp4');
      expect([kind, ENDINGS[kind].split(' ').sort()]).toEqual([kind, [...new Set(own)].sort()]);
      expect(LIMITS[kind]).toBe(sizeLimit(kind, true));
    }
  });

  it.each([
    ['photo.JPG', 'image/jpeg', 1, 'image'],
    ['', 'image/png', 1, 'image'],
    ['note.opus', 'audio/ogg', 1, 'audio'],
    ['list.csv', 'application/vnd.ms-excel', 1, 'document'],
  ])('%s of type %s is sent as what it is', (name, type, size, sendAs) => {
    expect(judgeFile({ name, type, size })).toEqual({ sendAs, fault: null });
  });

  it.each([
    ['empty.png', 0, { kind: 'empty' }],
    ['setup.exe', 5, { kind: 'type' }],
    ['no-ending', 5, { kind: 'type' }],
    ['large.png', LIMITS.image + 1, { kind: 'size', most: LIMITS.image }],
  ])('%s of %i bytes is refused', (name, size, fault) => {
    expect(judgeFile({ name, size, type: '' })).toEqual({ sendAs: null, fault });
  });
});

describe('a draft becomes messages', () => {
  const draft = (change: Partial<Draft>): Draft => ({ ...emptyDraft('ui_1'), ...change });

  it('puts the words under the only file', () => {
    expect(messagesOf(draft({ text: ' Look ', files: [FILE], replyTo: 'msg_1' }))).toEqual([
      { key: 'ui_1', replyTo: 'msg_1', content: { kind: 'file', file: FILE, caption: 'Look' } },
    ]);
  });

  it('sends the words by themselves where there is no caption, or several files', () => {
    const audio = { ...FILE, sendAs: 'audio' } as const;
    expect(messagesOf(draft({ text: 'Hear', files: [audio] })).map(({ content }) => content.kind)).toEqual([
      'file',
      'text',
    ]);
    expect(messagesOf(draft({ text: 'x'.repeat(1025), files: [FILE] })).map(({ content }) => content.kind)).toEqual([
      'file',
      'text',
    ]);
    const several = messagesOf(draft({ text: 'All', files: [FILE, FILE], replyTo: 'msg_1' }));
    expect(several.map(({ key, replyTo }) => [key, replyTo])).toEqual([
      ['ui_1', 'msg_1'],
      ['ui_1.1', null],
      ['ui_1.2', null],
    ]);
  });

  it('makes a call of each message that the gateway answers once it is queued', () => {
    const [message] = messagesOf(draft({ text: 'Hi' }));
    if (message === undefined) throw new Error('Nothing is sent.');
    expect(inputOf(message, { conversationId: 'conv_1' })).toEqual({
      kind: 'reply',
      input: {
        to: { conversationId: 'conv_1' },
        idempotencyKey: 'ui_1',
        replyTo: null,
        wait: false,
        content: { text: { body: 'Hi', previewUrl: true } },
      },
    });
  });
});

describe('kept drafts', () => {
  it('come back as they were, each in its conversation', () => {
    const storage = memoryStorage();
    const draft: Draft = {
      ...emptyDraft('ui_a'),
      text: 'مرحبا',
      files: [FILE],
      template: { name: 't', language: 'ar', wabaId: '1', values: { 'body.1': 'x' }, files: { header: FILE } },
      began: { messageId: 'msg_1', createdAt: '2026-01-01T00:00:00.000Z' },
    };
    createDrafts(storage, 'k').put('conv_1', draft);
    expect(createDrafts(storage, 'k').get('conv_1')).toEqual(draft);
    expect(createDrafts(storage, 'k').get('conv_2')).toBeNull();
    createDrafts(storage, 'k').put('conv_1', emptyDraft('ui_b'));
    expect(storage.getItem('k')).toBeNull();
  });

  it('are bounded: the one touched longest ago makes room', () => {
    const drafts = createDrafts(memoryStorage(), 'k');
    for (let n = 0; n <= MOST_DRAFTS; n += 1) drafts.put(`conv_${n}`, { ...emptyDraft(`ui_${n}`), text: 'x' });
    expect([drafts.get('conv_0'), drafts.get(`conv_${MOST_DRAFTS}`)?.text]).toEqual([null, 'x']);
  });

  it('go with their conversation into another, where one that is there stays', () => {
    const drafts = createDrafts(memoryStorage(), 'k');
    const words = (text: string) => ({ ...emptyDraft('ui_a'), text });
    drafts.put('conv_1', words('one'));
    drafts.move('conv_1', 'conv_2');
    drafts.move('conv_none', 'conv_2');
    expect([drafts.get('conv_1'), drafts.get('conv_2')?.text]).toEqual([null, 'one']);
    drafts.put('conv_3', words('three'));
    drafts.move('conv_3', 'conv_2');
    expect([drafts.get('conv_3'), drafts.get('conv_2')?.text]).toEqual([null, 'one']);
  });

  it('are nothing when storage holds nonsense', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const drafts = createDrafts(memoryStorage({ k: JSON.stringify({ conv_1: value }) }), 'k');
        const found = drafts.get('conv_1');
        expect(found === null || typeof found.text === 'string').toBe(true);
      }),
    );
  });
});

describe('an answer since the draft began', () => {
  const began = { messageId: 'msg_1', createdAt: '2026-01-01T10:00:00.000Z' };
  const answer = {
    id: 'msg_2',
    direction: 'OUTBOUND',
    sentBy: 'Zainab',
    createdAt: '2026-01-01T10:00:01.000Z',
    type: 'text',
  } as const;

  it('is what another key wrote later', () => {
    expect(isAnswerSince(answer, began, 'Omar')).toBe(true);
    expect(isAnswerSince({ ...answer, sentBy: null }, began, 'Omar')).toBe(true);
  });

  it.each([
    ['what one wrote oneself', { sentBy: 'Omar' }],
    ['what the customer wrote', { direction: 'INBOUND' } as const],
    ['what stood there before', { createdAt: '2026-01-01T09:59:59.000Z' }],
    ['a reaction', { type: 'reaction' }],
  ])('is not %s', (_what, change) => {
    expect(isAnswerSince({ ...answer, ...change }, began, 'Omar')).toBe(false);
  });
});
