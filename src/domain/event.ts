import type { MetaError } from './errors.ts';
import type { Json } from './json.ts';
import type { Message } from './message.ts';
import type { MessageStatus } from './status.ts';

/** The kinds of event in a tenant's log. `checkpoint` exists on the wire only and takes no place in the log. */
export const EVENT_TYPES = [
  'inbound_message',
  'outbound_message',
  'message_status',
  'message_media',
  'conversation_read',
  'template',
  'account',
  'unrouted',
  'platform',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The one body of an event, the same on Socket.io, SSE, long poll and tenant webhooks (there with its cursor). */
export interface EventBody {
  readonly type: EventType;
  /** When it happened: Meta's time for what Meta tells, ours for the rest. ISO 8601 UTC with milliseconds. */
  readonly at: string;
  readonly status: MessageStatus | null;
  readonly error: MetaError | null;
  readonly message: Message | null;
  /**
   * What concerns no message: the field's value as Meta sent it, or the read mark:
   * `conversationId`, `upTo` (the message up to which was read), `unreadCount`, `by` (the reader's key). A field that
   * tells of a person's call or preference has their `conversationId` too, null when there is none or several. Or that
   * two contacts are one person: `kind` 'contacts_merged', `from`, `into`, `conversations` (each `from`, `into`).
   */
  readonly data: Json;
}

/** A row of a tenant's log. `seq` starts at 1 and has no holes. */
export interface LogEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly messageId: string | null;
  readonly body: EventBody;
  /** When what it tells reached the gateway, and when it was written; epoch ms. There once it comes from a store. */
  readonly receivedAt?: number;
  readonly recordedAt?: number;
}

/** A place in a tenant's log. The epoch is new whenever a log is created or restored, so old positions cannot lie. */
export interface Position {
  readonly tenantId: string;
  readonly epoch: string;
  readonly seq: number;
}

/** The opaque form of a position: URL-safe, ≤ 200 characters. */
export function encodeCursor(position: Position): string {
  const text = `${position.tenantId}:${position.epoch}:${position.seq}`;
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The position behind a cursor, or null when it is none of ours. */
export function decodeCursor(cursor: string): Position | null {
  if (cursor.length > 200 || !/^[\w-]+$/.test(cursor)) return null;
  let text: string;
  try {
    text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
  const [, tenantId, epoch, seq] = /^([\w-]+):([\w-]+):(\d{1,15})$/.exec(text) ?? [];
  if (tenantId === undefined || epoch === undefined || seq === undefined) return null;
  return { tenantId, epoch, seq: Number(seq) };
}
