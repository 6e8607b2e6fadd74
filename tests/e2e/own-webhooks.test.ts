import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openReplay } from '../../src/replay-app.ts';
import { startGateway } from '../support/gateway.ts';
import { callerOf, envelope, told, written } from './own-number.ts';

const WAIT = { timeout: 30_000, interval: 50 };

async function withOwnNumber() {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close().catch(() => {}));
  const caller = callerOf(gateway);
  const [masters, own] = [await caller.account(0), await caller.account(1)];
  const { id, key } = await caller.tenant('Own');
  expect(await caller.add(key, own)).toMatchObject({ __typename: 'PhoneNumber' });
  return { ...caller, gateway, masters, own, id, key };
}

it('the handshake takes the tenant’s own verify token at its own address, and no other anywhere', async () => {
  const { call, id, own } = await withOwnNumber();
  const shake = async (path: string, token: string) => {
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '42' });
    const answer = await call('GET', `/api/v1/whatsapp/webhook${path}?${query}`);
    return [answer.status, answer.status === 200 ? await answer.text() : (await answer.json()).message];
  };
  expect(await shake(`/${id}`, own.verifyToken)).toEqual([200, '42']);
  expect((await shake('', own.verifyToken))[0]).toBe(403);
  const wrong = await shake(`/${id}`, 'not-the-verify-token');
  expect(wrong[0]).toBe(403);
  expect(await shake('/ten_nobody', own.verifyToken)).toEqual(wrong);
  expect(await shake('/dijla', own.verifyToken)).toEqual(wrong);
});

it('a signature counts at its own address alone, and an unknown tenant is answered like a wrong one', async () => {
  const { hook, id, own, textsOf, key } = await withOwnNumber();
  const body = written(own.wabaId, own.phoneNumberId, 'wamid.1', 'signed');
  const seen = async (path: string, secret: string) => {
    const answer = await hook(path, secret, body);
    const { error, ...rest } = await answer.json();
    return [answer.status, { ...rest, error: { ...error, requestId: null } }];
  };
  const wrong = await seen(`/${id}`, 'another-app-secret');
  expect(wrong[0]).toBe(401);
  expect(await seen('/ten_nobody', own.appSecret)).toEqual(wrong);
  expect((await seen('', own.appSecret))[0]).toBe(401);
  expect(await textsOf(key)).toEqual([]);
  expect((await hook(`/${id}`, own.appSecret, body)).status).toBe(200);
  expect(await textsOf(key)).toEqual(['signed']);
});

it('both app secrets count while one is replaced, and the old one no more once that is finished', async () => {
  const { ask, hook, id, key, own } = await withOwnNumber();
  const update = (input: object) =>
    ask(
      'mutation ($id: ID!, $input: UpdatePhoneNumberInput!) { updatePhoneNumber(id: $id, input: $input) { __typename } }',
      { id: `num_${own.phoneNumberId}`, input },
      key,
    );
  const answers = async () => {
    const body = envelope(own.wabaId);
    const secrets = [own.appSecret, 'the-next-app-secret'];
    return Promise.all(secrets.map(async (secret) => (await hook(`/${id}`, secret, body)).status));
  };
  expect(await answers()).toEqual([200, 401]);
  await update({ appSecret: 'the-next-app-secret' });
  expect(await answers()).toEqual([200, 200]);
  await update({ finishRotation: true });
  expect(await answers()).toEqual([401, 200]);
});

it('what concerns others is quarantined under the tenant, stays so when replayed, and reserves nothing', async () => {
  const { ask, call, gateway, hook, id, key, masters, own, queue, statusOf, textsOf } = await withOwnNumber();
  const message = await queue(gateway.key, '9647700000000');
  await expect.poll(() => statusOf(gateway.key, message), WAIT).toBe('READ');
  // A message of the operator's that has no wamid yet, so that only its handle could find it.
  await call('POST', '/sandbox/faults', { code: 131000, call: 'messages', dropAnswer: true, times: 1 });
  const theirs = written(masters.wabaId, masters.phoneNumberId, 'wamid.theirs', 'not yours');
  const mine = written(own.wabaId, own.phoneNumberId, 'wamid.mine', 'mine');
  const unknown = written(own.wabaId, '999999999999999', 'wamid.unknown', 'of no number');
  const account = { field: 'account_update', value: { event: 'VERIFIED_ACCOUNT' } };
  const entries = [theirs, mine, unknown, envelope(masters.wabaId, account)].flatMap(({ entry }) => entry);
  const handles = told(masters.wabaId, masters.phoneNumberId, 'wamid.forged', `${message}:1`);
  const body = { object: 'whatsapp_business_account', entry: [...entries, ...handles.entry] };
  expect((await hook(`/${id}`, own.appSecret, body)).status).toBe(200);
  expect(await textsOf(key)).toEqual(['mine']);
  expect(await textsOf(gateway.key)).toEqual([]);
  const { events } = await ask('{ events(first: 100) { __typename } }', {}, key);
  expect(events.map(({ __typename }: { __typename: string }) => __typename)).toEqual(['InboundMessage']);

  await gateway.app.sandbox?.idle();
  await gateway.app.close();
  const config = readConfig({ DATABASE_URL: `file:${gateway.folder}/store.db`, LOG_LEVEL: 'error' });
  await using opened = await openReplay(config);
  const replayed = [];
  for await (const one of opened.replay()) replayed.push(one);
  expect(replayed).toEqual([
    expect.objectContaining({ stored: 0, problem: expect.stringMatching(/^4 of 5 items concern no number/) }),
  ]);
  await opened[Symbol.asyncDispose]();

  await gateway.restart();
  expect(await textsOf(gateway.key)).toEqual([]);
  // The very same item at the operator's address is new.
  const secrets = JSON.parse(
    await (await import('node:fs/promises')).readFile(`${gateway.folder}/sandbox-secrets.json`, 'utf8'),
  );
  expect((await hook('', secrets.appSecret, theirs)).status).toBe(200);
  expect(await textsOf(gateway.key)).toEqual(['not yours']);
});
