import type { Writable } from 'node:stream';
import type { FeedItem } from '../../application/feed.ts';
import { GatewayError } from '../../domain/errors.ts';
import { eventJson } from '../event-body.ts';

/** A comment is written this often, below the 60 s after which proxies cut a silent connection. */
export const HEARTBEAT_MS = 12_000;

/** What is written before anything else: browsers shall come back after a second. */
const RETRY = 'retry: 1000\n\n';
const HEARTBEAT = ':\n\n';

/**
 * Writes a feed as server-sent events until the client goes. Pulls: the next event is asked for once the client took the
 * last one, so that nothing piles up (who takes nothing is dropped by the stall guard). A feed that fails ends with
 * `event: gap` and the error's code; one that stops otherwise is cut off, so that the client comes back. The feed is
 * always returned.
 */
export async function streamEvents(
  feed: AsyncIterableIterator<FeedItem>,
  out: Writable,
  report: (problem: string, error: unknown) => void,
  heartbeatMs = HEARTBEAT_MS,
): Promise<void> {
  const leave = () => void feed.return?.();
  out.once('close', leave);
  // A write to a client that has just gone; `close` follows.
  out.on('error', ignore);
  const heartbeat = setInterval(() => {
    // Nothing is added to what a slow client has not taken yet.
    if (!out.writableNeedDrain) out.write(HEARTBEAT);
  }, heartbeatMs);
  try {
    out.write(RETRY);
    for await (const item of feed) {
      if (out.destroyed) return;
      if (!out.write(frame(item))) await drained(out);
    }
  } catch (error) {
    if (error instanceof GatewayError) out.end(gap(error));
    else report('an event stream failed', error);
  } finally {
    clearInterval(heartbeat);
    leave();
    if (!out.writableEnded) out.destroy();
  }
}

/** One event. Its id is the cursor, which browsers give back as `Last-Event-ID`. */
function frame(item: FeedItem): string {
  const body = eventJson(item);
  // JSON text holds no line break, so one `data` line is enough.
  return `id: ${body.cursor}\nevent: ${body.type}\ndata: ${JSON.stringify(body)}\n\n`;
}

/** Carries no id, so that the client keeps its last good cursor. */
function gap({ code, message }: GatewayError): string {
  return `event: gap\ndata: ${JSON.stringify({ code, message })}\n\n`;
}

/** Resolves once the client took what was written, or is gone. */
async function drained(out: Writable): Promise<void> {
  if (out.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  out.once('drain', resolve);
  out.once('close', resolve);
  await promise;
  out.off('drain', resolve);
  out.off('close', resolve);
}

function ignore(): void {}
