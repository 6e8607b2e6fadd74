import { createHmac } from 'node:crypto';
import { createClient } from 'graphql-sse';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const WEBHOOK = '/api/v1/whatsapp/webhook';
const QUERY = `{ connection { callbackUrl publicUrlSet verifyToken fields backlog quarantined startedAt
  last { at result } refusedSignature { at fault address } refusedHandshake { at address } acceptedHandshakeAt
  sinceStart { stored quarantined refused failed overloaded } last24Hours { stored refused } storing { count median p95 } } }`;

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const answer = await gateway.call('POST', '/graphql', { query, variables }, headers);
  const { data, errors } = await answer.json();
  expect(errors).toBeUndefined();
  return data;
}
const connection = async (headers: Record<string, string> = {}) => (await ask(QUERY, {}, headers)).connection;
const post = (headers: Record<string, string>, body = '{}') =>
  fetch(`${gateway.url}${WEBHOOK}`, { method: 'POST', headers, body });
const write = (text: string) => gateway.call('POST', '/sandbox/messages', { text });
const stored = async () => (await connection()).sinceStart.stored;

it('tells what to enter at Meta, and that nothing has come yet', async () => {
  const { sinceStart, ...fresh } = await connection();
  expect(fresh).toMatchObject({
    callbackUrl: `${gateway.url}${WEBHOOK}`,
    publicUrlSet: false,
    verifyToken: expect.stringMatching(/.{8,}/),
    fields: expect.arrayContaining(['messages', 'calls', 'user_preferences', 'message_template_status_update']),
    ...{ last: null, refusedSignature: null, refusedHandshake: null, acceptedHandshakeAt: null, storing: null },
    ...{ backlog: 0, quarantined: 0 },
  });
  expect(sinceStart).toEqual({ stored: 0, quarantined: 0, refused: 0, failed: 0, overloaded: 0 });
  const page = await ask(QUERY, {}, { origin: `https://${new URL(gateway.url).host}` });
  expect(page.connection.callbackUrl).toBe(`https://${new URL(gateway.url).host}${WEBHOOK}`);
});

it('tells of the last webhook, also after a restart', async () => {
  await write('hello');
  await expect.poll(stored).toBe(1);
  const seen = await connection();
  expect(seen).toMatchObject({ last: { result: 'STORED' }, last24Hours: { stored: 1 }, storing: { count: 1 } });
  await gateway.restart();
  const { last, sinceStart, storing } = await connection();
  expect({ last, storing, stored: sinceStart.stored }).toEqual({ last: seen.last, storing: null, stored: 0 });
});

it('tells of each event when it arrived and when it was written, also after a restart', async () => {
  const before = Date.now();
  await write('hello');
  await expect.poll(stored).toBe(1);
  const after = Date.now();
  const log = async () => (await ask('{ events { type receivedAt recordedAt } }')).events;
  const [{ receivedAt, recordedAt, type }] = await log();
  expect(type).toBe('inbound_message');
  const times = [before, Date.parse(receivedAt), Date.parse(recordedAt), after];
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  await gateway.restart();
  expect((await log())[0]).toEqual({ receivedAt, recordedAt, type });
});

it('tells why the last signature was refused, and from where', async () => {
  const wrong = `sha256=${createHmac('sha256', 'another').update('{}').digest('hex')}`;
  for (const [headers, fault] of [
    [{}, 'MISSING'],
    [{ 'x-hub-signature-256': 'sha1=abc' }, 'MALFORMED'],
    [{ 'x-hub-signature-256': wrong }, 'WRONG_SECRET'],
  ] as const) {
    expect((await post({ ...headers })).status).toBe(401);
    expect((await connection()).refusedSignature).toMatchObject({
      fault,
      address: expect.stringMatching(/127\.0\.0\.1|::1/),
    });
  }
  expect(await connection()).toMatchObject({
    sinceStart: { refused: 3, stored: 0 },
    last24Hours: { refused: 3 },
    last: null,
  });
});

it('tells whoever looks on of a webhook of any tenant and of one that was refused, as they happen', async () => {
  const create = 'mutation { createTenant(name: "Acme", kind: STANDARD) { ... on Tenant { id } } }';
  const tenant = (await ask(create)).createTenant.id;
  const [number] = (await ask('{ phoneNumbers { id } }')).phoneNumbers;
  const assign = `mutation ($number: ID!, $tenant: ID!) { assignPhoneNumber(id: $number, tenantId: $tenant) { __typename } }`;
  expect((await ask(assign, { number: number.id, tenant })).assignPhoneNumber.__typename).toBe('PhoneNumber');
  const client = createClient({ url: `${gateway.url}/graphql`, headers: { 'x-dijla-key': gateway.key } });
  const query = 'subscription { connectionChanges { sinceStart { stored refused } } }';
  const changes = client.iterate({ query });
  const next = async () => (await changes.next()).value.data.connectionChanges.sinceStart;
  expect(await next()).toEqual({ stored: 0, refused: 0 });
  await write('hello');
  expect(await next()).toEqual({ stored: 1, refused: 0 });
  expect((await post({})).status).toBe(401);
  expect(await next()).toEqual({ stored: 1, refused: 1 });
  await changes.return?.();
  client.dispose();
});

it('tells of handshakes', async () => {
  const handshake = async (token: string) => {
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '7' });
    return (await fetch(`${gateway.url}${WEBHOOK}?${query}`)).status;
  };
  expect(await handshake('not ours')).toBe(403);
  const refused = await connection();
  expect(refused).toMatchObject({ refusedHandshake: { address: expect.any(String) }, acceptedHandshakeAt: null });
  expect(await handshake(refused.verifyToken)).toBe(200);
  expect((await connection()).acceptedHandshakeAt).toEqual(expect.any(String));
});

it('counts what could not be understood', async () => {
  await gateway.call('POST', '/sandbox/webhooks', { body: '{"object":"whatsapp_business_account","entry":7}' });
  await expect.poll(async () => (await connection()).quarantined).toBe(1);
  expect((await connection()).last).toMatchObject({ result: 'QUARANTINED' });
  await gateway.restart();
  expect(await connection()).toMatchObject({ last: { result: 'QUARANTINED' }, quarantined: 1 });
});

it('tells a tenant without a number of its own nothing of the operator’s', async () => {
  const create = 'mutation { createTenant(name: "Acme", kind: DIRECT) { ... on Tenant { id } } }';
  const tenant = (await ask(create)).createTenant.id;
  const issue = `mutation ($tenant: ID!) { issueApiKey(tenant: $tenant, name: "app", scopes: [read, manage]) {
    ... on IssuedApiKey { key } } }`;
  const { key } = (await ask(issue, { tenant })).issueApiKey;
  expect(await connection({ 'x-dijla-key': key })).toBeNull();
  expect(await connection({ 'x-dijla-tenant': tenant })).toBeNull();
  const changes = createClient({ url: `${gateway.url}/graphql`, headers: { 'x-dijla-key': key } });
  const told = changes.iterate({ query: 'subscription { connectionChanges { startedAt } }' });
  expect(await told.next()).toEqual({ done: true, value: undefined });
  const viewer = '{ viewer { tenantKind actsForOther version supportUrl } }';
  expect((await ask(viewer, {}, { 'x-dijla-tenant': tenant })).viewer).toEqual({
    tenantKind: 'DIRECT',
    actsForOther: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    supportUrl: null,
  });
  expect((await ask(viewer, {}, { 'x-dijla-key': key })).viewer).toMatchObject({
    tenantKind: 'DIRECT',
    actsForOther: false,
  });
});
