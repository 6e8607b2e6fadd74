import { type ClientRequest, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

/** Half of all that may be under way: what one tenant has when nobody else uploads. */
const OF_ONE = 16;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

/** Begins an upload and sends no more of it; one that found no room, beside those that ask for some, begins again. */
function begin(held: Set<ClientRequest>): void {
  const headers = { 'x-dijla-key': gateway.key, 'content-type': 'multipart/form-data; boundary=b' };
  const asked = request(`${gateway.url}/api/v1/whatsapp/media`, { method: 'POST', headers, agent: false });
  held.add(asked);
  asked.on('error', () => {});
  asked.on('response', () => {
    held.delete(asked);
    asked.destroy();
    begin(held);
  });
  asked.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf');
}

it('a tenant whose uploads never end leaves room for another’s', async () => {
  const held = new Set<ClientRequest>();
  for (let n = 0; n < OF_ONE; n += 1) begin(held);
  const upload = async (headers: Record<string, string> = {}) => {
    const form = new FormData();
    form.set('file', new File(['hello'], 'a.txt', { type: 'text/plain' }));
    const all = { 'x-dijla-key': gateway.key, ...headers };
    return fetch(`${gateway.url}/api/v1/whatsapp/media`, { method: 'POST', headers: all, body: form });
  };
  await expect.poll(async () => (await upload()).status).toBe(503);
  const mutation = 'mutation { createTenant(name: "Other") { ... on Tenant { id } } }';
  const { data } = (await (await gateway.call('POST', '/graphql', { query: mutation })).json()) as {
    readonly data: { readonly createTenant: { readonly id: string } };
  };
  expect((await upload({ 'x-dijla-tenant': data.createTenant.id })).status).toBe(200);
  for (const one of held) one.destroy();
  await expect.poll(async () => (await upload()).status).toBe(200);
});
