import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ParsedWebhook } from '../../ports/cloud-api.ts';
import type { ParseReply, ParseRequest } from './parser-thread.ts';

/** Bodies that may wait for the thread; a guard only, since the application counts their bytes. */
const MAX_WAITING = 64;
/** Far above what 4 MB of JSON can become; beyond it the thread ends, and not the process. */
const HEAP_MB = 512;

/** The thread ended while it worked on a body. */
class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

/**
 * Takes large bodies apart in a thread of its own, one after the other. The thread is started for the first of them,
 * started again after it died, and keeps no process alive while it has nothing to do.
 */
export class LargeParser implements AsyncDisposable {
  readonly #entry: URL;
  #worker: Worker | null = null;
  #closed = false;
  /** What the thread was asked last; there is never more than one question. */
  #asked: { resolve(reply: ParseReply): void; reject(error: Error): void } | null = null;
  #waiting = 0;
  /** Ends when the last body in line is done. */
  #line: Promise<void> = Promise.resolve();

  constructor(entry: URL = new URL('./parser-thread.ts', import.meta.url)) {
    this.#entry = entry;
  }

  /**
   * The body in parts of at most 500 items and 512 KiB of JSON (or one item), the event loop turning between them; the
   * first part has all problems. A body that ends the thread twice is a problem itself. Rejects when too many wait, and
   * when the thread ends midway.
   */
  async *parse(body: Uint8Array, receivedAt: number): AsyncGenerator<ParsedWebhook, void, void> {
    if (this.#waiting >= MAX_WAITING) throw new Error('Too many large webhooks wait to be taken apart.');
    this.#waiting += 1;
    const before = this.#line;
    const mine = Promise.withResolvers<void>();
    this.#line = mine.promise;
    try {
      await before;
      yield* this.#parts({ body, receivedAt });
    } finally {
      this.#waiting -= 1;
      mine.resolve();
    }
  }

  /** Ends the thread; what is under way rejects. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  async *#parts(whole: ParseRequest): AsyncGenerator<ParsedWebhook, void, void> {
    let reply: ParseReply;
    try {
      // Whatever ended the thread may have been another's doing: a second try tells.
      reply = await this.#ask(whole).catch((error: unknown) => {
        if (error instanceof ThreadEnded) return this.#ask(whole);
        throw error;
      });
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      yield { items: [], problems: [`taking it apart ended the thread: ${error.message}`] };
      return;
    }
    for (;;) {
      yield reply.part;
      if (reply.last) return;
      await setImmediate();
      reply = await this.#ask('next');
    }
  }

  #ask(request: ParseRequest): Promise<ParseReply> {
    if (this.#closed) return Promise.reject(new Error('The parser is closed.'));
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      worker.ref();
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { name: 'parser', resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    // Sent by `parser-thread.ts`, which answers with nothing else.
    worker.on('message', (reply: ParseReply) => {
      worker.unref();
      this.#asked?.resolve(reply);
      this.#asked = null;
    });
    const ended = (reason: string) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#asked?.reject(this.#closed ? new Error('The parser is closed.') : new ThreadEnded(reason));
      this.#asked = null;
    };
    worker.on('error', (error: unknown) => ended(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => ended(`exit code ${code}`));
    return worker;
  }
}
