import { aliasesOf, NOBODY } from '../../src/domain/contact.ts';
import { Fold } from '../../src/domain/fold.ts';
import { segmentsOf } from '../../src/domain/fold-identity.ts';
import { foldItems, needsOfItems } from '../../src/domain/fold-inbound.ts';
import { foldDraft, foldSettlement, needsOfDraft, needsOfSettlement } from '../../src/domain/fold-outbound.ts';
import type { Changes, ContactMerge, Loaded, Needs, StoredMessage, WriterRow } from '../../src/domain/fold-state.ts';
import type { InboundStatus, RoutedItem } from '../../src/domain/inbound.ts';
import type { SendDraft, Settlement } from '../../src/domain/outbound.ts';
import { needsOfSharing, type SharedNumber, type SharingFacts, shareItems } from '../../src/domain/sharing.ts';
import { mergeFacts, NO_FACTS, type WindowFacts } from '../../src/domain/window.ts';

/**
 * The plainest store there is: load gives everything, save puts it into maps. Shows what the fold alone does, without a
 * database's help.
 */
export class MemoryRows {
  readonly messages = new Map<string, StoredMessage>();
  readonly events: Changes['events'][number][] = [];
  readonly media: Changes['media'][number][] = [];
  /** What is counted, under what: the words of a count, without its number. */
  readonly usage = new Map<string, number>();
  readonly #lastSeq = new Map<string, number>();
  readonly aliases = new Map<string, Changes['aliases'][number]>();
  readonly former: Changes['former'][number][] = [];
  /** From what was given up in a merge to what lives on. */
  readonly redirects = new Map<string, string>();
  readonly contacts = new Map<string, Changes['contacts'][number]>();
  readonly #conversations = new Map<string, Changes['conversations'][number]>();
  readonly #seenKeys = new Set<string>();
  readonly #parked = new Map<string, InboundStatus>();
  readonly #windows = new Map<string, WindowFacts>();
  readonly #writers = new Map<string, WriterRow>();
  readonly #shared: SharedNumber | null;
  readonly #tenants: SharingFacts['tenants'];
  /** What no tenant claims. */
  readonly unrouted: Changes['unrouted'][number][] = [];
  readonly #now: number;

  /** `shared`: the number, if tenants share it. */
  constructor(now: number, shared: SharedNumber | null = null, tenants: SharingFacts['tenants'] = []) {
    this.#now = now;
    this.#shared = shared;
    this.#tenants = tenants;
  }

