/** Counts what is held by name, in memory that only names that hold something cost. */
export class Held {
  readonly #counts = new Map<string, number>();
  #total = 0;

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  get total(): number {
    return this.#total;
  }

  /** Counts one in; the returned function counts it out, once. */
  take(name: string): () => void {
    this.#counts.set(name, this.of(name) + 1);
    this.#total += 1;
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.#total -= 1;
      const left = this.of(name) - 1;
      if (left > 0) this.#counts.set(name, left);
      else this.#counts.delete(name);
    };
  }
}
