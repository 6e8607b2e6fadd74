/** Names that are remembered; those beyond it, served longest ago, count as never served. */
const REMEMBERED = 20_000;

/** Who was served when: whoever was served longest ago comes first, so that each waits for all others at most once. */
export class Rotation {
  readonly #servedAt = new Map<string, number>();
  #serves = 0;

  /** The one to serve next: of equals the first. Undefined of none. */
  next<T>(candidates: Iterable<T>, nameOf: (candidate: T) => string): T | undefined {
    let best: { readonly candidate: T; readonly servedAt: number } | undefined;
    for (const candidate of candidates) {
      const servedAt = this.#servedAt.get(nameOf(candidate)) ?? 0;
      if (best === undefined || servedAt < best.servedAt) best = { candidate, servedAt };
    }
    return best?.candidate;
  }

  served(name: string): void {
    this.#servedAt.delete(name);
    this.#servedAt.set(name, ++this.#serves);
    const [oldest] = this.#servedAt.keys();
    if (this.#servedAt.size > REMEMBERED && oldest !== undefined) this.#servedAt.delete(oldest);
  }
}
