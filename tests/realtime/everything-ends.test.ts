import { expect, it, onTestFinished } from 'vitest';
import { TestClock } from '../application/support.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { expectEnded, type Held, KEY_KINDS, openAll, SESSION_KINDS } from './kinds.ts';

const HOUR = 3_600_000;

async function rig() {
  const clock = new TestClock();
  const gateway = await startGateway({}, { system: { clock } });
  const held: Held[] = [];
  onTestFinished(async () => {
    for (const { stop } of held) stop();
    await gateway.close();
  });
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const { data, errors } = await (await gateway.call('POST', '/graphql', { query }, headers)).json();
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { createTenant } = await ask('mutation { createTenant(name: "Acme") { ... on Tenant { id } } }');
  const issue = async (name: string, more = '') => {
    const args = `tenant: "${createTenant.id}", name: "${name}", scopes: [send, read, manage] ${more}`;
    const fields = '... on IssuedApiKey { key apiKey { id } } ... on Error { message }';
    const { issueApiKey } = await ask(`mutation { issueApiKey(${args}) { ${fields} } }`);
    return { id: String(issueApiKey.apiKey.id), key: String(issueApiKey.key) };
  };
  const open = async (kinds: typeof KEY_KINDS, headers: Record<string, string>) => {
    const opened = await openAll(kinds, new URL(gateway.url).host, headers);
    held.push(...opened);
    return opened;
  };
  const socketsOpen = async () => {
    const text = await (await gateway.call('GET', '/metrics')).text();
    return Number(/^dijla_sockets_open (\d+)$/m.exec(text)?.[1]);
  };
  return { ask, clock, gateway, issue, open, socketsOpen, tenantId: String(createTenant.id) };
}

