import { expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../support/gateway.ts';

const KEY_OF = `mutation ($name: String!, $kind: TenantKind!) {
  createTenant(name: $name, kind: $kind) { ... on Tenant { id } } }`;
const ISSUE = `mutation ($tenant: ID!) { issueApiKey(tenant: $tenant, name: "app", scopes: [send, read, manage]) {
  ... on IssuedApiKey { key } } }`;

it('a standard tenant sends from the rented number with nothing but its key, and may not change its templates', async () => {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close());
  const ask = async (query: string, variables: object, key = gateway.key) => {
    const answer = await gateway.call('POST', '/graphql', { query, variables }, { 'x-dijla-key': key });
    return (await answer.json()).data;
  };
  async function keyOf(name: string, kind: string): Promise<string> {
    const { createTenant } = await ask(KEY_OF, { name, kind });
    return (await ask(ISSUE, { tenant: createTenant.id })).issueApiKey.key;
  }
  const send = (key: string) =>
    gateway.call(
      ...(['POST', '/api/v1/whatsapp/send'] as const),
      { message: { to: '9647700000000', templateName: 'hello_world', languageCode: 'en_US' } },
      { 'x-dijla-key': key },
    );

  const renter = await keyOf('Renter', 'STANDARD');
  const sent = await send(renter);
  expect(sent.status).toBe(200);
  // Meta has it; what it says of it next may have come before this answer.
  expect(['ACCEPTED', 'SENT', 'DELIVERED', 'READ']).toContain((await sent.json()).status);
  const { templates } = await ask('{ templates { name } }', {}, renter);
  expect(templates.length).toBeGreaterThan(0);
  const { deleteTemplate } = await ask(
    'mutation { deleteTemplate(name: "hello_world") { __typename ... on Error { code field } } }',
    {},
    renter,
  );
  expect(deleteTemplate).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND', field: 'wabaId' });

  const refused = await send(await keyOf('Brings its own', 'DIRECT'));
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'FORBIDDEN']);
});
