import { describe, expect, it } from 'vitest';
import type { IssueCommand } from '../../src/application/api-keys.ts';
import type { Caller, Scope } from '../../src/domain/tenant.ts';
import { operator, TestClock, testSystem } from './support.ts';
import { memoryTenancy, tenancyOver, tenant } from './tenancy.ts';

const HOUR = 3_600_000;
const SHOP: IssueCommand = { tenantId: 'ten_a', name: 'shop', scopes: ['send'], expiresAt: null, allowedIps: [] };

const holder = (tenantId: string, ...scopes: Scope[]): Caller => ({
  ...{ kind: 'tenant', tenantId, keyName: 'manager', credential: 'key_manager', scopes },
});

async function bench() {
  const clock = new TestClock();
  const memory = memoryTenancy([tenant(), tenant({ id: 'ten_a' }), tenant({ id: 'ten_b' })]);
  const tenancy = await tenancyOver({ store: memory.store, system: testSystem(clock) });
  const issue = (over: Partial<IssueCommand> = {}, caller = operator()) =>
    tenancy.apiKeys.issue(caller, { ...SHOP, ...over });
  const works = (key: string) =>
    tenancy.access.byKey(key).then(
      () => true,
      () => false,
    );
  return { ...tenancy, ...memory, clock, issue, works };
}

