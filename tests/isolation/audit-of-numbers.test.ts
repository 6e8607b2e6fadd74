import { expect, it } from 'vitest';
import { startWorld } from './world.ts';

const ASSIGN = `mutation ($id: ID!, $tenant: ID, $sharing: PhoneNumberSharingInput) {
  assignPhoneNumber(id: $id, tenantId: $tenant, sharing: $sharing) { __typename ... on Error { message } } }`;
const AUDIT = '{ auditLog(first: 100) { edges { node { action tenant actor { tenant } target changes address } } } }';

it('tells no tenant whose a number was before, with whom it is shared, or for whom the operator acted', async () => {
  await using world = await startWorld({ shared: true });
  const { alpha, beta, app, call } = world;
  const [{ tenantId: a, ids }, { tenantId: b }] = [alpha, beta];
  const both = { tenants: [a, b], defaultTenantId: a };
  for (const to of [{ tenant: a }, { tenant: b }, { sharing: both }, { tenant: b }, { sharing: both }, { tenant: a }]) {
    const body = { query: ASSIGN, variables: { id: ids.number, ...to } };
    const text = await (await call(app.masterKey, 'POST', '/graphql', body, { 'x-dijla-tenant': a })).text();
    expect(text).toContain('"PhoneNumber"');
  }
  const read = async (key: string, tenant?: string) => {
    const headers = tenant === undefined ? {} : { 'x-dijla-tenant': tenant };
    return (await call(key, 'POST', '/graphql', { query: AUDIT }, headers)).text();
  };
  const ofBeta = await read(beta.key);
  expect(ofBeta).toContain('phone_number.assign');
  expect(ofBeta).toContain(`"after":"${b}"`);
  expect(ofBeta).not.toContain(a);
  expect(await read(alpha.key)).not.toContain(b);
  // The operator sees all of the same entries.
  expect(await read(app.masterKey, b)).toContain(a);
});
