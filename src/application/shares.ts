/**
 * Something of which there is only so much, shared by tenants: each may hold as much as is free beside what it holds. One
 * alone comes to half, two to a third each, and so on: whoever comes next finds some free, and nobody has to know who
 * else waits.
 */
export class Shares {
  readonly #size: number;
  readonly #held = new Map<string, number>();
  #total = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** What is held by all. */
  get total(): number {
    return this.#total;
  }

  get free(): number {
    return this.#size - this.#total;
  }

  heldBy(tenantId: string): number {
    return this.#held.get(tenantId) ?? 0;
  }

  /** Whether a tenant's share has room for so much more. */
  hasRoom(tenantId: string, amount = 1): boolean {
    return this.heldBy(tenantId) + amount <= this.free;
  }

  /** Takes it until the answer is called. Ask `hasRoom` before. */
  take(tenantId: string, amount = 1): () => void {
    this.#add(tenantId, amount);
    let held = true;
    return () => {
      if (held) this.#add(tenantId, -amount);
      held = false;
    };
  }

  #add(tenantId: string, amount: number): void {
    this.#total += amount;
    const held = this.heldBy(tenantId) + amount;
    if (held > 0) this.#held.set(tenantId, held);
    else this.#held.delete(tenantId);
  }
}
