import { expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { callerOf, written } from './own-number.ts';

const QUERY = `{ connection { callbackUrl verifyToken fields backlog quarantined last { result }
  refusedSignature { fault address } refusedHandshake { address } acceptedHandshakeAt
  sinceStart { stored quarantined refused } last24Hours { stored refused } } }`;

it('a tenant sees how its own webhook fares, as does the operator acting for it, and nobody else', async () => {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close());
  const { account, add, ask, call, hook, tenant } = callerOf(gateway);
  const own = await account();
  const [{ id, key }, other] = [await tenant('Own'), await tenant('Other')];
  const seenBy = async (as: string) => (await ask(QUERY, {}, as)).connection;
  expect(await seenBy(key)).toBeNull();
  await add(key, own);

  const nothing = { last: null, refusedSignature: null, refusedHandshake: null, acceptedHandshakeAt: null };
  const untold = { verifyToken: null, backlog: null, quarantined: null };
  expect(await seenBy(key)).toMatchObject({
    ...{ ...nothing, ...untold, callbackUrl: `${gateway.url}/api/v1/whatsapp/webhook/${id}` },
    fields: expect.arrayContaining(['messages']),
    sinceStart: { stored: 0, quarantined: 0, refused: 0 },
  });

  const body = written(own.wabaId, own.phoneNumberId, 'wamid.own', 'hello');
  expect((await hook(`/${id}`, own.appSecret, body)).status).toBe(200);
  expect((await hook(`/${id}`, 'another secret', body)).status).toBe(401);
  expect((await hook(`/${other.id}`, own.appSecret, body)).status).toBe(401);
  expect((await hook('/ten_none', own.appSecret, body)).status).toBe(401);
  const handshake = async (token: string) => {
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '7' });
    return (await call('GET', `/api/v1/whatsapp/webhook/${id}?${query}`)).status;
  };
  expect([await handshake('wrong'), await handshake(own.verifyToken)]).toEqual([403, 200]);

  const seen = await seenBy(key);
  const from = expect.stringMatching(/127\.0\.0\.1|::1/);
  expect(seen).toMatchObject({
    ...{ ...untold, last: { result: 'STORED' }, acceptedHandshakeAt: expect.any(String) },
    refusedSignature: { fault: 'WRONG_SECRET', address: from },
    refusedHandshake: { address: from },
    sinceStart: { stored: 1, quarantined: 0, refused: 1 },
    last24Hours: { stored: 1, refused: 1 },
  });
  for (const secret of [own.verifyToken, own.appSecret]) expect(JSON.stringify(seen)).not.toContain(secret);

  const acting = await call('POST', '/graphql', { query: QUERY }, { 'x-dijla-tenant': id });
  expect((await acting.json()).data.connection).toEqual(seen);
  expect(await seenBy(gateway.key)).toMatchObject({
    refusedSignature: null,
    refusedHandshake: null,
    sinceStart: { refused: 0 },
  });
  expect(await seenBy(other.key)).toBeNull();
  const issue = `mutation { issueApiKey(name: "reads", scopes: [read]) { ... on IssuedApiKey { key } } }`;
  const { issueApiKey } = await ask(issue, {}, key);
  expect(await seenBy(issueApiKey.key)).toBeNull();
});
