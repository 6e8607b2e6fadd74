import { describe, expect, it } from 'vitest';
import { initialsOf, nameOf, phoneOf } from '../../client/dashboard/screens/inbox/contact-name.ts';
import {
  type Conversation,
  type ConversationList,
  fits,
  inHeldOrder,
  NO_FILTER,
  withConversation,
  withLastMessage,
  without,
  withPage,
} from '../../client/dashboard/screens/inbox/list/conversation-list.ts';
import { windowAt } from '../../client/dashboard/screens/inbox/window-state.ts';

function conversation(id: string, change: object = {}): Conversation {
  return {
    id,
    unreadCount: 0,
    phoneNumber: { id: 'num_1' },
    window: { open: true, expiresAt: null },
    lastMessage: { id: `msg_${id}`, status: 'SENT' },
    ...change,
  } as Conversation;
}

const list = (...ids: string[]): ConversationList => ({ conversations: ids.map((id) => conversation(id)), next: null });
const idsOf = ({ conversations }: ConversationList) => conversations.map(({ id }) => id);

describe('the list of conversations', () => {
  it('has the one with the newest message at its top', () => {
    const news = conversation('c', { lastMessage: { id: 'msg_new' } });
    expect(idsOf(withConversation(list('a', 'b', 'c'), news, NO_FILTER))).toEqual(['c', 'a', 'b']);
    expect(idsOf(withConversation(list('a'), conversation('new'), NO_FILTER))).toEqual(['new', 'a']);
  });

  it('leaves one in its place whose read mark or window has changed', () => {
    const after = withConversation(list('a', 'b'), conversation('b', { unreadCount: 3 }), NO_FILTER);
    expect([idsOf(after), after.conversations[1]?.unreadCount]).toEqual([['a', 'b'], 3]);
  });

  it('keeps one that no longer fits while it is shown, and takes none that does not', () => {
    const unread = { ...NO_FILTER, only: 'unread' } as const;
    expect(idsOf(withConversation(list('a'), conversation('a', { unreadCount: 0 }), unread))).toEqual(['a']);
    expect(idsOf(withConversation(list('a'), conversation('b'), unread))).toEqual(['a']);
    expect(idsOf(withConversation(list('a'), conversation('b', { unreadCount: 1 }), unread))).toEqual(['b', 'a']);
  });

  it('turns the ticks of a last message', () => {
    const read = { id: 'msg_b', status: 'READ' } as NonNullable<Conversation['lastMessage']>;
    expect(withLastMessage(list('a', 'b'), read).conversations[1]?.lastMessage?.status).toBe('READ');
    const before = list('a');
    expect(withLastMessage(before, read)).toBe(before);
  });

  it('grows by pages without repeating what came to the top meanwhile', () => {
    expect(idsOf(withPage(list('c', 'a'), { ...list('b', 'c', 'd'), next: 'x' }))).toEqual(['c', 'a', 'b', 'd']);
  });

  it('drops conversations that others hold now', () => {
    expect(idsOf(without(list('a', 'b'), new Set(['a'])))).toEqual(['b']);
  });

  it.each([
    ['all', {}, true],
    ['unread', {}, false],
    ['unread', { unreadCount: 1 }, true],
    ['open', { window: { open: false } }, false],
    ['failed', { lastMessage: { status: 'FAILED' } }, true],
    ['failed', {}, false],
  ] as const)('knows what fits: %s %o', (only, change, expected) => {
    expect(fits(conversation('a', change), { ...NO_FILTER, only })).toBe(expected);
  });

  it('knows what fits a number, and leaves a search to the gateway', () => {
    expect(fits(conversation('a'), { ...NO_FILTER, number: 'num_2' })).toBe(false);
    expect(fits(conversation('a'), { ...NO_FILTER, search: 'a' })).toBe(false);
  });
});

describe('the order that is held', () => {
  it('moves no row while somebody points into it, and shows each as it is now', () => {
    const now = [conversation('new'), conversation('c', { unreadCount: 2 }), conversation('a'), conversation('b')];
    const shown = inHeldOrder(now, ['a', 'b', 'c']);
    expect([shown.map(({ id }) => id), shown[2]?.unreadCount]).toEqual([['a', 'b', 'c'], 2]);
  });

  it('goes on with pages that are read meanwhile', () => {
    const now = ['a', 'b', 'c', 'd'].map((id) => conversation(id));
    expect(inHeldOrder(now, ['a', 'b']).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the window', () => {
  const NOW = Date.parse('2026-05-03T12:00:00.000Z');
  it.each([
    [{ open: true, expiresAt: '2026-05-03T20:00:00.000Z' }, 'open'],
    [{ open: true, expiresAt: '2026-05-03T13:00:00.000Z' }, 'ending'],
    [{ open: true, expiresAt: '2026-05-03T11:59:59.000Z' }, 'closed'],
    [{ open: true, expiresAt: null }, 'open'],
    [{ open: false, expiresAt: '2026-05-03T20:00:00.000Z' }, 'closed'],
  ])('%o is %s', (window, state) => {
    expect(windowAt(window, NOW).state).toBe(state);
  });
});

describe('a person', () => {
  const nobody = { id: 'con_01abcdef', name: null, phone: null, userId: null, username: null };
  it.each([
    [{ name: ' Noor ' }, 'Noor', false],
    [{ name: ' ', phone: '+9647701234567' }, '+964 770 123 4567', true],
    [{ username: 'noor.ali' }, '@noor.ali', true],
    [{ userId: 'IQ.1349120865530274' }, '…530274', true],
    [{}, '…abcdef', true],
  ])('%o is called %s', (known, text, latin) => {
    expect(nameOf({ ...nobody, ...known })).toEqual({ text, latin });
  });

  it('has initials of letters alone', () => {
    const of = (name: string | null) => initialsOf({ name, username: null });
    expect([of('Noor Ali'), of('زينب علي'), of('~ 😀 Sara'), of('+964'), of(null)]).toEqual([
      'NA',
      'ز',
      'S',
      null,
      null,
    ]);
  });

  it('has a number as it is said, and a foreign one as it is written', () => {
    expect([phoneOf('+9647701234567'), phoneOf('+4915112345678')]).toEqual(['+964 770 123 4567', '+4915112345678']);
  });
});
