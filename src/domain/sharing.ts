import { aliasesOf, type Identity } from './contact.ts';
import type { WhatsappKey, WriterRow } from './fold-state.ts';
import { type InboundMessage, type InboundStatus, messageIdOfHandle, type RoutedItem } from './inbound.ts';
import { targetOf } from './message-kinds.ts';
import { HOME_TENANT, mayUse, type PhoneNumber, type Tenant } from './tenant.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What must be known before items of shared numbers can be given to tenants. Lists hold no duplicates. */
export interface SharingNeeds {
  /** Meta's ids of the shared numbers. */
  readonly phoneNumberIds: readonly string[];
  readonly whatsappIds: readonly WhatsappKey[];
  /** Sends of ours that a status in the batch may turn out to be the answer to. */
  readonly messageIds: readonly string[];
  /** Who wrote: phones and user ids. */
  readonly people: readonly Pick<WriterRow, 'phoneNumberId' | 'person'>[];
}

/** What the store found for them, over all tenants. */
export interface SharingFacts {
  readonly numbers: readonly SharedNumber[];
  readonly messages: readonly (WhatsappKey & { readonly tenantId: string })[];
  readonly unanswered: readonly UnansweredSend[];
  readonly writers: readonly WriterRow[];
  /** Of every tenant named here, the default ones included. */
  readonly tenants: readonly Pick<Tenant, 'id' | 'kind'>[];
}

export type SharedNumber = Pick<PhoneNumber, 'phoneNumberId' | 'tenantId' | 'sharing'>;

/** A message of ours that Meta may have taken, as far as is known, without its `wamid`. */
export interface UnansweredSend {
  readonly messageId: string;
  readonly phoneNumberId: string;
  readonly tenantId: string;
  /** The phones and user ids of its contact. */
  readonly people: readonly string[];
}

/** Null when no item is of a shared number: then nothing need be read. */
export function needsOfSharing(routed: readonly RoutedItem[]): SharingNeeds | null {
  const shared = new Set<string>();
  for (const { item, shared: isShared } of routed) {
    if (isShared === true && item.phoneNumberId !== null) shared.add(item.phoneNumberId);
  }
  if (shared.size === 0) return null;
  const whatsappIds = new Map<string, WhatsappKey>();
  const messageIds = new Set<string>();
  const people = new Map<string, SharingNeeds['people'][number]>();
  const wantPerson = (phoneNumberId: string, who: Identity) => {
    for (const { value } of aliasesOf(who)) people.set(keyOf(phoneNumberId, value), { phoneNumberId, person: value });
  };
  for (const { item } of routed) {
    const { phoneNumberId } = item;
    if (phoneNumberId === null || !shared.has(phoneNumberId)) continue;
    if (item.kind === 'notice') {
      for (const { who } of item.news ?? []) wantPerson(phoneNumberId, who);
    } else if (item.kind === 'status') {
      const id = messageIdOfHandle(item.handle);
      if (id !== null) messageIds.add(id);
    } else {
      for (const whatsappId of [item.whatsappId, item.replyTo, targetOf(item.content)]) {
        if (whatsappId !== null) whatsappIds.set(keyOf(phoneNumberId, whatsappId), { phoneNumberId, whatsappId });
      }
      wantPerson(phoneNumberId, item.from);
    }
  }
  return {
    phoneNumberIds: [...shared],
    whatsappIds: [...whatsappIds.values()],
    messageIds: [...messageIds],
    people: [...people.values()],
  };
}

/**
 * Gives each item of a shared number to its tenant, in order, so that a later item sees an earlier one: batches may be
 * cut anywhere. A message that nobody claims loses its number, and so is unrouted. Statuses follow their messages anyway.
 */
export function shareItems(routed: readonly RoutedItem[], facts: SharingFacts): RoutedItem[] {
  const desk = new SharingDesk(facts);
  return routed.map((one) => {
    if (one.item.kind === 'status') desk.hear(one.item);
    if (one.shared !== true) return one;
    const { item } = one;
    if (item.kind === 'message') {
      const tenantId = desk.ownerOf(item);
      return tenantId === null ? { ...one, tenantId: HOME_TENANT, number: null } : { ...one, tenantId };
    }
    if (item.kind === 'notice' && item.news !== undefined && item.phoneNumberId !== null) {
      const { phoneNumberId, at, news } = item;
      // What tells of people of several tenants is shown to none of them.
      const owners = new Set(news.map(({ who }) => desk.answeredBy(phoneNumberId, who, at)));
      const [owner = null] = owners;
      return owners.size === 1 && owner !== null ? { ...one, tenantId: owner } : one;
    }
    return one;
  });
}

