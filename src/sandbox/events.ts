import type { BusinessNumber } from './accounts.ts';
import { webhookError } from './graph-errors.ts';
import type { Charge } from './pricing.ts';
import type { User } from './users.ts';

/** What every `value` of a number begins with. */
export function common(number: BusinessNumber): object {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number.digits, phone_number_id: number.id },
  };
}

/** Absent means left out, never empty: a hidden phone has no `wa_id` key at all. */
export function contact(user: User, withUsername: boolean): object {
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
  /** On `sent`, and on the first of `delivered` and `read`. */
  charge?: Charge;
  error?: { code: number; details: string };
  /** The send named the user id; otherwise a failed send to a phone does not reveal it. */
  toUserId: boolean;
}

/** `value` of one status. */
export function statusValue(number: BusinessNumber, user: User, event: StatusEvent): object {
  const { status, charge, error } = event;
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
        ...(charge === undefined ? {} : chargeValue(charge, status === 'sent')),
        ...(error === undefined ? {} : { errors: [webhookError(error.code, error.details)] }),
      },
    ],
  };
}

/** Meta: `expiration_timestamp` comes with `sent` only. */
function chargeValue({ pricing, conversation }: Charge, sent: boolean): object {
  return {
    ...(conversation === undefined
      ? {}
      : {
          conversation: {
            id: conversation.id,
            ...(sent ? { expiration_timestamp: unixSeconds(conversation.expiresAt) } : {}),
            origin: { type: conversation.origin },
          },
        }),
    pricing: { billable: pricing.billable, pricing_model: 'PMP', type: pricing.type, category: pricing.category },
  };
}

/** Meta: the timestamps of messages and statuses are strings of Unix seconds. */
export function unixSeconds(ms: number): string {
  return String(Math.floor(ms / 1000));
}
