import { afterEach, describe, expect, it } from 'vitest';
import type { HttpLimits } from '../../src/transport/http.ts';
import type { TestGateway } from '../support/gateway.ts';
import { expectWorking, openRaw, signatureOf, startLive, statusOf, textsOf, webhookOf } from './support.ts';

// Who does not read what a subscription brings is dropped, too: ../realtime/slow-readers-dropped.test.ts.

const WEBHOOK = 'POST /api/v1/whatsapp/webhook HTTP/1.1\r\nHost: slow\r\n';
const MEGABYTE = 1024 * 1024;
const QUICK: Partial<HttpLimits> = {
  headersTimeoutMs: 1_000,
  receiving: { deadlineMs: 1_000, maxBytes: 8 * MEGABYTE, sweepMs: 50 },
  stall: { maxUnsentBytes: MEGABYTE, stallMs: 1_000, sweepMs: 50 },
};

let gateway: TestGateway;
afterEach(() => gateway.close());
const start = async (limits: Partial<HttpLimits>) => {
  gateway = await startLive({}, { limits });
};

async function expectWebhooksTaken(name: string): Promise<void> {
  const body = webhookOf(name);
  const headers = { 'x-hub-signature-256': signatureOf(body) };
  const answer = await fetch(`${gateway.url}/api/v1/whatsapp/webhook`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  expect(await textsOf(gateway)).toContain(name);
  await expectWorking(gateway);
}

describe('a head that never ends', () => {
  it.each([
    ['nothing at all', ''],
    ['half a line', 'GET /graphql HT'],
    ['headers by the line', 'GET /graphql HTTP/1.1\r\nHost: slow\r\nX-More: 1\r\n'],
    [
      'a head before its upgrade',
      'GET /graphql HTTP/1.1\r\nHost: slow\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n',
    ],
  ])('%s: a hundred connections are answered 408 and closed', async (_name, sent) => {
    await start(QUICK);
    const slow = await Promise.all(Array.from({ length: 100 }, () => openRaw(gateway.url)));
    for (const { write } of slow) write(sent);
    await expectWebhooksTaken('meanwhile');
    for (const { closed } of slow) expect(statusOf(await closed)).toBe(408);
    await expectWebhooksTaken('afterwards');
  });
});

describe('a body that comes by the drop', () => {
  it.each([
    ['a webhook', 'POST /api/v1/whatsapp/webhook'],
    ['a send', 'POST /api/v1/whatsapp/send'],
    ['a sign-in', 'POST /api/v1/session'],
    ['GraphQL', 'POST /graphql'],
    ['graphql-sse', 'POST /graphql/stream'],
    ['Socket.io', 'POST /socket.io/?EIO=4&transport=polling'],
    ['nothing that is there', 'POST /nowhere'],
  ])('%s: is cut off, whoever sends it', async (_name, line) => {
    await start(QUICK);
    const { closed, socket, write } = await openRaw(gateway.url);
    write(`${line} HTTP/1.1\r\nHost: slow\r\nx-dijla-key: ${gateway.key}\r\nContent-Type: application/json\r\n`);
    write('Content-Length: 1000000\r\n\r\n{');
    const drop = setInterval(() => write(' '), 50);
    const answer = await closed;
    clearInterval(drop);
    socket.destroy();
    // Some routes have refused it before; then it is only its connection that ends.
    expect([400, 401, 404, 408, 415]).toContain(statusOf(answer));
    await expectWebhooksTaken('afterwards');
  });

  it('in chunks: is cut off as well, and answered why', async () => {
    await start(QUICK);
    const { closed, write } = await openRaw(gateway.url);
    write(`${WEBHOOK}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`);
    const answer = await closed;
    expect(statusOf(answer)).toBe(408);
    expect(answer).toContain('did not come within');
    await expectWebhooksTaken('afterwards');
  });
});

it('bodies that together hold too much: the slowest go, true ones come through', async () => {
  await start({ receiving: { deadlineMs: 600_000, maxBytes: 8 * MEGABYTE, sweepMs: 1_000 } });
  const slow = [];
  for (let n = 0; n < 12; n += 1) {
    const one = await openRaw(gateway.url);
    one.write(`${WEBHOOK}Content-Length: ${4 * MEGABYTE}\r\n\r\n`);
    one.socket.write(Buffer.alloc(MEGABYTE, ' '));
    slow.push(one);
  }
  // The first ones began first.
  for (const { closed } of slow.slice(0, 4)) expect(await closed).toContain('OVERLOADED');
  await expectWebhooksTaken('through');
  for (const { socket } of slow) socket.destroy();
});

it('whoever asks for much and reads none of it loses the connection', async () => {
  await start(QUICK);
  const { closed, socket, write } = await openRaw(gateway.url);
  socket.pause();
  // Once it is cut off, what it goes on asking fails.
  const asking = setInterval(() => write('GET /socket.io/socket.io.js HTTP/1.1\r\nHost: slow\r\n\r\n'), 1);
  await closed;
  clearInterval(asking);
  await expectWebhooksTaken('afterwards');
});
