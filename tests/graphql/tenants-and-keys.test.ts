import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OTHER_KEY, READ_ONLY_KEY, type Rig, startRig } from './support.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const FAILURE = '... on Error { __typename code field message action }';
const KEY_FIELDS =
  'id tenant name prefix scopes state allowedIps createdAt createdBy expiresAt lastUsedAt revokedAt replacedBy';
const CREATE = `mutation ($name: String!, $timeZone: String! = "Asia/Baghdad", $quotas: QuotasInput) {
  createTenant(name: $name, timeZone: $timeZone, quotas: $quotas) {
    ... on Tenant { id name kind state timeZone defaultNumberId createdAt sendsToday
      quotas { sendsPerDay messagesPerSecond sockets subscriptions mediaBytes } } ${FAILURE} } }`;
const ISSUE = `mutation ($tenant: ID, $name: String!, $scopes: [Scope!]!, $expiresAt: DateTime, $allowedIps: [String!]) {
  issueApiKey(tenant: $tenant, name: $name, scopes: $scopes, expiresAt: $expiresAt, allowedIps: $allowedIps) {
    ... on IssuedApiKey { key apiKey { ${KEY_FIELDS} } } ${FAILURE} } }`;

async function tenantWithKey(name: string, scopes = ['send', 'read', 'manage']) {
  const { createTenant } = (await rig.ask(CREATE, { name })).data;
  const { issueApiKey } = (await rig.ask(ISSUE, { tenant: createTenant.id, name: `${name} app`, scopes })).data;
  return { id: String(createTenant.id), key: String(issueApiKey.key), keyId: String(issueApiKey.apiKey.id) };
}

const by = (key: string) => ({ 'x-dijla-key': key });

describe('the operator', () => {
  it('creates, changes and lists tenants', async () => {
    const quotas = { sendsPerDay: 1_000, mediaBytes: 5e10 };
    const { createTenant } = (await rig.ask(CREATE, { name: 'Bazaar', quotas })).data;
    expect(createTenant).toMatchObject({
      ...{ name: 'Bazaar', kind: 'STANDARD', state: 'ACTIVE', timeZone: 'Asia/Baghdad', sendsToday: 0 },
      ...{
        defaultNumberId: null,
        quotas: { ...quotas, messagesPerSecond: null, sockets: null, subscriptions: null },
      },
    });
    const update = `mutation ($id: ID!) { updateTenant(id: $id, kind: DIRECT, timeZone: "UTC", quotas: { sendsPerDay: null }) {
      ... on Tenant { name kind timeZone quotas { sendsPerDay mediaBytes } } ${FAILURE} } }`;
    expect((await rig.ask(update, { id: createTenant.id })).data.updateTenant).toEqual({
      ...{ name: 'Bazaar', kind: 'DIRECT', timeZone: 'UTC', quotas: { sendsPerDay: null, mediaBytes: 5e10 } },
    });
    const { tenants, node } = (
      await rig.ask('query ($id: ID!) { tenants { id } node(id: $id) { __typename id } }', {
        id: createTenant.id,
      })
    ).data;
    expect(tenants).toContainEqual({ id: createTenant.id });
    expect(tenants[0]).toEqual({ id: 'dijla' });
    expect(node).toEqual({ __typename: 'Tenant', id: createTenant.id });
    expect((await rig.ask('{ node(id: "dijla") { __typename } }')).data.node).toEqual({ __typename: 'Tenant' });
  });

  it('is told which setting cannot be', async () => {
    const answer = await rig.ask(CREATE, { name: 'x', timeZone: 'Mars/Olympus' });
    expect(answer.data.createTenant).toMatchObject({ __typename: 'InvalidInputError', field: 'timeZone' });
    const { data } = await rig.ask(`mutation { updateTenant(id: "ten_none", name: "x") { ${FAILURE} } }`);
    expect(data.updateTenant).toMatchObject({ __typename: 'NotFoundError', field: 'id' });
  });
});

