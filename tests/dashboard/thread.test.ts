import { describe, expect, it } from 'vitest';
import { createFormats } from '../../client/dashboard/i18n/format.ts';
import { itemsOf } from '../../client/dashboard/screens/inbox/thread/thread-items.ts';
import {
  MOST_HELD,
  type Thread,
  type ThreadMessage,
  threadOf,
  withMessage,
  withNewer,
  withOlder,
} from '../../client/dashboard/screens/inbox/thread/thread-model.ts';
import { createThreadReader, type ThreadSource } from '../../client/dashboard/screens/inbox/thread/thread-reader.ts';

type Page = Parameters<typeof threadOf>[0];

const DAY_MS = 24 * 60 * 60 * 1000;
const NOON = Date.parse('2026-05-03T09:00:00.000Z');

function message(number: number, change: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id: `msg_${number}`,
    createdAt: new Date(NOON + number * 1000).toISOString(),
    direction: 'INBOUND',
    sentBy: null,
    status: 'RECEIVED',
    content: { __typename: 'TextContent', body: `${number}`, previewUrl: false },
    ...change,
  } as ThreadMessage;
}

/** A conversation as the gateway would page it: newest first. */
function pageOf(numbers: readonly number[], hasNextPage: boolean, hasPreviousPage: boolean): Page {
  const edges = [...numbers].sort((a, b) => b - a).map((number) => ({ cursor: `${number}`, node: message(number) }));
  return { edges, pageInfo: { hasNextPage, hasPreviousPage } } as Page;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const idsOf = (thread: Thread) => thread.placed.map(({ message: { id } }) => Number(id.slice(4)));

describe('a stretch of a conversation', () => {
  it('grows both ways, oldest first, and holds nothing twice', () => {
    let thread = threadOf(pageOf(range(10, 12), true, true));
    thread = withOlder(thread, pageOf(range(7, 10), true, true));
    thread = withNewer(thread, pageOf(range(12, 14), true, false));
    expect([idsOf(thread), thread.hasOlder, thread.hasNewer]).toEqual([range(7, 14), true, false]);
  });

  it('holds so many at most: what is far away makes room, and can be read again', () => {
    let thread = threadOf(pageOf(range(1001, 1050), true, false));
    for (let from = 951; from >= 1; from -= 50)
      thread = withOlder(thread, pageOf(range(from, from + 49), from > 1, true));
    expect(thread.placed).toHaveLength(MOST_HELD);
    expect([idsOf(thread)[0], thread.hasOlder, thread.hasNewer]).toEqual([1, false, true]);
    thread = withNewer(thread, pageOf(range(1001, 1050), true, false));
    expect([idsOf(thread).at(-1), thread.hasOlder, thread.hasNewer]).toEqual([1050, true, false]);
  });

  it('takes the new state of a message that it holds, and of no other', () => {
    const thread = threadOf(pageOf([1, 2], false, false));
    expect(withMessage(thread, message(1, { status: 'READ' })).placed[0]?.message.status).toBe('READ');
    expect(withMessage(thread, message(9))).toBe(thread);
  });
});

describe('the lines of a thread', () => {
  const formats = createFormats({ language: 'en', digits: 'latn' }, 'Asia/Baghdad');
  const kinds = (messages: readonly ThreadMessage[], unread: string | null = null) =>
    itemsOf(messages, unread, formats).map((item) =>
      item.kind === 'message'
        ? `${item.first ? '[' : ''}${item.message.id.slice(4)}${item.last ? ']' : ''}`
        : item.kind,
    );

  it('part the days of the tenant’s time zone', () => {
    const late = (time: string) => message(1, { createdAt: time, id: `msg_${time.slice(11, 13)}` });
    // Midnight in Baghdad is nine in the evening, UTC.
    const items = kinds([late('2026-05-03T20:59:59.000Z'), late('2026-05-03T21:00:00.000Z')]);
    expect(items).toEqual(['day', '[20]', 'day', '[21]']);
  });

  it('have no day above the first message while there are older ones', () => {
    const shown = [
      message(1, { createdAt: '2026-05-03T10:00:00.000Z' }),
      message(2, { createdAt: '2026-05-04T10:00:00.000Z' }),
    ];
    const kindsOf = (hasOlder: boolean) => itemsOf(shown, null, formats, hasOlder).map(({ kind }) => kind);
    expect(kindsOf(true)).toEqual(['message', 'day', 'message']);
    expect(kindsOf(false)).toEqual(['day', 'message', 'day', 'message']);
  });

  it('group what one author wrote in a row', () => {
    const ours = { direction: 'OUTBOUND', sentBy: 'Noor' } as const;
    const other = { direction: 'OUTBOUND', sentBy: 'Ali' } as const;
    const later = message(5, { createdAt: new Date(NOON + 10 * 60_000).toISOString(), ...other });
    expect(kinds([message(1), message(2), message(3, ours), message(4, other), later])).toEqual([
      ...['day', '[1', '2]', '[3]', '[4]', '[5]'],
    ]);
  });

  it('stand before the first unread message', () => {
    expect(kinds([message(1), message(2)], 'msg_2')).toEqual(['day', '[1]', 'unread', '[2]']);
  });

  it('leave out what only changes another that is shown', () => {
    const reaction = (id: number, messageId: string | null) =>
      message(id, { content: { __typename: 'ReactionContent', whatsappId: 'wamid.x', messageId, emoji: '👍' } });
    const revoke = message(4, {
      content: { __typename: 'RevokeContent', originalWhatsappId: 'x', messageId: 'msg_0' },
    });
    expect(kinds([message(1), reaction(2, 'msg_1'), reaction(3, null), revoke])).toEqual(['day', '[1]', 'notice']);
  });

  it('keep keys of their own when clocks disagree about the day', () => {
    const yesterday = message(2, { createdAt: new Date(NOON - DAY_MS).toISOString() });
    const keys = itemsOf([message(1), yesterday, message(3)], null, formats).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** A gateway with a conversation of `count` messages, which can be away. */
function conversation(count: number) {
  const state = { count, away: false, asked: [] as string[], statuses: new Map<string, ThreadMessage['status']>() };
  const answer = async <T>(question: string, value: () => T): Promise<T> => {
    state.asked.push(question);
    if (state.away) throw new Error('away');
    return value();
  };
  const source: ThreadSource = {
    newest: () =>
      answer('newest', () => pageOf(range(Math.max(1, state.count - 9), state.count), state.count > 10, false)),
    older: (after) =>
      answer(`older ${after}`, () => {
        const to = Number(after) - 1;
        return pageOf(range(Math.max(1, to - 9), to), to > 10, true);
      }),
    newer: (before) =>
      answer(`newer ${before}`, () => {
        const from = Number(before) + 1;
        return pageOf(range(from, Math.min(from + 9, state.count)), true, state.count > from + 9);
      }),
    around: (id) =>
      answer(`around ${id}`, () => {
        const middle = Number(id.slice(4));
        return middle > state.count ? null : pageOf(range(middle - 2, middle + 2), true, true);
      }),
    message: (id) =>
      answer(`message ${id}`, () => message(Number(id.slice(4)), { status: state.statuses.get(id) ?? 'RECEIVED' })),
    async pause() {
      state.away = false;
    },
  };
  const reader = createThreadReader(source);
  const shown = () => {
    const view = reader.view();
    if (view.state !== 'shown') throw new Error(`The thread is ${view.state}.`);
    return view.thread;
  };
  return { state, reader, shown };
}

describe('reading a thread', () => {
  it('begins at its end, and goes back page by page', async () => {
    const { reader, shown } = conversation(25);
    await reader.open(null);
    await Promise.all([reader.readOlder(), reader.readOlder()]);
    expect([idsOf(shown()), shown().hasOlder]).toEqual([range(6, 25), true]);
    await reader.readOlder();
    expect([idsOf(shown()), shown().hasOlder]).toEqual([range(1, 25), false]);
  });

  it('begins at a message, and goes on from there to the end', async () => {
    const { reader, shown } = conversation(30);
    await reader.open('msg_15');
    expect(idsOf(shown())).toEqual(range(13, 17));
    await reader.readNewer();
    await reader.readNewer();
    expect([idsOf(shown()).at(-1), shown().hasNewer]).toEqual([30, false]);
  });

  it('says so when the message is not there', async () => {
    const { reader } = conversation(3);
    await reader.open('msg_99');
    expect(reader.view().state).toBe('missing');
  });

  it('shows what is written while it is open', async () => {
    const { reader, shown, state } = conversation(3);
    await reader.open(null);
    state.count = 5;
    reader.hear({ messages: ['msg_4'], isNew: true });
    reader.hear({ messages: ['msg_5'], isNew: true });
    await expect.poll(() => idsOf(shown())).toEqual(range(1, 5));
  });

  it('shows what was told while its first page was under way', async () => {
    const { reader, shown, state } = conversation(3);
    const opening = reader.open(null);
    state.count = 4;
    reader.hear({ messages: ['msg_4'], isNew: true });
    await opening;
    await expect.poll(() => idsOf(shown())).toEqual(range(1, 4));
  });

  it('does not jump to the end while somebody reads further up', async () => {
    const { reader, shown, state } = conversation(30);
    await reader.open('msg_15');
    state.asked.length = 0;
    reader.hear({ messages: ['msg_31'], isNew: true });
    expect([state.asked, idsOf(shown())]).toEqual([[], range(13, 17)]);
  });

  it('asks again for what could not be answered, so that nothing is missing after a restart', async () => {
    const { reader, shown, state } = conversation(3);
    await reader.open(null);
    state.count = 4;
    state.away = true;
    reader.hear({ messages: ['msg_4'], isNew: true });
    await expect.poll(() => idsOf(shown())).toEqual(range(1, 4));
    state.away = true;
    state.statuses.set('msg_2', 'READ');
    reader.hear({ messages: ['msg_2'], isNew: false });
    await expect.poll(() => shown().placed[1]?.message.status).toBe('READ');
  });

  it('asks once more when a message changed while it was asked for', async () => {
    const { reader, state } = conversation(3);
    await reader.open(null);
    state.asked.length = 0;
    reader.hear({ messages: ['msg_2'], isNew: false });
    reader.hear({ messages: ['msg_2'], isNew: false });
    reader.hear({ messages: ['msg_2'], isNew: false });
    await expect.poll(() => state.asked).toEqual(['message msg_2', 'message msg_2']);
  });

  it('heeds no answer to what was asked before it was opened elsewhere', async () => {
    const { reader, shown } = conversation(40);
    await reader.open(null);
    const older = reader.readOlder();
    await reader.open('msg_15');
    await older;
    expect(idsOf(shown())).toEqual(range(13, 17));
  });
});
