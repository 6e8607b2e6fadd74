import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { discard, runGateway } from '../support/process.ts';
import { callerOf } from './own-number.ts';

const PERSON = '9647700000000';
/** For tests that start the gateway more than once. */
const LONG = 240_000;
const WAIT = { timeout: 30_000, interval: 50 };
const KEY_A = Buffer.alloc(32, 7).toString('base64');
const KEY_B = Buffer.alloc(32, 9).toString('base64');

async function started() {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close());
  return { gateway, ...callerOf(gateway) };
}

it(
  'a tenant stores its own number, sends from the queue and hears by its own webhook, also after a restart',
  async () => {
    const { gateway, account, add, ask, call, queue, statusOf, tenant, textsOf } = await started();
    const own = await account();
    const { id, key } = await tenant('Own');

    expect(await add(key, own)).toEqual({
      ...{ __typename: 'PhoneNumber', id: `num_${own.phoneNumberId}`, display: '+9647800000002' },
      ...{
        credentials: 'STORED',
        verifiedName: 'Direct Tenant (sandbox)',
        quality: 'GREEN',
        shared: false,
        tenantId: id,
      },
      webhookUrl: `${gateway.url}/api/v1/whatsapp/webhook/${id}`,
    });
    const { updateTenant } = await ask(
      'mutation ($id: ID!, $number: ID) { updateTenant(id: $id, defaultNumberId: $number) { __typename } }',
      { id, number: `num_${own.phoneNumberId}` },
    );
    expect(updateTenant.__typename).toBe('Tenant');
    expect((await call('POST', '/sandbox/callbacks', { path: `/${id}` })).status).toBe(200);

    const sent = await queue(key, PERSON);
    await expect.poll(() => statusOf(key, sent), WAIT).toBe('READ');
    await call('POST', '/sandbox/messages', { from: PERSON, to: own.phoneNumberId, text: 'to my own number' });
    await expect.poll(() => textsOf(key), WAIT).toEqual(['to my own number']);
    expect(await textsOf(gateway.key)).toEqual([]);
    const { templates } = await ask('{ templates { wabaId } }', {}, key);
    expect(new Set(templates.map(({ wabaId }: { wabaId: string }) => wabaId))).toEqual(new Set([own.wabaId]));

    await gateway.restart();
    const again = await queue(key, PERSON);
    await expect.poll(() => statusOf(key, again), WAIT).toMatch(/ACCEPTED|SENT|DELIVERED|READ/);
  },
  LONG,
);

it('nobody gets a number that its token does not reach, and who has it is told only to one whose token does', async () => {
  const { account, add, tenant } = await started();
  const [masters, own] = [await account(0), await account(1)];
  const first = await tenant('First');
  const second = await tenant('Second');

  const strange = { ...own, accessToken: 'EAAstrangestrangestrange' };
  expect(await add(first.key, strange)).toMatchObject({ code: 'REJECTED_BY_META', field: 'input.accessToken' });
  const foreign = { ...own, phoneNumberId: masters.phoneNumberId };
  expect(await add(first.key, foreign)).toMatchObject({ code: 'REJECTED_BY_META', field: 'input.phoneNumberId' });
  const elsewhere = { ...own, wabaId: masters.wabaId };
  expect(await add(first.key, elsewhere)).toMatchObject({ code: 'REJECTED_BY_META', field: 'input.wabaId' });

  expect(await add(first.key, own)).toMatchObject({ __typename: 'PhoneNumber' });
  expect(await add(second.key, strange)).toMatchObject({ code: 'REJECTED_BY_META', field: 'input.accessToken' });
  expect(await add(second.key, own)).toMatchObject({ code: 'FORBIDDEN', field: 'input.phoneNumberId' });
  const { accessToken: _none, appSecret: _app, verifyToken: _verify, ...bare } = own;
  expect(await add(second.key, bare)).toMatchObject({ code: 'FORBIDDEN' });
});

it('a number whose token Meta refuses waits, says so, and goes on with the next token', async () => {
  const { account, add, ask, call, queue, statusOf, tenant } = await started();
  const own = await account();
  const { id, key } = await tenant('Expired');
  await add(key, own);
  const number = `num_${own.phoneNumberId}`;
  await ask('mutation ($id: ID!, $number: ID) { updateTenant(id: $id, defaultNumberId: $number) { __typename } }', {
    ...{ id, number },
  });
  await call('POST', '/sandbox/faults', { code: 190, number: own.phoneNumberId, call: 'messages', times: 1 });
  const sent = await queue(key, PERSON);
  const paused = async () => {
    const { phoneNumbers } = await ask('{ phoneNumbers { queue { pauseReason } } }', {}, key);
    return phoneNumbers[0].queue.pauseReason;
  };
  await expect.poll(paused, WAIT).toMatch(/^190 /);
  await expect.poll(() => statusOf(key, sent), WAIT).toMatch(/^QUEUED/);
  const { updatePhoneNumber } = await ask(
    `mutation ($id: ID!, $token: String!) { updatePhoneNumber(id: $id, input: { accessToken: $token }) { __typename } }`,
    { id: number, token: own.accessToken },
    key,
  );
  expect(updatePhoneNumber.__typename).toBe('PhoneNumber');
  await expect.poll(() => statusOf(key, sent), WAIT).toMatch(/ACCEPTED|SENT|DELIVERED|READ/);
});

