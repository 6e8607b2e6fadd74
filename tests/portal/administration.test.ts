import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { ask } from './support/ask.ts';
import { openPortal, type Visit } from './support/portal.ts';

const portal = openPortal();
const UNAUTHORISED = /status of 401/;

/** Whether a key opens the gateway. */
async function opens(key: string): Promise<boolean> {
  const answer = await portal.gateway.call('GET', '/api/v1/whatsapp/events?limit=1', undefined, { 'x-dijla-key': key });
  return answer.ok;
}

async function newTenant(name: string): Promise<string> {
  const query = 'mutation ($name: String!) { createTenant(name: $name) { ... on Tenant { id } } }';
  const { createTenant } = await ask<{ createTenant: { id: string } }>(portal, query, { name });
  return createTenant.id;
}

/** The sandbox's second account, as the banner tells it. */
function secondAccount() {
  const [, wabaId = '', phoneNumberId = '', accessToken = ''] =
    /WABA (\d+)[^"]+"whatsappConfig": \{ "phoneNumberId": "(\d+)",\s+"accessToken": "([^"]+)"/.exec(
      portal.gateway.app.banner(),
    ) ?? [];
  return { wabaId, phoneNumberId, accessToken };
}

async function at(visit: Visit, path: string) {
  await visit.enter(`/${path}`);
  return visit.page;
}

it('says what to enter at Meta, how webhooks fare, and why one was refused', async () => {
  await using visit = await portal.visit();
  const page = await at(visit, 'connection');
  const callback = page.getByText('/api/v1/whatsapp/webhook');
  await callback.waitFor();
  await page.getByText('No webhook from Meta yet').waitFor();
  await page.getByText('Token · works').first().waitFor();
  const token = await verifyToken();
  expect(await page.content()).not.toContain(token);
  await page.getByRole('button', { name: 'Show: Verify token' }).click();
  await page.getByText(token).waitFor();
  await page.getByText('phone_number_quality_update').waitFor();
  await page.getByText('From the sandbox to live').waitFor();
  expect(await visit.accessibility()).toEqual([]);

  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });
  const signature = createHmac('sha256', 'another secret').update(body).digest('hex');
  const refused = await portal.gateway.call('POST', '/api/v1/whatsapp/webhook', body, {
    'x-hub-signature-256': `sha256=${signature}`,
  });
  expect(refused.status).toBe(401);
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByText('Webhooks are refused').waitFor();
  await page.getByText('It was signed with another secret').first().waitFor();

  await portal.gateway.call('POST', '/sandbox/messages', { text: 'Hello' });
  await page.getByText('Webhooks arrive').waitFor();
});

async function verifyToken(): Promise<string> {
  const { connection } = await ask<{ connection: { verifyToken: string } }>(portal, '{ connection { verifyToken } }');
  return connection.verifyToken;
}

it('issues a key that is seen once, with a call to try; rotates and revokes it', async () => {
  await using visit = await portal.visit({ expected: UNAUTHORISED });
  const page = await at(visit, 'keys');
  await page.getByText('No API key yet').waitFor();
  await page.getByRole('button', { name: 'Issue a key' }).click();
  await page.getByRole('button', { name: 'Issue the key' }).click();
  await page.getByText('This is needed.').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Front desk');
  expect(await visit.accessibility()).toEqual([]);
  await page.getByRole('button', { name: 'Issue the key' }).click();
  const made = page.getByRole('dialog', { name: 'The key “Front desk” is ready' });
  const key = (await made.locator('code').first().textContent()) ?? '';
  expect(key).toMatch(/^dk_test_/);
  expect(await made.locator('code').nth(1).textContent()).toContain(`x-dijla-key: ${key}`);
  expect(await opens(key)).toBe(true);
  await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await made.getByRole('button', { name: 'Copy: API key' }).click();
  await made.getByText('Copied', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  expect(await visit.accessibility()).toEqual([]);
  await made.getByRole('button', { name: 'I have copied it' }).click();
  expect(await page.content()).not.toContain(key);

  await page.getByRole('button', { name: 'Rotate Front desk' }).click();
  await page.getByRole('button', { name: 'Make the new key' }).click();
  await page.getByRole('dialog', { name: 'The key “Front desk” is ready' }).waitFor();
  const next = (await page.getByRole('dialog').locator('code').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'I have copied it' }).click();
  expect([next !== key, await opens(next), await opens(key)]).toEqual([true, true, true]);
  await page.getByRole('cell', { name: 'Being replaced' }).waitFor();

  const active = page.getByRole('row', { name: /Active/ });
  await active.getByRole('button', { name: 'Revoke Front desk' }).click();
  const asked = page.getByRole('dialog', { name: 'Revoke “Front desk”?' });
  await asked.getByRole('button', { name: 'Cancel' }).click();
  expect(await opens(next)).toBe(true);
  await active.getByRole('button', { name: 'Revoke Front desk' }).click();
  await asked.getByRole('button', { name: 'Revoke the key' }).click();
  await active.waitFor({ state: 'detached' });
  expect([await opens(next), await opens(key)]).toEqual([false, true]);
}, 60_000);

it('lets a manager see their own keys and nothing of the operator', async () => {
  await using visit = await portal.visit();
  const tenant = await newTenant('Babel Books');
  const { issueApiKey } = await ask<{ issueApiKey: { key: string } }>(
    portal,
    'mutation ($tenant: ID!) { issueApiKey(tenant: $tenant, name: "Manager", scopes: [read, manage]) { ... on IssuedApiKey { key } } }',
    { tenant },
  );
  await visit.signIn(issueApiKey.key);
  const { page } = visit;
  await page.goto('/dashboard/keys');
  await page.getByRole('cell', { name: /^Manager/ }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  for (const name of ['Tenants', 'Connection']) expect(await page.getByRole('link', { name }).count()).toBe(0);
  await page.getByRole('button', { name: 'Issue a key' }).click();
  expect(await page.getByRole('checkbox', { name: 'Send' }).count()).toBe(0);
});

it('creates a tenant, gives it a key and a quota, suspends it after asking, and lets it go on', async () => {
  await using visit = await portal.visit({ expected: UNAUTHORISED });
  const page = await at(visit, 'tenants');
  await page.getByRole('button', { name: 'New tenant' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('عيادة دجلة');
  await page.getByRole('button', { name: 'Create the tenant' }).click();
  await page.getByRole('heading', { level: 1, name: 'عيادة دجلة' }).waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await page.getByRole('button', { name: 'Issue a key' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Reception');
  await page.getByRole('button', { name: 'Issue the key' }).click();
  const key = (await page.getByRole('dialog').locator('code').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'I have copied it' }).click();
  expect(await opens(key)).toBe(true);

  await page.getByLabel('Messages a day').fill('many');
  await page.getByText('A whole number, or nothing.').waitFor();
  await page.getByLabel('Messages a day').fill('250');
  await page.locator('form', { hasText: 'Messages a day' }).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  const id = page.url().split('/').at(-1);
  const quota = () =>
    ask(portal, 'query ($id: ID!) { node(id: $id) { ... on Tenant { quotas { sendsPerDay } state } } }', { id });
  expect(await quota()).toEqual({ node: { quotas: { sendsPerDay: 250 }, state: 'ACTIVE' } });

  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect(await quota()).toMatchObject({ node: { state: 'ACTIVE' } });
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await page.getByText('This tenant is suspended').waitFor();
  expect(await opens(key)).toBe(false);
  await page.getByRole('button', { name: 'Let it work again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let it work again' }).click();
  await page.getByText('Suspend this tenant').waitFor();
  expect(await opens(key)).toBe(true);
}, 60_000);

it('gives a number to a tenant, adds one with its own access, and checks it', async () => {
  await using visit = await portal.visit();
  const page = await at(visit, 'numbers');
  const tenantId = await newTenant('Nineveh Rentals');
  await page.reload();
  await page.getByText('The box is empty').waitFor();
  const direct = secondAccount();
  await portal.gateway.call('POST', '/sandbox/messages', {
    from: '9647700000011',
    to: direct.phoneNumberId,
    name: 'Layla',
    text: 'Is anybody there? <script>alert(1)</script>',
  });
  await page.getByText('Is anybody there? <script>alert(1)</script>').waitFor();
  expect(await visit.accessibility()).toEqual([]);

  await page.getByRole('button', { name: 'Add a number' }).click();
  await page.getByRole('radio', { name: 'Its own stored access' }).check();
  await page.getByLabel('Phone number id').fill(direct.phoneNumberId);
  await page.getByLabel('WhatsApp Business Account id').fill(direct.wabaId);
  await page.getByRole('textbox', { name: 'Access token' }).fill('EAAwrong');
  await page.getByRole('button', { name: 'Add the number' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(await visit.accessibility()).toEqual([]);
  await page.getByRole('textbox', { name: 'Access token' }).fill(direct.accessToken);
  await page.getByRole('button', { name: 'Add the number' }).click();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('Token · works').waitFor();
  await page.getByText('Account · works').waitFor();
  expect(await page.getByRole('button', { name: 'Remove', exact: true }).count()).toBe(1);
  expect(await page.content()).not.toContain(direct.accessToken);
  expect(await visit.accessibility()).toEqual([]);

  await page.getByRole('link', { name: 'All numbers' }).click();
  await page
    .getByRole('row', { name: /The gateway's own access/ })
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('radio', { name: 'One tenant alone' }).check();
  await page.getByRole('combobox', { name: 'Tenant' }).click();
  await page.getByRole('option', { name: 'Nineveh Rentals' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('definition').filter({ hasText: 'Nineveh Rentals' }).waitFor();
  const { phoneNumbers } = await ask<{ phoneNumbers: { tenantId: string; credentials: string | null }[] }>(
    portal,
    '{ phoneNumbers(all: true) { tenantId credentials } }',
  );
  expect(phoneNumbers.map(({ tenantId }) => tenantId).sort()).toEqual(['dijla', tenantId].sort());
}, 60_000);

it('gives what is nobody’s to a tenant, with all that its author wrote', async () => {
  await using visit = await portal.visit();
  const tenant = await newTenant('Erbil Flowers');
  const { phoneNumbers } = await ask<{ phoneNumbers: { id: string; phoneNumberId: string; credentials: string }[] }>(
    portal,
    '{ phoneNumbers(all: true) { id phoneNumberId credentials } }',
  );
  const number = phoneNumbers.find(({ credentials }) => credentials === 'MASTER');
  await ask(
    portal,
    'mutation ($id: ID!) { assignPhoneNumber(id: $id, sharing: { defaultTenantId: null }) { __typename } }',
    number,
  );
  const page = await at(visit, 'numbers');
  for (const text of ['Roses?', 'Or lilies?']) {
    const written = { from: '9647700000012', to: number?.phoneNumberId, name: 'Sara', text };
    await portal.gateway.call('POST', '/sandbox/messages', written);
    await page.getByText(text).waitFor();
  }
  await page.getByRole('listitem').filter({ hasText: 'Roses?' }).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Tenant' }).click();
  await page.getByRole('option', { name: 'Erbil Flowers' }).click();
  expect(await visit.accessibility()).toEqual([]);
  await dialog.getByRole('button', { name: 'Give to a tenant' }).click();
  await page.getByText('2 messages given to Erbil Flowers.').waitFor();
  await page.getByText('Roses?').waitFor({ state: 'detached' });
  const answer = await portal.gateway.call(
    'POST',
    '/graphql',
    { query: '{ messages(first: 5) { edges { node { text } } } }' },
    { 'x-dijla-tenant': tenant },
  );
  const { data } = await answer.json();
  expect(data.messages.edges.map(({ node }: { node: { text: string } }) => node.text)).toEqual([
    'Or lilies?',
    'Roses?',
  ]);
}, 60_000);

it('shows tenants by the hundred, and finds one behind them', async () => {
  await using visit = await portal.visit();
  for (let shop = 0; shop < 100; shop += 1) await newTenant(`Shop ${shop}`);
  const page = await at(visit, 'tenants');
  const rows = page.getByRole('row').filter({ has: page.getByRole('cell') });
  await rows.first().waitFor();
  expect(await rows.count()).toBe(100);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('link', { name: 'Shop 99' }).waitFor();
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('shop 42');
  await expect.poll(() => rows.count()).toBe(1);
}, 60_000);
