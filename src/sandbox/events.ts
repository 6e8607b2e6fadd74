import type { BusinessNumber } from './accounts.ts';
import { webhookError } from './graph-errors.ts';
import type { User } from './users.ts';

/** Meta's envelope around one change. */
export function envelopeOf(wabaId: string, field: string, value: unknown, time?: number): object {
  const entry = { id: wabaId, ...(time === undefined ? {} : { time }), changes: [{ value, field }] };
  return { object: 'whatsapp_business_account', entry: [entry] };
}

function common(number: BusinessNumber): object {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number.digits, phone_number_id: number.id },
  };
}

/** Absent means left out, never empty: a hidden phone has no `wa_id` key at all. */
function contact(user: User, withUsername: boolean): object {
  return {
    profile: { name: user.name, ...(withUsername && user.username !== undefined ? { username: user.username } : {}) },
    ...(user.phone === undefined ? {} : { wa_id: user.phone }),
    user_id: user.userId,
  };
}

/** `value` of an inbound message. `message` holds id, timestamp, type, content, context and the like. */
export function inboundValue(number: BusinessNumber, user: User, message: object, withContact: boolean): object {
  return {
    ...common(number),
    ...(withContact ? { contacts: [contact(user, true)] } : {}),
    messages: [
      {
        ...(user.phone === undefined ? {} : { from: user.phone }),
        from_user_id: user.userId,
        ...message,
      },
    ],
  };
}

export interface StatusEvent {
  wamid: string;
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed';
  /** Milliseconds since 1970. */
  at: number;
  biz: string | undefined;
  /** On `sent` and on `delivered`, as Meta's graph versions from v24 have it (they have no `conversation`). */
  pricing?: { category: string; free: boolean };
  error?: { code: number; details: string };
  /** The send named the user id; otherwise a failed send to a phone does not reveal it. */
  toUserId: boolean;
}

/** `value` of one status. */
export function statusValue(number: BusinessNumber, user: User, event: StatusEvent): object {
  const { status, pricing, error } = event;
  const failed = status === 'failed';
  return {
    ...common(number),
    ...(failed ? {} : { contacts: [contact(user, status !== 'sent')] }),
    statuses: [
      {
        id: event.wamid,
        status,
        timestamp: unixSeconds(event.at),
        ...(user.phone === undefined ? {} : { recipient_id: user.phone }),
        ...(failed && !event.toUserId ? {} : { recipient_user_id: user.userId }),
        ...(event.biz === undefined ? {} : { biz_opaque_callback_data: event.biz }),
        ...(pricing === undefined ? {} : { pricing: pricingOf(pricing) }),
        ...(error === undefined ? {} : { errors: [webhookError(error.code, error.details)] }),
      },
    ],
  };
}

function pricingOf({ category, free }: { category: string; free: boolean }): object {
  return { billable: !free, pricing_model: 'PMP', type: free ? 'free_customer_service' : 'regular', category };
}

/** Meta: the timestamps of messages and statuses are strings of Unix seconds. */
export function unixSeconds(ms: number): string {
  return String(Math.floor(ms / 1000));
}
