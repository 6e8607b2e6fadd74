import type { Socket } from 'node:net';

export interface StallLimits {
  /** A connection with more than this unsent is dropped. */
  readonly maxUnsentBytes: number;
  /** So is one that has something unsent and took no byte for this long. */
  readonly stallMs: number;
  /** How often all connections are looked at. */
  readonly sweepMs: number;
}

export const STALL_LIMITS: StallLimits = { maxUnsentBytes: 1024 * 1024, stallMs: 30_000, sweepMs: 5_000 };

/** Drops sockets and streams whose peer does not read. Their clients come back and resume by cursor. */
export interface StallGuard {
  /** Watches the connection until it closes or the returned function is called. */
  watch(socket: Socket): () => void;
  /** How many connections are watched. */
  watched(): number;
  close(): void;
}

/** One timer for all connections. */
export function createStallGuard(limits: StallLimits = STALL_LIMITS): StallGuard {
  const watched = new Map<Socket, Progress>();
  const timer = setInterval(() => {
    for (const [socket, progress] of watched) {
      if (socket.writableLength > limits.maxUnsentBytes) socket.destroy();
      else if (progress.stalledFor(limits.sweepMs) >= limits.stallMs) socket.destroy();
    }
  }, limits.sweepMs);
  timer.unref();

  return {
    watch(socket) {
      watched.set(socket, new Progress(socket));
      const forget = () => {
        watched.delete(socket);
        socket.off('close', forget);
      };
      socket.once('close', forget);
      return forget;
    },
    watched: () => watched.size,
    close: () => clearInterval(timer),
  };
}

/** How far a peer has come with what it is sent. */
class Progress {
  readonly #socket: Socket;
  #taken = 0;
  #queued = 0;
  #still = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Milliseconds without a byte taken, given that `elapsed` have passed since the last question. */
  stalledFor(elapsed: number): number {
    const { bytesWritten, writableLength } = this.#socket;
    const taken = bytesWritten - writableLength;
    const queued = queuedInKernel(this.#socket);
    const moved = writableLength === 0 || taken !== this.#taken || queued < this.#queued;
    this.#taken = taken;
    this.#queued = queued;
    this.#still = moved ? 0 : this.#still + elapsed;
    return this.#still;
  }
}

/**
 * Bytes of the write under way that the system has not taken: `writableLength` shrinks only when a whole write is done,
 * and a slow peer may need long for a large one. Not in Node's public types; 0 where it does not exist, so that a write
 * then counts as a whole.
 */
function queuedInKernel(socket: Socket): number {
  const handle: unknown = Reflect.get(socket, '_handle');
  if (typeof handle !== 'object' || handle === null) return 0;
  const size: unknown = Reflect.get(handle, 'writeQueueSize');
  return typeof size === 'number' ? size : 0;
}
