import type { DueSend } from '../domain/outbound.ts';
import type { OutboxStore } from '../ports/store.ts';
import type { Pacing } from './pacing.ts';

export interface Picked {
  /** What may go now; its tokens are taken. */
  readonly sends: readonly DueSend[];
  /** When something that is held may go, in epoch milliseconds; infinite when nothing is held. */
  readonly heldUntil: number;
}

export type Pick = (room: number, now: number) => Promise<Picked>;

/**
 * Chooses among the due sends those that may go now, oldest first. What is held is left out of the next reading, so it
 * never stands in the way of others.
 */
export function createPick(outbox: { due: OutboxStore['due'] }, pacing: Pacing): Pick {
  /** Conversations whose first send waits for Meta's pair limit, with the time of their release. */
  const heldPairs = new Map<string, number>();

  return async (room, now) => {
    for (const [id, until] of heldPairs) if (until <= now) heldPairs.delete(id);
    const heldNumbers = new Map(pacing.heldNumbers(now));
    const sends: DueSend[] = [];
    const release = () => [...heldNumbers.values(), ...heldPairs.values()].reduce((a, b) => Math.min(a, b), Infinity);

    function consider(send: DueSend): void {
      if (heldNumbers.has(send.numberId)) return;
      const held = pacing.take(send, now);
      if (held === null) sends.push(send);
      else if (held.by === 'pair') heldPairs.set(send.conversationId, held.until);
      else heldNumbers.set(send.numberId, held.until);
    }

    try {
      for (let more = room > 0; more; ) {
        const left = room - sends.length;
        const taken = sends.map(({ conversationId }) => conversationId);
        const due = await outbox.due(now, left, {
          numberIds: [...heldNumbers.keys()],
          conversationIds: [...heldPairs.keys(), ...taken],
        });
        due.forEach(consider);
        // A full page that left room was partly held: others may stand behind it.
        more = due.length === left && sends.length < room;
      }
    } catch (error) {
      for (const send of sends) pacing.giveBack(send, now);
      throw error;
    }
    return { sends, heldUntil: release() };
  };
}
