import type { Conversation, ConversationFilter } from '../../domain/conversation.ts';
import type { MessageRecord } from '../../domain/message.ts';
import type { MessageFilter, Page, PageRequest } from '../../ports/store.ts';
import { sliced } from './list-slices.ts';
import type { ArgsOf, ResultOf } from './rpc.ts';
import type { FoundMessage, SearchJob } from './search-reads.ts';
import type { Reads } from './sqlite-reads.ts';

/** Newest rows that are not in the index yet and that one search looks through. (Measured: 100 ms in all.) */
const UNINDEXED = 20_000;
/** Rows that one search compares; the rest is older (or, walking from the oldest, newer) and is not found. */
const COMPARED = 20_000;
/** Newest messages with the words that are looked through for their conversations, and conversations so found. */
const SPOKEN = 5_000;
const CONVERSATIONS = 1_000;

/** The thread that reads. */
interface Reader {
  read<M extends keyof Reads & string>(method: M, ...args: ArgsOf<Reads, M>): Promise<ResultOf<Reads, M>>;
}

/** A page of messages, found by their words if the filter says so. */
export async function listMessages(
  reader: Reader,
  tenantId: string,
  filter: MessageFilter,
  page: PageRequest,
): Promise<Page<MessageRecord>> {
  const { search, ...rest } = filter;
  if (!search) return sliced(page, (part) => reader.read('listMessages', tenantId, rest, part));
  const people = await reader.read('conversationsWith', tenantId, search);
  const job = jobOf(tenantId, search, page, { filter: rest, ...people });
  const wanted = page.limit + 1;
  const found: FoundMessage[] = [];
  await look(reader, job, wanted, (messages) => found.push(...messages) >= wanted);
  const ids = found.slice(0, page.limit).map(({ id }) => id);
  const rows = await reader.read('messages', tenantId, page.from === 'newest' ? ids : ids.reverse());
  return { rows: rows.filter((row) => row !== null), more: found.length > page.limit };
}

/** A page of conversations, found by the contact or by what was said in them if the filter says so. */
export async function listConversations(
  reader: Reader,
  tenantId: string,
  filter: ConversationFilter,
  page: PageRequest,
): Promise<Page<Conversation>> {
  const { search } = filter;
  if (!search) return sliced(page, (part) => reader.read('listConversations', tenantId, filter, part, null));
  const { conversations, indexed } = await reader.read('conversationsWith', tenantId, search);
  // A conversation before this place has said nothing after it. One after it may have been silent on the matter since.
  const range: PageRequest = { limit: page.limit, before: page.before, from: 'newest' };
  const job = jobOf(tenantId, search, range, { filter: {}, conversations: '[]', indexed });
  const found = new Set(JSON.parse(conversations) as string[]);
  let spoken = 0;
  await look(reader, job, SPOKEN, (messages) => {
    spoken += messages.length;
    for (const { conversationId } of messages) found.add(conversationId);
    return spoken >= SPOKEN || found.size >= CONVERSATIONS * 2;
  });
  const ids = JSON.stringify([...found]);
  return sliced(page, (part) => reader.read('listConversations', tenantId, filter, part, ids));
}

function jobOf(
  tenantId: string,
  query: string,
  { before, after, from }: PageRequest,
  what: Pick<SearchJob, 'filter' | 'conversations' | 'indexed'>,
): SearchJob {
  return {
    tenantId,
    query,
    ...what,
    from,
    after: after ?? 0,
    before: before ?? null,
    unindexed: UNINDEXED,
    compared: COMPARED,
  };
}

/** Slice by slice, until `enough` says so or nothing remains. */
async function look(
  reader: Reader,
  job: SearchJob,
  limit: number,
  enough: (messages: readonly FoundMessage[]) => boolean,
): Promise<void> {
  for (let rest: SearchJob | null = job; rest !== null; ) {
    const slice: Awaited<ResultOf<Reads, 'search'>> = await reader.read('search', rest, limit);
    rest = enough(slice.found) ? null : slice.rest;
  }
}
