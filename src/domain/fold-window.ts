import { type Address, aliasesOf, identityAt, NOBODY } from './contact.ts';
import type { MetaError } from './errors.ts';
import type { Fold, OpenMessage } from './fold.ts';
import type { InboundMessage, InboundNotice } from './inbound.ts';
import type { Json } from './json.ts';
import type { MetaConversation, NumberRef } from './message.ts';
import { refusedAt } from './window.ts';

/** Meta's code for a free-form message outside the customer-service window. */
export const WINDOW_CLOSED_CODE = 131047;
/** Meta's code for a marketing template to somebody who stopped them. */
export const OPTED_OUT_CODE = 131050;

/** The person wrote, perhaps by way of an advertisement. */
export function noteMessage(fold: Fold, { phoneNumberId, from, at, entryPoint }: InboundMessage, id: string): void {
  const entry = entryPoint ? { entry: { at, source: entryPoint, messageId: id } } : {};
  fold.notePerson(phoneNumberId, from, { lastInboundAt: at, ...entry });
}

/** Meta refused a message of ours: what that tells of the person's window and wishes, at the time of the message. */
export function noteRefusal(fold: Fold, { record }: OpenMessage, error: MetaError | null): void {
  if (error?.code !== WINDOW_CLOSED_CODE && error?.code !== OPTED_OUT_CODE) return;
  const at = refusedAt(Date.parse(record.createdAt));
  const news = error.code === WINDOW_CLOSED_CODE ? { closedAt: at } : { stoppedAt: at };
  fold.notePerson(record.phoneNumber.phoneNumberId, record.contact, news);
}

/** Meta said until when messages to this person are free. */
export function noteConversation(fold: Fold, { record }: OpenMessage, said: MetaConversation | null): void {
  if (said?.originType !== 'referral_conversion' || said.expiresAt === null) return;
  const freeUntil = Date.parse(said.expiresAt);
  fold.notePerson(record.phoneNumber.phoneNumberId, record.contact, { freeUntil });
}

/**
 * Meta took a message of ours at that time (epoch ms): where tenants share the number, what the person writes next is
 * for this one. `alsoAt`: under which addresses Meta knows the person beside.
 */
export function noteWriter(fold: Fold, message: OpenMessage, at: number, alsoAt: readonly Address[] = []): void {
  const { tenantId, record } = message;
  const { phoneNumberId } = record.phoneNumber;
  const aliases = [{ ...NOBODY, ...record.contact }, ...alsoAt.map(identityAt)].flatMap(aliasesOf);
  for (const person of new Set(aliases.map(({ value }) => value))) {
    fold.out.writers.push({ phoneNumberId, person, tenantId, wroteAt: at });
  }
}

/** What a call or a change of preferences tells of people. Answers with what the event says beside the field. */
export function noteNews(
  fold: Fold,
  tenantId: string,
  number: NumberRef | null,
  { news = [] }: InboundNotice,
): { readonly [name: string]: Json } {
  if (number === null || news.length === 0) return {};
  const concerned = new Set<string | null>();
  for (const one of news) {
    const { who, at } = one;
    const told = one.kind === 'called' ? { lastInboundAt: at } : one.wanted ? { resumedAt: at } : { stoppedAt: at };
    fold.notePerson(number.phoneNumberId, who, told);
    concerned.add(fold.knownConversation(tenantId, number, who)?.id ?? null);
  }
  const [only = null] = concerned;
  return { conversationId: concerned.size === 1 ? only : null };
}

/** Both words together: what was told stays told. */
export function mergeConversation(
  known: MetaConversation | null,
  told: MetaConversation | null,
): MetaConversation | null {
  if (known === null || told === null) return told ?? known;
  return {
    id: told.id ?? known.id,
    originType: told.originType ?? known.originType,
    expiresAt: told.expiresAt ?? known.expiresAt,
  };
}
