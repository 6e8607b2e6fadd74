/** Items between a connection that pushes and a consumer that pulls, in order. */
export class Inbox<T> implements AsyncIterableIterator<T> {
  readonly #items: T[] = [];
  readonly #onReturn: () => void;
  #ended: { readonly error: unknown } | 'done' | null = null;
  #waiting: PromiseWithResolvers<IteratorResult<T>>[] = [];

  /** `onReturn` runs once, when the consumer leaves. */
  constructor(onReturn: () => void) {
    this.#onReturn = onReturn;
  }

  push(item: T): void {
    if (this.#ended !== null) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#items.push(item);
    else waiting.resolve({ done: false, value: item });
  }

  /** Ends after what has arrived; with an error, the consumer's next wait rejects with it. */
  end(error?: unknown): void {
    if (this.#ended !== null) return;
    this.#ended = error === undefined ? 'done' : { error };
    const waiting = this.#waiting;
    this.#waiting = [];
    const [first, ...rest] = waiting;
    if (first !== undefined) this.#finish(first);
    for (const one of rest) one.resolve({ done: true, value: undefined });
  }

  async next(): Promise<IteratorResult<T>> {
    const item = this.#items.shift();
    if (item !== undefined) return { done: false, value: item };
    const answer = Promise.withResolvers<IteratorResult<T>>();
    if (this.#ended === null) this.#waiting.push(answer);
    else this.#finish(answer);
    return answer.promise;
  }

  async return(): Promise<IteratorResult<T>> {
    this.#items.length = 0;
    this.end();
    this.#onReturn();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Tells the end; an error is told once. */
  #finish(answer: PromiseWithResolvers<IteratorResult<T>>): void {
    const ended = this.#ended;
    this.#ended = 'done';
    if (ended === null || ended === 'done') answer.resolve({ done: true, value: undefined });
    else answer.reject(ended.error);
  }
}
