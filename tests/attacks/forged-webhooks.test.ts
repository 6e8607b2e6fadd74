import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import {
  APP_SECRET,
  expectWorking,
  rawRequest,
  signatureOf,
  startLive,
  statusOf,
  textsOf,
  webhookOf,
} from './support.ts';

const POST = 'POST /api/v1/whatsapp/webhook HTTP/1.1';
const NAME = 'X-Hub-Signature-256';
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startLive();
});
afterAll(() => gateway.close());

let count = 0;
let body: string;
let signature: string;
beforeEach(() => {
  count += 1;
  body = webhookOf(`forged ${count}`);
  signature = signatureOf(body);
});

async function post(lines: readonly string[], sent: string | Uint8Array = body): Promise<number> {
  return statusOf(await rawRequest(gateway.url, [POST, `Content-Length: ${Buffer.byteLength(sent)}`, ...lines], sent));
}

async function expectRefused(lines: readonly string[], sent?: string | Uint8Array): Promise<void> {
  const before = await textsOf(gateway);
  expect(await post(lines, sent)).toBe(401);
  expect(await textsOf(gateway)).toEqual(before);
  // The same event from Meta itself is stored all the same.
  expect(await post([`${NAME}: ${signature}`])).toBe(200);
  expect(await textsOf(gateway)).toEqual([...before, `forged ${count}`]);
}

describe('a forged webhook stores nothing and stands in no true one’s way', () => {
  const hex = () => signature.slice('sha256='.length);
  it.each<readonly [string, () => readonly string[]]>([
    ['without a signature', () => []],
    ['with an empty one', () => [`${NAME}:`]],
    ['with the older header alone', () => [`X-Hub-Signature: ${signatureOf(body, APP_SECRET, 'sha1')}`]],
    ['with SHA-1 in the right header', () => [`${NAME}: ${signatureOf(body, APP_SECRET, 'sha1')}`]],
    ['named SHA-1 over the right digits', () => [`${NAME}: sha1=${hex()}`]],
    ['without the algorithm', () => [`${NAME}: ${hex()}`]],
    ['with the algorithm alone', () => [`${NAME}: sha256=`]],
    ['one digit short', () => [`${NAME}: ${signature.slice(0, -1)}`]],
    ['one digit long', () => [`${NAME}: ${signature}0`]],
    ['with half of the digits', () => [`${NAME}: ${signature.slice(0, -32)}`]],
    ['with a blank inside', () => [`${NAME}: sha256= ${hex()}`]],
    ['with a tab inside', () => [`${NAME}: sha256=${hex().slice(0, 32)}\t${hex().slice(32)}`]],
    ['with digits that are none', () => [`${NAME}: sha256=${'g'.repeat(64)}`]],
    ['with base64 of the digest', () => [`${NAME}: sha256=${Buffer.from(hex(), 'hex').toString('base64')}`]],
    ['with zeros', () => [`${NAME}: sha256=${'0'.repeat(64)}`]],
    ['with two values in one line', () => [`${NAME}: ${signature}, ${signature}`]],
    ['with a wrong value behind the right one', () => [`${NAME}: ${signature}, sha256=${'0'.repeat(64)}`]],
    ['with the header twice, both right', () => [`${NAME}: ${signature}`, `${NAME}: ${signature}`]],
    ['with the header twice, the first wrong', () => [`${NAME}: sha256=${'0'.repeat(64)}`, `${NAME}: ${signature}`]],
    ['signed by another secret', () => [`${NAME}: ${signatureOf(body, 'another-app-secret')}`]],
    ['signed by nothing', () => [`${NAME}: ${signatureOf(body, '')}`]],
    ['signed by the verify token', () => [`${NAME}: ${signatureOf(body, 'verify-me')}`]],
    ['signed by the master key', () => [`${NAME}: ${signatureOf(body, gateway.key)}`]],
    ['with a signature of nothing', () => [`${NAME}: ${signatureOf('')}`]],
    ['with the gateway’s key', () => [`x-dijla-key: ${gateway.key}`]],
  ])('%s', async (_name, lines) => expectRefused(lines()));

  it('with one byte changed', async () => {
    await expectRefused([`${NAME}: ${signature}`], body.replace('forged', 'Forged'));
  });

  it('with one byte more than was signed', async () => {
    await expectRefused([`${NAME}: ${signature}`], `${body} `);
  });

  it('with the same meaning in other bytes', async () => {
    await expectRefused([`${NAME}: ${signature}`], JSON.stringify(JSON.parse(body), null, 1));
  });

  it('compressed, under the signature of what it unpacks to', async () => {
    await expectRefused([`${NAME}: ${signature}`, 'Content-Encoding: gzip'], gzipSync(body));
  });
});

it('blanks around a true signature and capitals in it change nothing', async () => {
  const [name, digits = ''] = signature.split('=');
  expect(await post([`${NAME}:  \t ${name?.toUpperCase()}=${digits.toUpperCase()} \t `])).toBe(200);
  expect((await textsOf(gateway)).at(-1)).toBe(`forged ${count}`);
});

it('a true webhook in pieces is stored once', async () => {
  const pieces = body.match(/.{1,40}/g) ?? [];
  const chunked = [...pieces, ''].map((piece) => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`).join('');
  const lines = [POST, 'Transfer-Encoding: chunked', `${NAME}: ${signature}`];
  expect(statusOf(await rawRequest(gateway.url, lines, chunked))).toBe(200);
  expect((await textsOf(gateway)).filter((text) => text === `forged ${count}`)).toHaveLength(1);
});

it.each([
  ['both lengths', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
  ['two lengths', ['Content-Length: 5', 'Content-Length: 6']],
  ['a length that is none', ['Content-Length: -1']],
  ['an unknown transfer coding', ['Transfer-Encoding: gzip']],
])('a body with %s is no request, so that none hides behind it', async (_name, lines) => {
  const hidden = `0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: hidden\r\n\r\n`;
  const answer = await rawRequest(gateway.url, [POST, ...lines, `${NAME}: ${signature}`], hidden);
  expect(statusOf(answer)).toBe(400);
  expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  await expectWorking(gateway);
});

it('a signed body that cannot be read is kept, and shows nothing', async () => {
  const before = await textsOf(gateway);
  const packed = gzipSync(body);
  expect(await post([`${NAME}: ${signatureOf(packed)}`, 'Content-Encoding: gzip'], packed)).toBe(200);
  expect(await textsOf(gateway)).toEqual(before);
});

it('a replayed webhook is answered and stored once, one after the other and all at a time', async () => {
  const again = () => post([`${NAME}: ${signature}`]);
  for (let times = 0; times < 5; times += 1) expect(await again()).toBe(200);
  expect(await Promise.all(Array.from({ length: 20 }, again))).toEqual(Array.from({ length: 20 }, () => 200));
  expect((await textsOf(gateway)).filter((text) => text === `forged ${count}`)).toHaveLength(1);
  await expectWorking(gateway);
});

it('a guessed verify token gets no challenge echoed', async () => {
  for (const token of ['', 'verify', 'verify-me ', 'VERIFY-ME', APP_SECRET]) {
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': 'echo' });
    const answer = await fetch(`${gateway.url}/api/v1/whatsapp/webhook?${query}`);
    expect([answer.status, (await answer.text()).includes('echo')]).toEqual([403, false]);
  }
});
