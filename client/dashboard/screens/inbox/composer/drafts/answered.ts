import type { Draft } from './draft.ts';

/** What tells whether a message answers the person in one's place. */
export interface Writing {
  readonly id: string;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  /** The name of the key that sent it; null when nobody's is known. */
  readonly sentBy: string | null;
  readonly createdAt: string;
  readonly type: string;
}

/**
 * Whether another key wrote this after the draft began, so that whoever writes may say it a second time. A reaction is no
 * answer.
 */
export function isAnswerSince(message: Writing, began: Draft['began'], keyName: string): boolean {
  if (message.direction !== 'OUTBOUND' || message.type === 'reaction' || message.sentBy === keyName) return false;
  if (began === null) return true;
  return message.id !== began.messageId && Date.parse(message.createdAt) > Date.parse(began.createdAt);
}
