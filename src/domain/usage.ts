import type { Direction, MessageRecord, MessageType } from './message.ts';

/** UTF-16 units of a word of Meta's by which messages are counted; no word of today's is half as long. */
const WORD_LIMIT = 64;

/** By what messages are counted. A message counts once, under what is known of it now. */
export interface CountedAs {
  readonly direction: Direction;
  readonly type: MessageType;
  /** Meta's code when it failed, `unknown` when there is none; empty when it has not failed. */
  readonly failure: string;
  /** As Meta told them; empty while it has not. Nothing is inferred. */
  readonly category: string;
  readonly pricingType: string;
  readonly pricingModel: string;
  readonly billable: 'true' | 'false' | '';
}

export interface UsageCount extends CountedAs {
  readonly tenantId: string;
  /** The tenant's day when the message was stored, such as 20260131. */
  readonly day: number;
  /** How many more, or fewer. */
  readonly messages: number;
}

export function countedAs(
  record: Pick<MessageRecord, 'direction' | 'type' | 'status' | 'error' | 'pricing'>,
): CountedAs {
  const { direction, type, status, error, pricing } = record;
  const { billable = null } = pricing ?? {};
  return {
    direction,
    type,
    failure: status === 'FAILED' ? String(error?.code ?? 'unknown') : '',
    category: word(pricing?.category),
    pricingType: word(pricing?.type),
    pricingModel: word(pricing?.model),
    billable: billable === null ? '' : `${billable}`,
  };
}

function word(told: string | null | undefined): string {
  return (told ?? '').slice(0, WORD_LIMIT);
}

/** Counts merged by what they are kept under. */
export class UsageTally {
  readonly #counts = new Map<string, { readonly key: Omit<UsageCount, 'messages'>; messages: number }>();

  add(tenantId: string, day: number, as: CountedAs, messages: 1 | -1): void {
    const key = { tenantId, day, ...as };
    const name = Object.values(key).join('\n');
    const found = this.#counts.get(name);
    if (found === undefined) this.#counts.set(name, { key, messages });
    else found.messages += messages;
  }

  counts(): UsageCount[] {
    return [...this.#counts.values()].flatMap(({ key, messages }) => (messages === 0 ? [] : { ...key, messages }));
  }
}

/** By what usage can be told apart. */
export const USAGE_DIMENSIONS = ['day', 'direction', 'type', 'failure', 'pricing'] as const;
export type UsageDimension = (typeof USAGE_DIMENSIONS)[number];

/** A number of messages that are alike in the dimensions asked for; the others are null. */
export interface UsageRow {
  readonly day: number | null;
  readonly direction: Direction | null;
  readonly type: MessageType | null;
  /** As counted: empty for messages that have not failed. */
  readonly failure: string | null;
  /** As counted: empty words where Meta has told nothing. */
  readonly pricing: Pick<CountedAs, 'category' | 'pricingType' | 'pricingModel' | 'billable'> | null;
  readonly messages: number;
}

/** Files that were stored: what people sent (INBOUND), and uploads (OUTBOUND). */
export interface UsageMedia {
  readonly day: number | null;
  readonly direction: Direction;
  readonly files: number;
  readonly bytes: number;
}
