/** Keeps what arrives until somebody asks, so that a test cannot miss a frame. */
export class Frames<T> {
  readonly all: T[] = [];
  #taken = 0;
  #ended: { readonly error: unknown } | null = null;
  #wake = Promise.withResolvers<void>();

  push(frame: T): void {
    this.all.push(frame);
    this.#stir();
  }

  /** No more will come; `next` then rejects. */
  end(error: unknown = new Error('the stream has ended')): void {
    this.#ended ??= { error };
    this.#stir();
  }

  /** The next frame that fits, skipping others. */
  async next(fits: (frame: T) => boolean = () => true): Promise<T> {
    for (;;) {
      while (this.#taken < this.all.length) {
        const frame = this.all[this.#taken];
        this.#taken += 1;
        if (frame !== undefined && fits(frame)) return frame;
      }
      if (this.#ended !== null) throw this.#ended.error;
      await this.#wake.promise;
    }
  }

  async take(count: number, fits?: (frame: T) => boolean): Promise<T[]> {
    const frames: T[] = [];
    while (frames.length < count) frames.push(await this.next(fits));
    return frames;
  }

  #stir(): void {
    const { resolve } = this.#wake;
    this.#wake = Promise.withResolvers<void>();
    resolve();
  }
}
