import { request } from 'node:http';
import { markReader } from './audience.ts';
import {
  type Axis,
  headersOf,
  type Inhabitant,
  queriesOf,
  sendsOf,
  uploadsOf,
  webhooksOf,
} from './fairness-requests.ts';
import { type Load, saturate, steady } from './http-load.ts';

/** Of each kind, what the quiet tenant asks for in a second. */
const PER_SECOND = 50;
/** Readers that the loud tenant has on the axis `subscribers`. */
const SUBSCRIBERS = 100;
/** Sends that hang at Meta. */
const HANGING = 400;
/** How long the last deliveries may take to arrive. */
const PATIENCE_MS = 5_000;

export const KINDS = ['send, to Meta’s answer', 'webhook, to 200', 'webhook, to subscriber', 'query'] as const;
export type Kind = (typeof KINDS)[number];
/** What the quiet tenant felt: milliseconds, of each request, and the requests and deliveries that went wrong. */
export type Felt = Readonly<Record<Kind, { readonly times: readonly number[]; readonly lost: number }>>;

/** What a tenant asks for all the while, by a schedule, and how long each answer took from when it was due. */
export async function probe(port: number, tenant: Inhabitant, series: number, seconds: number): Promise<Felt> {
  const count = PER_SECOND * seconds;
  const sentAt: number[] = [];
  const heard: number[] = [];
  const complete = Promise.withResolvers<void>();
  const stop = await listen(port, tenant, (n) => {
    const at = sentAt[n];
    if (at === undefined || heard[n] !== undefined) return;
    heard[n] = performance.now() - at;
    if (Object.keys(heard).length === count) complete.resolve();
  });
  const run = (requests: readonly Buffer[], sending: (n: number) => void = () => {}) =>
    steady(port, requests, { connections: 32, perSecond: PER_SECOND, sending });
  const [sends, webhooks, queries] = await Promise.all([
    run(sendsOf(tenant, series, count, true)),
    run(webhooksOf(tenant, `quiet:${series}`, count), (n) => {
      sentAt[n] = performance.now();
    }),
    run(queriesOf(tenant, 'small', count)),
  ]);
  const timer = setTimeout(complete.resolve, PATIENCE_MS);
  await complete.promise;
  clearTimeout(timer);
  stop();
  const delivered = Object.values(heard);
  const felt = ({ times, refused }: Load) => ({ times, lost: refused });
  return {
    'send, to Meta’s answer': felt(sends),
    'webhook, to 200': felt(webhooks),
    'webhook, to subscriber': { times: delivered, lost: count - delivered.length },
    query: felt(queries),
  };
}

/** Prepares a flood; it runs for so many seconds when the answer is called. */
export async function prepareFlood(port: number, axis: Axis, tenant: Inhabitant, series: number) {
  const pressed = (requests: readonly Buffer[], connections: number) => (seconds: number) =>
    saturate(port, requests, { connections, seconds });
  switch (axis) {
    case 'webhooks':
      return pressed(webhooksOf(tenant, `loud:${series}`, 30_000), 64);
    case 'sends queued':
      return pressed(sendsOf(tenant, series, 12_000, false), 64);
    case 'searches':
      return pressed(queriesOf(tenant, 'large', 8_000), 32);
    case 'media':
      return pressed(uploadsOf(tenant, 2_000), 8);
    case 'slow Meta': {
      // Its last number's calls hang.
      const slow = { ...tenant, numbers: tenant.numbers.slice(-1) };
      return pressed(sendsOf(slow, series, HANGING, false), 32);
    }
    case 'subscribers': {
      const requests = webhooksOf(tenant, `loud:${series}`, 20_000);
      const readers = await Promise.all(Array.from({ length: SUBSCRIBERS }, () => listen(port, tenant, () => {})));
      return async (seconds: number) => {
        const load = await saturate(port, requests, { connections: 8, seconds });
        for (const stop of readers) stop();
        return load;
      };
    }
  }
}

/** Server-sent events of a tenant; the answer ends them. */
function listen(port: number, { id }: Inhabitant, heard: (n: number) => void): Promise<() => void> {
  const { promise, resolve, reject } = Promise.withResolvers<() => void>();
  const headers = { accept: 'text/event-stream', ...headersOf(id) };
  const options = { host: '127.0.0.1', port, path: '/api/v1/whatsapp/events', headers, agent: false };
  const asked = request(options, (response) => {
    if (response.statusCode !== 200) return reject(new Error(`the event stream answered ${response.statusCode}`));
    response.setEncoding('utf8').on('data', markReader(heard));
    response.on('error', () => {});
    resolve(() => void asked.destroy());
  });
  asked.on('error', reject);
  asked.end();
  return promise;
}
