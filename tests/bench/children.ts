import { type ChildProcess, fork } from 'node:child_process';

/** Functions that another process calls by name. */
export type Handlers<H> = { readonly [K in keyof H]: (...args: never[]) => unknown };

interface Request {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}
interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** A process of the bench. `H` is the type of the handlers that its entry serves. */
export class Child<H extends Handlers<H>> {
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #nextId = 1;

  constructor(entry: string, execArgv: readonly string[] = []) {
    // Standard output is for the tables alone.
    this.#process = fork(entry, { execArgv: [...execArgv], stdio: ['ignore', 2, 2, 'ipc'] });
    this.#process.on('message', (reply: Reply) => {
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    });
    this.#exited = new Promise((resolve) => {
      this.#process.once('exit', (code, signal) => {
        for (const [id, answer] of this.#waiting) answer({ id, error: `${entry} ended (${signal ?? code})` });
        resolve();
      });
    });
  }

  ask<M extends keyof H & string>(method: M, ...args: Parameters<H[M]>): Promise<Awaited<ReturnType<H[M]>>> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ error, value }) => {
        // The entry serves `H`, which is what this rests on.
        if (error === undefined) resolve(value as Awaited<ReturnType<H[M]>>);
        else reject(new Error(error));
      });
      const request: Request = { id, method, args };
      this.#process.send(request);
    });
  }

  /** Lets it end by itself, which it does when nobody asks any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    const hard = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    await this.#exited;
    clearTimeout(hard);
  }
}

/** The child's side: answers what it is asked until the parent lets go, then runs `end` and exits. */
export function serveParent<H extends Handlers<H>>(handlers: H, end: () => Promise<void> | void = () => {}): void {
  const answer = async ({ id, method, args }: Request): Promise<Reply> => {
    try {
      const value: unknown = await Reflect.apply(handlers[method as keyof H], handlers, args);
      return { id, value };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', async (request: Request) => {
    const reply = await answer(request);
    if (process.connected) process.send?.(reply);
  });
  process.once('disconnect', async () => {
    await end();
    process.exit();
  });
}
