import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboundItem, InboundMessage } from '../../src/domain/inbound.ts';
import { type MessageContent, textOf } from '../../src/domain/message.ts';
import {
  ALI,
  acceptedAs,
  draft,
  inbound,
  NOW,
  NUMBER,
  OTHER_NUMBER,
  OTHER_TENANT,
  person,
  routed,
  text,
} from '../ports/fixtures.ts';
import { MemoryRows } from './memory-rows.ts';

const SECOND = 1_000;
const ORIGINAL = 'wamid.original';
const ZAINAB = person({ phone: '+9647707654321' });

const IMAGE = {
  kind: 'media',
  mediaType: 'image',
  link: null,
  mimeType: null,
  sha256: null,
  filename: null,
  voice: false,
  animated: false,
} as const;
const image = (caption: string | null, mediaId: string | null): MessageContent => ({ ...IMAGE, caption, mediaId });

const videoEdit: MessageContent = {
  kind: 'edit',
  originalWhatsappId: ORIGINAL,
  type: 'video',
  content: { ...IMAGE, mediaType: 'video', caption: 'second', mediaId: '2' },
};

function edit(id: string, content: MessageContent, more: Partial<InboundMessage> = {}): InboundMessage {
  const type = content.kind === 'media' ? content.mediaType : 'text';
  const edited = { kind: 'edit', originalWhatsappId: ORIGINAL, type, content } as const;
  return inbound(id, ALI, { type: 'edit', content: edited, at: NOW + SECOND, ...more });
}

function revoke(id: string, more: Partial<InboundMessage> = {}): InboundMessage {
  return inbound(id, ALI, {
    ...{ type: 'revoke', content: { kind: 'revoke', originalWhatsappId: ORIGINAL }, at: NOW + SECOND },
    ...more,
  });
}

function told(...batches: readonly (readonly InboundItem[])[]): MemoryRows {
  const rows = new MemoryRows(NOW);
  for (const batch of batches) rows.append(batch.map((item) => ({ ...routed(item), freshId: `of_${item.key}` })));
  return rows;
}

const recordOf = (rows: MemoryRows, whatsappId = ORIGINAL) =>
  [...rows.messages.values()].find(({ record }) => record.whatsappId === whatsappId)?.record;

/** What a message says; its place in the log and the ids around it come from what arrived first. */
function saying(rows: MemoryRows) {
  const { seq: _seq, contact: _contact, conversationId: _conversation, ...said } = recordOf(rows) ?? {};
  return said;
}

const originals = fc.constantFrom(
  inbound(ORIGINAL, ALI, { content: text('first') }),
  inbound(ORIGINAL, ALI, { type: 'image', content: image('first', '1') }),
);
const amendments = fc.array(fc.constantFrom('text', 'image', 'revoke', 'stranger'), { maxLength: 6 }).map((kinds) =>
  kinds.map((kind, i) => {
    const at = NOW + (i + 1) * SECOND;
    if (kind === 'revoke') return revoke(`wamid.${i}`, { at });
    if (kind === 'image') return edit(`wamid.${i}`, image(`caption ${i}`, i % 2 === 0 ? `${i}` : null), { at });
    return edit(`wamid.${i}`, text(`text ${i}`), { at, ...(kind === 'stranger' && { from: ZAINAB }) });
  }),
);

/** What is left of a message by the rule: its author's last edit of its own kind, and the first revoke. */
function left(original: InboundMessage, later: readonly InboundMessage[]) {
  const own = later.filter(({ from }) => from === ALI);
  const last = own.findLast(({ content }) => content.kind === 'edit' && content.type === original.type);
  const revoked = own.find(({ type }) => type === 'revoke');
  const iso = (item: InboundMessage | undefined) => (item === undefined ? undefined : new Date(item.at).toISOString());
  return { words: textOf((last ?? original).content), editedAt: iso(last), revokedAt: iso(revoked) };
}

it('a message, its edits and its revokes end the same in any order, repeated and cut anywhere', () => {
  const histories = fc.tuple(originals, amendments).chain(([original, later]) => {
    const all = [original, ...later];
    const shuffled = fc
      .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all))
      .map(([once, again]) => [...once, ...again]);
    const rule = left(original, later);
    return fc.tuple(fc.constant({ all, rule }), shuffled, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 20 }));
  });
  fc.assert(
    fc.property(histories, ([{ all, rule }, retelling, sizes]) => {
      const batches: InboundItem[][] = [];
      for (let from = 0; from < retelling.length; from += sizes[batches.length - 1] ?? 1) {
        batches.push(retelling.slice(from, from + (sizes[batches.length] ?? 1)));
      }
      const [inOrder, retold] = [told(all), told(...batches)];
      expect(saying(retold)).toEqual(saying(inOrder));
      const { text: words, editedAt, revokedAt } = recordOf(retold) ?? {};
      expect({ words, editedAt, revokedAt }).toEqual(rule);
      const unread = (rows: MemoryRows) => rows.conversations().map(({ unreadCount }) => unreadCount);
      expect(unread(retold).sort()).toEqual(unread(inOrder).sort());
    }),
  );
});

