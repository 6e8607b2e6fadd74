import { expect, it } from 'vitest';
import { createTemplates } from '../../src/application/templates.ts';
import type { Template } from '../../src/domain/tenant.ts';
import type { Answer } from '../../src/ports/cloud-api.ts';
import { operator, TestClock, testSystem } from './support.ts';

const HOUR = 60 * 60 * 1000;

/** The account's list over a store in memory; Meta answers what `meta.answer` is at that time. */
function keptBench() {
  const hello: Template = {
    id: '1',
    wabaId: '2',
    name: 'hello',
    language: 'ar',
    status: 'APPROVED',
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    components: [],
  };
  const meta: { asked: number; answer: Answer<readonly Template[]> | Promise<Answer<readonly Template[]>> } = {
    asked: 0,
    answer: { ok: true, value: [hello] },
  };
  let stored: { templates: readonly Template[]; syncedAt: number | null } = { templates: [], syncedAt: null };
  const clock = new TestClock();
  const templates = createTemplates({
    account: { accessToken: 'EAA', wabaId: '2' },
    cloudApi: {
      async listTemplates() {
        meta.asked += 1;
        return meta.answer;
      },
    },
    store: {
      async replaceAll(_wabaId, all, now) {
        stored = { templates: all, syncedAt: now };
      },
      list: async () => stored,
    },
    system: testSystem(clock),
  });
  return { templates, clock, meta, hello, stored: () => stored };
}

const AWAY = { ok: false, reason: 'away', error: null } as const;

it('fetches the list at the start and every hour', async () => {
  const { templates, clock, meta, stored } = keptBench();
  templates.start();
  await expect.poll(() => stored().templates).toHaveLength(1);
  clock.advance(HOUR);
  await expect.poll(() => meta.asked).toBe(2);
  await templates.stop();
  clock.advance(HOUR);
  expect(meta.asked).toBe(2);
});

it('shows a reader the news that Meta told, and fetches them once for a burst', async () => {
  const { templates, clock, meta, hello } = keptBench();
  expect(await templates.list(operator())).toEqual([hello]);
  const paused = { ...hello, status: 'PAUSED' };
  meta.answer = { ok: true, value: [paused] };
  expect(await templates.list(operator())).toEqual([hello]);
  for (let times = 0; times < 50; times += 1) templates.markStale();
  expect(await templates.list(operator())).toEqual([paused]);
  clock.advance(1_000);
  expect(meta.asked).toBe(2);
  for (let times = 0; times < 50; times += 1) templates.markStale();
  clock.advance(1_000);
  await expect.poll(() => meta.asked).toBe(3);
});

it('asks Meta for an unknown name once in 30 s, also while Meta is away', async () => {
  const { templates, clock, meta } = keptBench();
  meta.answer = AWAY;
  for (const name of ['a', 'b', 'c']) expect(await templates.named(name)).toEqual([]);
  expect([meta.asked, await templates.namedLately('a')]).toEqual([1, null]);
  expect(meta.asked).toBe(1);
  clock.advance(30_000);
  await templates.named('a');
  expect(meta.asked).toBe(2);
});

it('lets a send go on to Meta when the list does not come within 5 s', async () => {
  const { templates, clock, meta } = keptBench();
  meta.answer = new Promise(() => {});
  const found = templates.named('hello');
  await expect.poll(() => clock.pending()).toBe(1);
  clock.advance(5_000);
  expect(await found).toEqual([]);
});
