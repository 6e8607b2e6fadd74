import { Writable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FeedItem } from '../../src/application/feed.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { streamEvents } from '../../src/transport/rest/event-stream.ts';
import { type Bench, KEY, restBench } from './support.ts';

const EVENTS = '/api/v1/whatsapp/events';
type Page = { readonly events: { readonly cursor: string; readonly data: number }[]; readonly cursor: string };

describe('a long poll', () => {
  it('reads from the oldest kept and goes on by cursor', async () => {
    const bench = await restBench();
    for (let i = 0; i < 5; i += 1) bench.log.append();
    const first: Page = (await bench.call('GET', `${EVENTS}?limit=3`)).json();
    expect(first.events.map(({ data }) => data)).toEqual([1, 2, 3]);
    expect(first.cursor).toBe(first.events.at(-1)?.cursor);
    const second: Page = (await bench.call('GET', `${EVENTS}?limit=3&after=${first.cursor}`)).json();
    expect(second.events.map(({ data }) => data)).toEqual([4, 5]);
    const third: Page = (await bench.call('GET', `${EVENTS}?after=${second.cursor}`)).json();
    expect(third).toEqual({ events: [], cursor: second.cursor });
  });

  it('waits for the first event, and no longer than asked', async () => {
    const bench = await restBench();
    const waiting = bench.call('GET', `${EVENTS}?wait=30`);
    await vi.waitFor(() => expect(bench.feed.readers()).toBe(1));
    bench.log.append();
    expect((await waiting).json().events).toHaveLength(1);

    const { cursor }: Page = (await bench.call('GET', EVENTS)).json();
    const idle = bench.call('GET', `${EVENTS}?wait=1&after=${cursor}`);
    await vi.waitFor(() => expect(bench.feed.readers()).toBe(1));
    bench.clock.advance(1_000);
    expect((await idle).json()).toEqual({ events: [], cursor });
    expect(bench.feed.readers()).toBe(0);
  });

  it('is answered at once when the server closes', async () => {
    const bench = await restBench();
    const waiting = bench.call('GET', `${EVENTS}?wait=30`);
    await vi.waitFor(() => expect(bench.feed.readers()).toBe(1));
    await bench.app.close();
    expect((await waiting).json().events).toEqual([]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=', 'limit'],
    ['wait=31', 'wait'],
    ['wait=-1', 'wait'],
    ['after=a&after=b', 'after'],
  ])('refuses %s, naming the parameter', async (query, field) => {
    const bench = await restBench();
    const answer = await bench.call('GET', `${EVENTS}?${query}`);
    expect([answer.statusCode, answer.json().error.field]).toEqual([400, field]);
  });

  it('tells a cursor that is none from one that is too old', async () => {
    const bench = await restBench();
    for (let i = 0; i < 5; i += 1) bench.log.append();
    const { events }: Page = (await bench.call('GET', EVENTS)).json();
    bench.log.prune(3);
    const status = async (cursor: string | undefined) => {
      const answer = await bench.call('GET', `${EVENTS}?after=${cursor}`);
      return [answer.statusCode, answer.json().error?.code];
    };
    expect(await status('nonsense')).toEqual([400, 'CURSOR_INVALID']);
    expect(await status(events[0]?.cursor)).toEqual([410, 'CURSOR_EXPIRED']);
    expect(await status(events[2]?.cursor)).toEqual([200, undefined]);
  });

  it('needs a key', async () => {
    const bench = await restBench();
    expect((await bench.app.inject({ url: EVENTS })).statusCode).toBe(401);
  });
});

/** A stream of the gateway, read frame by frame: a frame that came early waits for whoever asks. */
async function openStream(bench: Bench, query = '', headers: Record<string, string> = {}) {
  const address = bench.app.server.listening
    ? `http://127.0.0.1:${(bench.app.server.address() as { port: number }).port}`
    : await bench.app.listen({ port: 0, host: '127.0.0.1' });
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const response = await fetch(`${address}${EVENTS}${query}`, {
    headers: { 'x-dijla-key': KEY, accept: 'text/event-stream', ...headers },
    signal: abort.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  /** The next frame, or null at the end. */
  async function frame(): Promise<Record<string, string> | null> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        return Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2)));
      }
      const read = await reader?.read();
      if (read === undefined || read.done) return null;
      text += read.value;
    }
  }
  return { response, frame, leave: () => abort.abort() };
}

