import { createHmac, randomInt } from 'node:crypto';
import type { SandboxOptions } from './options.ts';
import type { Schedule } from './schedule.ts';

/** Meta publishes no figure; a callback that has not answered by then counts as failed. */
const ATTEMPT_TIMEOUT_MS = 10_000;
const CONCURRENT_POSTS = 64;
/** Beyond this many webhooks in memory new ones are dropped, with a line in the log. */
const MOST_WAITING = 20_000;
const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;

/** `X-Hub-Signature-256` of exactly these bytes: `sha256=` and the HMAC-SHA256 in lower-case hex. */
export function signature(appSecret: string, body: Uint8Array): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/**
 * A webhook body as Meta writes it: everything outside ASCII as `\uXXXX`, `/` as `\/`, template ids as integers. A
 * receiver that parses and re-serialises before it checks the signature gets other bytes, and fails here as with Meta.
 */
export function encodeBody(body: unknown): Buffer {
  const json = JSON.stringify(body)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/')
    .replace(/"message_template_id":"(\d+)"/g, '"message_template_id":$1');
  return Buffer.from(json, 'latin1');
}

/** Milliseconds before each redelivery: 1 s, doubled up to 1 h, until 7 days have passed (Meta: up to 7 days). */
function sevenDaysOfRetries(): number[] {
  const delays: number[] = [];
  let total = 0;
  for (let delay = 1000; total < SEVEN_DAYS_MS; delay = Math.min(delay * 2, 3_600_000)) {
    delays.push(delay);
    total += delay;
  }
  return delays;
}

/** Where an app's webhooks go, and what it signs and asks with. */
export interface Callback {
  appSecret: string;
  verifyToken: string;
  /** Appended to the address of the sandbox's one callback. */
  path: string;
}

/** Sends webhooks to the callback: verified first, signed, each a POST of its own, again until it is answered 200. */
export class Webhooks {
  readonly #options: SandboxOptions;
  readonly #schedule: Schedule;
  readonly #retryDelays: readonly number[];
  readonly #closing = new AbortController();
  readonly #queue: (() => void)[] = [];
  #posting = 0;
  #waiting = 0;
  /** By callback; one that failed is tried again. */
  readonly #handshakes = new Map<Callback, Promise<boolean>>();
  readonly #main: Callback;

  constructor(options: SandboxOptions, schedule: Schedule) {
    this.#options = options;
    this.#main = { appSecret: options.appSecret, verifyToken: options.verifyToken, path: '' };
    this.#schedule = schedule;
    this.#retryDelays = options.retryDelays ?? sevenDaysOfRetries();
  }

  /**
   * Delivers these bytes, `afterMs` from now, redelivering in the background. Resolves after the first attempt, whatever
   * came of it. `callback`: of an app of its own; left out: of the sandbox's one app.
   */
  deliver(body: Uint8Array, afterMs = 0, callback: Callback = this.#main): Promise<void> {
    if (this.#waiting >= MOST_WAITING) {
      this.#log('Sandbox: too many webhooks are waiting for the callback; one was dropped');
      return Promise.resolve();
    }
    this.#waiting++;
    return new Promise((resolve) => {
      void this.#schedule
        .run(async () => {
          if (afterMs === 0 || (await this.#schedule.sleep(afterMs))) await this.#persist(body, callback, resolve);
        })
        .finally(() => {
          this.#waiting--;
          resolve();
        });
    });
  }

  /** Meta's handshake: GET with `hub.challenge`, to be answered 200 with the challenge. Never throws. */
  async verifyCallback(callback: Callback = this.#main): Promise<boolean> {
    const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
    try {
      const url = new URL(this.#urlOf(callback));
      url.searchParams.set('hub.mode', 'subscribe');
      url.searchParams.set('hub.challenge', challenge);
      url.searchParams.set('hub.verify_token', callback.verifyToken);
      const response = await fetch(url, { redirect: 'manual', signal: this.#signal() });
      const verified = (await response.text()) === challenge && response.status === 200;
      if (!verified) this.#log('Sandbox: the callback refused the handshake', { status: response.status });
      return verified;
    } catch (error) {
      if (!this.#schedule.closed)
        this.#log('Sandbox: the callback did not answer the handshake', { error: String(error) });
      return false;
    }
  }

  close(): void {
    this.#closing.abort();
  }

  async #persist(body: Uint8Array, callback: Callback, firstAttemptDone: () => void): Promise<void> {
    let delivered = await this.#attempt(body, callback);
    firstAttemptDone();
    for (const delay of this.#retryDelays) {
      if (delivered || !(await this.#schedule.sleep(delay))) return;
      delivered = await this.#attempt(body, callback);
    }
    if (!delivered && !this.#schedule.closed) this.#log('Sandbox: a webhook was given up after its last redelivery');
  }

  /** One POST, at most `CONCURRENT_POSTS` at a time. Only a 200 counts as delivered. */
  async #attempt(body: Uint8Array, callback: Callback): Promise<boolean> {
    if (this.#posting >= CONCURRENT_POSTS) await new Promise<void>((turn) => this.#queue.push(turn));
    else this.#posting++;
    try {
      return (await this.#verified(callback)) && (await this.#post(body, callback));
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#posting--;
      else next();
    }
  }

  /** Meta delivers nothing to a callback that has not answered its handshake. */
  async #verified(callback: Callback): Promise<boolean> {
    const handshake = this.#handshakes.get(callback) ?? this.verifyCallback(callback);
    this.#handshakes.set(callback, handshake);
    const verified = await handshake;
    if (!verified) this.#handshakes.delete(callback);
    return verified;
  }

  async #post(body: Uint8Array, callback: Callback): Promise<boolean> {
    try {
      const response = await fetch(this.#urlOf(callback), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-hub-signature-256': signature(callback.appSecret, body),
        },
        body: Uint8Array.from(body),
        redirect: 'manual',
        signal: this.#signal(),
      });
      await response.body?.cancel();
      if (response.status !== 200) this.#log('Sandbox: a webhook was not answered 200', { status: response.status });
      return response.status === 200;
    } catch (error) {
      if (!this.#schedule.closed) this.#log('Sandbox: a webhook could not be delivered', { error: String(error) });
      return false;
    }
  }

  #signal(): AbortSignal {
    return AbortSignal.any([this.#closing.signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]);
  }

  #urlOf({ path }: Callback): string {
    const { callbackUrl } = this.#options;
    return `${typeof callbackUrl === 'function' ? callbackUrl() : callbackUrl}${path}`;
  }

  #log(message: string, detail?: object): void {
    this.#options.log?.(message, detail);
  }
}
