import { describe, expect, it } from 'vitest';
import { hashing } from '../../src/adapters/system/hashing.ts';
import { randomIds } from '../../src/adapters/system/ids.ts';
import type { IssueCommand } from '../../src/application/api-keys.ts';
import { formatKey } from '../../src/application/key-format.ts';
import type { Hashing } from '../../src/ports/system.ts';
import { operator, TestClock, testSystem } from './support.ts';
import { MASTER_KEY, memoryTenancy, tenancyOver, tenant } from './tenancy.ts';

const ACME = tenant({ id: 'ten_acme', name: 'Acme' });
const SHOP: IssueCommand = {
  tenantId: ACME.id,
  name: 'shop',
  scopes: ['send', 'read'],
  expiresAt: null,
  allowedIps: [],
};
const HERE = '192.0.2.7';

async function bench(mode: 'live' | 'test' = 'live') {
  const clock = new TestClock();
  const work: string[] = [];
  const counted: Hashing = {
    sha256(text) {
      work.push('sha256');
      return hashing.sha256(text);
    },
    equal(a, b) {
      work.push(`equal ${a.length} ${b.length}`);
      return hashing.equal(a, b);
    },
  };
  const memory = memoryTenancy([tenant(), ACME]);
  const system = { ...testSystem(clock), hashing: counted };
  const tenancy = await tenancyOver({ store: memory.store, system, mode });
  const ended: string[] = [];
  tenancy.access.listen({ ended: (name) => void ended.push(name), restored: (name) => void ended.push(`+${name}`) });
  const issue = (over: Partial<IssueCommand> = {}) => tenancy.apiKeys.issue(operator(), { ...SHOP, ...over });
  const codeOf = async (key: string | null, address = HERE, named: string | null = null) =>
    tenancy.access.byKey(key, named, address).then(
      () => 'ok',
      (error) => error.code,
    );
  return { ...tenancy, ...memory, clock, codeOf, ended, issue, system, work };
}

