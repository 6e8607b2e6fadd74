import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Headroom } from '../../src/application/headroom.ts';
import { TestClock } from './support.ts';

/** Beyond what one tenant may begin at once, so that each is a turn of its own. */
const LARGE = 4;

/** Two processors, of which the process uses what the test says. */
function machine() {
  const clock = new TestClock();
  let used = 0;
  const headroom = new Headroom({ clock, count: 2, usedMs: () => used });
  const begun: string[] = [];
  return {
    ...{ clock, headroom, begun },
    /** The process is busy on so many processors for a while. */
    async pass(ms: number, busy: number) {
      for (let n = 0; n < ms; n += 1) {
        used += busy;
        clock.advance(1);
        await Promise.resolve();
      }
    },
    ask(name: string, price = LARGE, tenantId = name) {
      const wait = headroom.enter(tenantId, price);
      if (wait === null) begun.push(name);
      else void wait.then(() => begun.push(name));
      return wait === null;
    },
  };
}

describe('room on the processors', () => {
  it('lets a tenant that is alone begin whatever it asks for, however busy the process is', async () => {
    const { ask, pass } = machine();
    for (let n = 0; n < 1_000; n += 1) {
      expect(ask('loud')).toBe(true);
      await pass(1, 2);
    }
  });

  it('holds a loud tenant back while the process uses its part, and a quiet one never', async () => {
    const { ask, pass, begun, headroom } = machine();
    ask('quiet', 0.1);
    for (let n = 0; n < 20; n += 1) ask(`loud ${n}`, LARGE, 'loud');
    await pass(100, 2);
    expect(ask('quiet', 0.1)).toBe(true);
    expect(begun.filter((name) => name !== 'quiet').length).toBeLessThan(8);
    expect(headroom.held).toBe(20 - begun.filter((name) => name !== 'quiet').length);
    await pass(100, 0.2);
    expect(headroom.held).toBe(0);
    expect(begun.filter((name) => name !== 'quiet')).toEqual(Array.from({ length: 20 }, (_, n) => `loud ${n}`));
  });

  it('lets no tenant begin more than its part comes to, even where prices are higher than what is used', async () => {
    const { ask, pass, begun } = machine();
    ask('quiet', 0.1);
    for (let n = 0; n < 100; n += 1) ask('loud');
    await pass(50, 0);
    // 2 processors × 0.5 × 50 ms, and what may begin at once.
    expect((begun.length - 1) * LARGE).toBeLessThanOrEqual(50 + 3 + LARGE);
    expect((begun.length - 1) * LARGE).toBeGreaterThan(40);
  });

  it('lets those that wait take turns', async () => {
    const { ask, pass, begun } = machine();
    ask('quiet', 0.1);
    for (let n = 0; n < 5; n += 1) ask('a');
    for (let n = 0; n < 5; n += 1) ask('b');
    begun.length = 0;
    await pass(20, 0);
    const turns = begun.slice(2, 6);
    expect(turns.join()).toMatch(/a,b,a,b|b,a,b,a/);
  });

  it('keeps nobody for good where all ask for much and the process is always busy', async () => {
    const { ask, pass, begun } = machine();
    for (let n = 0; n < 10; n += 1) for (const name of ['a', 'b', 'c']) ask(name);
    await pass(400, 2);
    expect(begun).toHaveLength(30);
  });

  it('is alone again when the others have asked for nothing for two seconds', async () => {
    const { ask, headroom, pass } = machine();
    ask('quiet', 0.1);
    ask('loud');
    expect(headroom.inCompany).toBe(true);
    await pass(1_001, 2);
    ask('loud');
    await pass(1_001, 2);
    ask('loud');
    await pass(1_001, 2);
    expect(headroom.inCompany).toBe(false);
    for (let n = 0; n < 50; n += 1) expect(ask('loud')).toBe(true);
  });

  it('lets no tenant wait for long on account of one thing, however large it says that it is', async () => {
    const { ask, pass, begun } = machine();
    ask('quiet', 0.1);
    ask('huge', 1e9, 'loud');
    expect(ask('next', 1, 'loud')).toBe(false);
    await pass(260, 0);
    expect(begun).toContain('next');
  });

  it('counts what was done for those alone who asked for something', () => {
    const { headroom } = machine();
    headroom.spend('a', 1);
    headroom.note('an account of Meta’s', 5);
    expect(headroom.inCompany).toBe(false);
    headroom.spend('b', 1);
    headroom.note('a', 50);
    expect([headroom.isOpen('a'), headroom.isOpen('b')]).toEqual([false, true]);
  });

  it('never makes nobody wait', () => {
    const { headroom } = machine();
    headroom.spend('a', 100);
    headroom.spend('b', 1);
    for (let n = 0; n < 50; n += 1) expect(headroom.enter('', LARGE)).toBeNull();
  });

  it('lets everything begin in the end, in the order of each tenant', async () => {
    const step = fc.record({
      tenant: fc.constantFrom('a', 'b', 'c'),
      price: fc.double({ min: 0.01, max: 20, noNaN: true }),
      ms: fc.integer({ min: 0, max: 5 }),
      busy: fc.double({ min: 0, max: 2, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { ask, begun, pass } = machine();
        for (const [n, { tenant, price, ms, busy }] of steps.entries()) {
          ask(`${tenant} ${n}`, price, tenant);
          await pass(ms, busy);
        }
        await pass(1_500, 2);
        for (const tenant of ['a', 'b', 'c']) {
          const asked = steps.flatMap((one, n) => (one.tenant === tenant ? [`${tenant} ${n}`] : []));
          expect(begun.filter((name) => name.startsWith(tenant))).toEqual(asked);
        }
      }),
    );
  });
});
