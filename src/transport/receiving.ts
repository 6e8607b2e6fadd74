import { IncomingMessage, type ServerResponse } from 'node:http';
import { answerRaw } from './raw-answer.ts';

export interface ReceivingLimits {
  /** A body must have come within this. */
  readonly deadlineMs: number;
  /** Bytes of bodies that are not complete, over all requests: each could hold several megabytes until then. */
  readonly maxBytes: number;
  readonly sweepMs: number;
}

const DEFAULT_LIMITS: ReceivingLimits = { deadlineMs: 30_000, maxBytes: 64 * 1024 * 1024, sweepMs: 1_000 };

/** A request that tells how its body comes in. */
export class GatewayRequest extends IncomingMessage {
  /** Called with the size of each piece, and with null at the end. */
  onBody: ((bytes: number | null) => void) | null = null;

  override push(chunk: Uint8Array | null, encoding?: BufferEncoding): boolean {
    this.onBody?.(chunk === null ? null : chunk.byteLength);
    return super.push(chunk, encoding);
  }
}

/** Bodies on their way in. Whoever sends one by the drop is cut off, and when too much is held the slowest goes first. */
export interface Receiving {
  watch(request: GatewayRequest, response: ServerResponse): void;
  /** Bytes of bodies that are not complete. */
  held(): number;
  close(): void;
}

export function createReceiving(limits: ReceivingLimits = DEFAULT_LIMITS): Receiving {
  /** The one that began first comes first. */
  const open = new Map<GatewayRequest, { readonly response: ServerResponse; bytes: number; sweeps: number }>();
  let held = 0;

  function forget(request: GatewayRequest): void {
    held -= open.get(request)?.bytes ?? 0;
    open.delete(request);
    request.onBody = null;
  }

  function cut(request: GatewayRequest, status: number, reason: string): void {
    const answered = open.get(request)?.response.headersSent ?? true;
    forget(request);
    if (answered) request.socket.destroy();
    else answerRaw(request.socket, status, reason);
  }

  const timer = setInterval(() => {
    for (const [request, progress] of open) {
      progress.sweeps += 1;
      if (progress.sweeps * limits.sweepMs <= limits.deadlineMs) continue;
      cut(request, 408, `The body did not come within ${limits.deadlineMs / 1000} seconds.`);
    }
  }, limits.sweepMs);
  timer.unref();

  return {
    watch(request, response) {
      const { headers } = request;
      if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
      const progress = { response, bytes: 0, sweeps: 0 };
      open.set(request, progress);
      request.onBody = (bytes) => {
        if (bytes === null) return forget(request);
        progress.bytes += bytes;
        held += bytes;
        for (const [oldest] of open) {
          if (held <= limits.maxBytes) break;
          cut(oldest, 503, 'OVERLOADED: too many bodies are on their way, and this one came too slowly.');
        }
      };
      request.once('close', () => forget(request));
    },
    held: () => held,
    close: () => clearInterval(timer),
  };
}
