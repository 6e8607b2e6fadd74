import type { DatabaseSync } from 'node:sqlite';
import { type Address, ALIAS_KINDS, aliasesOf, type Contact, type FormerId, identityAt } from '../../domain/contact.ts';
import type { Conversation, ConversationFilter, HeardMessage } from '../../domain/conversation.ts';
import type { EventType } from '../../domain/event.ts';
import type { MediaRecord } from '../../domain/media.ts';
import { type Message, type MessageRecord, type StatusChange, toMessage } from '../../domain/message.ts';
import type { DueSend, NumberQueue, QueuedSend } from '../../domain/outbound.ts';
import type { PhoneNumber } from '../../domain/tenant.ts';
import type { WindowFacts } from '../../domain/window.ts';
import type { SealedCredentials } from '../../ports/credential-store.ts';
import type { MessageFilter, Page, PageRequest, QuarantinedWebhook } from '../../ports/store.ts';
import type { PersonOnNumber } from '../../ports/windows.ts';
import { type IdSlice, ListReads } from './list-slices.ts';
import {
  contactOf,
  conversationOf,
  heardOf,
  integer,
  messageOf,
  oneOf,
  optionalText,
  phoneNumberOf,
  type Row,
  text,
  toColumn,
} from './rows.ts';
import { type SearchJob, SearchReads, type SearchSlice } from './search-reads.ts';
import { AuditReads } from './sqlite-audit.ts';
import { FilterRunner } from './sqlite-filter-runner.ts';
import { MediaReads } from './sqlite-media.ts';
import { CredentialReads } from './sqlite-numbers.ts';
import { PortalReads } from './sqlite-portal.ts';
import { QueueReads } from './sqlite-queue.ts';
import { ReactionReads } from './sqlite-reactions.ts';
import { type Prepared, prepareAll, READ } from './sqlite-statements.ts';
import { TemplateReads } from './sqlite-templates.ts';
import { TenancyReads } from './sqlite-tenancy.ts';
import { compareChanges, statusChangeOf } from './sqlite-timelines.ts';
import { UnroutedReads } from './sqlite-unrouted.ts';
import { UsageReads } from './sqlite-usage.ts';
import { WindowReads } from './sqlite-windows.ts';
import { READ_IDENTITY } from './statements-identity.ts';

/** Every read of the store, each in its own read transaction and so after every commit that was answered before. */
export class Reads extends PortalReads {
  readonly #sql: Prepared<typeof READ>;
  readonly #identity: Prepared<typeof READ_IDENTITY>;
  readonly #lists: ListReads;
  readonly #queue: QueueReads;
  readonly #tenancy: TenancyReads;
  readonly tenants = () => this.#tenancy.tenants();
  readonly session = (idHash: string) => this.#tenancy.session(idHash);
  readonly keys = () => this.#tenancy.keys();
  readonly sendsOn = (tenantId: string, day: string) => this.#tenancy.sendsOn(tenantId, day);
  readonly #windows: WindowReads;
  readonly windowOfAddress = (...args: Parameters<WindowReads['ofAddress']>) => this.#windows.ofAddress(...args);
  readonly answeredAt = (...args: Parameters<WindowReads['answeredAt']>) => this.#windows.answeredAt(...args);
  readonly #unrouted: UnroutedReads;
  readonly unrouted = (...args: Parameters<UnroutedReads['list']>) => this.#unrouted.list(...args);
  readonly unroutedById = (ids: readonly string[]) => this.#unrouted.getMany(ids);
  readonly unroutedNumbers = () => this.#unrouted.numbers();
  readonly #reactions: ReactionReads;
  readonly reactions = (...args: Parameters<ReactionReads['of']>) => this.#reactions.of(...args);
  readonly #search: SearchReads;
  readonly #templates: TemplateReads;
  readonly #media: MediaReads;
  readonly #credentials: CredentialReads;
  readonly #audit: AuditReads;
  readonly #usage: UsageReads;
  readonly usageMessages: UsageReads['messages'] = (...args) => this.#usage.messages(...args);
  readonly usageMedia: UsageReads['media'] = (...args) => this.#usage.media(...args);
  readonly mediaStored: UsageReads['stored'] = (...args) => this.#usage.stored(...args);
  readonly auditLog: AuditReads['list'] = (...args) => this.#audit.list(...args);