describe('an edit', () => {
  it('changes what the message says and when, not what Meta first sent', () => {
    const rows = told([inbound(ORIGINAL)], [edit('wamid.e', text('second'))]);
    const editedAt = new Date(NOW + SECOND).toISOString();
    expect(recordOf(rows)).toMatchObject({ content: { body: 'second' }, text: 'second', editedAt, type: 'text' });
    expect(recordOf(rows)?.raw).toEqual(inbound(ORIGINAL).raw);
  });

  it('names the message by our id when it is known', () => {
    const rows = told([inbound(ORIGINAL)], [edit('wamid.e', text('second')), revoke('wamid.r')]);
    const messageId = recordOf(rows)?.id;
    expect(recordOf(rows, 'wamid.e')).toMatchObject({ type: 'edit', text: 'second', content: { messageId } });
    expect(recordOf(rows, 'wamid.r')).toMatchObject({ type: 'revoke', text: null, content: { messageId } });
    const early = told([edit('wamid.e', text('second'))], [inbound(ORIGINAL)]);
    expect(recordOf(early, 'wamid.e')?.content).not.toHaveProperty('messageId');
  });

  it('that comes first is in the message from its first event on', () => {
    const rows = told([edit('wamid.e', text('second'))], [inbound(ORIGINAL)]);
    expect(rows.events.at(-1)?.event.body.message).toMatchObject({ whatsappId: ORIGINAL, text: 'second' });
  });

  it('of a caption leaves the file', () => {
    const original = inbound(ORIGINAL, ALI, { type: 'image', content: image('first', '1') });
    const before = recordOf(told([original]))?.content;
    const rows = told([original], [edit('wamid.e', image('second', null))]);
    expect(before).toMatchObject({ ...image('first', '1'), media: { state: 'PENDING' } });
    expect(recordOf(rows)?.content).toEqual({ ...before, caption: 'second' });
  });

  it.each<[string, InboundItem]>([
    ['somebody else', edit('wamid.e', text('second'), { from: ZAINAB })],
    ['another kind', edit('wamid.e', image('second', '2'))],
    ['what is not understood', edit('wamid.e', { kind: 'other', type: 'text', value: null })],
  ])('of %s changes nothing and is kept', (_whose, item) => {
    for (const rows of [told([inbound(ORIGINAL)], [item]), told([item], [inbound(ORIGINAL)])]) {
      expect(recordOf(rows)).toMatchObject({ text: `words of ${ORIGINAL}` });
      expect(recordOf(rows)).not.toHaveProperty('editedAt');
      expect(recordOf(rows, 'wamid.e')).toMatchObject({ type: 'edit' });
    }
  });

  it('makes no video of an image', () => {
    const original = inbound(ORIGINAL, ALI, { type: 'image', content: image('first', '1') });
    const rows = told([original], [edit('wamid.e', image('second', '2'), { content: videoEdit })]);
    expect(recordOf(rows)).toMatchObject({ type: 'image', text: 'first' });
  });

  it('changes no message of ours, of another number or of another tenant', () => {
    const rows = new MemoryRows(NOW);
    const sent = rows.accept(draft({ direct: true }));
    rows.settle('dijla', sent, acceptedAs(ORIGINAL));
    const theirs = inbound(ORIGINAL, ALI, { phoneNumberId: OTHER_NUMBER.phoneNumberId });
    rows.append([routed(theirs, OTHER_TENANT, OTHER_NUMBER)]);
    rows.append([routed(edit('wamid.e', text('second'))), routed(revoke('wamid.r'))]);
    for (const { record } of rows.messages.values()) {
      if (record.whatsappId !== ORIGINAL) continue;
      expect(record).not.toHaveProperty('editedAt');
      expect(record).not.toHaveProperty('revokedAt');
    }
    expect(rows.messages.size).toBe(4);
  });
});

describe('a revoke', () => {
  it('keeps what the message said, and when it was first deleted', () => {
    const late = revoke('wamid.r2', { at: NOW + 9 * SECOND });
    const rows = told([inbound(ORIGINAL)], [late], [revoke('wamid.r1')]);
    const revokedAt = new Date(NOW + SECOND).toISOString();
    expect(recordOf(rows)).toMatchObject({ text: `words of ${ORIGINAL}`, revokedAt });
  });
});

it('neither an edit nor a revoke is unread; a reaction is', () => {
  const react = inbound('wamid.x', ALI, {
    type: 'reaction',
    content: { kind: 'reaction', whatsappId: ORIGINAL, emoji: '👍' },
  });
  const rows = told([inbound(ORIGINAL), edit('wamid.e', text('second')), revoke('wamid.r')], [react]);
  expect(rows.conversations()).toMatchObject([{ unreadCount: 2, lastMessageId: recordOf(rows, 'wamid.x')?.id }]);
  expect(recordOf(rows, 'wamid.x')?.content).toMatchObject({ messageId: recordOf(rows)?.id });
  expect(rows.events.map(({ event }) => event.type)).toEqual(Array.from({ length: 4 }, () => 'inbound_message'));
  expect(recordOf(rows)?.phoneNumber).toEqual(NUMBER);
});
