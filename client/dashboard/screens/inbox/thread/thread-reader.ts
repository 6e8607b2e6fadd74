import type { ThreadPageFragment } from '../../../generated/graphql.ts';
import {
  holds,
  type Thread,
  type ThreadMessage,
  targetOf,
  threadOf,
  withMessage,
  withNewer,
  withOlder,
} from './thread-model.ts';

/** The questions about one conversation. Each rejects when the gateway does not answer. */
export interface ThreadSource {
  newest(): Promise<ThreadPageFragment | null>;
  older(after: string): Promise<ThreadPageFragment | null>;
  newer(before: string): Promise<ThreadPageFragment | null>;
  /** Null when the message is none of the conversation. */
  around(message: string): Promise<ThreadPageFragment | null>;
  message(id: string): Promise<ThreadMessage | null>;
  /** Resolves after a pause that grows with `tries`. */
  pause(tries: number): Promise<void>;
}

export type ThreadView =
  | { readonly state: 'loading' | 'missing' | 'unanswered' }
  | { readonly state: 'shown'; readonly thread: Thread };

/**
 * Reads one conversation, both ways from where it was opened, and follows it. An event says only that there is something
 * to read: what is shown comes from a question asked after it, so that the repetition of an older event never shows an
 * older state. What could not be asked is asked again until it is answered.
 */
export interface ThreadReader {
  view(): ThreadView;
  subscribe(listener: () => void): () => void;
  /** Reads from a message on, or from the end. */
  open(message: string | null): Promise<void>;
  /** The page before the first message that is held; nothing when there is none, or it is being read. */
  readOlder(): Promise<void>;
  /** The page behind the last one. While one is read it is remembered that there is more. */
  readNewer(): Promise<void>;
  /** Reads a message anew, when it is held. */
  refresh(id: string): Promise<void>;
  /** Something has happened to these messages; `isNew`: and the conversation has a new one. */
  hear(news: { readonly messages: readonly string[]; readonly isNew: boolean }): void;
  close(): void;
}

/** Of the messages that wait, so many are asked for again when another moves. */
const MOST_WAITING = 10;

export function createThreadReader(source: ThreadSource): ThreadReader {
  const listeners = new Set<() => void>();
  let view: ThreadView = { state: 'loading' };
  /** Grows with every opening: answers to what was asked before it come too late. */
  let round = 0;
  let readingOlder = false;
  let newer: 'idle' | 'reading' | 'reading-and-more' = 'idle';
  const refreshing = new Map<string, 'asked' | 'changed-again'>();
  /** What was heard while the first page was read, which may have been answered before it. */
  let heard: { messages: string[]; isNew: boolean } = { messages: [], isNew: false };

  const become = (next: ThreadView) => {
    view = next;
    for (const listener of [...listeners]) listener();
  };
  const thread = () => (view.state === 'shown' ? view.thread : null);
  const change = (to: (thread: Thread) => Thread) => {
    const before = thread();
    if (before === null) return;
    const after = to(before);
    if (after !== before) become({ state: 'shown', thread: after });
  };

  async function open(message: string | null): Promise<void> {
    round += 1;
    const asked = round;
    readingOlder = false;
    newer = 'idle';
    heard = { messages: [], isNew: false };
    become({ state: 'loading' });
    try {
      const page = await (message === null ? source.newest() : source.around(message));
      if (asked !== round) return;
      become(page === null ? { state: 'missing' } : { state: 'shown', thread: threadOf(page) });
      hear(heard);
    } catch {
      if (asked === round) become({ state: 'unanswered' });
    }
  }

  async function readOlder(): Promise<void> {
    const first = thread()?.placed[0];
    if (readingOlder || first === undefined || !thread()?.hasOlder) return;
    const asked = round;
    readingOlder = true;
    const page = await source.older(first.cursor).catch(() => null);
    if (asked !== round) return;
    readingOlder = false;
    if (page !== null) change((to) => withOlder(to, page));
  }

  async function readNewer(): Promise<void> {
    if (newer !== 'idle') {
      newer = 'reading-and-more';
      return;
    }
    const asked = round;
    for (let tries = 0; asked === round; ) {
      const last = thread()?.placed.at(-1);
      newer = 'reading';
      try {
        const page = await (last === undefined ? source.newest() : source.newer(last.cursor));
        if (asked !== round) return;
        if (page !== null) change((to) => (last === undefined ? threadOf(page) : withNewer(to, page)));
        for (const { node } of page?.edges ?? []) void refresh(targetOf(node) ?? '');
        tries = 0;
        if (newer === 'reading') break;
      } catch {
        tries += 1;
        await source.pause(tries);
      }
    }
    if (asked === round) newer = 'idle';
  }

  async function refresh(id: string): Promise<void> {
    const before = thread();
    if (before === null || !holds(before, id)) return;
    if (refreshing.has(id)) {
      refreshing.set(id, 'changed-again');
      return;
    }
    const asked = round;
    for (let tries = 0; asked === round; ) {
      refreshing.set(id, 'asked');
      try {
        const message = await source.message(id);
        if (message !== null && asked === round) change((to) => withMessage(to, message));
        tries = 0;
        if (refreshing.get(id) === 'asked') break;
      } catch {
        tries += 1;
        await source.pause(tries);
      }
    }
    refreshing.delete(id);
  }

  function hear({ messages, isNew }: { readonly messages: readonly string[]; readonly isNew: boolean }): void {
    const shown = thread();
    if (shown === null) {
      if (view.state !== 'loading') return;
      heard = { messages: [...heard.messages, ...messages], isNew: heard.isNew || isNew };
      return;
    }
    for (const id of messages) void refresh(id);
    // What a message waits for may have gone with the one that moved; nobody tells.
    const moved = messages.some((id) => holds(shown, id));
    const waiting = shown.placed.filter(({ message }) => moved && message.status === 'QUEUED').slice(0, MOST_WAITING);
    for (const { message } of waiting) void refresh(message.id);
    if (isNew && !shown.hasNewer) void readNewer();
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ...{ open, readOlder, readNewer, refresh, hear },
    close() {
      round += 1;
    },
  };
}
