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

export function createTape(most = MOST_KEPT): Tape {
  const listeners = new Set<() => void>();
  /** The cursors of what is kept: what a reconnect repeats is known by them. */
  const known = new Set<string>();
  let waiting: readonly TapeEvent[] = [];
  let view: TapeView = { events: [], held: false, missed: 0 };

  const become = (next: Partial<TapeView>) => {
    view = { ...view, ...next };
    for (const listener of [...listeners]) listener();
  };
  const cut = (events: readonly TapeEvent[]) => {
    // Held items keep their places until it goes on: what somebody reads does not vanish.
    for (const { cursor } of events.slice(most)) known.delete(cursor);
    return events.length > most ? events.slice(0, most) : events;
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
      if (view.held) {
        waiting = cut([event, ...waiting]);
        become({ missed: view.missed + 1 });
      } else become({ events: cut([event, ...view.events]) });
    },
    hold() {
      if (!view.held) become({ held: true, missed: 0 });
    },
    goOn() {
      if (!view.held) return;
      const events = cut([...waiting, ...view.events]);
      waiting = [];
      become({ events, held: false, missed: 0 });
    },
    clear() {
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
