/** Meta: so many users may be blocked by a number. */
export const MOST_BLOCKED = 64_000;

/** Whom each business number has blocked. */
export class BlockLists {
  readonly #lists = new Map<string, Set<string>>();

  has(numberId: string, userKey: string): boolean {
    return this.#lists.get(numberId)?.has(userKey) === true;
  }

  /** False when the list is full. */
  add(numberId: string, userKey: string): boolean {
    const list = this.#lists.get(numberId) ?? new Set();
    if (list.size >= MOST_BLOCKED && !list.has(userKey)) return false;
    this.#lists.set(numberId, list.add(userKey));
    return true;
  }

  remove(numberId: string, userKey: string): boolean {
    return this.#lists.get(numberId)?.delete(userKey) === true;
  }

  list(numberId: string): readonly string[] {
    return [...(this.#lists.get(numberId) ?? [])];
  }
}