  append(items: readonly RoutedItem[]): number {
    let stored = 0;
    for (const segment of segmentsOf([items])) {
      for (const part of segment) {
        const shared = needsOfSharing(part.items) === null ? part.items : shareItems(part.items, this.#facts());
        const fold = new Fold(this.#load(needsOfItems(shared)), this.#now);
        stored += foldItems(fold, shared);
        this.#save(fold.changes());
      }
    }
    return stored;
  }

  accept(draft: SendDraft): string {
    const fold = new Fold(this.#load(needsOfDraft(draft)), this.#now);
    const { message } = foldDraft(fold, draft);
    this.#save(fold.changes());
    return message.id;
  }

  settle(tenantId: string, id: string, settlement: Settlement): void {
    const record = this.messages.get(id)?.record;
    if (record === undefined) throw new Error(`no message ${id}`);
    const { contact, phoneNumber } = record;
    const loaded = this.#load(needsOfSettlement(tenantId, id, phoneNumber.phoneNumberId, settlement, contact));
    const fold = new Fold(loaded, this.#now);
    const open = fold.messageById(id);
    if (open === undefined) throw new Error(`no message ${id}`);
    foldSettlement(fold, open, settlement, loaded.parked);
    this.#save(fold.changes());
  }

  conversations(): Changes['conversations'] {
    return [...this.#conversations.values()];
  }

  /** What is known of a person (a phone or user id) on a number (Meta's id). */
  window(phoneNumberId: string, person: string): WindowFacts {
    return this.#windows.get(`${phoneNumberId}|${person}`) ?? NO_FACTS;
  }

  /** All there is, whatever was asked for. */
  #facts(): SharingFacts {
    const all = [...this.messages.values()].map(({ tenantId, record }) => ({ tenantId, ...record }));
    return {
      numbers: this.#shared === null ? [] : [this.#shared],
      tenants: this.#tenants,
      messages: all.flatMap(({ tenantId, whatsappId, phoneNumber: { phoneNumberId } }) =>
        whatsappId === null ? [] : [{ tenantId, whatsappId, phoneNumberId }],
      ),
      unanswered: all
        .filter(({ whatsappId }) => whatsappId === null)
        .map(({ id, tenantId, phoneNumber: { phoneNumberId }, contact }) => {
          const people = aliasesOf({ ...NOBODY, ...contact }).map(({ value }) => value);
          return { messageId: id, tenantId, phoneNumberId, people };
        }),
      writers: [...this.#writers.values()],
    };
  }

  #load(needs: Needs): Loaded {
    const messages = [...this.messages.values()];
    return {
      logs: [...new Set([...needs.tenants, ...messages.map((one) => one.tenantId)])].map((tenantId) => ({
        tenantId,
        lastSeq: this.#lastSeq.get(tenantId) ?? 0,
        timeZone: 'UTC',
      })),
      aliases: [...this.aliases.values()],
      contacts: [...this.contacts.values()],
      former: this.former,
      conversations: [...this.#conversations.values()],
      messages,
      seenKeys: [...this.#seenKeys],
      parked: [...this.#parked.values()].filter((item) =>
        needs.parked.some((key) => key.whatsappId === item.whatsappId && key.phoneNumberId === item.phoneNumberId),
      ),
    };
  }

  #save(changes: Changes): void {
    for (const { tenantId, lastSeq } of changes.logs) this.#lastSeq.set(tenantId, lastSeq);
    for (const merge of changes.merges) this.#merge(merge);
    for (const alias of changes.releasedAliases) this.aliases.delete(keyOf(alias));
    this.former.push(...changes.former);
    for (const contact of changes.contacts) this.contacts.set(contact.contact.id, contact);
    for (const alias of changes.aliases) this.aliases.set(keyOf(alias), alias);
    for (const conversation of changes.conversations) this.#conversations.set(conversation.id, conversation);
    for (const { tenantId, record, day } of changes.messages) {
      this.messages.set(record.id, { tenantId, record, statusKeys: [], outbox: null, day });
    }
    for (const { state, attempt, messageId } of changes.outbox) this.#patch(messageId, { outbox: { state, attempt } });
    for (const { id, tenantId: _tenantId, ...patch } of changes.updates) {
      const message = this.messages.get(id);
      if (message !== undefined) this.messages.set(id, { ...message, record: { ...message.record, ...patch } });
    }
    for (const { record } of changes.revisions) this.#patch(record.id, { record });
    for (const { messageId, status, participant } of changes.statuses) {
      const statusKeys = this.messages.get(messageId)?.statusKeys ?? [];
      this.#patch(messageId, { statusKeys: [...statusKeys, `${status}|${participant}`] });
    }
    for (const item of changes.parked) this.#parked.set(item.key, item);
    for (const { whatsappId } of changes.unparked) {
      for (const [key, item] of this.#parked) if (item.whatsappId === whatsappId) this.#parked.delete(key);
    }
    for (const { phoneNumberId, person, facts } of changes.windows) {
      const known = this.window(phoneNumberId, person);
      this.#windows.set(`${phoneNumberId}|${person}`, mergeFacts(known, facts));
    }
    for (const row of changes.writers) {
      const key = `${row.phoneNumberId}|${row.person}|${row.tenantId}`;
      const wroteAt = Math.max(row.wroteAt, this.#writers.get(key)?.wroteAt ?? 0);
      this.#writers.set(key, { ...row, wroteAt });
    }
    this.unrouted.push(...changes.unrouted);
    for (const key of changes.seenKeys) this.#seenKeys.add(key);
    for (const { messages, ...as } of changes.usage) {
      const key = JSON.stringify(as);
      this.usage.set(key, (this.usage.get(key) ?? 0) + messages);
    }
    this.events.push(...changes.events);
    this.media.push(...changes.media);
    for (const { messageId, state } of changes.outboxMoves) this.#patch(messageId, { outbox: { state, attempt: 1 } });
    for (const id of changes.outboxDone) this.#patch(id, { outbox: null });
  }

  #merge({ from, into, conversations }: ContactMerge): void {
    this.contacts.delete(from);
    this.former.forEach((one, i) => {
      if (one.contactId === from) this.former[i] = { ...one, contactId: into };
    });
    for (const pair of conversations) {
      this.#conversations.delete(pair.from);
      this.#redirect(pair.from, pair.into);
    }
    for (const [id, one] of this.#conversations) {
      if (one.contactId === from) this.#conversations.set(id, { ...one, contactId: into });
    }
    this.#redirect(from, into);
  }

  #redirect(from: string, into: string): void {
    for (const [id, leadsTo] of this.redirects) if (leadsTo === from) this.redirects.set(id, into);
    this.redirects.set(from, into);
  }

  #patch(id: string, patch: Partial<StoredMessage>): void {
    const message = this.messages.get(id);
    if (message !== undefined) this.messages.set(id, { ...message, ...patch });
  }
}

function keyOf({ tenantId, kind, value }: Changes['releasedAliases'][number]): string {
  return `${tenantId}|${kind}|${value}`;
}
