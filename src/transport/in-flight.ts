import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Tally } from './tally.ts';

/** Headers in any of the forms that `writeHead` takes. */
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined;

/** A response that tells when it turns out to be an event stream: nothing in a request says so for certain. */
export class GatewayResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Called once, when an event stream begins. */
  onStream: (() => void) | null = null;

  override writeHead(status: number, reason?: string, headers?: Headers): this;
  override writeHead(status: number, headers?: Headers): this;
  override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    const given = typeof reason === 'string' ? headers : (reason ?? headers);
    const type = contentTypeOf(given) ?? this.getHeader('content-type');
    if (typeof reason === 'string') super.writeHead(status, reason, headers);
    else super.writeHead(status, given);
    const { onStream } = this;
    this.onStream = null;
    // A refusal may have that type too, and is no stream: it must reach its client.
    if (status === 200 && String(type).startsWith('text/event-stream')) onStream?.();
    return this;
  }
}

function contentTypeOf(headers: Headers): unknown {
  if (headers === undefined) return undefined;
  const pairs: Iterable<[unknown, unknown]> = Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers);
  for (const [name, value] of pairs) if (String(name).toLowerCase() === 'content-type') return value;
  return undefined;
}

/** Header lists come as `[name, value]` pairs, or flat: name, value, name, value. */
function* pairsOf(list: readonly OutgoingHttpHeader[]): Generator<[unknown, unknown]> {
  for (let at = 0; at < list.length; at += 1) {
    const entry = list[at];
    if (Array.isArray(entry)) yield [entry[0], entry[1]];
    else yield [entry, list[++at]];
  }
}

/** Requests under way. A shutdown finishes the ordinary ones before it drops anything. */
export class InFlight {
  readonly #ordinary = new Tally();
  /** Every open response, with how it stops being an ordinary one. */
  readonly #open = new Map<ServerResponse, () => void>();
  readonly #streams = new Set<ServerResponse>();

  enter(response: ServerResponse): void {
    this.#open.set(response, this.#ordinary.enter());
    response.once('close', () => {
      this.waits(response);
      this.#open.delete(response);
      this.#streams.delete(response);
    });
  }

  /** It waits for events: nothing is lost when it ends early, so that no shutdown waits for it. */
  waits(response: ServerResponse): void {
    this.#open.get(response)?.();
  }

  /** It is an event stream: it waits, and only its connection's end ends it. */
  streams(response: ServerResponse): void {
    this.waits(response);
    this.#streams.add(response);
  }

  /** Lets each connection end with the answer that is under way on it. */
  endConnections(): void {
    for (const response of this.#open.keys()) if (!response.headersSent) response.shouldKeepAlive = false;
  }

  /** Cuts the streams, none of which is told that it is complete: their clients come back. */
  cutStreams(): void {
    for (const response of this.#streams) response.destroy();
  }

  /** Resolves when every ordinary answer is out. */
  answered(): Promise<void> {
    return this.#ordinary.empty();
  }
}
