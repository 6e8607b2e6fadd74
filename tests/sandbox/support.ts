import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/cloud-api.ts';

export const APP_SECRET = 'sandbox-app-secret';
export const VERIFY_TOKEN = 'sandbox-verify-token';
export const FIRST = {
  wabaId: '102290129340398',
  token: 'EAAfirst',
  number: '106540352242922',
  digits: '9647801112233',
};
export const SECOND = {
  wabaId: '202290129340398',
  token: 'EAAsecond',
  number: '206540352242922',
  digits: '12025550123',
};

/** A webhook as the callback got it. */
export interface Received {
  raw: Buffer;
  path: string;
  signature: string;
  signatureValid: boolean;
  body: unknown;
}

/** A receiver of webhooks that checks the signature by itself and queues what comes, so that no test can miss one. */
export class Callback {
  readonly received: Received[] = [];
  readonly handshakes: URLSearchParams[] = [];
  /** What to answer to the next posts, one each; then 200. 0 breaks the connection. */
  readonly answers: number[] = [];
  acceptHandshake = true;
  url = '';
  #waiters: (() => void)[] = [];
  readonly #server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://callback');
    if (request.method === 'GET') {
      this.handshakes.push(url.searchParams);
      response.statusCode = this.acceptHandshake ? 200 : 403;
      response.end(url.searchParams.get('hub.challenge') ?? '');
      return;
    }
    void this.#take(request).then(() => {
      const answer = this.answers.shift() ?? 200;
      if (answer === 0) request.socket.destroy();
      else response.writeHead(answer).end();
    });
  });

  async listen(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/webhook`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** Resolves as soon as so many webhooks have come in all. */
  async count(expected: number): Promise<void> {
    while (this.received.length < expected) await new Promise<void>((arrived) => this.#waiters.push(arrived));
  }

  /** Every `value` received so far, in order of arrival. */
  values(): Record<string, unknown>[] {
    return this.received.flatMap(({ body }) =>
      list(body, 'entry').flatMap((entry) => list(entry, 'changes').map((change) => object(change['value']))),
    );
  }

  messages(): Record<string, unknown>[] {
    return this.values().flatMap((value) => list(value, 'messages'));
  }

  statuses(wamid?: string): Record<string, unknown>[] {
    const all = this.values().flatMap((value) => list(value, 'statuses'));
    return wamid === undefined ? all : all.filter((status) => status['id'] === wamid);
  }

  async #take(request: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const expected = `sha256=${createHmac('sha256', APP_SECRET).update(raw).digest('hex')}`;
    const body: unknown = JSON.parse(raw.toString('utf8'));
    const signature = String(request.headers['x-hub-signature-256']);
    this.received.push({ raw, body, path: request.url ?? '', signature, signatureValid: signature === expected });
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const wake of waiters) wake();
  }
}

/** The app that the second account may have of its own. */
export const SECOND_APP = { appSecret: 'second_app_secret', verifyToken: 'second_verify_token' };

/** An object, or a sentence that says what stood there instead. */
export function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null)
    throw new Error(`an object was expected, not ${JSON.stringify(value)}`);
  return value as Record<string, unknown>;
}

/** The objects of a list under a key; none when the key is absent. */
export function list(value: unknown, key: string): Record<string, unknown>[] {
  const items = object(value)[key] ?? [];
  if (!Array.isArray(items)) throw new Error(`${key} is no list`);
  return items.map(object);
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A sandbox with its callback and a mount for its control interface, all over real HTTP. */
export interface Stage {
  sandbox: Sandbox;
  callback: Callback;
  /** A Graph call with the first account's token unless another (or null: none) is given. */
  graph(method: string, path: string, body?: unknown, token?: string | null): Promise<Answer>;
  /** Sends from the first account's number. */
  send(message: object): Promise<Answer>;
  control(method: string, path: string, body?: unknown): Promise<Answer>;
  controlUrl: string;
  logs: string[];
}

const open: (() => Promise<void>)[] = [];

/** Closes what the test opened, newest first. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });
}

export async function stage(options: Partial<SandboxOptions> = {}): Promise<Stage> {
  const callback = new Callback();
  await callback.listen();
  open.push(() => callback.close());
  const logs: string[] = [];
  const sandbox = await startSandbox({
    appSecret: APP_SECRET,
    verifyToken: VERIFY_TOKEN,
    callbackUrl: () => callback.url,
    accounts: [
      {
        wabaId: FIRST.wabaId,
        token: FIRST.token,
        numbers: [{ id: FIRST.number, phone: `+${FIRST.digits}`, name: 'Dijla' }],
      },
      {
        wabaId: SECOND.wabaId,
        token: SECOND.token,
        app: SECOND_APP,
        numbers: [{ id: SECOND.number, phone: `+${SECOND.digits}`, name: 'Two' }],
      },
    ],
    pace: { sent: 1, delivered: 2, read: 3, reply: 5 },
    retryDelays: [1, 1, 1],
    log: (message) => logs.push(message),
    ...options,
  });
  open.push(() => sandbox.close());
  const gateway = createServer((request, response) => sandbox.control(request, response));
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
  open.push(async () => {
    gateway.closeAllConnections();
    await new Promise((closed) => gateway.close(closed));
  });
  const controlUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const graph = (method: string, path: string, body?: unknown, token: string | null = FIRST.token) =>
    call(method, `${sandbox.url}${path}`, body, token);
  return {
    sandbox,
    callback,
    graph,
    logs,
    controlUrl,
    send: (message) =>
      graph('POST', `/v25.0/${FIRST.number}/messages`, {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        ...message,
      }),
    control: (method, path, body) => call(method, `${controlUrl}${path}`, body, null),
  };
}

async function call(method: string, url: string, body: unknown, token: string | null): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined
      ? {}
      : { body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: object(await response.json()) };
}

/** HTTP status, code and subcode of a refusal, to compare at once. */
export function refusal({ status, body }: Answer): string {
  const { code, error_subcode: subcode } = object(body['error']);
  return [status, code, subcode].filter((part) => part !== undefined).join('/');
}

/** The id that Meta gave to an accepted message. */
export function wamidOf({ body }: Answer): string {
  return String(list(body, 'messages')[0]?.['id']);
}

export const hello = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
export const text = (body: string) => ({ type: 'text', text: { body } });