describe('a key of a tenant', () => {
  it('opens what its scopes say, for its own tenant', async () => {
    const shop = await tenantWithKey('Shop');
    const { viewer } = (
      await rig.ask('{ viewer { tenant tenantName timeZone role scopes keyName } }', {}, by(shop.key))
    ).data;
    expect(viewer).toEqual({
      ...{ tenant: shop.id, tenantName: 'Shop', timeZone: 'Asia/Baghdad', role: 'tenant', keyName: 'Shop app' },
      scopes: ['send', 'read', 'manage'],
    });
  });

  it('manages the keys of its tenant, and no others', async () => {
    const [mine, other] = [await tenantWithKey('Mine'), await tenantWithKey('Other')];
    const at = new Date(rig.now() + 60_000).toISOString();
    const given = { name: 'till', scopes: ['read'], expiresAt: at, allowedIps: ['192.0.2.0/24'] };
    const { issueApiKey } = (await rig.ask(ISSUE, given, by(mine.key))).data;
    expect(issueApiKey.apiKey).toMatchObject({
      ...{ tenant: mine.id, name: 'till', scopes: ['read'], state: 'ACTIVE', createdBy: 'Mine app', expiresAt: at },
      ...{ allowedIps: ['192.0.2.0/24'], lastUsedAt: null, revokedAt: null, replacedBy: null },
    });
    expect(issueApiKey.key.startsWith(issueApiKey.apiKey.prefix)).toBe(true);
    const list = `query ($tenant: ID) { apiKeys(tenant: $tenant) { ${KEY_FIELDS} } }`;
    const { apiKeys } = (await rig.ask(list, {}, by(mine.key))).data;
    expect(apiKeys.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Mine app', 'till']);
    expect(JSON.stringify(apiKeys)).not.toContain(issueApiKey.key.slice(-49));
    const theirs = await rig.ask(list, { tenant: other.id }, by(mine.key));
    const nobodys = await rig.ask(list, { tenant: 'ten_none' }, by(mine.key));
    expect(theirs.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'tenant' });
    expect(theirs).toEqual({ ...nobodys, headers: theirs.headers });
    for (const mutation of ['revokeApiKey(id: $id)', 'rotateApiKey(id: $id)']) {
      const { data } = await rig.ask(
        `mutation ($id: ID!) { ${mutation} { ${FAILURE} } }`,
        { id: other.keyId },
        by(mine.key),
      );
      expect(Object.values(data)[0]).toMatchObject({ __typename: 'NotFoundError', field: 'id' });
    }
    const node = 'query ($id: ID!) { node(id: $id) { __typename } }';
    expect((await rig.ask(node, { id: other.keyId }, by(mine.key))).data.node).toBeNull();
    expect((await rig.ask(node, { id: other.id }, by(mine.key))).data.node).toBeNull();
    expect((await rig.ask(node, { id: mine.keyId }, by(mine.key))).data.node).toEqual({ __typename: 'ApiKey' });
    expect((await rig.ask(node, { id: mine.id }, by(mine.key))).data.node).toEqual({ __typename: 'Tenant' });
  });

  it('is rotated and revoked', async () => {
    const shop = await tenantWithKey('Rotating');
    const rotate = `mutation ($id: ID!) { rotateApiKey(id: $id, overlapHours: 0.5) {
      ... on IssuedApiKey { key apiKey { name scopes } } ${FAILURE} } }`;
    const { rotateApiKey } = (await rig.ask(rotate, { id: shop.keyId }, by(shop.key))).data;
    expect(rotateApiKey.apiKey).toEqual({ name: 'Rotating app', scopes: ['send', 'read', 'manage'] });
    const again = (await rig.ask(rotate, { id: shop.keyId }, by(shop.key))).data.rotateApiKey;
    expect(again).toMatchObject({ __typename: 'InvalidInputError', field: 'id' });
    const revoke = `mutation ($id: ID!) { revokeApiKey(id: $id) { ... on ApiKey { state revokedAt } ${FAILURE} } }`;
    const { revokeApiKey } = (await rig.ask(revoke, { id: shop.keyId }, by(rotateApiKey.key))).data;
    expect(revokeApiKey).toEqual({ state: 'REVOKED', revokedAt: new Date(rig.now()).toISOString() });
    const refused = await rig.ask('{ viewer { tenant } }', {}, by(shop.key));
    expect([refused.status, refused.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    expect((await rig.ask('{ viewer { tenant } }', {}, by(rotateApiKey.key))).status).toBe(200);
    const ended = `query ($tenant: ID) { apiKeys(tenant: $tenant, includeEnded: true) { state } }`;
    const { apiKeys } = (await rig.ask(ended, { tenant: shop.id })).data;
    expect(apiKeys.map(({ state }: { state: string }) => state).toSorted()).toEqual(['ACTIVE', 'REVOKED']);
  });

  it('opens nothing while its tenant is suspended, and says so', async () => {
    const shop = await tenantWithKey('Suspended');
    const set = async (state: string) =>
      (
        await rig.ask(`mutation ($id: ID!) { updateTenant(id: $id, state: ${state}) { ... on Tenant { state } } }`, {
          id: shop.id,
        })
      ).data.updateTenant;
    expect(await set('SUSPENDED')).toEqual({ state: 'SUSPENDED' });
    const refused = await rig.ask('{ viewer { tenant } }', {}, by(shop.key));
    expect(refused.status).toBe(403);
    expect(refused.errors?.[0]).toMatchObject({
      message: 'This tenant is suspended: its keys open nothing for now.',
      extensions: { code: 'FORBIDDEN' },
    });
    await set('ACTIVE');
    expect((await rig.ask('{ viewer { tenant } }', {}, by(shop.key))).status).toBe(200);
  });
});

it('a send over the quota is refused as data, with the quota and the time to wait', async () => {
  const update = 'mutation ($sends: Int) { updateTenant(id: "dijla", quotas: { sendsPerDay: $sends }) { __typename } }';
  await rig.ask(update, { sends: 0 });
  const to = '{ phone: "+9647700000000" }';
  const sends = [
    `sendTemplate(input: { to: ${to}, template: { name: "on_its_way", parameters: { body: ["1"] } } })`,
    `sendReply(input: { to: ${to}, content: { text: { body: "hello" } } })`,
  ];
  for (const send of sends) {
    const fields = '... on RateLimitedError { retryable retryAfterSeconds messageRef { id } }';
    const { data } = await rig.ask(`mutation { sent: ${send} { ${FAILURE} ${fields} } }`);
    expect(data.sent).toMatchObject({ __typename: 'RateLimitedError', field: 'quotas.sendsPerDay', retryable: true });
    expect(data.sent.retryAfterSeconds).toBeGreaterThan(3_600);
    expect(data.sent.messageRef).toBeNull();
  }
  await rig.ask(update, { sends: null });
});

it('what is the operator’s is refused to keys, as data where there is data', async () => {
  const denied = await rig.ask('{ tenants { id } }', {}, by(OTHER_KEY));
  expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await rig.ask(CREATE, { name: 'x' }, by(OTHER_KEY))).data.createTenant.__typename).toBe('ForbiddenError');
  const issue = (await rig.ask(ISSUE, { name: 'x', scopes: ['read'] }, by(READ_ONLY_KEY))).data.issueApiKey;
  expect(issue.__typename).toBe('ForbiddenError');
});

it('wrong keys are refused with 429 in the end, with the time to wait', async () => {
  let answer = await rig.ask('{ cursor }', {}, by('guess'));
  expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
  for (let i = 0; i < 60; i += 1) answer = await rig.ask('{ cursor }', {}, by('guess'));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 60 });
});
