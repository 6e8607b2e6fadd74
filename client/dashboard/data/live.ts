import type { DashboardEventsSubscription } from '../generated/graphql.ts';

/** One item of the log, or a checkpoint. */
export type LiveEvent = DashboardEventsSubscription['events'];

/**
 * `live`: caught up, and told of everything at once. `reconnecting`: nothing arrives just now; what happens meanwhile
 * comes when it does. The last three are ends: the session is over, its tenant is suspended, or the session has been
 * switched to another tenant in another tab.
 */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'signed-out' | 'suspended' | 'moved';

/** What became of the session, asked when the gateway refuses. */
export type SessionState = 'good' | 'unreachable' | 'signed-out' | 'suspended' | 'moved';

/** A subscription that reconnects by itself, sending `variables` as they then stand. */
export type OpenStream = (variables: { after: string }, sink: StreamSink) => () => void;

export interface StreamSink {
  next(event: LiveEvent): void;
  /** The connection is gone; the stream tries again by itself. */
  lost(): void;
  /** The gateway refused: `REFUSED` for the whole connection, else the error's code. Nothing comes any more. */
  failed(code: string): void;
}

export interface LiveDeps {
  readonly open: OpenStream;
  /** The cursor of now. Rejects while the gateway cannot be reached. */
  cursor(): Promise<string>;
  session(): Promise<SessionState>;
  readonly network: { online(): boolean; subscribe(listener: () => void): () => void };
  /** Resolves after a pause that grows with `tries`. */
  pause(tries: number): Promise<void>;
}

/**
 * The whole app's reading of the event log: at least once, in order, no gap. The cursor moves with each item and goes
 * out with each reconnect; when it is no longer honoured, `onGap` tells that everything must be read anew.
 */
export interface Live {
  state(): LiveState;
  /** Told when the state changes. */
  subscribe(listener: () => void): () => void;
  onEvent(listener: (event: LiveEvent) => void): () => void;
  onGap(listener: () => void): () => void;
  /** Begins behind a cursor that was taken before anything else was read. */
  start(after: string): void;
  /** Asks what became of the session; whoever is refused calls it. */
  check(): void;
  stop(): void;
}

const CURSOR_LOST = new Set(['CURSOR_EXPIRED', 'CURSOR_INVALID']);

export function createLive(deps: LiveDeps): Live {
  const states = new Set<() => void>();
  const events = new Set<(event: LiveEvent) => void>();
  const gaps = new Set<() => void>();
  let connection: Exclude<LiveState, 'offline'> = 'connecting';
  let leave = () => {};
  let forgetNetwork = () => {};
  let variables = { after: '' };
  let checking = false;
  let stopped = false;
  let tries = 0;

  const ended = () => connection === 'signed-out' || connection === 'suspended' || connection === 'moved';
  const state = () => (ended() || deps.network.online() ? connection : 'offline');
  const tell = () => {
    for (const listener of [...states]) listener();
  };
  const become = (next: typeof connection) => {
    if (next === connection || ended()) return;
    connection = next;
    tell();
  };

  const sink: StreamSink = {
    next(event) {
      variables.after = event.cursor;
      if (event.__typename === 'Checkpoint' && event.live) {
        tries = 0;
        become('live');
      }
      for (const listener of [...events]) listener(event);
    },
    lost: () => become('reconnecting'),
    failed(code) {
      become('reconnecting');
      recover(code).catch(() => again());
    },
  };

  function open(): void {
    if (!stopped && !ended()) leave = deps.open(variables, sink);
  }

  function again(): void {
    tries += 1;
    void deps.pause(tries).then(open);
  }

  async function recover(code: string): Promise<void> {
    if (CURSOR_LOST.has(code)) {
      // Taken before anything is read again, so that what happens in between arrives a second time and not never.
      variables = { after: await deps.cursor() };
      for (const listener of [...gaps]) listener();
      open();
      return;
    }
    await judge();
    again();
  }

  async function judge(): Promise<void> {
    const session = await deps.session();
    if (session === 'good' || session === 'unreachable') return;
    become(session);
    leave();
  }

  return {
    state,
    subscribe: (listener) => listenIn(states, listener),
    onEvent: (listener) => listenIn(events, listener),
    onGap: (listener) => listenIn(gaps, listener),
    start(after) {
      variables = { after };
      forgetNetwork = deps.network.subscribe(tell);
      open();
    },
    check() {
      if (checking || ended()) return;
      checking = true;
      judge()
        .catch(() => {})
        .finally(() => {
          checking = false;
        });
    },
    stop() {
      stopped = true;
      forgetNetwork();
      leave();
    },
  };
}

function listenIn<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
