/**
 * Maps a source of events. Written by hand: an async generator that waits for its source cannot be returned from until
 * that wakes, and would keep a gone client's reader open.
 *
 * `map` answers undefined for what is to be skipped. A source that fails ends with one last item, `failed(error)`: not
 * every transport hands on what an iterator throws, but each hands on an item.
 */
export function mapIterator<In, Out>(
  source: AsyncIterator<In>,
  map: (value: In) => Out | undefined,
  failed: (error: unknown) => Out,
): AsyncIterableIterator<Out> {
  let ended = false;
  return {
    async next() {
      while (!ended) {
        let step: IteratorResult<In>;
        try {
          step = await source.next();
        } catch (error) {
          ended = true;
          return { done: false, value: failed(error) };
        }
        if (step.done) break;
        const value = map(step.value);
        if (value !== undefined) return { done: false, value };
      }
      return { done: true, value: undefined };
    },
    async return() {
      ended = true;
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
