import { describe, expect, it } from 'vitest';
import {
  createLive,
  type LiveDeps,
  type LiveEvent,
  type SessionState,
  type StreamSink,
} from '../../client/dashboard/data/live.ts';

const checkpoint = (cursor: string, live = true): LiveEvent => ({
  __typename: 'Checkpoint',
  cursor,
  live,
  type: 'checkpoint',
  at: '2026-01-01T00:00:00.000Z',
  receivedAt: null,
  recordedAt: null,
});

/** The stream's other end: each opening is kept, with the cursor as it then stands. */
function bench(over: Partial<LiveDeps> = {}) {
  const openings: { readonly variables: { after: string }; readonly sink: StreamSink; left: boolean }[] = [];
  const network = { online: true, tell: () => {} };
  let session: SessionState = 'good';
  let cursors = 0;
  const live = createLive({
    open(variables, sink) {
      const opening = { variables, sink, left: false };
      openings.push(opening);
      return () => {
        opening.left = true;
      };
    },
    cursor: async () => {
      cursors += 1;
      return `now-${cursors}`;
    },
    session: async () => session,
    network: {
      online: () => network.online,
      subscribe(listener) {
        network.tell = listener;
        return () => {
          network.tell = () => {};
        };
      },
    },
    pause: async () => {},
    ...over,
  });
  const states: string[] = [];
  const seen: string[] = [];
  live.subscribe(() => states.push(live.state()));
  live.onEvent(({ cursor }) => seen.push(cursor));
  const last = () => {
    const opening = openings.at(-1);
    if (opening === undefined) throw new Error('Nothing was opened.');
    return opening;
  };
  return {
    ...{ live, openings, states, seen, last, network },
    becomes(next: SessionState) {
      session = next;
    },
  };
}

describe('the event stream', () => {
  it('begins behind the cursor that was taken first, and is live at the checkpoint that says so', () => {
    const { live, last, seen, states } = bench();
    live.start('first');
    expect([last().variables.after, live.state()]).toEqual(['first', 'connecting']);
    last().sink.next(checkpoint('a', false));
    expect(live.state()).toBe('connecting');
    last().sink.next(checkpoint('b'));
    expect([states, seen]).toEqual([['live'], ['a', 'b']]);
  });

  it('reconnects behind the last item that came, whatever the connection did', () => {
    const { live, last, states } = bench();
    live.start('first');
    last().sink.next(checkpoint('b'));
    last().sink.lost();
    expect(live.state()).toBe('reconnecting');
    // The same object goes out again with each reconnect.
    expect(last().variables.after).toBe('b');
    last().sink.next(checkpoint('c'));
    expect(states).toEqual(['live', 'reconnecting', 'live']);
  });

  it.each(['CURSOR_EXPIRED', 'CURSOR_INVALID'])(
    'begins at now after %s, and tells that there is a gap',
    async (code) => {
      const { live, last, openings } = bench();
      const gaps: number[] = [];
      live.onGap(() => gaps.push(openings.length));
      live.start('old');
      last().sink.failed(code);
      await expect.poll(() => openings.length).toBe(2);
      expect(last().variables.after).toBe('now-1');
      // Told before the stream goes on: what is read anew is followed, not the other way round.
      expect(gaps).toEqual([1]);
    },
  );

  it('tries again after any other failure, the cursor kept', async () => {
    const { live, last, openings } = bench();
    live.start('first');
    last().sink.next(checkpoint('b'));
    last().sink.failed('RATE_LIMITED');
    await expect.poll(() => openings.length).toBe(2);
    expect(last().variables.after).toBe('b');
  });

  it('tries again when the cursor of now cannot be asked for', async () => {
    let tries = 0;
    const { live, last, openings } = bench({
      async cursor() {
        tries += 1;
        throw new Error('away');
      },
    });
    live.start('old');
    last().sink.failed('CURSOR_EXPIRED');
    await expect.poll(() => openings.length).toBe(2);
    expect(tries).toBe(1);
  });

  it.each(['signed-out', 'suspended', 'moved'] as const)('ends when the session is %s', async (end) => {
    const { becomes, last, live, openings, states } = bench();
    live.start('first');
    becomes(end);
    last().sink.failed('REFUSED');
    await expect.poll(() => live.state()).toBe(end);
    expect([openings.length, last().left]).toEqual([1, true]);
    last().sink.next(checkpoint('late'));
    expect(states.at(-1)).toBe(end);
  });

  it('goes on when it was refused for nothing that lasts', async () => {
    const { becomes, last, live, openings } = bench();
    live.start('first');
    becomes('unreachable');
    last().sink.failed('REFUSED');
    await expect.poll(() => openings.length).toBe(2);
    expect(live.state()).toBe('reconnecting');
  });

  it('ends when a query was refused, too', async () => {
    const { becomes, live } = bench();
    live.start('first');
    becomes('signed-out');
    live.check();
    live.check();
    await expect.poll(() => live.state()).toBe('signed-out');
  });

  it('is offline while the network is, and what it was before afterwards', () => {
    const { last, live, network, states } = bench();
    live.start('first');
    last().sink.next(checkpoint('b'));
    network.online = false;
    network.tell();
    network.online = true;
    network.tell();
    expect(states).toEqual(['live', 'offline', 'live']);
  });

  it('opens nothing more once it is stopped', async () => {
    const paused = Promise.withResolvers<void>();
    const { last, live, openings } = bench({ pause: () => paused.promise });
    live.start('first');
    last().sink.failed('UNKNOWN');
    live.stop();
    paused.resolve();
    await paused.promise;
    expect([openings.length, last().left]).toEqual([1, true]);
  });

  it('forgets a listener that has left, also in the middle of an event', () => {
    const { last, live } = bench();
    const heard: string[] = [];
    const forget = live.onEvent(({ cursor }) => {
      heard.push(cursor);
      forget();
    });
    live.start('first');
    last().sink.next(checkpoint('a'));
    last().sink.next(checkpoint('b'));
    expect(heard).toEqual(['a']);
  });
});
