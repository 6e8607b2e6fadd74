import DataLoader from 'dataloader';
import type { QueueState, WaitsFor } from '../../application/queue.ts';
import type { Services } from '../../application/services.ts';
import type { WindowState } from '../../application/windows.ts';
import type { Contact, FormerId } from '../../domain/contact.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { encodeCursor, type Position } from '../../domain/event.ts';
import type { MessageRecord, StatusChange } from '../../domain/message.ts';
import type { Reaction } from '../../domain/message-kinds.ts';
import type { Caller } from '../../domain/tenant.ts';

/** One read of the store for all fields of an operation that ask for the same kind of thing. */
export interface Loaders {
  readonly contact: DataLoader<string, Contact | null>;
  readonly formerIds: DataLoader<string, readonly FormerId[]>;
  readonly conversation: DataLoader<string, Conversation | null>;
  readonly message: DataLoader<string, MessageRecord | null>;
  readonly timeline: DataLoader<string, readonly StatusChange[]>;
  readonly reactions: DataLoader<string, readonly Reaction[]>;
  readonly queue: DataLoader<string, QueueState | null>;
  readonly waitsFor: DataLoader<string, WaitsFor | null>;
  readonly expiresAt: DataLoader<string, string | null>;
  readonly firstUnread: DataLoader<string, string | null>;
  readonly window: DataLoader<Conversation, WindowState, string>;
  /** The cursor of a position in the caller's log; null for 0, the place before everything. */
  cursorAt(seq: number): Promise<string | null>;
  /** Forgets what was read. A subscription does so with every event, since each is to show the store as it is then. */
  clear(): void;
}

export function createLoaders({ conversations, feed, queue: queues, windows }: Services, caller: Caller): Loaders {
  const contact = new DataLoader((ids: readonly string[]) => conversations.contactsById(caller, ids));
  const formerIds = new DataLoader((ids: readonly string[]) => conversations.formerIds(caller, ids));
  const conversation = new DataLoader((ids: readonly string[]) => conversations.byId(caller, ids));
  const message = new DataLoader((ids: readonly string[]) => conversations.messagesById(caller, ids));
  const timeline = new DataLoader((ids: readonly string[]) => conversations.timelines(caller, ids));
  const reactions = new DataLoader((ids: readonly string[]) => conversations.reactions(caller, ids));
  const queue = new DataLoader((ids: readonly string[]) => queues.ofNumbers(caller, ids));
  const waitsFor = new DataLoader((ids: readonly string[]) => queues.waitsFor(caller, ids));
  const expiresAt = new DataLoader((ids: readonly string[]) => queues.expiresAt(caller, ids));
  const firstUnread = new DataLoader((ids: readonly string[]) => conversations.firstUnread(caller, ids));
  const window = new DataLoader((all: readonly Conversation[]) => windows.of(caller, all), {
    cacheKeyFn: ({ id }: Conversation) => id,
  });
  let head: Promise<Position> | null = null;
  return {
    contact,
    formerIds,
    conversation,
    message,
    timeline,
    reactions,
    queue,
    waitsFor,
    expiresAt,
    firstUnread,
    window,
    async cursorAt(seq) {
      if (seq === 0) return null;
      head ??= feed.head(caller);
      return encodeCursor({ ...(await head), seq });
    },
    clear() {
      for (const loader of [contact, formerIds, conversation, message, timeline, reactions, queue, waitsFor, window])
        loader.clearAll();
      for (const loader of [expiresAt, firstUnread]) loader.clearAll();
      head = null;
    },
  };
}