describe('an event stream', () => {
  it('begins at now and tells its cursor in every id', async () => {
    const bench = await restBench();
    bench.log.append();
    const { response, frame } = await openStream(bench);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-request-id': expect.any(String),
      vary: 'Origin, Accept',
    });
    expect(await frame()).toEqual({ retry: '1000' });
    const live = await frame();
    expect(live?.['event']).toBe('checkpoint');
    expect(JSON.parse(live?.['data'] ?? '')).toEqual({ type: 'checkpoint', live: true, cursor: live?.['id'] });
    bench.log.append('unrouted');
    const event = await frame();
    expect(event?.['event']).toBe('unrouted');
    expect(JSON.parse(event?.['data'] ?? '')).toMatchObject({ type: 'unrouted', data: 2, cursor: event?.['id'] });
  });

  it('goes on after Last-Event-ID, which wins over the address', async () => {
    const bench = await restBench();
    for (let i = 0; i < 4; i += 1) bench.log.append();
    const { events }: Page = (await bench.call('GET', EVENTS)).json();
    const [first, , third] = events.map(({ cursor }) => cursor);
    const byAddress = await openStream(bench, `?after=${third}`);
    await byAddress.frame();
    expect(JSON.parse((await byAddress.frame())?.['data'] ?? '')).toMatchObject({ data: 4 });
    const byHeader = await openStream(bench, `?after=${third}`, { 'last-event-id': first ?? '' });
    await byHeader.frame();
    expect(JSON.parse((await byHeader.frame())?.['data'] ?? '')).toMatchObject({ data: 2 });
  });

  it('with a cursor that cannot be honoured is an ordinary failure', async () => {
    const bench = await restBench();
    const { response } = await openStream(bench, '', { 'last-event-id': 'nonsense' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  it('gives its reader back when the client goes', async () => {
    const bench = await restBench();
    const { frame, leave } = await openStream(bench);
    await frame();
    expect(bench.feed.readers()).toBe(1);
    leave();
    await vi.waitFor(() => expect(bench.feed.readers()).toBe(0));
    expect(bench.reports).toEqual([]);
  });

  it('is dropped without a word when the server closes', async () => {
    const bench = await restBench();
    const { frame } = await openStream(bench);
    await frame();
    await frame();
    const dropped = frame();
    await bench.app.close();
    await expect(dropped).rejects.toThrow();
    expect(bench.feed.readers()).toBe(0);
  });
});

/** A client that takes `room` frames and then nothing, until told to. */
function slowClient(room: number) {
  const written: string[] = [];
  const held: (() => void)[] = [];
  const out = new Writable({
    highWaterMark: 1,
    decodeStrings: false,
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      if (written.length <= room) done();
      else held.push(done);
    },
  });
  return { out, written, takeOne: () => held.shift()?.() };
}

/** A feed that never ends, and counts how often it was asked. */
function endlessFeed(fail?: () => Error) {
  const state = { asked: 0, returned: false };
  const feed: AsyncIterableIterator<FeedItem> = {
    async next() {
      state.asked += 1;
      if (fail !== undefined && state.asked > 2) throw fail();
      // As a feed that reads a store: each event takes a turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
      if (state.returned) return { done: true, value: undefined };
      return { done: false, value: { kind: 'checkpoint', cursor: `c${state.asked}`, live: false } };
    },
    async return() {
      state.returned = true;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return { feed, state };
}

/** Enough turns of the event loop for a reader that does not hold back to run far ahead. */
async function turns(count = 50): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a client that does not read', () => {
  it('is read for no further until it has taken what it was sent', async () => {
    const { out, takeOne, written } = slowClient(3);
    const { feed, state } = endlessFeed();
    const streaming = streamEvents(feed, out, () => {});
    await vi.waitFor(() => expect(written).toHaveLength(4));
    await turns();
    expect(state.asked).toBe(3);
    takeOne();
    await vi.waitFor(() => expect(state.asked).toBe(4));
    out.destroy();
    await streaming;
    expect(state.returned).toBe(true);
  });

  it('is told of a gap, and then of nothing', async () => {
    const { out, written } = slowClient(100);
    const { feed } = endlessFeed(() => new GatewayError('CURSOR_EXPIRED', 'gone'));
    await streamEvents(feed, out, () => {});
    expect(written.at(-1)).toBe('event: gap\ndata: {"code":"CURSOR_EXPIRED","message":"gone"}\n\n');
    expect(out.writableEnded).toBe(true);
  });

  it('is cut off, and the failure reported, when nobody expected it', async () => {
    const { out, written } = slowClient(100);
    const { feed } = endlessFeed(() => new Error('secret'));
    const reports: unknown[] = [];
    await streamEvents(feed, out, (_problem, error) => reports.push(error));
    expect([out.destroyed, out.writableEnded, reports.length]).toEqual([true, false, 1]);
    expect(written.join('')).not.toContain('secret');
  });

  it('is sent a sign of life while nothing happens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { out, written } = slowClient(100);
    const quiet = Promise.withResolvers<IteratorResult<FeedItem>>();
    const feed: AsyncIterableIterator<FeedItem> = {
      next: () => quiet.promise,
      async return() {
        quiet.resolve({ done: true, value: undefined });
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
    const streaming = streamEvents(feed, out, () => {});
    vi.advanceTimersByTime(24_000);
    expect(written).toEqual(['retry: 1000\n\n', ':\n\n', ':\n\n']);
    out.destroy();
    await streaming;
    expect(vi.getTimerCount()).toBe(0);
  });
});
