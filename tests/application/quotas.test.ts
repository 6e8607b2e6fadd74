import { describe, expect, it } from 'vitest';
import { createFeed } from '../../src/application/feed.ts';
import { createQuotas } from '../../src/application/quotas.ts';
import { NO_QUOTAS, type Quotas } from '../../src/domain/tenant.ts';
import { reply, sendingBench, template } from './sending.ts';
import { memoryLog, operator, reader, TestClock } from './support.ts';
import { tenant } from './tenancy.ts';

const HOUR = 3_600_000;

function quotasOf(quotas: Partial<Quotas>, timeZone = 'Asia/Baghdad') {
  const clock = new TestClock();
  const one = tenant({ id: 'ten_a', timeZone, quotas: { ...NO_QUOTAS, ...quotas } });
  return { clock, quotas: createQuotas({ clock, tenants: { get: (id) => (id === 'ten_a' ? one : null) } }) };
}

describe('messages a second', () => {
  it('are let through as they come, up to the rate, and refused with the time to wait', () => {
    const { clock, quotas } = quotasOf({ messagesPerSecond: 4 });
    const taken = () => {
      let n = 0;
      try {
        for (; n < 100; n += 1) quotas.takeSend('ten_a');
      } catch (error) {
        expect(error).toMatchObject({
          code: 'RATE_LIMITED',
          details: { field: 'quotas.messagesPerSecond', retryAfterSeconds: 1, retryable: true },
        });
      }
      return n;
    };
    expect(taken()).toBe(4);
    clock.advance(500);
    expect(taken()).toBe(2);
    clock.advance(HOUR);
    expect(taken()).toBe(4);
  });

  it('are unlimited for a tenant without the quota', () => {
    const { quotas } = quotasOf({});
    for (let i = 0; i < 10_000; i += 1) quotas.takeSend('ten_a');
  });
});

describe('messages a day', () => {
  it('are counted on the day of the tenant’s own zone', () => {
    const { clock, quotas } = quotasOf({ sendsPerDay: 3 });
    clock.advance(20 * HOUR + 59 * 60_000);
    expect(quotas.day('ten_a')).toEqual({ date: '2026-01-01', limit: 3 });
    expect(quotas.dayUsedUp('ten_a')).toMatchObject({
      code: 'RATE_LIMITED',
      message: 'Your tenant may have 3 messages a day; its quota is used up.',
      details: { field: 'quotas.sendsPerDay', retryAfterSeconds: 60 },
    });
    clock.advance(60_000);
    expect(quotas.day('ten_a').date).toBe('2026-01-02');
  });
});

describe('sending under a quota', () => {
  it('is refused once the day is used up, and goes on the next day', async () => {
    const { calls, clock, send, tenants } = await sendingBench();
    await tenants.update(operator(), 'dijla', { quotas: { sendsPerDay: 2 } });
    const wait = { wait: false };
    const key = { ...wait, idempotencyKey: 'k' };
    const first = await send.template(operator(), template(key));
    await send.template(operator(), template(wait));
    await expect(send.template(operator(), template(wait))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { field: 'quotas.sendsPerDay', retryAfterSeconds: 21 * 3_600 },
    });
    // What was sent already is no new send.
    expect((await send.template(operator(), template(key))).id).toBe(first.id);
    expect(await tenants.sendsToday(operator(), 'dijla')).toBe(2);
    clock.advance(21 * HOUR);
    await send.template(operator(), template(wait));
    expect(await tenants.sendsToday(operator(), 'dijla')).toBe(1);
    expect(calls).toHaveLength(0);
  });

  it('counts a send with credentials of its own too, and nothing that was refused before', async () => {
    const { send, tenants } = await sendingBench();
    const credentials = { accessToken: 'EAAown', phoneNumberId: '300000000000003' };
    await send.template(operator(), template({ credentials }));
    await expect(send.reply(operator(), reply(''))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await tenants.sendsToday(operator(), 'dijla')).toBe(1);
  });

  it('is refused beyond the messages of a second, with nothing stored', async () => {
    const { clock, send, tenants } = await sendingBench();
    await tenants.update(operator(), 'dijla', { quotas: { messagesPerSecond: 1 } });
    await send.template(operator(), template({ wait: false }));
    const second = send.template(operator(), template({ wait: false }));
    await expect(second).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { field: 'quotas.messagesPerSecond' },
    });
    expect(await tenants.sendsToday(operator(), 'dijla')).toBe(1);
    clock.advance(1_000);
    await send.template(operator(), template({ wait: false }));
  });

  it('goes out from the tenant’s default number', async () => {
    const { numbers, send, tenants } = await sendingBench();
    const id = 'num_300000000000003';
    await numbers.register({
      ...{ id, tenantId: 'dijla', phoneNumberId: '300000000000003', display: '+9647800000003', wabaId: null },
      ...{ credentials: 'master', messagesPerSecond: null, sharing: null },
    });
    await tenants.update(operator(), 'dijla', { defaultNumberId: id });
    expect((await send.template(operator(), template({ wait: false }))).phoneNumber.id).toBe(id);
  });
});

describe('subscriptions', () => {
  it('of a tenant are limited together, waiting polls too, and reading without waiting is not', async () => {
    const { clock, quotas } = quotasOf({ subscriptions: 2 });
    const { events, wakeup } = memoryLog('ten_a');
    const feed = createFeed({ events, wakeup, clock, refuseReader: quotas.refuseReader });
    const key = reader('ten_a');
    const open = async () => feed.read(await feed.start(key, null));
    const [first] = [await open(), await open()];
    await expect(open()).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { field: 'quotas.subscriptions' } });
    const cursor = await feed.now(key);
    expect((await feed.page(key, { after: cursor, limit: 1, waitMs: 0 })).events).toEqual([]);
    const waiting = feed.page(key, { after: cursor, limit: 1, waitMs: 1 });
    await expect(waiting).rejects.toMatchObject({ details: { field: 'quotas.subscriptions' } });
    expect(await feed.start(operator('ten_a'), null)).toMatchObject({ tenantId: 'ten_a' });
    await first.return?.();
    await open();
  });
});

it('readers are bounded where no quota says how many, the operator’s own too', () => {
  const { quotas } = quotasOf({ subscriptions: 20_000 });
  for (const caller of [operator(), reader('ten_none')]) {
    quotas.refuseReader(caller, 9_999);
    expect(() => quotas.refuseReader(caller, 10_000)).toThrow('10000 subscriptions at a time');
  }
  quotas.refuseReader(reader('ten_a'), 19_999);
});

it('stored media are limited to their bytes', () => {
  const { quotas } = quotasOf({ mediaBytes: 100 });
  quotas.refuseMedia('ten_a', 60, 40);
  expect(() => quotas.refuseMedia('ten_a', 60, 41)).toThrow('100 bytes of media; 60 are used');
  quotas.refuseMedia('ten_none', 2 ** 50, 1);
});
