import { constants, setPriority } from 'node:os';
import { Audience, type Heard } from './audience.ts';
import { serveParent } from './children.ts';
import { type Felt, prepareFlood, probe } from './fairness-load.ts';
import type { Axis, Inhabitant } from './fairness-requests.ts';
import { type Load, saturate, steady } from './http-load.ts';
import { openStandIn } from './stand-in.ts';
import type { Transport } from './subscribers.ts';
import { sendRequests, webhookRequests } from './webhooks.ts';

/** The load's process: everything that the gateway talks to, so that the gateway has its own core. */
export interface LoadHandlers {
  standIn(): Promise<string>;
  /** Takes only the time that no other process wants. */
  giveWay(): void;
  /** Prepares the webhooks of the next `saturate` or `steady`. */
  prepare(series: string, count: number): void;
  saturate(port: number, options: { readonly connections: number; readonly seconds: number }): Promise<Load>;
  steady(port: number, options: { readonly connections: number; readonly perSecond: number }): Promise<Load>;
  gather(port: number, transport: Transport, size: number, series: string): Promise<void>;
  paced(series: string, count: number, perSecond: number): Promise<Heard>;
  burst(series: string, count: number): Promise<Heard>;
  leave(): void;
  probe(port: number, tenant: Inhabitant, series: number, seconds: number): Promise<Felt>;
  prepareFlood(port: number, axis: Axis, tenant: Inhabitant, series: number): Promise<void>;
  flood(seconds: number): Promise<Load>;
  send(port: number, series: number, count: number, connections: number): Promise<Load>;
}

let prepared: readonly Buffer[] = [];
let audience: Audience | null = null;
let flood: (seconds: number) => Promise<Load> = () => Promise.reject(new Error('no flood is prepared'));

function present(): Audience {
  if (audience === null) throw new Error('nobody listens');
  return audience;
}

const handlers: LoadHandlers = {
  standIn: openStandIn,
  giveWay: () => setPriority(constants.priority.PRIORITY_LOW),
  prepare(series, count) {
    prepared = webhookRequests(series, count);
  },
  saturate: (port, options) => saturate(port, prepared, options),
  steady: (port, options) => steady(port, prepared, options),
  async gather(port, transport, size, series) {
    audience = await Audience.gather(port, transport, size, series);
  },
  paced: (series, count, perSecond) => present().paced(series, count, perSecond),
  burst: (series, count) => present().burst(series, count),
  leave() {
    present().leave();
    audience = null;
  },
  probe,
  async prepareFlood(...about) {
    flood = await prepareFlood(...about);
  },
  flood: (seconds) => flood(seconds),
  send: (port, series, count, connections) => saturate(port, sendRequests(series, count), { connections, seconds: 10 }),
};

serveParent(handlers);
