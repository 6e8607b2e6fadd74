import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { openSocketIo, openWebSocket } from './clients.ts';

const CREATE = `mutation ($name: String!) { createTenant(name: $name, kind: STANDARD) { ... on Tenant { id } } }`;
const ISSUE = `mutation ($tenant: ID!) { issueApiKey(tenant: $tenant, name: "desk", scopes: [read, send]) {
  ... on IssuedApiKey { key } } }`;
let gateway: TestGateway;
let host: string;
let tenant: string;
let operator: string;
let desk: string;

const signIn = async (key: string) => {
  const answer = await gateway.call('POST', '/api/v1/session', { key });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
};
const ask = async (query: string, variables: object) =>
  (await (await gateway.call('POST', '/graphql', { query, variables })).json()).data;

beforeAll(async () => {
  gateway = await startGateway({ ALLOWED_ORIGINS: '*' });
  host = new URL(gateway.url).host;
  tenant = (await ask(CREATE, { name: 'Acme' })).createTenant.id;
  const { key } = (await ask(ISSUE, { tenant })).issueApiKey;
  [operator, desk] = [await signIn(gateway.key), await signIn(key)];
});
afterAll(() => gateway.close());

/** What a socket of the gateway's own page is told about its viewer, or how it was refused. */
async function viewerOver(cookie: string, params: object, origin = gateway.url) {
  const { closed, init, messages, send, socket } = await openWebSocket(`ws://${host}/graphql`, { cookie, origin });
  try {
    const [first] = await Promise.all([Promise.race([init(params), closed])]);
    if (first === undefined || 'code' in first) return first;
    send({ type: 'subscribe', id: '1', payload: { query: '{ viewer { tenant role } }' } });
    return (await messages.next(({ type }) => type === 'next'))?.payload;
  } finally {
    socket.terminate();
  }
}

it('the operator’s socket acts for the tenant that its connectionParams name', async () => {
  expect(await viewerOver(operator, { tenant })).toEqual({ data: { viewer: { tenant, role: 'operator' } } });
  expect(await viewerOver(operator, {})).toEqual({ data: { viewer: { tenant: 'dijla', role: 'operator' } } });
});

it('naming a tenant gives nobody else anything', async () => {
  expect(await viewerOver(desk, { tenant })).toEqual({ data: { viewer: { tenant, role: 'tenant' } } });
  expect(await viewerOver(desk, { tenant: 'dijla' })).not.toMatchObject({ data: expect.anything() });
  expect(await viewerOver(operator, { tenant: 'ten_none' })).not.toMatchObject({ data: expect.anything() });
});

it('a page of another origin cannot act with the session, named tenant or not', async () => {
  const elsewhere = 'https://elsewhere.example';
  expect(await viewerOver(operator, { tenant }, elsewhere)).not.toMatchObject({ data: expect.anything() });
  const headers = { cookie: operator, origin: elsewhere, 'x-dijla-tenant': tenant, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ viewer { tenant } }' });
  expect((await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body })).status).toBe(401);
});

it('Socket.io gives the operator’s page the events of the tenant that it names', async () => {
  const headers = { cookie: operator, origin: gateway.url };
  const { connected, events, refused, socket } = openSocketIo(host, { tenant }, { headers });
  await Promise.race([connected, refused.then((error) => Promise.reject(error))]);
  const message = { to: '9647700000000', templateName: 'hello_world', languageCode: 'en_US' };
  await gateway.call('POST', '/api/v1/whatsapp/send', { message: { ...message, reference: 'home' } });
  const named = { 'x-dijla-tenant': tenant };
  await gateway.call('POST', '/api/v1/whatsapp/send', { message: { ...message, reference: 'theirs' } }, named);
  const first = await events.next(({ name }) => name === 'event');
  expect(first?.body).toMatchObject({ type: 'outbound_message', message: { reference: 'theirs' } });
  socket.close();
});

it('a picture of the tenant’s is shown on the operator’s page by its address alone', async () => {
  const form = new FormData();
  form.set('file', new File(['some text'], 'note.txt', { type: 'text/plain' }));
  const init = { method: 'POST', headers: { 'x-dijla-key': gateway.key, 'x-dijla-tenant': tenant }, body: form };
  const { id } = await (await fetch(`${gateway.url}/api/v1/whatsapp/media`, init)).json();
  const get = async (cookie: string, query: string) => {
    const headers = { cookie, origin: gateway.url };
    return (await fetch(`${gateway.url}/api/v1/whatsapp/media/${id}${query}`, { headers })).status;
  };
  expect(await get(operator, `?tenant=${tenant}`)).toBe(200);
  expect(await get(operator, '')).toBe(404);
  expect(await get(desk, '')).toBe(200);
  expect(await get(desk, '?tenant=dijla')).toBe(404);
});
