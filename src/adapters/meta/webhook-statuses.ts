import type { InboundNotice, InboundStatus } from '../../domain/inbound.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { MetaConversation, Pricing } from '../../domain/message.ts';
import type { MessageStatus } from '../../domain/status.ts';
import { metaError } from './errors.ts';
import { identify, phoneOf, userIdOf } from './identity.ts';
import { array, object, shortText, time, usableId } from './json-guards.ts';
import { type Change, notice } from './webhook-change.ts';

/** UTF-16 units of a free word of Meta's; none is near it. */
const WORD_LIMIT = 512;

/** Meta's words for a message's state. `accepted` and `held…` are words of the send's answer, understood here too. */
const STATUS_WORDS: ReadonlyMap<Json | undefined, MessageStatus> = new Map<Json | undefined, MessageStatus>([
  ['accepted', 'ACCEPTED'],
  ['held', 'HELD'],
  ['held_for_quality_assessment', 'HELD'],
  ['sent', 'SENT'],
  ['delivered', 'DELIVERED'],
  ['read', 'READ'],
  ['played', 'PLAYED'],
  ['failed', 'FAILED'],
]);

/**
 * An element of `statuses[]`. Payments and calls use the same array for states of another kind; those, words that came
 * after this release and elements without their ids are kept as notices.
 */
export function readStatus(change: Change, element: Json): InboundStatus | InboundNotice {
  const { phoneNumberId } = change;
  const item = object(element);
  const whatsappId = usableId(item?.['id']);
  const status = STATUS_WORDS.get(item?.['status']);
  const participant = item === null ? null : participantOf(item);
  const foreign = item?.['type'] === 'payment' || item?.['type'] === 'call';
  if (item === null || whatsappId === null || status === undefined || phoneNumberId === null) {
    return notice(change, { statuses: [element] });
  }
  if (foreign || participant === null) return notice(change, { statuses: [element] });
  const [firstError] = array(item['errors']) ?? [];
  return {
    kind: 'status',
    key: `s|${phoneNumberId}|${whatsappId}|${status}|${participant}`,
    phoneNumberId,
    at: time(item['timestamp']) ?? change.receivedAt,
    raw: item,
    whatsappId,
    status,
    recipient: identify(recipientOf(item, participant), change.cards),
    participant,
    error: metaError(firstError)?.error ?? null,
    pricing: pricingOf(item),
    ...conversationOf(item),
    handle: shortText(item['biz_opaque_callback_data'], WORD_LIMIT),
  };
}

/** The group member whom the status concerns, '' outside of groups, null for an id that cannot be one. */
function participantOf(item: JsonObject): string | null {
  // Meta's pages spell the phone's key both ways.
  const given =
    item['recipient_participant_id'] ?? item['participant_recipient_id'] ?? item['recipient_participant_user_id'];
  return given === undefined || given === null || given === '' ? '' : usableId(given);
}

function recipientOf(item: JsonObject, participant: string) {
  if (participant !== '') {
    return {
      phone: phoneOf(participant),
      userId: userIdOf(item['recipient_participant_user_id']) ?? userIdOf(participant),
      parentUserId: userIdOf(item['recipient_participant_parent_user_id']),
    };
  }
  return {
    // For a group this is the group's id, which is no phone.
    phone: phoneOf(item['recipient_id']),
    userId: userIdOf(item['recipient_user_id']) ?? userIdOf(item['recipient_id']),
    // The second name was in use before 5 May 2026.
    parentUserId: userIdOf(item['recipient_parent_user_id']) ?? userIdOf(item['parent_recipient_user_id']),
  };
}

/** Since v24 only told for free entry points. */
function conversationOf(item: JsonObject): { readonly conversation?: MetaConversation } {
  const told = object(item['conversation']);
  if (told === null) return {};
  const id = shortText(told['id'], WORD_LIMIT);
  const originType = shortText(object(told['origin'])?.['type'], WORD_LIMIT);
  const expires = time(told['expiration_timestamp']);
  if (id === null && originType === null && expires === null) return {};
  return { conversation: { id, originType, expiresAt: expires === null ? null : new Date(expires).toISOString() } };
}

/** Meta's page on groups once nests the price in the conversation. */
function pricingOf(item: JsonObject): Pricing | null {
  const pricing = object(item['pricing']) ?? object(object(item['conversation'])?.['pricing']);
  if (pricing === null) return null;
  return {
    billable: typeof pricing['billable'] === 'boolean' ? pricing['billable'] : null,
    model: shortText(pricing['pricing_model'], WORD_LIMIT),
    type: shortText(pricing['type'], WORD_LIMIT),
    category: shortText(pricing['category'], WORD_LIMIT),
  };
}
