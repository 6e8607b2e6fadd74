import type { Live, LiveEvent } from '../../data/live.ts';

/** One item of the log as it is shown: everything but checkpoints, which tell nothing. */
export type TapeEvent = Exclude<LiveEvent, { readonly __typename: 'Checkpoint' }>;

/** Items that are kept: the newest. */
export const MOST_KEPT = 1_000;

export interface TapeView {
  /** The newest first. */
  readonly events: readonly TapeEvent[];
  /** Whether what comes is held back. */
  readonly held: boolean;
  /** What came since it is held back, also what was too much to keep. */
  readonly missed: number;
}

/** The newest items of the log, in bounded memory. What is held back is counted, and shown once it goes on. */
export interface Tape {
  view(): TapeView;
  subscribe(listener: () => void): () => void;
  add(event: LiveEvent): void;
  hold(): void;
  goOn(): void;
  clear(): void;
}

/** `draw` runs what it is given when the next picture is drawn: a swarm of items is one change of the view. */
export function createTape(
  most = MOST_KEPT,
  draw: (run: () => void) => void = (run) => requestAnimationFrame(run),
): Tape {
  const listeners = new Set<() => void>();
  /** The cursors of what is kept: what a reconnect repeats is known by them. */
  const known = new Set<string>();
  /** What has come since the last picture, the oldest first, and how much of it there was. */
  let fresh: TapeEvent[] = [];
  let came = 0;
  let waiting: readonly TapeEvent[] = [];
  let view: TapeView = { events: [], held: false, missed: 0 };

  const become = (next: Partial<TapeView>) => {
    view = { ...view, ...next };
    for (const listener of [...listeners]) listener();
  };
  const forget = (events: readonly TapeEvent[]) => {
    for (const { cursor } of events) known.delete(cursor);
  };
  const cut = (events: readonly TapeEvent[]) => {
    // Held items keep their places until it goes on: what somebody reads does not vanish.
    forget(events.slice(most));
    return events.length > most ? events.slice(0, most) : events;
  };
  /** Puts what has come where it is seen, or waits. */
  const settle = () => {
    if (came === 0) return;
    const [news, count] = [fresh.reverse(), came];
    fresh = [];
    came = 0;
    if (view.held) {
      waiting = cut([...news, ...waiting]);
      become({ missed: view.missed + count });
    } else become({ events: cut([...news, ...view.events]) });
  };

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add(event) {
      if (event.__typename === 'Checkpoint' || known.has(event.cursor)) return;
      known.add(event.cursor);
      fresh.push(event);
      came += 1;
      // Nothing is drawn in a tab that nobody sees.
      if (fresh.length >= 2 * most) forget(fresh.splice(0, fresh.length - most));
      if (came === 1) draw(settle);
    },
    hold() {
      settle();
      if (!view.held) become({ held: true, missed: 0 });
    },
    goOn() {
      settle();
      if (!view.held) return;
      const events = cut([...waiting, ...view.events]);
      waiting = [];
      become({ events, held: false, missed: 0 });
    },
    clear() {
      settle();
      known.clear();
      waiting = [];
      become({ events: [], missed: 0 });
    },
  };
}

/** By stream: what came while another screen was open is there when one comes back. */
const tapes = new WeakMap<Live, Tape>();

/** The tape of a stream; it runs from the first time that somebody asks for it. */
export function tapeOf(live: Live): Tape {
  const running = tapes.get(live);
  if (running !== undefined) return running;
  const tape = createTape();
  tapes.set(live, tape);
  live.onEvent((event) => tape.add(event));
  return tape;
}
