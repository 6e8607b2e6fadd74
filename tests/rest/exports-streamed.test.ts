import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type FastifyInstance, fastify } from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import type { Services } from '../../src/application/services.ts';
import type { MessageRecord } from '../../src/domain/message.ts';
import type { Caller } from '../../src/domain/tenant.ts';
import { createSockets, type Sockets } from '../../src/transport/realtime/sockets.ts';
import { createErrorHandler } from '../../src/transport/rest/errors.ts';
import { createExports } from '../../src/transport/rest/exports.ts';
import { operator } from '../application/support.ts';
import { record } from './support.ts';

const URL_PATH = '/api/v1/whatsapp/messages/export';

/** The routes over a history that the test makes; counts the pages that were asked for. */
async function bench(pages: () => AsyncGenerator<readonly MessageRecord[]>, sockets: Sockets = createSockets()) {
  const state = { asked: 0, ended: 0, reports: [] as unknown[] };
  async function* counted() {
    try {
      for await (const page of pages()) {
        state.asked += 1;
        yield page;
      }
    } finally {
      state.ended += 1;
    }
  }
  const operations = { report: (_problem: string, error: unknown) => void state.reports.push(error) };
  const services = {
    operations,
    messageExport: { pages: () => ({ timeZone: 'Asia/Baghdad', pages: counted() }) },
  } as unknown as Services;
  const app: FastifyInstance = fastify({ forceCloseConnections: true });
  app.setValidatorCompiler(() => () => true);
  app.setErrorHandler(createErrorHandler(services.operations));
  const authenticator = { ofHeaders: async (): Promise<Caller> => operator(), addressOf: () => '192.0.2.7' };
  type Deps = Parameters<typeof createExports>[0];
  await app.register(
    createExports({ services, authenticator: authenticator as unknown as Deps['authenticator'], sockets }),
  );
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  async function open(query = '?format=jsonl'): Promise<IncomingMessage> {
    const request = get(`${url}${URL_PATH}${query}`);
    request.on('error', () => {});
    const [response] = await once(request, 'response');
    return response;
  }
  return { state, app, url, open };
}

async function* endless() {
  for (;;) yield Array.from({ length: 200 }, () => record({ text: 'x'.repeat(1_000) }));
}

async function* parts(count: number) {
  for (let i = 0; i < count; i += 1) yield Array.from({ length: 1_000 }, (_, j) => record({ id: `msg_${i}_${j}` }));
}

it('more than 100,000 rows arrive, whole and in order', async () => {
  const { open, state } = await bench(() => parts(101));
  const response = await open('?format=csv');
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(101_001);
  expect(lines[0]?.startsWith('\ufeffid,time (Asia/Baghdad),time (UTC),')).toBe(true);
  expect([lines[1]?.split(',')[0], lines.at(-1)?.split(',')[0]]).toEqual(['msg_0_0', 'msg_100_999']);
  expect(state.ended).toBe(1);
});

it('nothing is read before the client took what came before, and nothing once it has left', async () => {
  const { open, state } = await bench(endless);
  const response = await open();
  response.pause();
  let before = -1;
  // Until the buffers between are full, which are some megabytes of a machine's own.
  await expect
    .poll(
      () => {
        const still = state.asked === before;
        before = state.asked;
        return still;
      },
      { interval: 200 },
    )
    .toBe(true);
  expect(state.asked).toBeLessThan(200);
  response.destroy();
  await expect.poll(() => state.ended).toBe(1);
  const asked = state.asked;
  expect((await open()).statusCode).toBe(200);
  expect(asked).toBeLessThan(200);
});

it('two run at a time for a tenant; a third waits its turn', async () => {
  const { open, state } = await bench(endless);
  const [first] = [await open(), await open()];
  const third = await open();
  expect([third.statusCode, third.headers['retry-after']]).toEqual([429, '10']);
  first?.destroy();
  await expect.poll(() => state.ended).toBe(1);
  await expect.poll(async () => (await open()).statusCode).toBe(200);
});

it('ends when its key does', async () => {
  const sockets = createSockets();
  const { open, state } = await bench(endless, sockets);
  const response = await open();
  const cut = once(response, 'error');
  response.resume();
  sockets.revoke('master:test');
  await cut;
  await expect.poll(() => state.ended).toBe(1);
});

it('that breaks off is told: the answer is not complete, and the reason is logged', async () => {
  const { open, state } = await bench(async function* () {
    yield [record()];
    throw new Error('the disk is gone');
  });
  const response = await open();
  await expect(response.toArray()).rejects.toThrow('aborted');
  expect(state.reports).toMatchObject([{ message: 'the disk is gone' }]);
});

it.each([
  ['?format=xlsx', 'format'],
  ['?status=LOST', 'status'],
  ['?stauts=FAILED', 'stauts'],
  ['?from=yesterday', 'from'],
  ['?type=text&type=image', 'type'],
])('a parameter that cannot be read is named: %s', async (query, field) => {
  const { app } = await bench(endless);
  const answer = await app.inject({ url: `${URL_PATH}${query}` });
  expect([answer.statusCode, answer.json().error.field]).toEqual([400, field]);
});
