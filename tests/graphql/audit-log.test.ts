import { afterAll, beforeAll, expect, it } from 'vitest';
import { MASTER_KEY } from '../application/tenancy.ts';
import { ALI, inbound } from '../ports/fixtures.ts';
import { OTHER_KEY, READ_ONLY_KEY, type Rig, startRig } from './support.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const FIELDS = `id at tenant address action target changes result
  actor { role keyId keyName session tenant }`;
const LIST = `query ($filter: AuditLogFilter, $first: Int, $after: String) {
  auditLog(filter: $filter, first: $first, after: $after) {
    edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`;

interface Entry {
  readonly action: string;
  readonly target: string;
  readonly changes: object;
}

const by = (key: string) => ({ 'x-dijla-key': key });
async function log(filter: object = {}, headers: Record<string, string> = {}): Promise<Entry[]> {
  const { data } = await rig.ask(LIST, { filter, first: 100 }, headers);
  return data.auditLog.edges.map(({ node }: { node: Entry }) => node);
}
async function tenantWithKey(name: string) {
  const { createTenant: tenant } = (
    await rig.ask('mutation ($name: String!) { createTenant(name: $name) { ... on Tenant { id } } }', { name })
  ).data;
  const issue = `mutation ($tenant: ID, $name: String!) {
    issueApiKey(tenant: $tenant, name: $name, scopes: [manage, read, send]) {
      ... on IssuedApiKey { key apiKey { id } } } }`;
  const { issueApiKey } = (await rig.ask(issue, { tenant: tenant.id, name: `${name} app` })).data;
  return { id: tenant.id, key: issueApiKey.key, keyId: issueApiKey.apiKey.id };
}

it('tells who did what to what, and no secret of it', async () => {
  const shop = await tenantWithKey('Audited');
  const update = 'mutation ($id: ID!) { updateTenant(id: $id, timeZone: "UTC", name: "Audited") { __typename } }';
  await rig.ask(update, { id: shop.id });
  await rig.ask(update, { id: shop.id });
  const rotate = 'mutation ($id: ID!) { rotateApiKey(id: $id) { ... on IssuedApiKey { key apiKey { id } } } }';
  const { rotateApiKey } = (await rig.ask(rotate, { id: shop.keyId }, by(shop.key))).data;
  const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) { __typename } }';
  for (let twice = 0; twice < 2; twice += 1) await rig.ask(revoke, { id: shop.keyId }, by(rotateApiKey.key));

  const entries = await log({ tenant: shop.id });
  expect(entries.map(({ action, target }) => [action, target])).toEqual([
    ['api_key.revoke', shop.keyId],
    ['api_key.rotate', shop.keyId],
    ['tenant.update', shop.id],
    ['api_key.issue', shop.keyId],
    ['tenant.create', shop.id],
  ]);
  const [revoked, rotated, updated, issued, created] = entries;
  const master = { role: 'operator', keyId: null, keyName: 'master', session: false, tenant: 'dijla' };
  const at = new Date(rig.now()).toISOString();
  expect(updated).toMatchObject({ tenant: shop.id, actor: master, at, result: 'done' });
  expect(updated?.changes).toEqual({ timeZone: { before: 'Asia/Baghdad', after: 'UTC' } });
  expect(created?.changes).toMatchObject({ name: { before: null, after: 'Audited' } });
  expect(issued?.changes).toMatchObject({ scopes: { before: null, after: ['send', 'read', 'manage'] } });
  const own = { role: 'tenant', keyName: 'Audited app', session: false, tenant: shop.id };
  expect(rotated).toMatchObject({ actor: { ...own, keyId: shop.keyId } });
  expect(rotated?.changes).toMatchObject({ replacedBy: { before: null, after: rotateApiKey.apiKey.id } });
  expect(revoked).toMatchObject({ actor: { ...own, keyId: rotateApiKey.apiKey.id } });
  expect(revoked?.changes).toEqual({ revokedAt: { before: null, after: rig.now() } });
  const everything = JSON.stringify(await log());
  for (const key of [shop.key, rotateApiKey.key]) expect(everything).not.toContain(key.slice(-49, -10));
  const hashes = (await rig.store.keys.all()).map(({ hash }) => hash);
  expect(hashes.filter((hash) => everything.includes(hash.slice(0, 16)))).toEqual([]);
});

it('records what is decided about messages, numbers and templates', async () => {
  const rate = 'mutation { setPhoneNumberRate(id: "num_1001", messagesPerSecond: 7) { __typename } }';
  await rig.ask(rate);
  const [entry] = await log({ action: 'phone_number.set_rate' });
  expect(entry).toMatchObject({ target: 'num_1001', changes: { messagesPerSecond: { before: null, after: 7 } } });
});

it('records a fetch of templates that changed something, and no other', async () => {
  const sync = 'mutation { syncTemplates { ... on TemplateSync { added } } }';
  const added = (await rig.ask(sync)).data.syncTemplates.added;
  await rig.ask(sync);
  const entries = await log({ action: 'template.sync' });
  expect(entries).toMatchObject([{ target: '77', changes: { added: { before: null, after: added } } }]);
  expect(added).toBeGreaterThan(0);
});

it('records what the operator gives out of the unrouted box', async () => {
  const { id, key } = await tenantWithKey('Given');
  const share = `mutation ($sharing: PhoneNumberSharingInput) {
    assignPhoneNumber(id: "num_1001", sharing: $sharing) { __typename } }`;
  await rig.ask(share, { sharing: {} });
  await rig.tell(inbound('wamid.lost'));
  const give = `mutation ($contact: String!, $tenant: ID!) {
    assignUnrouted(choice: { author: { phoneNumberId: "num_1001", contact: $contact } }, tenant: $tenant) {
      ... on AssignedUnrouted { messages } } }`;
  const gift = { contact: ALI.phone, tenant: id };
  expect((await rig.ask(give, gift)).data.assignUnrouted).toEqual({ messages: 1 });
  expect((await rig.ask(give, gift)).data.assignUnrouted).toEqual({ messages: 0 });
  const seen = await log({ action: 'unrouted.assign' }, by(key));
  expect(seen).toMatchObject([{ target: '1001', tenant: id, changes: { messages: { before: null, after: 1 } } }]);
  await rig.ask('mutation { assignPhoneNumber(id: "num_1001") { __typename } }');
});

it('records who shares a number, and tells no tenant of others by it', async () => {
  const [first, second] = [await tenantWithKey('First'), await tenantWithKey('Second')];
  const assign = `mutation ($to: ID, $sharing: PhoneNumberSharingInput) {
    assignPhoneNumber(id: "num_1001", tenantId: $to, sharing: $sharing) { __typename ... on Error { message } } }`;
  const sharing = { tenants: [first.id, second.id], answerDays: 7 };
  const shared = (await rig.ask(assign, { sharing })).data.assignPhoneNumber;
  expect(shared).toEqual({ __typename: 'PhoneNumber' });
  await rig.ask(assign, { to: first.id });
  await rig.ask(assign, { to: second.id });
  const [toSecond, toFirst, toBoth] = await log({ action: 'phone_number.assign' });
  expect(toBoth?.changes).toMatchObject({ sharing: { after: sharing } });
  expect(toFirst?.changes).toMatchObject({ sharing: { before: sharing, after: null }, tenantId: { after: first.id } });
  expect(toSecond?.changes).toMatchObject({ tenantId: { before: first.id, after: second.id } });
  const [seenByFirst] = await log({ action: 'phone_number.assign' }, by(first.key));
  // What was shared before names the tenant itself alone, as does everything else.
  expect(seenByFirst?.changes).toMatchObject({
    tenantId: { after: first.id },
    sharing: { before: { tenants: [first.id] }, after: null },
  });
  expect(JSON.stringify(seenByFirst)).not.toContain(second.id);
  const seenBySecond = await log({ action: 'phone_number.assign' }, by(second.key));
  expect(seenBySecond.map(({ changes }) => changes)).toEqual([{ tenantId: { before: null, after: second.id } }]);
  await rig.ask(assign, {});
});

it('shows a tenant its own part, the operator without an address', async () => {
  const [mine, other] = [await tenantWithKey('Mine'), await tenantWithKey('Other')];
  const told = await rig.store.audit.list(mine.id, {}, { limit: 1, from: 'newest' });
  const [row] = told.rows;
  if (row === undefined) throw new Error('there is an entry');
  await rig.store.audit.add({ ...row, id: 'aud_from_afar', address: '192.0.2.99' });
  const seen = await log({}, by(mine.key));
  expect(new Set(seen.map((one) => (one as unknown as { tenant: string }).tenant))).toEqual(new Set([mine.id]));
  expect(seen.map(({ action }) => action)).toEqual(['api_key.issue', 'api_key.issue', 'tenant.create']);
  expect(JSON.stringify(seen)).not.toContain('192.0.2.99');
  expect(JSON.stringify(await log({ tenant: mine.id }))).toContain('192.0.2.99');
  const theirs = await rig.ask(LIST, { filter: { tenant: other.id } }, by(mine.key));
  const nobodys = await rig.ask(LIST, { filter: { tenant: 'ten_none' } }, by(mine.key));
  expect(theirs.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'filter.tenant' });
  expect(theirs).toEqual({ ...nobodys, headers: theirs.headers });
  expect(await log({ actor: mine.keyId }, by(other.key))).toEqual([]);
  expect(await log({}, { ...by(MASTER_KEY), 'x-dijla-tenant': other.id })).toEqual(await log({ tenant: other.id }));
});

it('is read by page, by who may manage', async () => {
  await tenantWithKey('Paged');
  const all = await log();
  const { auditLog } = (await rig.ask(LIST, { first: 1 })).data;
  expect(auditLog.pageInfo.hasNextPage).toBe(true);
  const next = (await rig.ask(LIST, { first: 1, after: auditLog.pageInfo.endCursor })).data.auditLog;
  expect(next.edges[0].node).toEqual(all[1]);
  const refused = await rig.ask(LIST, {}, by(READ_ONLY_KEY));
  expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const unknown = await rig.ask(LIST, { filter: { action: 'tenant.eat' } }, by(OTHER_KEY));
  expect(unknown.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'filter.action' });
});
