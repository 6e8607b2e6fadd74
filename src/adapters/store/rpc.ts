import { type MessagePort, parentPort, receiveMessageOnPort, type TransferListItem, Worker } from 'node:worker_threads';
import { StoreOpenError, StoreUnavailableError } from './store-errors.ts';
import { TimeShares } from './time-shares.ts';

/** Functions that are called by name from another thread; `H` is the type of the object that holds them. */
export type Handlers<H> = { readonly [K in keyof H]: (...args: never[]) => unknown };
export type Method<H> = keyof H & string;
export type ArgsOf<H extends Handlers<H>, M extends Method<H>> = Parameters<H[M]>;
export type ResultOf<H extends Handlers<H>, M extends Method<H>> = Awaited<ReturnType<H[M]>>;

/** An error as it crosses threads; structured clone would drop its class. */
export interface WireError {
  readonly name: string;
  readonly message: string;
}

interface Request {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** `ms`: how long the worker was busy with it. */
type Reply = { readonly id: number; readonly ms: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError }
);

interface Waiting {
  readonly took: (ms: number) => void;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function toWire(error: unknown): WireError {
  return error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: `${error}` };
}

export function fromWire({ name, message }: WireError): Error {
  if (name === 'StoreOpenError') return new StoreOpenError(message);
  if (name === 'StoreUnavailableError') return new StoreUnavailableError(message);
  return new Error(message);
}

/** Calls a handler by name. The other side's `call` was typed by the same `H`, which is what the arguments rest on. */
export function invoke<H extends Handlers<H>>(handlers: H, method: string, args: readonly unknown[]): unknown {
  return Reflect.apply(handlers[method as Method<H>], handlers, args);
}

/** The worker's side: answers each request in order. The handlers are made for the first one. */
export function serve<H extends Handlers<H>>(make: () => H): void {
  const port = parentPort;
  if (port === null) throw new Error('This module runs in a worker thread.');
  let handlers: H | null = null;
  port.on('message', (request: Request) => answer(port, request, () => (handlers ??= make())));
}

/**
 * The same, but tenants share the thread's time: all that has arrived is looked through before each answer, so that
 * however much one tenant asks for, another waits for the answer that is being made. Those of one tenant come in order.
 */
export function serveFairly<H extends Handlers<H>>(make: () => H): void {
  const port = parentPort;
  if (port === null) throw new Error('This module runs in a worker thread.');
  const waiting = new TimeShares<Request>();
  let handlers: H | null = null;
  port.on('message', (first: Request) => {
    waiting.push(laneOf(first.args), first);
    while (!waiting.empty) {
      for (let more = arrived(port); more !== null; more = arrived(port)) waiting.push(laneOf(more.args), more);
      waiting.serve((request) => answer(port, request, () => (handlers ??= make())));
    }
  });
}

function arrived(port: MessagePort): Request | null {
  // Sent by `WorkerClient`, which sends nothing else.
  return (receiveMessageOnPort(port)?.message as Request | undefined) ?? null;
}

function answer<H extends Handlers<H>>(port: MessagePort, { id, method, args }: Request, handlers: () => H): void {
  const began = performance.now();
  const ms = () => performance.now() - began;
  let reply: Reply;
  try {
    const value = invoke(handlers(), method, args);
    reply = { id, ms: ms(), ok: true, value };
  } catch (error) {
    reply = { id, ms: ms(), ok: false, error: toWire(error) };
  }
  port.postMessage(reply);
}

/** The main thread's side of one worker. When the worker is gone, every waiting and every later call rejects. */
export class WorkerClient<H extends Handlers<H>> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #nextId = 1;
  #gone: Error | null = null;

  /** `data` is the thread's `workerData`; `crashed` is told once when the thread ends before `end` was called. */
  constructor(entry: URL, name: string, data: unknown, crashed: (error: Error) => void) {
    this.#worker = new Worker(entry, { name, workerData: data });
    this.#worker.on('message', (reply: Reply) => this.#settle(reply));
    this.#worker.on('error', (error) => {
      const { message } = toWire(error);
      this.#fail(new StoreUnavailableError(`The store's ${name} thread stopped: ${message}`), crashed);
    });
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#fail(new StoreUnavailableError(`The store's ${name} thread has stopped.`), crashed);
        resolve();
      });
    });
  }

  /** `took` is told for how long the worker was busy with it, in milliseconds. */
  call<M extends Method<H>>(
    method: M,
    args: ArgsOf<H, M>,
    transfer: readonly TransferListItem[] = [],
    took: (ms: number) => void = () => {},
  ): Promise<ResultOf<H, M>> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    const id = this.#nextId++;
    return new Promise<ResultOf<H, M>>((resolve, reject) => {
      const request: Request = { id, method, args };
      this.#worker.postMessage(request, transfer);
      // `serve` answers with what `H[M]` returned; this is the one place that believes it.
      this.#waiting.set(id, { took, resolve: (value) => resolve(value as ResultOf<H, M>), reject });
    });
  }

  /** Ends the thread. Calls that still wait are rejected. */
  async end(): Promise<void> {
    this.#gone ??= new StoreUnavailableError('The store is closed.');
    await this.#worker.terminate();
    await this.#exited;
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    waiting?.took(reply.ms);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(fromWire(reply.error));
  }

  #fail(error: Error, crashed: (error: Error) => void): void {
    if (this.#gone === null) {
      this.#gone = error;
      crashed(error);
    }
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }
}

/** The lane of a call: the tenant that it is for, by its first argument; '' for what the gateway does for all. */
export function laneOf([first]: readonly unknown[]): string {
  if (typeof first === 'string') return first;
  if (typeof first !== 'object' || first === null || !('tenantId' in first)) return '';
  return String(first.tenantId);
}
