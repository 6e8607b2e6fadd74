import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { ORIGIN_REFUSED, type Origins } from './origins.ts';
import { answerRaw } from './raw-answer.ts';
import type { StallGuard } from './stall-guard.ts';

/** Takes over a connection whose upgrade was allowed. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Upgrades {
  /** The one listener of the server's `upgrade` event. */
  readonly handle: UpgradeHandler;
  /** Resolves when every upgraded connection is closed. */
  closed(): Promise<void>;
  /** Cuts what is still open. */
  destroyAll(): void;
}

/** The path alone, as it was sent. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

/** Only these become WebSockets; a client that offers `h2c` is answered over HTTP/1.1 like any other. */
export function isWebSocketUpgrade(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket';
}

/**
 * The one place where a connection leaves HTTP. Libraries that listen to `upgrade` themselves destroy each other's
 * connections, and none of them checks the origin.
 */
export function createUpgrades(deps: {
  readonly origins: Origins;
  readonly draining: () => boolean;
  /** By exact pathname. */
  readonly routes: ReadonlyMap<string, UpgradeHandler>;
  readonly guard: StallGuard;
}): Upgrades {
  const open = new Set<Duplex>();
  let allClosed = Promise.withResolvers<void>();

  function track(socket: Duplex): void {
    open.add(socket);
    if (socket instanceof Socket) deps.guard.watch(socket);
    socket.once('close', () => {
      open.delete(socket);
      if (open.size > 0) return;
      allClosed.resolve();
      allClosed = Promise.withResolvers();
    });
  }

  return {
    handle(request, socket, head) {
      // Without a listener a peer that resets its connection would end the process.
      socket.on('error', () => socket.destroy());
      if (deps.draining()) return answerRaw(socket, 503, 'The gateway is shutting down. Connect again.');
      const route = deps.routes.get(pathOf(request));
      if (route === undefined) return answerRaw(socket, 404, 'There is no WebSocket at this path.');
      if (!deps.origins.allows(request.headers)) return answerRaw(socket, 403, ORIGIN_REFUSED);
      track(socket);
      route(request, socket, head);
    },
    async closed() {
      if (open.size > 0) await allClosed.promise;
    },
    destroyAll() {
      for (const socket of open) socket.destroy();
    },
  };
}