describe('a key', () => {
  it('is its tenant, name and scopes', async () => {
    const { access, issue } = await bench();
    const { key, apiKey } = await issue();
    expect(key).toMatch(/^dk_live_/);
    expect(key.startsWith(apiKey.prefix)).toBe(true);
    expect(await access.byKey(key, null, HERE)).toEqual({
      address: HERE,
      kind: 'tenant',
      tenantId: 'ten_acme',
      keyName: 'shop',
      credential: apiKey.id,
      scopes: ['send', 'read'],
    });
  });

  it('is kept as its hash alone, and works again after a restart', async () => {
    const { issue, keys, store, system } = await bench();
    const { key, apiKey } = await issue();
    expect(JSON.stringify([...(await store.keys.all())])).not.toContain(key.slice(-49));
    expect(keys.get(apiKey.id)?.hash).toBe(hashing.sha256(key));
    const again = await tenancyOver({ store, system, mode: 'live' });
    expect(await again.access.byKey(key, null, HERE)).toMatchObject({ credential: apiKey.id });
  });

  it('acts for no other tenant, and whether there is one is not told', async () => {
    const { codeOf, issue } = await bench();
    const { key } = await issue();
    expect(await codeOf(key, HERE, 'ten_acme')).toBe('ok');
    expect([await codeOf(key, HERE, 'dijla'), await codeOf(key, HERE, 'ten_none')]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('of the sandbox opens nothing live, nor a live one the sandbox', async () => {
    for (const [mode, other] of [['live', 'test'] as const, ['test', 'live'] as const]) {
      const { access, issue, keys } = await bench(mode);
      const { key, apiKey } = await issue();
      const forged = formatKey(other, apiKey.id, randomIds.secret());
      expect(key.startsWith(`dk_${mode}_`)).toBe(true);
      await expect(access.byKey(forged, null, HERE)).rejects.toThrow('Unauthorized: a key of the sandbox (dk_test_…)');
      expect(keys.match(forged, hashing.sha256(forged))).toEqual({ unknown: 'otherMode' });
    }
  });

  it('may be bound to addresses', async () => {
    const { access, codeOf, issue } = await bench();
    const { key } = await issue({ allowedIps: ['192.0.2.0/24', '2001:db8::/32'] });
    for (const address of ['192.0.2.7', '::ffff:192.0.2.9', '2001:db8::5'])
      expect(await codeOf(key, address)).toBe('ok');
    for (const address of ['192.0.3.7', '2001:db9::5', '']) expect(await codeOf(key, address)).toBe('FORBIDDEN');
    await expect(access.byKey(key, null, '192.0.3.7')).rejects.toThrow('192.0.3.7');
  });

  it('notes its last use at most once a minute, and nobody waits for it', async () => {
    const { access, apiKeys, calls, clock, issue, keys } = await bench();
    const { key, apiKey } = await issue();
    const used = () => calls.filter((call) => call === 'keys.used').length;
    for (let i = 0; i < 5; i += 1) await access.byKey(key, null, HERE);
    clock.advance(59_999);
    await access.byKey(key, null, HERE);
    expect(used()).toBe(1);
    clock.advance(1);
    await access.byKey(key, null, HERE);
    await keys.settled();
    expect(used()).toBe(2);
    expect(apiKeys.byId(operator(), apiKey.id)?.lastUsedAt).toBe(clock.now());
  });
});

describe('the check of a key', () => {
  it('never asks the store, whatever it is given', async () => {
    const { calls, codeOf, issue } = await bench();
    const { key, apiKey } = await issue();
    const before = calls.length;
    const guesses = [
      ...[key.slice(0, -1), `${key.slice(0, -1)}!`, 'x', 'x'.repeat(100_000), 'dk_live_x', 'dk_test_x'],
      ...[
        formatKey('live', apiKey.id, randomIds.secret()),
        formatKey('live', `key_${randomIds.fresh()}`, randomIds.secret()),
      ],
    ];
    for (const guess of guesses) expect(await codeOf(guess)).toBe('UNAUTHENTICATED');
    expect(calls.slice(before)).toEqual([]);
  });

  it('does the same work for an unknown id, a wrong secret, a revoked and an expired key', async () => {
    const { apiKeys, clock, codeOf, issue, work } = await bench();
    const right = await issue();
    const revoked = await issue({ name: 'revoked' });
    const expired = await issue({ name: 'expired', expiresAt: clock.now() + 1 });
    await apiKeys.revoke(operator(), revoked.apiKey.id);
    clock.advance(1);
    const workOf = async (key: string) => {
      work.length = 0;
      await codeOf(key);
      return [...work];
    };
    const expected = ['sha256', 'equal 64 64', 'equal 64 64'];
    expect(await workOf(right.key)).toEqual(expected);
    const wrong = [
      formatKey('live', `key_${randomIds.fresh()}`, randomIds.secret()),
      formatKey('live', right.apiKey.id, randomIds.secret()),
      revoked.key,
      expired.key,
    ];
    for (const key of wrong) {
      expect(await workOf(key)).toEqual(expected);
      expect(await codeOf(key)).toBe('UNAUTHENTICATED');
    }
  });

  it('compares no secret of what is mistyped, and hashes nothing that is too long', async () => {
    const { codeOf, issue, work } = await bench();
    const { key } = await issue();
    work.length = 0;
    await codeOf(key.slice(0, -1));
    expect(work).toEqual(['sha256', 'equal 64 64']);
    work.length = 0;
    await codeOf('x'.repeat(1_025));
    expect(work).toEqual(['equal 0 64']);
  });
});

describe('guessing', () => {
  it('is refused after 60 wrong keys in a minute from one address; right keys go on working', async () => {
    const { access, clock, codeOf, issue } = await bench();
    const { key } = await issue();
    for (let i = 0; i < 60; i += 1) expect(await codeOf(`guess ${i}`)).toBe('UNAUTHENTICATED');
    clock.advance(1_000);
    await expect(access.byKey('guess', null, HERE)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 59, retryable: true },
    });
    expect(await codeOf('guess', '192.0.2.8')).toBe('UNAUTHENTICATED');
    expect([await codeOf(key), await codeOf(MASTER_KEY)]).toEqual(['ok', 'ok']);
    clock.advance(59_000);
    expect(await codeOf('guess')).toBe('UNAUTHENTICATED');
  });

  it('is not hidden by using many addresses of one IPv6 network', async () => {
    const { codeOf } = await bench();
    for (let i = 0; i < 60; i += 1) await codeOf('guess', `2001:db8::${i.toString(16)}`);
    expect(await codeOf('guess', '2001:db8::ffff:1')).toBe('RATE_LIMITED');
  });

  it('does not count requests without a key', async () => {
    const { codeOf } = await bench();
    for (let i = 0; i < 100; i += 1) expect(await codeOf(i % 2 ? '' : null)).toBe('UNAUTHENTICATED');
    expect(await codeOf('guess')).toBe('UNAUTHENTICATED');
  });
});

describe('a key ends', () => {
  it('with being revoked', async () => {
    const { apiKeys, codeOf, ended, issue } = await bench();
    const { key, apiKey } = await issue();
    const other = await issue({ name: 'other' });
    expect(await apiKeys.revoke(operator(), apiKey.id)).toMatchObject({ state: 'revoked' });
    expect(ended).toEqual([apiKey.id]);
    expect([await codeOf(key), await codeOf(other.key)]).toEqual(['UNAUTHENTICATED', 'ok']);
    await apiKeys.revoke(operator(), apiKey.id);
    expect(ended).toEqual([apiKey.id]);
  });

  it('in the very moment at which it expires, however far that is', async () => {
    const { clock, codeOf, ended, issue } = await bench();
    const year = 365 * 24 * 3_600_000;
    const { key, apiKey } = await issue({ expiresAt: clock.now() + year });
    const sooner = await issue({ name: 'sooner', expiresAt: clock.now() + 5_000 });
    clock.advance(4_999);
    expect(ended).toEqual([]);
    clock.advance(1);
    expect(ended).toEqual([sooner.apiKey.id]);
    expect(await codeOf(sooner.key)).toBe('UNAUTHENTICATED');
    for (let hours = 0; hours < 365 * 24; hours += 1) clock.advance(3_600_000);
    expect(ended).toEqual([sooner.apiKey.id, apiKey.id]);
    expect(await codeOf(key)).toBe('UNAUTHENTICATED');
  });

  it('for as long as its tenant is suspended', async () => {
    const { access, codeOf, ended, issue, tenants } = await bench();
    const { key } = await issue();
    await tenants.update(operator(), ACME.id, { state: 'suspended' });
    expect(ended).toEqual([ACME.id]);
    await expect(access.byKey(key, null, HERE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await codeOf(MASTER_KEY, HERE, ACME.id)).toBe('ok');
    await tenants.update(operator(), ACME.id, { state: 'active' });
    expect(ended).toEqual([ACME.id, `+${ACME.id}`]);
    expect(await codeOf(key)).toBe('ok');
  });
});

describe('a session', () => {
  it('acts as its key does, under a name of its own', async () => {
    const { access, issue } = await bench();
    const { key, apiKey } = await issue();
    const { token } = await access.signIn(key, HERE);
    const caller = await access.bySession(token, HERE);
    expect(caller).toMatchObject({ kind: 'tenant', tenantId: ACME.id, credential: apiKey.id, scopes: SHOP.scopes });
    expect(caller.session).toMatch(/^session:[0-9a-f]{32}$/);
    expect(caller.session).not.toContain(token);
  });

  it('ends with its key, for good', async () => {
    const { access, apiKeys, issue, keys, sessions } = await bench();
    const { key, apiKey } = await issue();
    const { token } = await access.signIn(key, HERE);
    await apiKeys.revoke(operator(), apiKey.id);
    await expect(access.bySession(token, HERE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await keys.settled();
    expect(sessions.size).toBe(0);
  });

  it('is bound to the addresses of its key, and to its tenant being active', async () => {
    const { access, issue, tenants } = await bench();
    const { key } = await issue({ allowedIps: [HERE] });
    const { token } = await access.signIn(key, HERE);
    await expect(access.bySession(token, '192.0.2.8')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await tenants.update(operator(), ACME.id, { state: 'suspended' });
    await expect(access.bySession(token, HERE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('tells its end: signed out, or twelve hours idle', async () => {
    const { access, clock, ended, sessions } = await bench();
    const [first, second] = [await access.signIn(MASTER_KEY, HERE), await access.signIn(MASTER_KEY, HERE)];
    await access.signOut(first.token);
    expect(ended).toEqual([first.caller.session]);
    await access.signOut(first.token);
    await access.signOut('made up');
    expect(ended).toHaveLength(1);
    for (let hours = 0; hours < 12; hours += 1) clock.advance(3_600_000);
    expect(ended).toHaveLength(1);
    clock.advance(1);
    expect(ended).toEqual([first.caller.session, second.caller.session]);
    expect(sessions.size).toBe(0);
  });

  it('is not brought back by a request that read it before it ended', async () => {
    const { access, clock, sessions, store } = await bench();
    const { token } = await access.signIn(MASTER_KEY, HERE);
    clock.advance(3_600_000);
    const gate = Promise.withResolvers<void>();
    const { get } = store.sessions;
    store.sessions.get = async (idHash) => {
      const found = await get(idHash);
      await gate.promise;
      return found;
    };
    const late = access.bySession(token, HERE);
    await access.signOut(token);
    gate.resolve();
    await expect(late).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(sessions.size).toBe(0);
  });

  it('goes on for another tenant with the master key alone, and ends what the old one opened', async () => {
    const { access, ended, issue } = await bench();
    const old = await access.signIn(MASTER_KEY, HERE);
    const { token, caller } = await access.switchTenant(old.token, ACME.id, HERE);
    expect(caller).toMatchObject({ kind: 'operator', tenantId: ACME.id, tenantNamed: true });
    expect(await access.bySession(token, HERE)).toEqual(caller);
    expect(ended).toEqual([old.caller.session]);
    await expect(access.bySession(old.token, HERE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(access.switchTenant(token, 'nobody', HERE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(access.switchTenant(null, ACME.id, HERE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const { key } = await issue();
    const theirs = await access.signIn(key, HERE);
    await expect(access.switchTenant(theirs.token, ACME.id, HERE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await access.bySession(theirs.token, HERE)).toMatchObject({ kind: 'tenant' });
  });

  it('makes room when one key has a hundred', async () => {
    const { access, ended, sessions } = await bench();
    const first = await access.signIn(MASTER_KEY, HERE);
    for (let i = 0; i < 100; i += 1) await access.signIn(MASTER_KEY, HERE);
    expect(ended).toEqual([first.caller.session]);
    expect(sessions.size).toBe(100);
  });
});
