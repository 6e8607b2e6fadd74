import type { Identity, IdentityChange } from './contact.ts';
import type { MetaError } from './errors.ts';
import type { EventType } from './event.ts';
import type { Json } from './json.ts';
import type { MessageContent, MessageType, MetaConversation, NumberRef, Pricing } from './message.ts';
import type { MessageOrigin } from './message-origin.ts';
import type { MessageStatus } from './status.ts';
import type { EntrySource, PersonNews } from './window.ts';

/** One thing that Meta told: an element of `messages[]` or `statuses[]`, or a whole change of any other field. */
export type InboundItem = InboundMessage | InboundStatus | InboundNotice;

interface InboundItemBase {
  /** Equal for every copy of the same thing, however often Meta repeats it. */
  readonly key: string;
  /** Meta's id of our number; null when the field concerns none. */
  readonly phoneNumberId: string | null;
  /** When it happened by Meta's clock, in epoch milliseconds. */
  readonly at: number;
  readonly raw: Json;
}

export interface InboundMessage extends InboundItemBase {
  readonly kind: 'message';
  readonly phoneNumberId: string;
  readonly whatsappId: string;
  readonly from: Identity;
  /** On a system message that tells another phone or user id of the person's. */
  readonly change?: IdentityChange;
  readonly type: MessageType;
  readonly content: MessageContent;
  /** The `wamid` of the message that this one quotes. */
  readonly replyTo: string | null;
  /** What led the person here, when Meta told. */
  readonly entryPoint?: EntrySource;
  /** What Meta tells beside the content; absent for the common message. */
  readonly origin?: MessageOrigin;
}

export interface InboundStatus extends InboundItemBase {
  readonly kind: 'status';
  readonly phoneNumberId: string;
  readonly whatsappId: string;
  readonly status: MessageStatus;
  readonly recipient: Identity;
  /** The group participant whom it concerns, or ''. */
  readonly participant: string;
  readonly error: MetaError | null;
  readonly pricing: Pricing | null;
  /** Left out when Meta says nothing of it. */
  readonly conversation?: MetaConversation;
  /** Our own handle, echoed from `biz_opaque_callback_data`. */
  readonly handle: string | null;
}

/** Any other field: template and account news, and what this release does not know. */
export interface InboundNotice extends InboundItemBase {
  readonly kind: 'notice';
  readonly field: string;
  readonly wabaId: string | null;
  readonly eventType: Extract<EventType, 'template' | 'account' | 'platform'>;
  /** What it tells of people, when it does. */
  readonly news?: readonly PersonNews[];
}

/** An item with its owner. Without a number of ours it is `unrouted` and belongs to the operator's tenant. */
export interface RoutedItem {
  readonly item: InboundItem;
  readonly tenantId: string;
  readonly number: NumberRef | null;
  /**
   * Several tenants share the number, whose own `tenantId` then is: which one it concerns is found by `shareItems` in the
   * transaction that keeps it.
   */
  readonly shared?: true;
  /** A fresh random part for the ids of whatever this item creates. */
  readonly freshId: string;
  /** It came at the tenant's own address: it may touch no message of anybody else's. */
  readonly confined?: boolean;
}

/** The handle that Meta echoes in statuses: which message, and which attempt at sending it. */
export function handleOf(messageId: string, attempt: number): string {
  return `${messageId}:${attempt}`;
}

/** The message id in a handle of ours, or null when the value is somebody else's. */
export function messageIdOfHandle(handle: string | null): string | null {
  return /^(msg_\w{1,40}):\d{1,6}$/.exec(handle ?? '')?.[1] ?? null;
}
