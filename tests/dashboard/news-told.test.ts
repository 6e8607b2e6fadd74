import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../client/dashboard/data/live.ts';
import { conversationAt, conversationInFocus, tellFocus } from '../../client/dashboard/shell/notifications/focus.ts';
import { NewsDesk, worthTelling } from '../../client/dashboard/shell/notifications/news.ts';
import { createNotificationSettings } from '../../client/dashboard/shell/notifications/notification-settings.ts';
import { electTab } from '../../client/dashboard/shell/notifications/one-tab.ts';
import { badgeOf } from '../../client/dashboard/shell/notifications/tab-icon.ts';
import { memoryStorage } from './memory-storage.ts';

/** Of an event only what news are made of. */
function inbound(id: string, conversation = 'conv_1', type = 'text'): LiveEvent {
  const message: unknown = { id, type, conversation: { id: conversation } };
  return { __typename: 'InboundMessage', message } as LiveEvent;
}
const LIVE = { __typename: 'Checkpoint', live: true } as LiveEvent;
const OPEN = { muted: [], quietUntil: null };
const idsOf = (news: ReturnType<NewsDesk['take']>) =>
  news === null ? [] : news.kind === 'one' ? [news.message.id] : news.messages.map(({ id }) => id);

describe('news', () => {
  it('are each message once, however often the stream repeats it', () => {
    const desk = new NewsDesk();
    expect(idsOf(desk.take(inbound('msg_1'), true))).toEqual(['msg_1']);
    expect(desk.take(inbound('msg_1'), true)).toBeNull();
  });

  it('come as one piece when the stream was away', () => {
    const desk = new NewsDesk();
    expect(desk.take(inbound('msg_1'), false)).toBeNull();
    expect(desk.take(inbound('msg_2'), false)).toBeNull();
    const news = desk.take(LIVE, true);
    expect([news?.kind, idsOf(news)]).toEqual(['several', ['msg_1', 'msg_2']]);
    expect(desk.take(LIVE, true)).toBeNull();
  });

  it('are no reactions, edits or news of the system', () => {
    const desk = new NewsDesk();
    for (const type of ['reaction', 'edit', 'revoke', 'system']) {
      expect(desk.take(inbound(`msg_${type}`, 'conv_1', type), true)).toBeNull();
    }
  });
});

describe('what is worth telling', () => {
  const one = new NewsDesk().take(inbound('msg_1'), true);
  if (one === null) throw new Error('No news.');

  it('is not the thread in focus, a muted conversation, or anything in quiet hours', () => {
    expect(worthTelling(one, OPEN, { now: 0, inFocus: null })).toEqual(one);
    expect(worthTelling(one, OPEN, { now: 0, inFocus: 'conv_1' })).toBeNull();
    expect(worthTelling(one, { ...OPEN, muted: ['conv_1'] }, { now: 0, inFocus: null })).toBeNull();
    expect(worthTelling(one, { ...OPEN, quietUntil: 'always' }, { now: 0, inFocus: null })).toBeNull();
    expect(worthTelling(one, { ...OPEN, quietUntil: 10 }, { now: 9, inFocus: null })).toBeNull();
    expect(worthTelling(one, { ...OPEN, quietUntil: 10 }, { now: 10, inFocus: null })).toEqual(one);
  });

  it('is what is left of several', () => {
    const desk = new NewsDesk();
    desk.take(inbound('msg_1', 'conv_1'), false);
    desk.take(inbound('msg_2', 'conv_2'), false);
    const news = desk.take(LIVE, true);
    if (news === null) throw new Error('No news.');
    expect(idsOf(worthTelling(news, OPEN, { now: 0, inFocus: 'conv_2' }))).toEqual(['msg_1']);
  });
});

describe('the tab that tells', () => {
  it('is the one that holds the lock, and another once that is gone', async () => {
    const held: (() => Promise<void>)[] = [];
    const locks = {
      request: (_name: string, _options: unknown, hold: () => Promise<void>) => {
        held.push(hold);
        return new Promise<void>(() => {});
      },
    } as unknown as LockManager;
    const [first, second] = [1, 2].map(() => electTab('x', { locks, storage: memoryStorage() }));
    const done = held[0]?.();
    expect([first?.mayTell('a'), second?.mayTell('a')]).toEqual([true, false]);
    first?.stop();
    await done;
    void held[1]?.();
    expect([first?.mayTell('b'), second?.mayTell('b')]).toEqual([false, true]);
  });

  it('is the quickest where a browser has no locks', () => {
    const storage = memoryStorage();
    const tabs = [1, 2].map(() => electTab('x', { locks: undefined, storage }));
    expect(tabs.map((tab) => tab.mayTell('msg_1'))).toEqual([true, false]);
    expect(tabs.map((tab) => tab.mayTell('msg_2'))).toEqual([true, false]);
  });
});

it('knows the conversation in focus over tabs, and does not forget the one of another tab', () => {
  const storage = memoryStorage();
  tellFocus({ storage }, 'conv_1', null);
  expect(conversationInFocus({ storage })).toBe('conv_1');
  tellFocus({ storage }, 'conv_2', null);
  tellFocus({ storage }, null, 'conv_1');
  expect(conversationInFocus({ storage })).toBe('conv_2');
  tellFocus({ storage }, null, 'conv_2');
  expect(conversationInFocus({ storage })).toBeNull();
  expect([conversationAt('/inbox/conv_7?x'), conversationAt('/settings')]).toEqual(['conv_7', null]);
});

it('keeps its settings, judges what storage holds, and follows another tab', () => {
  const storage = memoryStorage({ 'dijla-notifications': '{"sound":"yes","muted":[1,"conv_1"],"quietUntil":{}}' });
  let otherTab = () => {};
  const store = createNotificationSettings({
    storage,
    onOtherTab(listener) {
      otherTab = listener;
      return () => {};
    },
  });
  expect(store.get()).toEqual({ sound: false, desktop: false, quietUntil: null, muted: ['conv_1'] });
  store.set({ sound: true });
  storage.setItem('dijla-notifications', JSON.stringify({ ...store.get(), muted: [] }));
  otherTab();
  expect(store.get()).toEqual({ sound: true, desktop: false, quietUntil: null, muted: [] });
});

it('fits a number on an icon', () => {
  expect([0, 1, 9, 10, 4_000].map(badgeOf)).toEqual(['', '1', '9', '9+', '9+']);
});
