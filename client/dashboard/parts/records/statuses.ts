import type { Direction, MessageStatus, MessageType } from '../../generated/graphql.ts';

/** All that a message can be, in the order in which it goes through them. */
export const STATUSES = [
  'RECEIVED',
  'QUEUED',
  'SENDING',
  'ACCEPTED',
  'HELD',
  'SENT',
  'DELIVERED',
  'READ',
  'PLAYED',
  'FAILED',
  'UNCONFIRMED',
  'EXPIRED',
  'CANCELLED',
] as const satisfies readonly MessageStatus[];

export const DIRECTIONS = ['INBOUND', 'OUTBOUND'] as const satisfies readonly Direction[];

/** Kinds of message, the usual ones first. */
export const TYPES = [
  'text',
  'template',
  'image',
  'audio',
  'video',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'button',
  'reaction',
  'order',
  'edit',
  'revoke',
  'system',
  'request_welcome',
  'unsupported',
  'unknown',
] as const satisfies readonly MessageType[];