/** Who gets what, while a batch is being shared out. */
class SharingDesk {
  readonly #numbers: ReadonlyMap<string, SharedNumber>;
  readonly #tenants: ReadonlyMap<string, SharingFacts['tenants'][number]>;
  readonly #unanswered: ReadonlyMap<string, UnansweredSend>;
  readonly #messages = new Map<string, string>();
  /** By number and person: when each tenant last wrote to them. */
  readonly #writers = new Map<string, Map<string, number>>();

  constructor({ numbers, messages, tenants, unanswered, writers }: SharingFacts) {
    this.#numbers = new Map(numbers.map((number) => [number.phoneNumberId, number]));
    this.#tenants = new Map(tenants.map((tenant) => [tenant.id, tenant]));
    this.#unanswered = new Map(unanswered.map((send) => [send.messageId, send]));
    for (const { phoneNumberId, whatsappId, tenantId } of messages) {
      this.#messages.set(keyOf(phoneNumberId, whatsappId), tenantId);
    }
    for (const row of writers) this.#wrote(row);
  }

  /** A status may be the first word that Meta took a send: its tenant has then written. (The fold notes the same.) */
  hear({ handle, phoneNumberId, whatsappId, status, at }: InboundStatus): void {
    const send = this.#unanswered.get(messageIdOfHandle(handle) ?? '');
    if (send === undefined || send.phoneNumberId !== phoneNumberId) return;
    const key = keyOf(phoneNumberId, whatsappId);
    if (this.#messages.has(key)) return;
    const { tenantId } = send;
    this.#messages.set(key, tenantId);
    if (status === 'FAILED') return;
    for (const person of send.people) this.#wrote({ phoneNumberId, person, tenantId, wroteAt: at });
  }

  /**
   * The tenant whose message it repeats, changes, reacts to or quotes; else who last wrote to the person; else the
   * number's default. What changes or reacts to a message stays with it; for the rest a tenant must still have the
   * number. Null for nobody.
   */
  ownerOf({ phoneNumberId, whatsappId, content, replyTo, from, at }: InboundMessage): string | null {
    const key = keyOf(phoneNumberId, whatsappId);
    const about = this.#messages.get(key) ?? this.#messages.get(keyOf(phoneNumberId, targetOf(content) ?? ''));
    const quoted = this.#messages.get(keyOf(phoneNumberId, replyTo ?? ''));
    const answered = quoted !== undefined && this.#mayUse(phoneNumberId, quoted) ? quoted : undefined;
    const owner = about ?? answered ?? this.answeredBy(phoneNumberId, from, at);
    if (owner !== null) this.#messages.set(key, owner);
    return owner;
  }

  /** Who is meant by what a person does without pointing at a message, at that time (epoch ms). Null for nobody. */
  answeredBy(phoneNumberId: string, who: Identity, at: number): string | null {
    const sharing = this.#numbers.get(phoneNumberId)?.sharing ?? null;
    if (sharing === null) return this.#numbers.get(phoneNumberId)?.tenantId ?? null;
    let last: { readonly tenantId: string; readonly wroteAt: number } | null = null;
    for (const { value } of aliasesOf(who)) {
      for (const [tenantId, wroteAt] of this.#writers.get(keyOf(phoneNumberId, value)) ?? []) {
        if (wroteAt < at - sharing.answerDays * DAY_MS || !this.#mayUse(phoneNumberId, tenantId)) continue;
        const later = last === null || wroteAt > last.wroteAt || (wroteAt === last.wroteAt && tenantId > last.tenantId);
        if (later) last = { tenantId, wroteAt };
      }
    }
    if (last !== null) return last.tenantId;
    const { defaultTenantId } = sharing;
    return defaultTenantId !== null && this.#mayUse(phoneNumberId, defaultTenantId) ? defaultTenantId : null;
  }

  #mayUse(phoneNumberId: string, tenantId: string): boolean {
    const number = this.#numbers.get(phoneNumberId);
    const tenant = this.#tenants.get(tenantId);
    return number !== undefined && tenant !== undefined && mayUse(number, tenant);
  }

  #wrote({ phoneNumberId, person, tenantId, wroteAt }: WriterRow): void {
    const key = keyOf(phoneNumberId, person);
    const tenants = this.#writers.get(key) ?? new Map<string, number>();
    tenants.set(tenantId, Math.max(tenants.get(tenantId) ?? 0, wroteAt));
    this.#writers.set(key, tenants);
  }
}

function keyOf(phoneNumberId: string, id: string): string {
  return `${phoneNumberId}|${id}`;
}
