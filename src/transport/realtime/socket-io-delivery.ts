import type { Socket as Connection } from 'engine.io';
import type { Socket } from 'socket.io';
import type { FeedItem } from '../../application/feed.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { EventType } from '../../domain/event.ts';
import { type EventJson, eventJson } from '../event-body.ts';
import type { Report } from './execution.ts';

/** engine.io queues without bound, so the log is not read on while this much waits. */
const MAX_UNSENT_PACKETS = 64;
const MAX_UNSENT_CHARACTERS = 256 * 1024;
/** With `auth.ack`: events that the client has not acknowledged. */
const MAX_UNACKNOWLEDGED = 64;
const EVENTS_PER_CHECKPOINT = 256;

/** What clients get. Nothing is expected of them but acknowledgements. */
export interface ServerEvents {
  inboundMessage(event: EventJson, acknowledge?: () => void): void;
  statusUpdate(event: EventJson, acknowledge?: () => void): void;
  event(event: EventJson, acknowledge?: () => void): void;
  checkpoint(checkpoint: { readonly cursor: string; readonly live: boolean }): void;
  gap(gap: { readonly code: string }): void;
}
export type ClientEvents = Record<never, never>;
export type FeedSocket<Data> = Socket<ClientEvents, ServerEvents, Record<never, never>, Data>;

/** Tells the client that its cursor cannot be honoured, and ends the connection so that it does not come back with it. */
export function endWithGap(socket: FeedSocket<unknown>, code: string): void {
  socket.emit('gap', { code });
  socket.disconnect(true);
}

/** The code of a cursor that cannot be honoured; null for any other failure. */
export function gapCode(error: unknown): string | null {
  if (!(error instanceof GatewayError)) return null;
  return error.code === 'CURSOR_EXPIRED' || error.code === 'CURSOR_INVALID' ? error.code : null;
}

/** Sends what the reader yields at the client's own pace until either ends. */
export async function deliver(
  socket: FeedSocket<unknown>,
  items: AsyncIterator<FeedItem>,
  options: { readonly acknowledged: boolean; readonly report: Report },
): Promise<void> {
  const outflow = new Outflow(socket.conn);
  socket.once('disconnect', () => {
    outflow.close();
    void items.return?.();
  });
  let live = false;
  let sinceCheckpoint = 0;
  try {
    for (;;) {
      // Room first: what is taken from the log is sent.
      await outflow.room();
      const { done, value: item } = await items.next();
      if (done) return;
      if (item.kind === 'checkpoint') live = item.live;
      else if (options.acknowledged) socket.emit(nameOf(item.event.type), eventJson(item), outflow.expect());
      else socket.emit(nameOf(item.event.type), eventJson(item));
      sinceCheckpoint += 1;
      if (item.kind === 'event' && sinceCheckpoint < EVENTS_PER_CHECKPOINT) continue;
      sinceCheckpoint = 0;
      socket.emit('checkpoint', { cursor: item.cursor, live });
    }
  } catch (error) {
    const code = gapCode(error);
    if (code !== null) return endWithGap(socket, code);
    options.report('Events could not be read for a Socket.io client.', error);
    // Only the connection goes, without a word: the client comes back by itself and resumes.
    socket.conn.close();
  }
}

function nameOf(type: EventType): 'inboundMessage' | 'statusUpdate' | 'event' {
  if (type === 'inbound_message') return 'inboundMessage';
  return type === 'message_status' ? 'statusUpdate' : 'event';
}

/** How much is on its way to a client. */
class Outflow {
  readonly #connection: Connection;
  #unacknowledged = 0;
  #open = true;
  #changed = Promise.withResolvers<void>();

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.on('drain', this.#wake);
  }

  /** Resolves when more may be sent, or nothing ever again. */
  async room(): Promise<void> {
    while (this.#open && (this.#unacknowledged >= MAX_UNACKNOWLEDGED || isFull(this.#connection))) {
      await this.#changed.promise;
    }
  }

  /** The callback of one event's acknowledgement. */
  expect(): () => void {
    this.#unacknowledged += 1;
    return () => {
      this.#unacknowledged -= 1;
      this.#wake();
    };
  }

  close(): void {
    this.#open = false;
    this.#connection.off('drain', this.#wake);
    this.#wake();
  }

  readonly #wake = () => {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  };
}

/**
 * Whether engine.io holds enough that its transport has not taken. `writeBuffer` is private in its types but named by
 * its documentation; a test fails when it no longer holds readers back.
 */
function isFull(connection: Connection): boolean {
  const packets: unknown = Reflect.get(connection, 'writeBuffer');
  if (!Array.isArray(packets)) return false;
  if (packets.length >= MAX_UNSENT_PACKETS) return true;
  let characters = 0;
  for (const { data } of packets) if (typeof data === 'string') characters += data.length;
  return characters > MAX_UNSENT_CHARACTERS;
}
