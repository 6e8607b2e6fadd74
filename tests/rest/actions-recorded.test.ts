import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const SESSION = '/api/v1/session';
const QUERY = '{ auditLog(first: 5) { edges { node { action address actor { role session } } } } }';

/** The newest entries as `action`, who, and from where. */
async function recorded(headers: Record<string, string> = {}) {
  const response = await gateway.call('POST', '/graphql', { query: QUERY }, headers);
  const { data } = JSON.parse(await response.text());
  return data.auditLog.edges.map(({ node }: { node: { action: string; address: string; actor: object } }) => node);
}

it('what is done by key and by session is recorded with where it came from', async () => {
  const update = (name: string) => ({
    query: `mutation { updateTenant(id: "dijla", name: "${name}") { __typename } }`,
  });
  await gateway.call('POST', '/graphql', update('First'));
  const signedIn = await gateway.call('POST', SESSION, { key: gateway.key });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const page = { cookie, origin: gateway.url, 'content-type': 'application/json' };
  await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: page, body: JSON.stringify(update('Second')) });
  await fetch(`${gateway.url}${SESSION}`, { method: 'POST', headers: page, body: '{"key":"a guess"}' });
  await fetch(`${gateway.url}${SESSION}`, { method: 'DELETE', headers: { cookie } });

  const here = expect.stringMatching(/^(::ffff:)?127\.0\.0\.1$|^::1$/);
  const operator = (session: boolean) => ({ role: 'operator', session });
  expect(await recorded()).toEqual([
    { action: 'session.sign_out', address: here, actor: operator(true) },
    { action: 'session.refused', address: here, actor: { role: 'nobody', session: false } },
    { action: 'tenant.update', address: here, actor: operator(true) },
    { action: 'session.sign_in', address: here, actor: operator(true) },
    { action: 'tenant.update', address: here, actor: operator(false) },
  ]);
});
