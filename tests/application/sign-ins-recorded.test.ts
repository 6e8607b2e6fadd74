import { expect, it } from 'vitest';
import { operator, TestClock, testSystem } from './support.ts';
import { MASTER_KEY, memoryTenancy, tenancyOver } from './tenancy.ts';

const HERE = '192.0.2.7';

async function bench() {
  const memory = memoryTenancy();
  const clock = new TestClock();
  const tenancy = await tenancyOver({ store: memory.store, system: testSystem(clock) });
  const { entries } = memory;
  return { ...tenancy, clock, entries, take: () => entries.splice(0) };
}

it('signing in and out is recorded with the key, its tenant and the address', async () => {
  const { access, apiKeys, take, tenants } = await bench();
  const { id: tenantId } = await tenants.create(operator(), { name: 'Shop' });
  const command = { tenantId, name: 'Zahra', scopes: ['read'], expiresAt: null, allowedIps: [] } as const;
  const { apiKey, key } = await apiKeys.issue(operator(), command);
  take();
  const { token } = await access.signIn(key, HERE);
  await access.signOut(token, '192.0.2.8');
  await access.signOut(token, HERE);
  const actor = { role: 'tenant', keyId: apiKey.id, keyName: 'Zahra', session: true, tenantId };
  expect(take()).toMatchObject([
    { action: 'session.sign_in', tenantId, actor, address: HERE, changes: { with: { after: 'key' } }, result: 'done' },
    { action: 'session.sign_out', tenantId, actor, address: '192.0.2.8' },
  ]);
  const linked = await access.redeemLink(access.issueLink(), HERE);
  await access.signOut(linked.token);
  const master = { role: 'operator', keyId: null, keyName: 'master', session: true, tenantId: 'dijla' };
  expect(take()).toMatchObject([
    { action: 'session.sign_in', actor: master, address: HERE, changes: { with: { after: 'link' } } },
    { action: 'session.sign_out', actor: master, address: null },
  ]);
});

it('acting for another tenant is a sign-in there and a sign-out here, both recorded', async () => {
  const { access, take, tenants } = await bench();
  const { id: tenantId } = await tenants.create(operator(), { name: 'Shop' });
  const { token } = await access.signIn(MASTER_KEY, HERE);
  take();
  await access.switchTenant(token, tenantId, HERE);
  expect(take()).toMatchObject([
    {
      action: 'session.sign_in',
      tenantId,
      actor: { role: 'operator', tenantId },
      changes: { with: { after: 'switch' } },
    },
    { action: 'session.sign_out', tenantId: 'dijla', address: HERE },
  ]);
});

it('a refused sign-in is recorded: a stranger’s with the operator, one of a key with its tenant', async () => {
  const { access, apiKeys, take, tenants } = await bench();
  const { id: tenantId } = await tenants.create(operator(), { name: 'Shop' });
  const bound = { tenantId, name: 'till', scopes: ['read'], expiresAt: null, allowedIps: ['198.51.100.1'] } as const;
  const { apiKey, key } = await apiKeys.issue(operator(), bound);
  take();
  await expect(access.signIn('a-guess', HERE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(access.signIn(key, HERE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(access.redeemLink('no-link', HERE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const recorded = take();
  expect(recorded).toMatchObject([
    { action: 'session.refused', tenantId: 'dijla', actor: { role: 'nobody', keyId: null }, address: HERE },
    { action: 'session.refused', tenantId, actor: { role: 'tenant', keyId: apiKey.id }, target: apiKey.id },
    { action: 'session.refused', tenantId: 'dijla', actor: { role: 'nobody' } },
  ]);
  expect(recorded.map(({ result }) => result)).toEqual(['refused', 'refused', 'refused']);
  expect(JSON.stringify(recorded)).not.toContain('a-guess');
});

it('strangers do not fill the log: of a minute’s refusals the first are recorded, and how many were not', async () => {
  const { access, clock, take } = await bench();
  for (let i = 0; i < 50; i += 1) {
    await expect(access.signIn('a-guess', `192.0.2.${i}`)).rejects.toThrow('Unauthorized');
  }
  expect(take()).toHaveLength(20);
  clock.advance(60_000);
  await expect(access.signIn('a-guess', HERE)).rejects.toThrow('Unauthorized');
  expect(take()).toMatchObject([{ changes: { notRecorded: { after: 30 } } }]);
});

it('a session that cannot be recorded is not opened; a refusal is told even when it cannot be', async () => {
  const { access, entries } = await bench();
  entries.push = () => {
    throw new Error('the disk is full');
  };
  await expect(access.signIn(MASTER_KEY, HERE)).rejects.toThrow('the disk is full');
  await expect(access.signIn('a-guess', HERE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('who acts with a key comes with the address, for the log', async () => {
  const { access } = await bench();
  expect(await access.byKey(MASTER_KEY, null, HERE)).toMatchObject({ address: HERE });
  const { token } = await access.signIn(MASTER_KEY, HERE);
  expect(await access.bySession(token, '192.0.2.9')).toMatchObject({ address: '192.0.2.9' });
});
