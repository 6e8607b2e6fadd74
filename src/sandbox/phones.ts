import { CappedMap } from './capped.ts';
import type { ShownContent } from './phone-content.ts';

/** Threads and bubbles that are kept; the oldest go first. */
const MOST_THREADS = 500;
const MOST_BUBBLES = 100;
/** Meta: the typing indicator ends after 25 seconds, or with a message. */
const TYPING_MS = 25_000;

/** A message as the person's phone shows it. */
export interface Bubble {
  /** Its wamid. */
  id: string;
  from: 'business' | 'person';
  /** ISO 8601, UTC. */
  at: string;
  /** Meta's name of its kind. */
  type: string;
  content: ShownContent;
  /** The wamid of the message that it quotes. */
  quotes: string | null;
  /** The person's own, once the business has read it: the ticks turn blue. */
  readAt: string | null;
  deleted: boolean;
  reactions: { business: string | null; person: string | null };
}

interface Thread {
  version: number;
  bubbles: Bubble[];
  typingUntil: number;
}

/** What the phones of a business's customers show: a thread for each number and person. In memory, within bounds. */
export class Phones {
  readonly #threads = new CappedMap<string, Thread>(MOST_THREADS);
  #version = 0;
  #changed = Promise.withResolvers<void>();

  /** The thread's number of changes so far, its bubbles (oldest first), and whether the business is typing. */
  thread(numberId: string, userKey: string): { version: number; typing: boolean; bubbles: readonly Bubble[] } {
    const thread = this.#threads.get(`${numberId} ${userKey}`);
    const typing = thread !== undefined && thread.typingUntil > Date.now();
    return { version: thread?.version ?? 0, typing, bubbles: thread?.bubbles ?? [] };
  }

  find(numberId: string, userKey: string, id: string): Bubble | undefined {
    return this.#threads.get(`${numberId} ${userKey}`)?.bubbles.find((bubble) => bubble.id === id);
  }

  /** Resolves at the next change of any thread. */
  changed(): Promise<void> {
    return this.#changed.promise;
  }

  /** A message arrives, or is sent; one that is there already is not shown twice. */
  show(numberId: string, userKey: string, bubble: Pick<Bubble, 'id' | 'from' | 'type' | 'content' | 'quotes'>): void {
    if (this.find(numberId, userKey, bubble.id) !== undefined) return;
    this.#change(numberId, userKey, (thread) => {
      if (bubble.from === 'business') thread.typingUntil = 0;
      thread.bubbles.push({
        ...bubble,
        at: new Date().toISOString(),
        readAt: null,
        deleted: false,
        reactions: { business: null, person: null },
      });
      if (thread.bubbles.length > MOST_BUBBLES) thread.bubbles.shift();
    });
  }

  /** An empty emoji takes a reaction back. */
  react(numberId: string, userKey: string, from: Bubble['from'], id: string, emoji: string): void {
    this.#revise(numberId, userKey, id, ({ reactions }) => {
      reactions[from] = emoji === '' ? null : emoji;
    });
  }

  delete(numberId: string, userKey: string, id: string): void {
    this.#revise(numberId, userKey, id, (bubble) => {
      bubble.deleted = true;
    });
  }

  /** The business has read a message and, as with WhatsApp, all that the person wrote before it. */
  read(numberId: string, userKey: string, id: string, typing: boolean): void {
    if (this.find(numberId, userKey, id) === undefined) return;
    const at = new Date().toISOString();
    this.#change(numberId, userKey, (thread) => {
      const last = thread.bubbles.findIndex((bubble) => bubble.id === id);
      for (const bubble of thread.bubbles.slice(0, last + 1)) if (bubble.from === 'person') bubble.readAt ??= at;
      if (typing) thread.typingUntil = Date.now() + TYPING_MS;
    });
  }

  /** The person goes by another key from now on, and keeps the thread. */
  move(numberId: string, from: string, to: string): void {
    const thread = this.#threads.get(`${numberId} ${from}`);
    if (thread !== undefined) this.#threads.set(`${numberId} ${to}`, thread);
  }

  #revise(numberId: string, userKey: string, id: string, revise: (bubble: Bubble) => void): void {
    const bubble = this.find(numberId, userKey, id);
    if (bubble !== undefined) this.#change(numberId, userKey, () => revise(bubble));
  }

  #change(numberId: string, userKey: string, change: (thread: Thread) => void): void {
    const key = `${numberId} ${userKey}`;
    const thread = this.#threads.get(key) ?? { version: 0, bubbles: [], typingUntil: 0 };
    change(thread);
    this.#version += 1;
    thread.version = this.#version;
    this.#threads.set(key, thread);
    const { resolve } = this.#changed;
    this.#changed = Promise.withResolvers<void>();
    resolve();
  }
}
