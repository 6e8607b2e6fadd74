import { describe, expect, it } from 'vitest';
import type { TenantSettings } from '../../src/application/tenants.ts';
import { NO_QUOTAS } from '../../src/domain/tenant.ts';
import { operator, reader, testSystem } from './support.ts';
import { memoryTenancy, tenancyOver, tenant } from './tenancy.ts';

async function bench() {
  const memory = memoryTenancy();
  const numbers = { ofTenant: (id: string) => (id === 'dijla' ? [NUMBER] : []) };
  const { tenants } = await tenancyOver({ store: memory.store, system: testSystem(), numbers });
  const again = async () => (await tenancyOver({ store: memory.store, system: testSystem() })).tenants;
  return { tenants, again };
}

const NUMBER = {
  ...{ id: 'num_1', tenantId: 'dijla', phoneNumberId: '1', display: '', wabaId: null },
  ...{ credentials: 'master' as const, messagesPerSecond: null, sharing: null },
};

describe('tenants', () => {
  it('are created in Baghdad, without limits, unless something else is said', async () => {
    const { again, tenants } = await bench();
    const plain = await tenants.create(operator(), { name: ' Acme ' });
    expect(plain).toMatchObject({ name: 'Acme', kind: 'standard', state: 'active', timeZone: 'Asia/Baghdad' });
    expect([plain.quotas, plain.defaultNumberId]).toEqual([NO_QUOTAS, null]);
    expect(plain.id).toMatch(/^ten_[0-9a-z]{26}$/);
    const own = { kind: 'direct', timeZone: 'Europe/Berlin', quotas: { sockets: 5, subscriptions: 0 } } as const;
    const direct = await tenants.create(operator(), { name: 'Own app', ...own });
    expect(direct).toMatchObject({ ...own, quotas: { ...NO_QUOTAS, ...own.quotas } });
    expect((await again()).list(operator())).toEqual([tenant(), plain, direct]);
  });

  it('keep what a change leaves out, also when two come at once', async () => {
    const { again, tenants } = await bench();
    const { id } = await tenants.create(operator(), { name: 'Acme', quotas: { sockets: 5, sendsPerDay: 1 } });
    await Promise.all([
      tenants.update(operator(), id, { timeZone: 'UTC' }),
      tenants.update(operator(), id, { quotas: { sockets: null } }),
      tenants.update(operator(), id, { name: 'Acme & Sons' }),
    ]);
    expect((await again()).find(operator(), id)).toMatchObject({
      ...{ name: 'Acme & Sons', timeZone: 'UTC' },
      quotas: { ...NO_QUOTAS, sendsPerDay: 1 },
    });
  });

  it('have a default number of their own, or none', async () => {
    const { tenants } = await bench();
    const { id } = await tenants.create(operator(), { name: 'Acme' });
    const wrong = tenants.update(operator(), id, { defaultNumberId: 'num_1' });
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'defaultNumberId' } });
    expect(await tenants.update(operator(), 'dijla', { defaultNumberId: 'num_1' })).toMatchObject({
      defaultNumberId: 'num_1',
    });
    expect((await tenants.update(operator(), 'dijla', { defaultNumberId: null })).defaultNumberId).toBeNull();
  });

  it.each<[string, TenantSettings]>([
    ['name', { name: '' }],
    ['timeZone', { timeZone: 'Asia/Nowhere' }],
    ['state', { state: 'suspended' }],
    ['quotas.sendsPerDay', { quotas: { sendsPerDay: -1 } }],
    ['quotas.messagesPerSecond', { quotas: { messagesPerSecond: 0 } }],
    ['quotas.mediaBytes', { quotas: { mediaBytes: 0.5 } }],
    ['quotas.sockets', { quotas: { sockets: Number.NaN } }],
  ])('are told which setting cannot be: %s', async (field, settings) => {
    const { again, tenants } = await bench();
    const update = tenants.update(operator(), 'dijla', settings);
    await expect(update).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
    expect((await again()).list(operator())).toEqual([tenant()]);
  });

  it('are the operator’s business; a key sees its own', async () => {
    const { tenants } = await bench();
    const { id } = await tenants.create(operator(), { name: 'Acme' });
    const key = reader(id);
    expect(() => tenants.list(key)).toThrow('operator alone');
    await expect(tenants.create(key, { name: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(tenants.update(key, id, { name: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(tenants.of(key).name).toBe('Acme');
    expect([tenants.find(key, id)?.id, tenants.find(key, 'dijla')]).toEqual([id, null]);
    await expect(tenants.sendsToday(key, 'dijla')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(tenants.update(operator(), 'ten_none', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
