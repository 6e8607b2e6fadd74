/**
 * The states of a message. QUEUED … UNCONFIRMED, EXPIRED and CANCELLED are the outbox's words, ACCEPTED … PLAYED and
 * FAILED are Meta's; RECEIVED is the one state of an inbound message.
 */
export const MESSAGE_STATUSES = [
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
  'RECEIVED',
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** Rank of Meta's words: a message keeps the highest it was told, so late or repeated statuses cannot move it back. */
const META_RANK: Partial<Record<MessageStatus, number>> = {
  ACCEPTED: 1,
  HELD: 2,
  SENT: 3,
  FAILED: 4,
  DELIVERED: 5,
  READ: 6,
  PLAYED: 7,
};

/** True once Meta has spoken about the message; from then on only Meta moves its status. */
export function isMetaStatus(status: MessageStatus): boolean {
  return META_RANK[status] !== undefined;
}

/**
 * The status after being told `next`, a word of Meta's. Commutative, associative and idempotent over Meta's words, so
 * any order, repetition or splitting of a history ends in the same state.
 */
export function foldStatus(current: MessageStatus, next: MessageStatus): MessageStatus {
  const nextRank = META_RANK[next];
  if (nextRank === undefined) throw new TypeError(`${next} is not a word of Meta's`);
  return nextRank > (META_RANK[current] ?? 0) ? next : current;
}
