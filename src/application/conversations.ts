import type { Contact, FormerId } from '../domain/contact.ts';
import type { Conversation, ConversationFilter, UnreadCount } from '../domain/conversation.ts';
import { invalidInput } from '../domain/errors.ts';
import type { MessageRecord, StatusChange } from '../domain/message.ts';
import type { Reaction } from '../domain/message-kinds.ts';
import type { Caller } from '../domain/tenant.ts';
import type { ContactStore } from '../ports/contact-store.ts';
import type { ConversationStore, MessageFilter, MessageStore, Page, PageRequest } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';
import { requireScope } from './scopes.ts';

export type { MessageFilter, Page, PageRequest } from '../ports/store.ts';

/** UTF-16 units of a search. */
const SEARCH_LIMIT = 200;

/**
 * Reading messages, conversations and contacts: the tenant's own only; what is another's is not there. FORBIDDEN;
 * INVALID_INPUT for a search of more than 200 characters.
 */
export interface Conversations {
  messages(caller: Caller, filter: MessageFilter, page: PageRequest): Promise<Page<MessageRecord>>;
  /** In the order of `ids`, null for what is not there. So are the other `…ById`. */
  messagesById(caller: Caller, ids: readonly string[]): Promise<readonly (MessageRecord | null)[]>;
  /** Our id or a `wamid`. */
  message(caller: Caller, id: string): Promise<MessageRecord | null>;
  timelines(caller: Caller, messageIds: readonly string[]): Promise<readonly (readonly StatusChange[])[]>;
  /** What stands under messages, oldest first. */
  reactions(caller: Caller, messageIds: readonly string[]): Promise<readonly (readonly Reaction[])[]>;
  list(
    caller: Caller,
    filter: Omit<ConversationFilter, 'window'> & { readonly windowOpen?: boolean | undefined },
    page: PageRequest,
  ): Promise<Page<Conversation>>;
  byId(caller: Caller, ids: readonly string[]): Promise<readonly (Conversation | null)[]>;
  /** What is not read yet. */
  unread(caller: Caller): Promise<UnreadCount>;
  /** The first unread message (`msg_…`) of each; null when all is read. */
  firstUnread(caller: Caller, ids: readonly string[]): Promise<readonly (string | null)[]>;
  contactsById(caller: Caller, ids: readonly string[]): Promise<readonly (Contact | null)[]>;
  /** The ids that these contacts had, latest first. */
  formerIds(caller: Caller, contactIds: readonly string[]): Promise<readonly (readonly FormerId[])[]>;
}

export function createConversations(deps: {
  readonly contacts: ContactStore;
  readonly conversations: ConversationStore;
  readonly messages: MessageStore;
  readonly clock: Clock;
}): Conversations {
  const { conversations, messages, clock } = deps;

  /** The tenant whose rows a caller may read. */
  function readable(caller: Caller): string {
    requireScope(caller, 'read');
    return caller.tenantId;
  }

  return {
    messages: async (caller, filter, page) => messages.list(readable(caller), searchable(filter), page),
    messagesById: async (caller, ids) => messages.getMany(readable(caller), ids),
    async message(caller, id) {
      const tenantId = readable(caller);
      if (!id.startsWith('msg_')) return messages.byWhatsappId(tenantId, id);
      const [record] = await messages.getMany(tenantId, [id]);
      return record ?? null;
    },
    timelines: async (caller, ids) => messages.timelines(readable(caller), ids),
    reactions: async (caller, ids) => messages.reactions(readable(caller), ids),
    async list(caller, { windowOpen, ...filter }, page) {
      const window = windowOpen === undefined ? undefined : { open: windowOpen, now: clock.now() };
      return conversations.list(readable(caller), { ...searchable(filter), window }, page);
    },
    byId: async (caller, ids) => conversations.getMany(readable(caller), ids),
    formerIds: async (caller, ids) => deps.contacts.formerIds(readable(caller), ids),
    unread: async (caller) => conversations.unread(readable(caller)),
    firstUnread: async (caller, ids) => conversations.firstUnread(readable(caller), ids),
    contactsById: async (caller, ids) => conversations.contacts(readable(caller), ids),
  };
}

/** The filter, unless its search is too long: INVALID_INPUT. */
export function searchable<F extends { readonly search?: string | undefined }>(filter: F): F {
  const length = filter.search?.length ?? 0;
  if (length <= SEARCH_LIMIT) return filter;
  throw invalidInput(
    'filter.search',
    `A search has at most ${SEARCH_LIMIT} characters; this one has ${length}.`,
    'Give fewer words.',
  );
}