describe('issuing a key', () => {
  it('is for the operator everywhere, and for keys that may manage at home', async () => {
    const { apiKeys, issue } = await bench();
    const own = holder('ten_a', 'manage', 'send');
    expect(await issue({ tenantId: null, name: 'one' }, own)).toMatchObject({
      apiKey: { tenantId: 'ten_a', createdBy: 'manager', state: 'active', lastUsedAt: null },
    });
    expect(await issue({ tenantId: null, name: 'two' })).toMatchObject({ apiKey: { tenantId: 'dijla' } });
    await expect(issue({ tenantId: 'ten_b' }, own)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(issue({ tenantId: 'ten_none' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { field: 'tenant' },
    });
    await expect(issue({}, holder('ten_a', 'send', 'read'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(() => apiKeys.list(holder('ten_a', 'read'), null, false)).toThrow('may not manage');
  });

  it('hands on no more than its issuer has', async () => {
    const { issue } = await bench();
    const own = holder('ten_a', 'manage', 'send');
    await expect(issue({ scopes: ['send', 'read'] }, own)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { field: 'scopes' },
    });
    expect((await issue({ scopes: ['send', 'send', 'manage'] }, own)).apiKey.scopes).toEqual(['send', 'manage']);
  });

  it.each([
    ['no name', 'name', { name: '  ' }],
    ['a name that is too long', 'name', { name: 'x'.repeat(101) }],
    ['a name with a line break', 'name', { name: 'a\nb' }],
    ['a name that reads backwards', 'name', { name: 'a\u202eb' }],
    ["the operator's name", 'name', { name: 'Master' }],
    ['no scope', 'scopes', { scopes: [] }],
    ['an address that is none', 'allowedIps.1', { allowedIps: ['192.0.2.1', 'localhost'] }],
    ['too many addresses', 'allowedIps', { allowedIps: Array.from({ length: 51 }, () => '192.0.2.1') }],
    ['an end that is over', 'expiresAt', { expiresAt: 1 }],
  ])('is refused for %s', async (_name, field, over) => {
    const { issue } = await bench();
    await expect(issue(over)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });

  it('gives no name to two active keys of a tenant, not even at once', async () => {
    const { apiKeys, issue } = await bench();
    const both = await Promise.allSettled([issue(), issue({ name: ' Ｓhop ' })]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await issue({ tenantId: 'ten_b' });
    const [shop] = apiKeys.list(operator(), 'ten_a', false);
    await apiKeys.revoke(operator(), shop?.id ?? '');
    await issue();
  });

  it('ends at a hundred', async () => {
    const { apiKeys, issue } = await bench();
    for (let i = 0; i < 100; i += 1) await issue({ name: `till ${i}` });
    await expect(issue()).rejects.toThrow('A tenant may have 100 keys at a time; this one has 100.');
    const [newest] = apiKeys.list(operator(), 'ten_a', false);
    await apiKeys.revoke(operator(), newest?.id ?? '');
    await issue();
  });
});

describe('the list', () => {
  it('shows what tells keys apart, and never a secret or its hash', async () => {
    const { apiKeys, clock, issue } = await bench();
    const { key, apiKey } = await issue();
    clock.advance(1);
    const second = await issue({ name: 'second' });
    const list = apiKeys.list(holder('ten_a', 'manage'), null, false);
    expect(list.map(({ id }) => id)).toEqual([second.apiKey.id, apiKey.id]);
    expect(list[1]?.prefix).toBe(key.slice(0, 'dk_test_'.length + 27));
    expect(JSON.stringify(list)).not.toContain(key.slice(-49));
    expect(list.flatMap((shown) => Object.keys(shown))).not.toContain('hash');
    expect(apiKeys.list(holder('ten_b', 'manage'), null, true)).toEqual([]);
    expect(apiKeys.byId(holder('ten_b', 'manage'), apiKey.id)).toBeNull();
  });

  it('holds the last hundred dead keys when it is asked for them', async () => {
    const { apiKeys, clock, issue, storedKeys } = await bench();
    const first = await issue();
    for (let i = 0; i < 101; i += 1) {
      const [old] = apiKeys.list(operator(), 'ten_a', false);
      await apiKeys.revoke(operator(), old?.id ?? '');
      clock.advance(1);
      await issue();
    }
    expect(apiKeys.list(operator(), 'ten_a', false)).toHaveLength(1);
    const all = apiKeys.list(operator(), 'ten_a', true);
    expect(all.map(({ state }) => state)).toEqual(['active', ...Array.from({ length: 100 }, () => 'revoked')]);
    expect(storedKeys.has(first.apiKey.id)).toBe(false);
  });
});

describe('rotating a key', () => {
  it('leaves both working until the overlap is over', async () => {
    const { access, apiKeys, clock, issue, works } = await bench();
    const ended: string[] = [];
    access.listen({ ended: (name) => void ended.push(name), restored() {} });
    const lifetime = { expiresAt: clock.now() + 100 * HOUR, allowedIps: [] };
    const old = await issue(lifetime);
    clock.advance(10 * HOUR);
    const next = await apiKeys.rotate(holder('ten_a', 'manage', 'send'), old.apiKey.id, 24);
    expect(next.apiKey).toMatchObject({
      ...{ name: 'shop', scopes: ['send'], state: 'active', tenantId: 'ten_a', createdBy: 'manager' },
      expiresAt: clock.now() + 100 * HOUR,
    });
    expect(apiKeys.byId(operator(), old.apiKey.id)).toMatchObject({ state: 'replaced', replacedBy: next.apiKey.id });
    expect([await works(old.key), await works(next.key)]).toEqual([true, true]);
    for (let hours = 0; hours < 24; hours += 1) clock.advance(HOUR);
    expect([await works(old.key), await works(next.key)]).toEqual([false, true]);
    expect(ended).toEqual([old.apiKey.id]);
    expect(apiKeys.byId(operator(), old.apiKey.id)?.state).toBe('expired');
  });

  it('may end the old key at once, and never lets it live longer', async () => {
    const { access, apiKeys, clock, issue, works } = await bench();
    const ended: string[] = [];
    access.listen({ ended: (name) => void ended.push(name), restored() {} });
    const old = await issue();
    const next = await apiKeys.rotate(operator(), old.apiKey.id, 0);
    expect([await works(old.key), await works(next.key)]).toEqual([false, true]);
    expect(ended).toEqual([old.apiKey.id]);
    const short = await issue({ name: 'short', expiresAt: clock.now() + HOUR });
    await apiKeys.rotate(operator(), short.apiKey.id, 720);
    expect(apiKeys.byId(operator(), short.apiKey.id)?.expiresAt).toBe(clock.now() + HOUR);
  });

  it('is no way to more scopes, nor to the keys of others', async () => {
    const { apiKeys, issue } = await bench();
    const { apiKey } = await issue();
    await expect(apiKeys.rotate(holder('ten_a', 'manage'), apiKey.id, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = holder('ten_b', 'manage', 'send');
    await expect(apiKeys.rotate(other, apiKey.id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(apiKeys.revoke(other, apiKey.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(apiKeys.revoke(holder('ten_a', 'send'), apiKey.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('happens once to a key, also when it is asked for twice at once', async () => {
    const { apiKeys, issue } = await bench();
    const { apiKey } = await issue();
    const twice = await Promise.allSettled([1, 2].map(() => apiKeys.rotate(operator(), apiKey.id, 1)));
    expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(apiKeys.list(operator(), 'ten_a', false)).toHaveLength(2);
  });

  it.each([-1, 721, Number.NaN])('does not take %s hours', async (hours) => {
    const { apiKeys, issue } = await bench();
    const { apiKey } = await issue();
    await expect(apiKeys.rotate(operator(), apiKey.id, hours)).rejects.toMatchObject({
      details: { field: 'overlapHours' },
    });
  });
});

it('a key that could not be revoked durably goes on working, and says so', async () => {
  const { apiKeys, issue, store, works } = await bench();
  const { key, apiKey } = await issue();
  const { put } = store.keys;
  store.keys.put = () => Promise.reject(new Error('disk full'));
  await expect(apiKeys.revoke(operator(), apiKey.id)).rejects.toThrow('disk full');
  expect(await works(key)).toBe(true);
  store.keys.put = put;
  await apiKeys.revoke(operator(), apiKey.id);
  expect(await works(key)).toBe(false);
});
