import { Fold } from '../../src/domain/fold.ts';
import { foldItems, needsOfItems } from '../../src/domain/fold-inbound.ts';
import { foldDraft, foldSettlement, needsOfDraft, needsOfSettlement } from '../../src/domain/fold-outbound.ts';
import type { Changes, Loaded, Needs, StoredMessage } from '../../src/domain/fold-state.ts';
import type { InboundStatus, RoutedItem } from '../../src/domain/inbound.ts';
import type { SendDraft, Settlement } from '../../src/domain/outbound.ts';

/**
 * The plainest store there is: load gives everything, save puts it into maps. Shows what the fold alone does, without a
 * database's help.
 */
export class MemoryRows {
  readonly messages = new Map<string, StoredMessage>();
  readonly events: Changes['events'][number][] = [];
  readonly media: Changes['media'][number][] = [];
  readonly #lastSeq = new Map<string, number>();
  readonly #aliases: Changes['aliases'][number][] = [];
  readonly #contacts = new Map<string, Changes['contacts'][number]>();
  readonly #conversations = new Map<string, Changes['conversations'][number]>();
  readonly #seenKeys = new Set<string>();
  readonly #parked = new Map<string, InboundStatus>();
  readonly #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  append(items: readonly RoutedItem[]): number {
    const fold = new Fold(this.#load(needsOfItems(items)), this.#now);
    const stored = foldItems(fold, items);
    this.#save(fold.changes());
    return stored;
  }

  accept(draft: SendDraft): string {
    const fold = new Fold(this.#load(needsOfDraft(draft)), this.#now);
    const { message } = foldDraft(fold, draft);
    this.#save(fold.changes());
    return message.id;
  }

  settle(tenantId: string, id: string, settlement: Settlement): void {
    const phoneNumberId = this.messages.get(id)?.record.phoneNumber.phoneNumberId ?? '';
    const loaded = this.#load(needsOfSettlement(tenantId, id, phoneNumberId, settlement));
    const fold = new Fold(loaded, this.#now);
    const open = fold.messageById(id);
    if (open === undefined) throw new Error(`no message ${id}`);
    foldSettlement(fold, open, settlement, loaded.parked);
    this.#save(fold.changes());
  }

  conversations(): Changes['conversations'] {
    return [...this.#conversations.values()];
  }

  #load(needs: Needs): Loaded {
    return {
      logs: needs.tenants.map((tenantId) => ({ tenantId, lastSeq: this.#lastSeq.get(tenantId) ?? 0 })),
      aliases: this.#aliases,
      contacts: [...this.#contacts.values()],
      conversations: [...this.#conversations.values()],
      messages: [...this.messages.values()],
      seenKeys: [...this.#seenKeys],
      parked: [...this.#parked.values()].filter((item) =>
        needs.parked.some((key) => key.whatsappId === item.whatsappId && key.phoneNumberId === item.phoneNumberId),
      ),
    };
  }

  #save(changes: Changes): void {
    for (const { tenantId, lastSeq } of changes.logs) this.#lastSeq.set(tenantId, lastSeq);
    for (const contact of changes.contacts) this.#contacts.set(contact.contact.id, contact);
    this.#aliases.push(...changes.aliases);
    for (const conversation of changes.conversations) this.#conversations.set(conversation.id, conversation);
    for (const { tenantId, record } of changes.messages) {
      this.messages.set(record.id, { tenantId, record, statusKeys: [], outbox: null });
    }
    for (const { state, attempt, messageId } of changes.outbox) this.#patch(messageId, { outbox: { state, attempt } });
    for (const { id, tenantId: _tenantId, ...patch } of changes.updates) {
      const message = this.messages.get(id);
      if (message !== undefined) this.messages.set(id, { ...message, record: { ...message.record, ...patch } });
    }
    for (const { messageId, status, participant } of changes.statuses) {
      const statusKeys = this.messages.get(messageId)?.statusKeys ?? [];
      this.#patch(messageId, { statusKeys: [...statusKeys, `${status}|${participant}`] });
    }
    for (const item of changes.parked) this.#parked.set(item.key, item);
    for (const { whatsappId } of changes.unparked) {
      for (const [key, item] of this.#parked) if (item.whatsappId === whatsappId) this.#parked.delete(key);
    }
    for (const key of changes.seenKeys) this.#seenKeys.add(key);
    this.events.push(...changes.events);
    this.media.push(...changes.media);
    for (const { messageId, state } of changes.outboxMoves) this.#patch(messageId, { outbox: { state, attempt: 1 } });
    for (const id of changes.outboxDone) this.#patch(id, { outbox: null });
  }

  #patch(id: string, patch: Partial<StoredMessage>): void {
    const message = this.messages.get(id);
    if (message !== undefined) this.messages.set(id, { ...message, ...patch });
  }
}
