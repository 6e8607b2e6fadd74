import { createPendingSends, type Pending } from '../../../../data/optimistic.ts';
import { keep, readKept, type Store } from '../../../../data/private-storage.ts';
import type { Failure } from '../../../../i18n/explain.ts';
import { listOf, membersOf } from '../drafts/draft.ts';
import type { KeyedOutgoing, Outgoing } from './outgoing.ts';
import { readOutgoing } from './read-outgoing.ts';

/** `stored`: the gateway knows it under this id. `refused`: it does not, for this reason. `silent`: no answer came. */
export type SendAnswer =
  | { readonly kind: 'stored'; readonly id: string; readonly conversationId: string }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'silent' };

export type Post = (message: KeyedOutgoing, conversationId: string) => Promise<SendAnswer>;

/** A message that is shown before the gateway has named it. */
export interface Waiting extends Pending<Outgoing> {
  /** Why it failed; null while it is on its way, and when no answer came: then it may have been sent. */
  readonly failure: Failure | null;
}

/**
 * What was sent here and is not in the thread yet. One at a time for each conversation, in order. Whatever fails stays until
 * somebody tries again, under the same idempotency key, or takes it away; it outlives the page.
 */
export interface Outbox {
  /** The same list until something changes. */
  list(): readonly Waiting[];
  subscribe(listener: () => void): () => void;
  send(conversationId: string, messages: readonly KeyedOutgoing[]): void;
  retry(key: string): void;
  remove(key: string): void;
  /** Gives a failed message back to whoever writes in its conversation. */
  takeBack(key: string): void;
  onTakenBack(listener: (conversationId: string, message: Outgoing) => void): () => void;
  /** A message of ours came with the stream: it takes the place of what waits for it. */
  arrived(message: { readonly id: string; readonly conversationId: string; readonly text: string | null }): void;
  /** Threads are read anew: they hold whatever the gateway has stored. */
  settle(): void;
}

const MOST_KEPT = 50;
const MOST_SEEN = 500;

export function createOutbox(deps: {
  readonly post: Post;
  readonly storage: Store;
  readonly storageKey: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}): Outbox {
  const pending = createPendingSends<Outgoing>();
  const listeners = new Set<() => void>();
  const writers = new Set<(conversationId: string, message: Outgoing) => void>();
  const failures = new Map<string, Failure>();
  /** Ids that the stream has brought, and the waiting messages that it seems to have brought before their answer. */
  const seen = new Set<string>();
  const shadowed = new Set<string>();
  /** Waiting messages that are stored, by the id under which the stream will bring them. */
  const expected = new Map<string, string>();
  const lines = new Map<string, Promise<void>>();
  let shown: readonly Waiting[] = [];

  const tell = () => {
    shown = pending
      .list()
      .filter(({ key }) => !shadowed.has(key))
      .map((one) => ({ ...one, failure: failures.get(one.key) ?? null }));
    const kept = pending.list().slice(-MOST_KEPT);
    keep(deps.storage, deps.storageKey, kept.length === 0 ? null : kept);
    for (const listener of [...listeners]) listener();
  };

  const fail = (key: string, failure: Failure | null) => {
    shadowed.delete(key);
    if (failure !== null) failures.set(key, failure);
    pending.fail(key);
    tell();
  };
  const remove = (key: string) => {
    shadowed.delete(key);
    failures.delete(key);
    pending.remove(key);
    tell();
  };

  async function deliver({ content: { content, replyTo }, conversationId, key }: Pending<Outgoing>, again: boolean) {
    const ask = () => deps.post({ key, content, replyTo }, conversationId).catch(() => SILENT);
    const first = await ask();
    // The stream seems to have brought it all the same: its key asks whether that is so.
    const asked = first.kind === 'silent' && shadowed.has(key);
    const answer = asked ? await ask() : first;
    if (answer.kind === 'silent') fail(key, null);
    else if (answer.kind === 'refused') fail(key, answer.failure);
    // Until the thread holds it the bubble stays. The stream brings it soon; it has brought what was stored at an earlier try.
    else if (again || asked || seen.has(answer.id)) remove(key);
    else expected.set(answer.id, key);
  }

  function enqueue(one: Pending<Outgoing>, again: boolean): void {
    failures.delete(one.key);
    pending.add(one);
    tell();
    const before = lines.get(one.conversationId) ?? Promise.resolve();
    lines.set(
      one.conversationId,
      before.then(() => deliver(one, again)),
    );
  }

  for (const one of kept(deps)) {
    pending.add(one);
    pending.fail(one.key);
  }
  tell();

  return {
    list: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send(conversationId, messages) {
      for (const { content, key, replyTo } of messages) {
        enqueue({ key, conversationId, content: { content, replyTo }, at: deps.now(), state: 'sending' }, false);
      }
    },
    retry(key) {
      const one = pending.list().find((waiting) => waiting.key === key);
      if (one?.state === 'failed') enqueue(one, true);
    },
    remove,
    takeBack(key) {
      const one = pending.list().find((waiting) => waiting.key === key);
      if (one?.state !== 'failed') return;
      remove(key);
      for (const writer of [...writers]) writer(one.conversationId, one.content);
    },
    onTakenBack(listener) {
      writers.add(listener);
      return () => void writers.delete(listener);
    },
    arrived({ conversationId, id, text }) {
      if (seen.size >= MOST_SEEN) seen.clear();
      seen.add(id);
      const key = expected.get(id);
      if (key !== undefined) {
        expected.delete(id);
        remove(key);
        return;
      }
      const like = pending
        .list()
        .find(
          (one) =>
            one.state === 'sending' &&
            one.conversationId === conversationId &&
            !shadowed.has(one.key) &&
            saidBy(one.content) === (text ?? ''),
        );
      if (like === undefined) return;
      shadowed.add(like.key);
      tell();
    },
    settle() {
      for (const key of expected.values()) remove(key);
      expected.clear();
    },
  };
}

const SILENT = { kind: 'silent' } as const;

/** What the stored message says, by which it is known before its id is. */
function saidBy({ content }: Outgoing): string {
  switch (content.kind) {
    case 'text':
      return content.body;
    case 'file':
      return content.caption ?? '';
    case 'template':
      return content.says;
  }
}

function kept({ storage, storageKey }: { readonly storage: Store; readonly storageKey: string }): Pending<Outgoing>[] {
  return listOf(readKept(storage, storageKey))
    .slice(0, MOST_KEPT)
    .flatMap((value) => {
      const { at, content, conversationId, key } = membersOf(value);
      const outgoing = readOutgoing(content);
      if (typeof key !== 'string' || typeof conversationId !== 'string' || typeof at !== 'number') return [];
      return outgoing === null ? [] : [{ key, conversationId, at, content: outgoing, state: 'failed' as const }];
    });
}
