import { describe, expect, it, vi } from 'vitest';
import { numberIdOf } from '../../src/application/numbers.ts';
import type { Tenant } from '../../src/domain/tenant.ts';
import { PERSON, sendingBench, template } from './sending.ts';
import { operator } from './support.ts';

const OWN = '100000000000077';
const DIRECT = { accessToken: 'EAAdirect', phoneNumberId: '100000000000088' };

/** A tenant with a number of its own, and the operator acting for it. */
async function bench() {
  const made = await sendingBench();
  const { store, numbers, tenants, dispatch } = made;
  const shop = await tenants.create(operator(), { name: 'Shop' });
  await numbers.register({
    ...{ id: numberIdOf(OWN), tenantId: shop.id, phoneNumberId: OWN, display: '+9647800000077', wabaId: null },
    ...{ credentials: 'master', messagesPerSecond: null, sharing: null },
  });
  const forShop = operator(shop.id, true);
  const set = (state: Tenant['state']) => tenants.update(operator(), shop.id, { state });
  return {
    ...{ ...made, forShop, set, shop },
    queue: (phone = PERSON, over = {}) =>
      made.send.template(forShop, template({ to: { phone }, from: OWN, wait: false, ...over })),
    statusOf: async (id: string) => (await store.messages.getMany(shop.id, [id]))[0]?.status,
    /** Runs until nothing more goes. */
    async run() {
      while ((await dispatch.runDue()) > 0);
    },
    waitsFor: (ids: readonly string[]) => made.queue.waitsFor(forShop, ids),
  };
}

describe('what a suspended tenant has queued', () => {
  it('waits, says why, and goes on by itself when the tenant is active again', async () => {
    const { calls, dispatch, queue, run, set, statusOf, waitsFor } = await bench();
    const [first, second] = [await queue(), await queue('+9647700000002')];
    await set('suspended');
    await run();
    expect(calls).toEqual([]);
    expect(await statusOf(first.id)).toBe('QUEUED');
    expect(await waitsFor([first.id, second.id])).toEqual(['TENANT_SUSPENDED', 'TENANT_SUSPENDED']);
    await dispatch.start();
    await set('active');
    await expect.poll(() => statusOf(first.id)).toBe('ACCEPTED');
    await expect.poll(() => statusOf(second.id)).toBe('ACCEPTED');
    expect(calls).toHaveLength(2);
  });

  it('stands in nobody’s way', async () => {
    const { calls, queue, run, send, set } = await bench();
    for (let n = 100; n < 180; n += 1) await queue(`+9647700000${n}`);
    await set('suspended');
    await send.template(operator(), template({ wait: false }));
    await run();
    expect(calls.map(({ credentials }) => credentials.phoneNumberId)).toEqual(['100000000000001']);
  });

  it('expires in its time', async () => {
    const { calls, clock, dispatch, queue, run, set, statusOf } = await bench();
    const { id } = await queue(PERSON, { expiresInSeconds: 60 });
    await set('suspended');
    clock.advance(60_000);
    await dispatch.start();
    expect(await statusOf(id)).toBe('EXPIRED');
    await set('active');
    await run();
    expect(calls).toEqual([]);
  });

  it('is judged once more after it was claimed, before the first byte', async () => {
    const { calls, queue, run, set, statusOf, store, waitsFor } = await bench();
    const { id } = await queue();
    const claim = store.outbox.claim.bind(store.outbox);
    vi.spyOn(store.outbox, 'claim').mockImplementationOnce(async (...args) => {
      const jobs = await claim(...args);
      await set('suspended');
      return jobs;
    });
    await run();
    expect(calls).toEqual([]);
    expect(await statusOf(id)).toBe('QUEUED');
    expect(await waitsFor([id])).toEqual(['TENANT_SUSPENDED']);
    await set('active');
    await run();
    expect(await statusOf(id)).toBe('ACCEPTED');
  });

  it('is held after a restart, too', async () => {
    const { calls, queue, run, set, tenants } = await bench();
    await queue();
    await set('suspended');
    await tenants.load();
    await run();
    expect(calls).toEqual([]);
  });
});

describe('the operator acting for a suspended tenant', () => {
  it('may not send, and is told why', async () => {
    const { forShop, queue, send, set } = await bench();
    await set('suspended');
    const refused = { code: 'FORBIDDEN', message: 'This tenant is suspended: nothing is sent for it.' };
    await expect(queue()).rejects.toMatchObject(refused);
    await expect(send.template(forShop, template({ credentials: DIRECT }))).rejects.toMatchObject(refused);
    await set('active');
    expect(await queue()).toMatchObject({ status: 'QUEUED' });
  });

  it('still sees what became of a send by its idempotency key, and may take back what waits', async () => {
    const { decisions, forShop, queue, set, statusOf } = await bench();
    const { id } = await queue(PERSON, { idempotencyKey: 'k' });
    await set('suspended');
    expect(await queue(PERSON, { idempotencyKey: 'k' })).toMatchObject({ id, status: 'QUEUED' });
    await decisions.cancel(forShop, id);
    expect(await statusOf(id)).toBe('CANCELLED');
  });
});

it('a direct send that waits for its turn when its tenant is suspended has failed, surely not sent', async () => {
  const { calls, clock, forShop, pacing, quiet, send, set } = await bench();
  const numberId = numberIdOf(DIRECT.phoneNumberId);
  for (let n = 0; pacing.take({ numberId, conversationId: `conv_${n}` }, clock.now()) === null; n += 1);
  const waiting = send.template(forShop, template({ credentials: DIRECT })).catch((failure: unknown) => failure);
  await quiet();
  await set('suspended');
  clock.advance(1_000);
  expect(await waiting).toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('suspended'),
    details: { messageRef: { status: 'FAILED' } },
  });
  expect(calls).toEqual([]);
});