/** Opens a session as a browser on the gateway's own page does. */
async function signIn(gateway: TestGateway, key: string) {
  const origin = gateway.url;
  const answer = await fetch(`${gateway.url}/api/v1/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { origin, cookie };
}

const by = (key: string) => ({ 'x-dijla-key': key });
it('a revoked key takes a hundred sockets of every kind with it, its sessions, and nobody else’s', async () => {
  const { ask, gateway, issue, open, socketsOpen } = await rig();
  const [revoked, other] = [await issue('revoked'), await issue('other')];
  const many = Array.from({ length: 13 }, () => KEY_KINDS).flat();
  const mine = [...(await open(many, by(revoked.key)))];
  const session = await signIn(gateway, revoked.key);
  mine.push(...(await open(SESSION_KINDS, session)));
  const theirs = await open(KEY_KINDS, by(other.key));
  await expect.poll(socketsOpen, { timeout: 5_000 }).toBe(mine.length + theirs.length);
  expect(mine.length).toBeGreaterThanOrEqual(110);

  await ask(`mutation { revokeApiKey(id: "${revoked.id}") { ... on ApiKey { state } } }`);
  await expectEnded(mine);
  await expect.poll(socketsOpen).toBe(theirs.length);
  expect((await gateway.call('GET', '/api/v1/whatsapp/events', undefined, by(revoked.key))).status).toBe(401);
  const who = await fetch(`${gateway.url}/api/v1/session`, { headers: session });
  expect(who.status).toBe(401);
}, 30_000);

it('a key that expires takes everything with it in that moment', async () => {
  const { clock, gateway, issue, open, socketsOpen } = await rig();
  const { key } = await issue('brief', `expiresAt: "${new Date(clock.now() + HOUR).toISOString()}"`);
  const held = await open(KEY_KINDS, by(key));
  held.push(...(await open(SESSION_KINDS, await signIn(gateway, key))));
  await expect.poll(socketsOpen).toBe(held.length);
  clock.advance(HOUR);
  await expectEnded(held);
});

it('a rotated key lets go of its sockets when its overlap is over', async () => {
  const { ask, clock, issue, open, socketsOpen } = await rig();
  const { id, key } = await issue('rotated');
  const held = await open(KEY_KINDS, by(key));
  const { rotateApiKey } = await ask(
    `mutation { rotateApiKey(id: "${id}", overlapHours: 1) { ... on IssuedApiKey { key } } }`,
  );
  const next = await open(SESSION_KINDS, by(rotateApiKey.key));
  await expect.poll(socketsOpen).toBe(held.length + next.length);
  clock.advance(HOUR);
  await expectEnded(held);
  await expect.poll(socketsOpen).toBe(next.length);
});

it('a suspended tenant loses all that its keys hold open, and may come back', async () => {
  const { ask, gateway, issue, open, socketsOpen, tenantId } = await rig();
  const [one, two] = [await issue('one'), await issue('two')];
  const held = [...(await open(KEY_KINDS, by(one.key))), ...(await open(KEY_KINDS, by(two.key)))];
  held.push(...(await open(SESSION_KINDS, await signIn(gateway, two.key))));
  const operators = await open(SESSION_KINDS, { ...by(gateway.key), 'x-dijla-tenant': tenantId });
  await expect.poll(socketsOpen).toBe(held.length + operators.length);
  const set = (state: string) =>
    ask(`mutation { updateTenant(id: "${tenantId}", state: ${state}) { ... on Tenant { state } } }`);
  await set('SUSPENDED');
  await expectEnded(held);
  const refused = await gateway.call('GET', '/api/v1/whatsapp/events', undefined, by(one.key));
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'FORBIDDEN']);
  await expect.poll(socketsOpen).toBe(operators.length);
  await set('ACTIVE');
  const back = await open(KEY_KINDS, by(one.key));
  await expect.poll(socketsOpen).toBe(operators.length + back.length);
});

it('signing out ends what the session opened, and not the key’s other sessions', async () => {
  const { gateway, issue, open, socketsOpen } = await rig();
  const { key } = await issue('person');
  const [leaving, staying] = [await signIn(gateway, key), await signIn(gateway, key)];
  const held = await open(SESSION_KINDS, leaving);
  const others = await open(SESSION_KINDS, staying);
  await expect.poll(socketsOpen).toBe(held.length + others.length);
  await fetch(`${gateway.url}/api/v1/session`, { method: 'DELETE', headers: leaving });
  await expectEnded(held);
  await expect.poll(socketsOpen).toBe(others.length);
});

it('a session that is idle for twelve hours ends with its sockets', async () => {
  const { clock, gateway, open, socketsOpen } = await rig();
  const held = await open(SESSION_KINDS, await signIn(gateway, gateway.key));
  await expect.poll(socketsOpen).toBe(held.length);
  for (let hours = 0; hours < 12; hours += 1) clock.advance(HOUR);
  expect(await socketsOpen()).toBe(held.length);
  clock.advance(1);
  await expectEnded(held);
});

it('a tenant opens no more sockets than its quota, and is told so in each protocol’s way', async () => {
  const { ask, gateway, issue, open, tenantId, socketsOpen } = await rig();
  const { key } = await issue('many');
  await ask(`mutation { updateTenant(id: "${tenantId}", quotas: { sockets: 8 }) { ... on Tenant { id } } }`);
  const held = await open(KEY_KINDS, by(key));
  await expect.poll(socketsOpen).toBe(8);
  const refused = await gateway.call('GET', '/api/v1/whatsapp/events?wait=30', undefined, by(key));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
  expect((await refused.json()).error).toMatchObject({ code: 'RATE_LIMITED', field: 'quotas.sockets' });
  const body = { query: 'subscription { events { cursor } }' };
  for (const path of ['/graphql', '/graphql/stream', '/api/v1/whatsapp/events']) {
    const method = path.startsWith('/graphql') ? 'POST' : 'GET';
    const accept = { ...by(key), accept: 'text/event-stream' };
    expect((await gateway.call(method, path, method === 'POST' ? body : undefined, accept)).status).toBe(429);
  }
  const [ws, io] = await Promise.allSettled(KEY_KINDS.slice(0, 2).map((kind) => open([kind], by(key))));
  expect([ws?.status, io?.status]).toEqual(['rejected', 'rejected']);
  held[0]?.stop();
  await expect.poll(socketsOpen).toBe(7);
  await open(KEY_KINDS.slice(0, 1), by(key));
});