  constructor(db: DatabaseSync) {
    super(db);
    this.#sql = prepareAll(db, READ);
    this.#identity = prepareAll(db, READ_IDENTITY);
    const filters = new FilterRunner(db);
    this.#lists = new ListReads(db, filters);
    this.#queue = new QueueReads(db);
    this.#tenancy = new TenancyReads(db);
    this.#windows = new WindowReads(db);
    this.#unrouted = new UnroutedReads(db);
    this.#reactions = new ReactionReads(db);
    this.#search = new SearchReads(db, filters);
    this.#templates = new TemplateReads(db);
    this.#media = new MediaReads(db);
    this.#credentials = new CredentialReads(db);
    this.#audit = new AuditReads(filters);
    this.#usage = new UsageReads(db, filters);
  }

  ping(): void {
    this.#sql.ping.get();
  }

  messages(tenantId: string, ids: readonly string[]): (MessageRecord | null)[] {
    const found = new Map<string, MessageRecord>();
    for (const row of this.#sql.messages.all(list(ids), toColumn(tenantId))) {
      const message = messageOf(row);
      found.set(message.id, message);
    }
    return ids.map((id) => found.get(id) ?? null);
  }

  messageByWhatsappId(tenantId: string, whatsappId: string): MessageRecord | null {
    const row = this.#sql.messageByWhatsappId.get(toColumn(whatsappId), toColumn(tenantId));
    return row === undefined ? null : (this.messages(tenantId, [text(row, 'id')])[0] ?? null);
  }

  conversationsWith(tenantId: string, query: string): ReturnType<SearchReads['conversationsWith']> {
    return this.#search.conversationsWith(tenantId, query);
  }

  search(job: SearchJob, limit: number): SearchSlice {
    return this.#search.search(job, limit);
  }

  /** Whatever their words: a part of the page, and what is left of it. */
  listMessages(
    tenantId: string,
    filter: MessageFilter,
    page: PageRequest,
  ): Page<MessageRecord> & Pick<IdSlice, 'rest'> {
    const { ids, more, rest } = this.#lists.messages(tenantId, filter, page);
    return { rows: this.messages(tenantId, ids).filter((message) => message !== null), more, rest };
  }

  timelines(tenantId: string, ids: readonly string[]): StatusChange[][] {
    const timelines = ids.map((): StatusChange[] => []);
    for (const row of this.#sql.timelines.all(list(ids), toColumn(tenantId))) {
      timelines[integer(row, 'i')]?.push(statusChangeOf(row));
    }
    return timelines.map((changes) => changes.sort(compareChanges));
  }

  messageByIdempotencyKey(tenantId: string, key: string): { message: Message; fingerprint: string } | null {
    const row = this.#sql.idempotency.get(toColumn(tenantId), toColumn(key));
    if (row === undefined) return null;
    const [message] = this.messages(tenantId, [text(row, 'message_id')]);
    return message ? { message: toMessage(message), fingerprint: text(row, 'fingerprint') } : null;
  }

  due(...args: Parameters<QueueReads['due']>): DueSend[] {
    return this.#queue.due(...args);
  }

  nextDue(after: number): number | null {
    return this.#queue.nextDue(after);
  }

  queues(): NumberQueue[] {
    return this.#queue.queues();
  }

  queued(tenantId: string, messageIds: readonly string[]): (QueuedSend | null)[] {
    return this.#queue.queued(tenantId, messageIds);
  }

  media(tenantId: string, id: string): MediaRecord | null {
    return this.#media.get(tenantId, id);
  }

  isMediaAtMeta(...args: Parameters<MediaReads['isAtMeta']>): boolean {
    return this.#media.isAtMeta(...args);
  }

  mediaDue(...args: Parameters<MediaReads['due']>): MediaRecord[] {
    return this.#media.due(...args);
  }

  nextMediaDue(after: number): number | null {
    return this.#media.nextDue(after);
  }

  conversations(tenantId: string, ids: readonly string[]): (Conversation | null)[] {
    const found = ids.map((): Conversation | null => null);
    for (const row of this.#sql.conversations.all(list(ids), toColumn(tenantId))) {
      found[integer(row, 'i')] = conversationOf(row);
    }
    return found;
  }

  /** Of those that were `found` by their words (a JSON array of ids; null for all). */
  listConversations(
    tenantId: string,
    filter: ConversationFilter,
    page: PageRequest,
    found: string | null,
  ): Page<Conversation> & Pick<IdSlice, 'rest'> {
    const { ids, more, rest } = this.#lists.conversations(tenantId, filter, page, found);
    return { rows: this.conversations(tenantId, ids).filter((conversation) => conversation !== null), more, rest };
  }