it('who loses a number reads what was said, and sends nothing from it any more', async () => {
  const { account, ask, call, queue, statusOf, tenant, textsOf, gateway } = await started();
  const masters = await account(0);
  const id = `num_${masters.phoneNumberId}`;
  const winner = await tenant('Winner');
  await call('POST', '/sandbox/messages', { from: PERSON, text: 'before' });
  await expect.poll(() => textsOf(gateway.key), WAIT).toEqual(['before']);
  // The number stops at the first refusal, so that the message waits.
  await call('POST', '/sandbox/faults', { code: 190, call: 'messages', times: 1 });
  const waiting = await queue(gateway.key, '9647700000001');
  await expect.poll(() => statusOf(gateway.key, waiting), WAIT).toMatch(/^QUEUED/);

  const { assignPhoneNumber } = await ask(
    'mutation ($id: ID!, $to: ID) { assignPhoneNumber(id: $id, tenantId: $to) { ... on PhoneNumber { tenantId shared } } }',
    { id, to: winner.id },
  );
  expect(assignPhoneNumber).toEqual({ tenantId: winner.id, shared: false });
  await expect.poll(() => statusOf(gateway.key, waiting), WAIT).toBe('FAILED -3');
  expect(await textsOf(gateway.key)).toEqual(['before']);
  const { conversations } = await ask('{ conversations(first: 5) { edges { node { id } } } }');
  const [{ node }] = conversations.edges;
  const { sendReply } = await ask(
    `mutation ($id: ID!) { sendReply(input: { to: { conversationId: $id }, content: { text: { body: "x" } } }) {
      __typename ... on Error { field } } }`,
    { id: node.id },
  );
  expect(sendReply.__typename).toBe('ForbiddenError');
  await call('POST', '/sandbox/messages', { from: PERSON, text: 'after' });
  await expect.poll(() => textsOf(winner.key), WAIT).toEqual(['after']);
  expect(await textsOf(gateway.key)).toEqual(['before']);
});

it(
  'a real process changes its encryption key, refuses a wrong one, and keeps no secret where it can be read',
  async () => {
    const first = await runGateway({ ENCRYPTION_KEY: KEY_A, LOG_LEVEL: 'debug' });
    onTestFinished(() => discard(first));
    const { account, add, ask, tenant } = callerOf(first);
    const own = await account();
    const appSecret = 'canary-of-an-app-secret';
    const verifyToken = 'canary-of-a-verify-token';
    const { key } = await tenant('Canary');
    expect(await add(key, { ...own, appSecret, verifyToken })).toMatchObject({ __typename: 'PhoneNumber' });
    await add(key, { ...own, appSecret: 'short-canary-secret', wabaId: 'no id' });
    const shown = JSON.stringify(await ask('{ phoneNumbers { id credentials webhookUrl wabaId } }', {}, key));

    const canaries = [own.accessToken, appSecret, verifyToken, KEY_A, 'short-canary-secret'];
    const found = await filesOf(first.folder);
    // The sandbox keeps its own accounts' secrets, of which this token is one, in a file for its owner alone.
    const swept = [...found.filter(([name]) => !name.endsWith('sandbox-secrets.json')), ['answer', shown]];
    expect(swept.map(([name]) => name).join()).toContain('sandbox.db-wal');
    expect(swept.filter(([, text]) => canaries.some((canary) => text?.includes(canary)))).toEqual([]);
    const printed = [first.stdout().slice(first.stdout().indexOf('\nGo live')), first.stderr()];
    expect(printed.filter((text) => canaries.some((canary) => text.includes(canary)))).toEqual([]);
    first.kill('SIGTERM');
    expect(await first.exited).toBe(0);

    const changing = await runGateway({ ENCRYPTION_KEY: `${KEY_B},${KEY_A}` }, first.folder);
    changing.kill('SIGTERM');
    expect(await changing.exited).toBe(0);

    const refused = await runGateway({ ENCRYPTION_KEY: KEY_A }, first.folder);
    expect(await refused.exited).toBe(1);
    expect(refused.stderr()).toMatch(/^ENCRYPTION_KEY does not open what is there: .*\.\n$/);

    const changed = await runGateway({ ENCRYPTION_KEY: KEY_B }, first.folder);
    onTestFinished(() => discard(changed));
    const { verifyPhoneNumber } = await callerOf({ ...changed, folder: first.folder }).ask(
      `mutation ($id: ID!) { verifyPhoneNumber(id: $id) {
      ... on PhoneNumberConnection { checks { what ok error { code } } } } }`,
      { id: `num_${own.phoneNumberId}` },
      key,
    );
    const parts = ['TOKEN', 'NUMBER', 'ACCOUNT'];
    expect(verifyPhoneNumber.checks).toEqual(parts.map((what) => ({ what, ok: true, error: null })));
  },
  LONG,
);

async function filesOf(folder: string): Promise<[name: string, text: string][]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(files.map(async (name): Promise<[string, string]> => [name, await readFile(name, 'latin1')]));
}
