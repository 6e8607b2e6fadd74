import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, answer, isRefusal, mayHaveAccepted } from './answers.ts';
import { Signal } from './concurrency.ts';

/** One request for a send that reached the stand-in, whole or in part. */
export interface Call {
  /** The message's text: what tells the rig's messages apart. Null when so little arrived that nobody can tell. */
  readonly name: string | null;
  readonly handle: string | null;
  readonly phoneNumberId: string;
  /** The n-th call for this message, from 1. */
  readonly nth: number;
  /** False when the connection broke before the whole request was there. */
  readonly whole: boolean;
  readonly answer: Answer['kind'] | 'cut';
  /** Meta's code says that nothing was done: the one case in which another call is right. */
  readonly refused: boolean;
  /** The id under which Meta has it; null when Meta does not. */
  readonly whatsappId: string | null;
  /** Milliseconds, by a clock that only grows. */
  readonly at: number;
}

/** Decides how a call is answered. */
export type Script = (name: string, nth: number) => Answer;

/**
 * An independent stand-in for Meta's Cloud API: it shares no code with the gateway nor with its sandbox, answers by
 * script, and writes down every call that it received. Its ledger says what was sent, whatever the gateway believes.
 */
export class StandIn {
  readonly calls: Call[] = [];
  /** Requests for the address that a redirect named: there must be none. */
  redirected = 0;
  script: Script = () => ({ kind: 'accept' });
  readonly #server: Server;
  readonly #heard = new Signal();
  #ids = 0;

  constructor() {
    this.#server = createServer((request, response) => this.#receive(request, response));
    this.#server.keepAliveTimeout = 60_000;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Calls for a message, in order. */
  callsOf(name: string): readonly Call[] {
    return this.calls.filter((call) => call.name === name);
  }

  /** False when it did not come true in time. */
  until(holds: () => boolean, ms: number): Promise<boolean> {
    return this.#heard.until(holds, ms);
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://meta');
    if (url.pathname === '/elsewhere') this.redirected += 1;
    const phoneNumberId = /^\/v[\d.]+\/(\d+)\/messages$/.exec(url.pathname)?.[1];
    if (request.method !== 'POST' || phoneNumberId === undefined) {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"error":{"message":"(#100) unknown","type":"OAuthException","code":100}}');
      return;
    }
    let text = '';
    let noted = false;
    const note = (whole: boolean) => {
      if (noted) return;
      noted = true;
      const given = this.#note(text, phoneNumberId, whole);
      if (whole) void answer(given, text, response).catch(() => response.destroy());
    };
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.once('end', () => note(true));
    request.once('close', () => note(false));
    request.on('error', () => note(false));
    response.on('error', () => {});
  }

  #note(text: string, phoneNumberId: string, whole: boolean): { readonly answer: Answer; readonly id: string } {
    const name = /"body":"([\w-]+)"/.exec(text)?.[1] ?? null;
    const nth = 1 + this.calls.filter((call) => call.name === name).length;
    const given = name === null ? ({ kind: 'accept' } as const) : this.script(name, nth);
    this.#ids += 1;
    const id = `wamid.OUT.${this.#ids}.${name}`;
    this.calls.push({
      name,
      handle: /"biz_opaque_callback_data":"([^"]+)"/.exec(text)?.[1] ?? null,
      phoneNumberId,
      nth,
      whole,
      answer: whole ? given.kind : 'cut',
      refused: whole && isRefusal(given),
      whatsappId: whole && mayHaveAccepted(given) ? id : null,
      at: performance.now(),
    });
    this.#heard.changed();
    return { answer: given, id };
  }
}
