import type { Server, Socket } from 'node:net';
import { neighbourhoodOf } from '../domain/ip-range.ts';
import { Held } from './held.ts';
import { answerRaw } from './raw-answer.ts';
import type { StallGuard } from './stall-guard.ts';

/** How often the log says that an address is refused. */
const TOLD_MS = 60_000;

/** TCP connections, idle ones included: at most so many from one address, and none that takes no answer. */
export interface Connections {
  /** True for a connection that was refused; what it still sends is not looked at. */
  refused(socket: Socket): boolean;
}

export function watchConnections(deps: {
  readonly server: Server;
  /** From one IPv4 address or IPv6 /64. */
  readonly perAddress: number;
  /** Many clients come through a proxy: its connections are not counted. */
  readonly isProxy: (peer: string | undefined) => boolean;
  /** Drops connections that do not read what they asked for. */
  readonly guard: StallGuard;
  readonly report: (problem: string, error: unknown) => void;
}): Connections {
  const { guard, isProxy, perAddress, report, server } = deps;
  const held = new Held();
  const refused = new WeakSet<Socket>();
  let told = false;

  function tell(address: string): void {
    if (told) return;
    told = true;
    setTimeout(() => {
      told = false;
    }, TOLD_MS).unref();
    const advice = 'If that is a proxy of yours, name it in TRUSTED_PROXIES; else see CONNECTIONS_PER_ADDRESS.';
    report(`More than ${perAddress} connections come from ${address}; further ones are refused. ${advice}`, null);
  }

  server.on('connection', (socket) => {
    const { remoteAddress = '' } = socket;
    guard.watch(socket);
    if (isProxy(remoteAddress)) return;
    const name = neighbourhoodOf(remoteAddress);
    if (held.of(name) < perAddress) {
      socket.once('close', held.take(name));
      return;
    }
    refused.add(socket);
    tell(remoteAddress);
    answerRaw(socket, 429, `RATE_LIMITED: one address may have ${perAddress} connections open.`);
  });

  return { refused: (socket) => refused.has(socket) };
}
