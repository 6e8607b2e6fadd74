import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { sampleOf } from '../rest/uploading.ts';
import { discard, runGateway } from '../support/process.ts';
import { KNOWN, startEchoingMeta } from './echoing-meta.ts';
import { WAYS, type Ways } from './secret-ways.ts';
import { filesOf, hitsOf, processOf, type Secret, type Swept } from './sweeping.ts';

const noise = (name: string, length = 48) => createHash('sha512').update(name).digest('hex').slice(0, length);
/** Asks Meta with what is stored, if that can be opened. */
const CHECK = `mutation { verifyPhoneNumber(id: "num_${KNOWN.phoneNumberId}") {
  ... on PhoneNumberConnection { phoneNumber { credentials verifiedName } checks { what ok detail } }
  ... on Error { code message } } }`;

/** One that looks like Meta's, one that looks like ours, and one that nobody could tell from a word. */
const SHAPES: Readonly<Record<string, (name: string) => string>> = {
  'a token of Meta’s': (name) => `EAAG${noise(name)}`,
  'a key of ours': (name) => `dk_live_01m8hgnxm3cn58e9rpth03j5m0_${noise(name)}`,
  'a bare secret': (name) => `Zq7+${noise(name)}/${noise(name, 5)}"&`,
};

it('finds no secret at rest, in logs, in metrics, in answers, or beside the process, however it was given', async () => {
  await using meta = await startEchoingMeta();
  const own = {
    DIJLA_MASTER_KEY: `opera${noise('master')}`,
    META_ACCESS_TOKEN: `EAAG${noise('rented')}`,
    META_APP_SECRET: noise('app secret', 32),
    META_VERIFY_TOKEN: `verify${noise('verify', 16)}`,
  };
  const keyOf = (name: string) => Buffer.from(noise(name, 64), 'hex').toString('base64');
  const [sealing, next] = [keyOf('first'), keyOf('second')];
  const env = {
    ...own,
    ...{ META_PHONE_NUMBER_ID: '100000000000001', META_WABA_ID: '100000000000002', META_GRAPH_URL: meta.url },
    ...{ LOG_LEVEL: 'debug', DATABASE_URL: 'file:data/gateway.db' },
  };
  const gateway = await runGateway({ ...env, ENCRYPTION_KEY: sealing });
  onTestFinished(() => discard(gateway));
  const secrets: Secret[] = Object.entries({ ...own, sealing, next }).map(([name, value]) => ({ name, value }));
  const answers: Swept[] = [];
  const key = own.DIJLA_MASTER_KEY;
  const by = waysOf(gateway.url, key, (where, text) => void answers.push({ where, text }));

  // What the gateway gives out is told once, in answers that are not kept here.
  const issued = await issueKey(gateway.url, key);
  const signIn = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: issued }),
  };
  const signedIn = await fetch(`${gateway.url}/api/v1/session`, signIn);
  const session = /session=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')?.[1] ?? '';
  expect([issued.length, session.length]).toEqual([84, 43]);
  // A key's beginning, with its id, is shown: the secret is what follows it.
  secrets.push({ name: 'an issued key', value: issued.slice(-49) }, { name: 'a session', value: session });
  const used = by('what the gateway gave out');
  const query = '{ viewer { keyName } apiKeys { id name prefix } }';
  await used.call('POST', '/graphql', { query }, { 'x-dijla-key': issued });
  await used.call('POST', '/graphql', { query }, { 'x-dijla-key': '', authorization: `Bearer ${issued}` });
  await used.call(
    'POST',
    '/graphql',
    { query },
    { 'x-dijla-key': '', cookie: `dijla-session=${session}`, origin: gateway.url },
  );
  await used.call('GET', '/api/v1/session', undefined, { 'x-dijla-key': '', cookie: `dijla-session=${session}` });
  await used.call('POST', '/graphql', { query: `{ node(id: "${issued}") { id } }` }, { 'x-dijla-key': issued });

  for (const [shape, secretOf] of Object.entries(SHAPES)) {
    for (const [way, give] of Object.entries(WAYS)) {
      const name = `${shape}: ${way}`;
      const value = secretOf(name);
      secrets.push({ name, value });
      await give(by(name), value);
    }
  }
  const metrics = await (await fetch(`${gateway.url}/metrics`, { headers: { 'x-dijla-key': key } })).text();
  expect(metrics).toContain('sends_total');
  const running = await processOf(gateway.pid);
  const atWork = await filesOf(gateway.folder);
  gateway.kill('SIGTERM');
  await gateway.exited;

  // What was stored is still used after a restart with a new key before the old one, and after one without the old one.
  const stored = SHAPES['a token of Meta’s']?.(`the last stored token`) ?? '';
  const restarts: Swept[] = [];
  for (const ENCRYPTION_KEY of [sealing, `${next},${sealing}`, next]) {
    const again = await runGateway({ ...env, ENCRYPTION_KEY }, gateway.folder);
    const andAgain = waysOf(again.url, key, (where, text) => void answers.push({ where, text }));
    if (ENCRYPTION_KEY === sealing) {
      secrets.push({ name: 'the last stored token', value: stored });
      await andAgain('storing once more').graphql(
        'mutation ($id: ID!, $input: UpdatePhoneNumberInput!) { updatePhoneNumber(id: $id, input: $input) { __typename } }',
        { id: `num_${KNOWN.phoneNumberId}`, input: { accessToken: stored } },
      );
    }
    const asked = answers.length;
    await andAgain('asking with what is stored').graphql(CHECK);
    expect(
      answers
        .slice(asked)
        .map(({ text }) => text)
        .join(),
    ).toContain('"STORED"');
    restarts.push(...(await processOf(again.pid)), ...(await filesOf(gateway.folder)));
    again.kill('SIGTERM');
    expect(await again.exited).toBe(0);
    restarts.push({ where: 'logs after a restart', text: again.stdout() + again.stderr() });
  }
  expect(meta.tokens).toContain(stored);
  for (const what of ['token', 'app secret', 'verify token']) {
    const given = answers.filter(({ where }) => where.endsWith(`a token of Meta’s: a stored ${what}, replaced`));
    expect(given.map(({ text }) => text).join()).toContain('"STORED"');
  }

  const logs = { where: 'logs', text: gateway.stdout() + gateway.stderr() };
  const everywhere = [
    logs,
    ...restarts,
    { where: 'metrics', text: metrics },
    ...running,
    ...atWork,
    ...(await filesOf(gateway.folder)),
    ...answers,
  ];
  expect(meta.tokens.size).toBeGreaterThan(10);
  expect(atWork.map(({ where }) => where)).toContain('gateway.db-wal');
  expect(hitsOf(secrets, everywhere)).toEqual([]);

  // The control: the same sweep finds what is there, in whatever form.
  const planted = secrets.slice(-4);
  const [raw, base64, escaped, encoded] = planted.map(({ value }) => value);
  const text = [
    raw,
    btoa(`x${base64}y`),
    JSON.stringify({ a: JSON.stringify({ escaped }) }),
    encodeURIComponent(encoded ?? ''),
  ];
  await writeFile(join(gateway.folder, 'data', 'planted'), text.join('\n'));
  expect(hitsOf(secrets, await filesOf(gateway.folder))).toEqual(planted.map(({ name }) => `${name}, in planted`));
}, 120_000);