  contacts(tenantId: string, ids: readonly string[]): (Contact | null)[] {
    const found = ids.map((): Contact | null => null);
    for (const row of this.#sql.contacts.all(list(ids), toColumn(tenantId))) found[integer(row, 'i')] = contactOf(row);
    return found;
  }

  formerIds(tenantId: string, contactIds: readonly string[]): FormerId[][] {
    const found = contactIds.map((): FormerId[] => []);
    for (const row of this.#identity.formerIds.all(list(contactIds), toColumn(tenantId))) {
      const former = { kind: oneOf(row, 'kind', ALIAS_KINDS), value: text(row, 'value'), until: integer(row, 'until') };
      found[integer(row, 'i')]?.push(former);
    }
    return found;
  }

  lastNumberOf(tenantId: string, address: Address): string | null {
    const [alias] = aliasesOf(identityAt(address));
    if (alias === undefined) return null;
    const row = this.#sql.lastNumber.get(toColumn(tenantId), alias.kind, toColumn(alias.value));
    return row === undefined ? null : text(row, 'number_id');
  }

  windowsOfContacts(tenantId: string, people: readonly PersonOnNumber[]): WindowFacts[] {
    return this.#windows.ofContacts(people.map((one) => ({ ...one, tenantId })));
  }

  lastHeard(tenantId: string, conversationId: string, upTo: number): HeardMessage | null {
    const row = this.#sql.lastHeard.get(toColumn(conversationId), upTo, toColumn(tenantId));
    return row === undefined ? null : heardOf(row);
  }

  head(tenantId: string): { epoch: string; first: number; last: number } | null {
    const row = this.#sql.head.get(toColumn(tenantId));
    if (row === undefined) return null;
    const last = integer(row, 'last_seq');
    return { epoch: text(row, 'epoch'), first: row['first_seq'] === null ? last + 1 : integer(row, 'first_seq'), last };
  }

  /** The events as the text of one JSON array: their bodies are never parsed in this thread. */
  events(tenantId: string, after: number, limit: number, types: readonly EventType[] | null): string {
    const rows =
      types === null
        ? this.#sql.events.all(toColumn(tenantId), after, limit)
        : this.#eventsOfTypes(tenantId, after, limit, types);
    const texts = rows.map((row) => {
      const head = JSON.stringify({
        seq: integer(row, 'seq'),
        type: text(row, 'type'),
        messageId: optionalText(row, 'message_id'),
        receivedAt: integer(row, 'at'),
        recordedAt: integer(row, 'stored_at'),
      });
      return `${head.slice(0, -1)},"body":${row['body']}}`;
    });
    return `[${texts.join(',')}]`;
  }

  senderOf(messageId: string, phoneNumberId: string): string | null {
    const row = this.#sql.senderOf.get(toColumn(messageId), toColumn(phoneNumberId));
    return row === undefined ? null : text(row, 'tenant_id');
  }

  numbers(): PhoneNumber[] {
    return this.#sql.numbers.all().map(phoneNumberOf);
  }

  credentials(): SealedCredentials[] {
    return this.#credentials.all();
  }

  templates(wabaId: string): ReturnType<TemplateReads['list']> {
    return this.#templates.list(wabaId);
  }

  quarantined(after: string | null, limit: number): QuarantinedWebhook[] {
    return this.#sql.quarantined.all(toColumn(after ?? ''), limit).map((row) => ({
      id: text(row, 'webhook_id'),
      receivedAt: integer(row, 'received_at'),
      problem: text(row, 'problem'),
      tenantId: optionalText(row, 'tenant_id'),
    }));
  }

  rawWebhook(id: string): Uint8Array | null {
    const body = this.#sql.rawWebhook.get(toColumn(id))?.['body'];
    return body instanceof Uint8Array ? body : null;
  }

  /** The places of each type come from their index, so a rare type costs no walk through the others. */
  #eventsOfTypes(tenantId: string, after: number, limit: number, types: readonly EventType[]): Row[] {
    const tenant = toColumn(tenantId);
    const seqs = [...new Set(types)].flatMap((type) =>
      this.#sql.eventSeqsOfType.all(tenant, type, after, limit).map((row) => integer(row, 'seq')),
    );
    const first = seqs.sort((a, b) => a - b).slice(0, limit);
    return this.#sql.eventsBySeq.all(JSON.stringify(first), tenant);
  }
}

function list(ids: readonly string[]): string {
  return JSON.stringify(ids.map(toColumn));
}
