import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gate } from '../../src/application/gate.ts';
import { glimpsedNumber, Load } from '../../src/application/ingest-load.ts';
import { ingestRig, NUMBER, text, webhook } from './ingesting.ts';

const OVERLOADED = { code: 'OVERLOADED' };
const OTHER = '100000000000002';

it('a flood of one tenant is refused when the backlog is full, and another’s webhook is still stored', async () => {
  const go = Promise.withResolvers<void>();
  const limit = { webhooks: 8, bytes: 1024 * 1024 };
  const rig = await ingestRig({
    limits: { waiting: limit, parsing: limit },
    tenantOf: (id) => ({ [NUMBER]: 'ten_loud', [OTHER]: 'ten_quiet' })[id] ?? null,
    inbound: (store) => ({ append: async (one) => go.promise.then(() => store.append(one)) }),
  });
  const flood = Array.from({ length: 8 }, (_, n) => rig.receive(webhook(text(`wamid.${n}`, 'x'))));
  await expect(rig.receive(webhook(text('wamid.8', 'x')))).rejects.toMatchObject(OVERLOADED);
  const quiet = rig.receive(webhook(text('wamid.q', 'x', OTHER)));
  const unknown = webhook(text('wamid.u', 'x', '300'));
  await expect(rig.receive(unknown)).rejects.toMatchObject(OVERLOADED);
  go.resolve();
  await Promise.all([...flood, quiet]);
  await rig.receive(webhook(text('wamid.8', 'x')));
  expect(await rig.metrics()).toMatch(/^dijla_ingest_backlog 0$/m);
});

describe('the shares of a backlog', () => {
  it('never come to more than the limit and its reserve, and one alone may fill the limit', () => {
    const body = fc.record({ lane: fc.constantFrom('a', 'b', 'c', null), bytes: fc.nat(30), ends: fc.boolean() });
    fc.assert(
      fc.property(fc.array(body, { maxLength: 80 }), (bodies) => {
        const limit = { webhooks: 12, bytes: 200 };
        const load = new Load(limit);
        const held: Disposable[] = [];
        for (const { lane, bytes, ends } of bodies) {
          const before = load.webhooks;
          if (ends) held.shift()?.[Symbol.dispose]();
          const fits = load.webhooks < limit.webhooks && load.bytes + bytes <= limit.bytes;
          try {
            held.push(load.take(bytes, lane));
          } catch (error) {
            expect(error).toMatchObject(OVERLOADED);
            expect(fits).toBe(false);
          }
          expect(load.webhooks - before).toBeLessThanOrEqual(1);
          expect(load.webhooks).toBe(held.length);
          expect(load.webhooks).toBeLessThanOrEqual(15);
          expect(load.bytes).toBeLessThanOrEqual(250);
        }
        for (const one of held) one[Symbol.dispose]();
        expect([load.webhooks, load.bytes]).toEqual([0, 0]);
      }),
    );
  });
});

it('a webhook’s number is glimpsed at its beginning, and nothing else is taken for it', () => {
  const seen = (body: string) => glimpsedNumber(new TextEncoder().encode(body));
  expect(seen(webhook(text('wamid.1', 'x')))).toBe(NUMBER);
  expect(seen('{"phone_number_id" : "17"}')).toBe('17');
  for (const body of ['', '{}', '{"phone_number_id":17}', `${' '.repeat(2_000)}{"phone_number_id":"17"}`]) {
    expect(seen(body)).toBeNull();
  }
});

it('a gate lets tenants pass in turn, never more than its number at a time', async () => {
  const gate = new Gate(2);
  const passed: string[] = [];
  const inside: Disposable[] = [];
  const enter = async (id: string) => {
    inside.push(await gate.enter(id));
    passed.push(id);
  };
  for (const id of ['a', 'a', 'a', 'a', 'a', 'b', 'c']) void enter(id);
  await setImmediate();
  while (inside.length > 0) {
    expect(inside.length).toBeLessThanOrEqual(2);
    const [first] = inside.splice(0, 1);
    first?.[Symbol.dispose]();
    first?.[Symbol.dispose]();
    await setImmediate();
  }
  expect(passed).toEqual(['a', 'a', 'a', 'b', 'c', 'a', 'a']);
});