async function issueKey(url: string, key: string): Promise<string> {
  const query = 'mutation { issueApiKey(name: "till", scopes: [send, read, manage]) { ... on IssuedApiKey { key } } }';
  const headers = { 'x-dijla-key': key, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return JSON.parse(await answer.text()).data.issueApiKey.key;
}

/** The ways in, over real connections. `keep` is given everything that comes back. */
function waysOf(url: string, key: string, keep: (where: string, text: string) => void) {
  return (name: string): Ways => {
    const keepAnswer = async (response: Response) =>
      keep(`the answer to ${name}`, JSON.stringify([...response.headers]) + (await response.text()));
    const call: Ways['call'] = async (method, path, body, headers = {}) =>
      keepAnswer(
        await fetch(url + path, {
          method,
          redirect: 'manual',
          headers: {
            'x-dijla-key': key,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      );
    /** Until it is closed, or an operation has come to its end. */
    const overSocket = async (params: object, operation?: object) => {
      const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
      const send = (message: object) => socket.send(JSON.stringify(message));
      socket.once('open', () => send({ type: 'connection_init', payload: params }));
      socket.on('message', (data) => {
        keep(`a message to ${name}`, String(data));
        const { type } = JSON.parse(String(data));
        if (type === 'connection_ack') send({ id: '1', type: 'subscribe', payload: operation });
        else if (type !== 'next') socket.close();
      });
      const [code, reason] = await once(socket, 'close');
      keep(`the end of ${name}`, `${code} ${reason}`);
    };
    return {
      call,
      async graphql(query, variables = {}, more = {}) {
        const operation = { query, variables, ...more };
        await call('POST', '/graphql', operation);
        await call('POST', '/graphql/stream', operation, { accept: 'text/event-stream' });
        await overSocket({ key }, operation);
      },
      webSocket: (params) => overSocket(params),
      async socketIo(auth) {
        const options = { transports: ['websocket'], forceNew: true, reconnection: false, auth: { key, ...auth } };
        const socket = io(url, options);
        socket.onAny((...event) => keep(`an event to ${name}`, JSON.stringify(event)));
        await new Promise<void>((resolve) => {
          socket.once('connect_error', (error) => {
            keep(`the refusal of ${name}`, JSON.stringify([error.message, error]));
            resolve();
          });
          socket.once('disconnect', () => resolve());
        });
        socket.close();
      },
      async upload(fields) {
        const form = new FormData();
        for (const [field, value] of Object.entries(fields)) form.set(field, value);
        form.set('file', new File([new Uint8Array(sampleOf('image'))], 'a.png', { type: 'image/png' }));
        const headers = { 'x-dijla-key': key };
        await keepAnswer(await fetch(`${url}/api/v1/whatsapp/media`, { method: 'POST', headers, body: form }));
      },
    };
  };
}
