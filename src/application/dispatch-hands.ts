import type { Lane } from '../domain/outbound.ts';
import { Shares } from './shares.ts';

/** Calls to Meta under way at once, of all tenants; one that sends from one number comes to a third of them. */
const HANDS = 192;

/**
 * Who has how many calls to Meta under way. Some hands are always left for others: a tenant gets no more than are free
 * beside its own, and a number no more than its tenant has left beside that. Alone they come to 96 and 64; whoever comes
 * next finds hands free, however long the calls of the others hang.
 */
export class Hands {
  readonly #tenants: Shares;
  readonly #numbers = new Map<string, { readonly lane: Lane; held: number }>();

  constructor(hands = HANDS) {
    this.#tenants = new Shares(hands);
  }

  /** Calls under way. */
  get busy(): number {
    return this.#tenants.total;
  }

  get free(): number {
    return this.#tenants.free;
  }

  hasRoom(lane: Lane): boolean {
    return this.#roomOf(lane, this.#numbers.get(nameOf(lane))?.held ?? 0) > 0;
  }

  /** Takes a hand until the answer is called. Ask `hasRoom` before. */
  take(lane: Lane): () => void {
    const name = nameOf(lane);
    const number = this.#numbers.get(name) ?? { lane, held: 0 };
    number.held += 1;
    this.#numbers.set(name, number);
    const leave = this.#tenants.take(lane.tenantId);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      leave();
      number.held -= 1;
      if (number.held === 0) this.#numbers.delete(name);
    };
  }

  /** Lanes that hold as many as they may. */
  full(): Lane[] {
    return [...this.#numbers.values()].flatMap(({ lane, held }) => (this.#roomOf(lane, held) > 0 ? [] : lane));
  }

  #roomOf({ tenantId }: Lane, held: number): number {
    return this.#tenants.free - this.#tenants.heldBy(tenantId) - held;
  }
}

/** A name for a lane: neither of its ids holds a space. */
export function nameOf({ tenantId, numberId }: Lane): string {
  return `${tenantId} ${numberId}`;
}
