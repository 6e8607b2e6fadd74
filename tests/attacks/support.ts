import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { expect } from 'vitest';
import type { Overrides } from '../../src/app.ts';
import { silentLog } from '../application/support.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

export const APP_SECRET = 'the-app-secret-of-attacked-gateways';
export const NUMBER_ID = '100000000000001';
export const ALLOWED_ORIGIN = 'https://allowed.example';

/** What each gateway has logged as an error. */
const errorsOf = new WeakMap<TestGateway, string[]>();

/** A sandbox that is attacked. */
export async function startAttacked(
  env: Readonly<Record<string, string>> = {},
  overrides: Overrides = {},
): Promise<TestGateway> {
  const errors: string[] = [];
  const log = { ...silentLog, error: (message: string) => void errors.push(message) };
  const gateway = await startGateway(env, { ...overrides, system: { log, ...overrides.system } });
  errorsOf.set(gateway, errors);
  return gateway;
}

/** The same, live; nobody answers where it looks for Meta. */
export function startLive(env: Readonly<Record<string, string>> = {}, overrides: Overrides = {}): Promise<TestGateway> {
  const live = {
    DIJLA_MASTER_KEY: 'the-master-key-of-attacked-gateways',
    META_ACCESS_TOKEN: 'EAAnobodysToken',
    META_PHONE_NUMBER_ID: NUMBER_ID,
    META_WABA_ID: '200000000000002',
    META_APP_SECRET: APP_SECRET,
    META_VERIFY_TOKEN: 'verify-me',
    META_GRAPH_URL: 'http://127.0.0.1:9',
  };
  return startAttacked({ ...live, ...env }, overrides);
}

/** A customer's message as Meta posts it; its text is its name. */
export function webhookOf(name: string): string {
  const message = {
    from: '9647701234567',
    id: `wamid.${name.replaceAll(' ', '_')}`,
    timestamp: '1767225600',
    type: 'text',
    text: { body: name },
  };
  const metadata = { display_phone_number: '9647801111111', phone_number_id: NUMBER_ID };
  const value = { messaging_product: 'whatsapp', metadata, messages: [message] };
  const entry = [{ id: '200000000000002', changes: [{ field: 'messages', value }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

export function signatureOf(body: string | Uint8Array, secret = APP_SECRET, algorithm = 'sha256'): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
}

/** The texts of all messages that the gateway has stored, oldest first. */
export async function textsOf(gateway: TestGateway): Promise<unknown[]> {
  const { events } = await (await gateway.call('GET', '/api/v1/whatsapp/events?limit=500')).json();
  return events.map(({ message }: { message: { text: string } | null }) => message?.text ?? null);
}

/** What it has logged as an error, but for what it cannot know of Meta. */
export function errorsIn(gateway: TestGateway): readonly string[] {
  return errorsOf.get(gateway)?.filter((message) => !message.startsWith('Meta did not confirm')) ?? [];
}

/** The rightful caller is answered as if nothing had been, and no attack was anything that the gateway did not expect. */
export async function expectWorking(gateway: TestGateway): Promise<void> {
  const asked = await gateway.call('POST', '/graphql', { query: '{ viewer { tenant role } }' });
  expect([asked.status, await asked.json()]).toEqual([
    200,
    { data: { viewer: { tenant: 'dijla', role: 'operator' } } },
  ]);
  expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
  expect(errorsIn(gateway)).toEqual([]);
}

/** One connection, written to byte by byte; what comes back is kept as text. */
export async function openRaw(url: string, localAddress?: string) {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect({ host: hostname, port: Number(port), ...(localAddress && { localAddress }) });
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => {});
  const closed = new Promise<string>((resolve) => void socket.once('close', () => resolve(text)));
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve);
    socket.once('close', resolve);
  });
  return { socket, closed, text: () => text, write: (more: string) => void socket.write(more) };
}

/** An own request, header lines and all, and the whole of its answer. */
export async function rawRequest(
  url: string,
  head: readonly string[],
  body: string | Uint8Array = '',
  { host } = new URL(url),
): Promise<string> {
  const { closed, socket } = await openRaw(url);
  const lines = [...head, `Host: ${host}`, 'Connection: close'];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  socket.write(body);
  return closed;
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
}
