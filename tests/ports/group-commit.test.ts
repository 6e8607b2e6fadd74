import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GroupCommit, type Outcome } from '../../src/adapters/store/group-commit.ts';
import { WorkerClient } from '../../src/adapters/store/rpc.ts';

/** A writer whose transactions end when the test says so. */
function heldWriter() {
  const groups: { readonly jobs: readonly string[]; commit(): void; fail(error: Error): void }[] = [];
  let grew = Promise.withResolvers<void>();
  const write = (jobs: readonly string[]) =>
    new Promise<readonly Outcome[]>((resolve, reject) => {
      const outcome = (job: string): Outcome =>
        job.startsWith('bad') ? { ok: false, error: new Error(job) } : { ok: true, value: `${job}!` };
      groups.push({ jobs, commit: () => resolve(jobs.map(outcome)), fail: reject });
      grew.resolve();
      grew = Promise.withResolvers();
    });
  const next = async (index: number) => {
    while (groups.length <= index) await grew.promise;
    const group = groups[index];
    if (group === undefined) throw new Error('no such group');
    return group;
  };
  return { write, next, groups };
}

describe('group commit', () => {
  it('writes what arrives during a transaction as the next, in order', async () => {
    const writer = heldWriter();
    const commits = new GroupCommit(100, writer.write);
    const first = commits.add('a', 1);
    const group = await writer.next(0);
    const later = Promise.all(['b', 'c', 'd'].map((job) => commits.add(job, 1)));
    expect(writer.groups).toHaveLength(1);
    group.commit();
    expect(await first).toBe('a!');
    const second = await writer.next(1);
    expect(second.jobs).toEqual(['b', 'c', 'd']);
    second.commit();
    expect(await later).toEqual(['b!', 'c!', 'd!']);
  });

  it('ends a group before it grows too heavy, but lets one heavy job through', async () => {
    const writer = heldWriter();
    const commits = new GroupCommit(10, writer.write);
    const all = Promise.all([commits.add('a', 6), commits.add('b', 5), commits.add('c', 99), commits.add('d', 1)]);
    for (const [i, jobs] of [['a'], ['b'], ['c'], ['d']].entries()) {
      const group = await writer.next(i);
      expect(group.jobs).toEqual(jobs);
      group.commit();
    }
    await all;
  });

  it('takes one job of each lane in turn, so that a long queue holds up no other lane', async () => {
    const writer = heldWriter();
    const commits = new GroupCommit(4, writer.write, 3);
    const all = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((job) => commits.add(job, 1, 'a'));
    all.push(commits.add('b1', 1, 'b'), commits.add('b2', 1, 'b'), commits.add('c1', 1, 'c'));
    for (const [i, jobs] of [['a1', 'b1', 'c1', 'a2'], ['b2', 'a3', 'a4', 'a5'], ['a6']].entries()) {
      const group = await writer.next(i);
      expect(group.jobs).toEqual(jobs);
      group.commit();
    }
    await Promise.all(all);
  });

  it('bounds a lane’s part of a group while there are others, whether they wait or not, and not when it is alone', async () => {
    let now = 0;
    const writer = heldWriter();
    const commits = new GroupCommit(100, writer.write, 2, () => now);
    const all: Promise<unknown>[] = [];
    const add = (lane: string, ...jobs: readonly string[]) => all.push(...jobs.map((job) => commits.add(job, 1, lane)));
    const expectGroup = async (n: number, jobs: readonly string[]) => {
      const group = await writer.next(n);
      expect(group.jobs).toEqual(jobs);
      group.commit();
    };
    add('loud', 'a', 'b', 'c');
    await expectGroup(0, ['a', 'b', 'c']);
    add('loud', 'd', 'e', 'f');
    add('quiet', 'g');
    await expectGroup(1, ['d', 'g', 'e']);
    await expectGroup(2, ['f']);
    add('loud', 'h', 'i', 'j');
    await expectGroup(3, ['h', 'i']);
    await expectGroup(4, ['j']);
    now = 2_000;
    add('', 'k');
    add('loud', 'l', 'm', 'n');
    await expectGroup(5, ['k', 'l', 'm', 'n']);
    await Promise.all(all);
  });

  it('keeps the order within each lane, loses nothing and exceeds no bound', async () => {
    const job = fc.record({ lane: fc.constantFrom('a', 'b', 'c'), weight: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 60 }), async (jobs) => {
        const written: { readonly n: number; readonly lane: string; readonly weight: number }[] = [];
        const commits = new GroupCommit<(typeof written)[number]>(
          20,
          async (group) => {
            const weight = group.reduce((sum, one) => sum + one.weight, 0);
            expect(weight <= 20 || group.length === 1).toBe(true);
            const lanes = [...Map.groupBy(group, ({ lane }) => lane).values()];
            for (const own of lanes.length > 1 ? lanes : []) {
              expect(own.length === 1 || own.reduce((sum, one) => sum + one.weight, 0) <= 10).toBe(true);
            }
            written.push(...group);
            return group.map(({ n }) => ({ ok: true, value: n }));
          },
          10,
        );
        const all = await Promise.all(jobs.map((one, n) => commits.add({ ...one, n }, one.weight, one.lane)));
        expect(all).toEqual(jobs.map((_, n) => n));
        for (const own of Map.groupBy(written, ({ lane }) => lane).values()) {
          expect(own.map(({ n }) => n)).toEqual(own.map(({ n }) => n).toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('rejects a failed job alone, and a failed transaction as a whole, and goes on', async () => {
    const writer = heldWriter();
    const commits = new GroupCommit(2, writer.write);
    const results = Promise.allSettled(['a', 'bad b', 'c', 'd', 'e'].map((job) => commits.add(job, 1)));
    (await writer.next(0)).commit();
    (await writer.next(1)).fail(new Error('disk full'));
    (await writer.next(2)).commit();
    expect((await results).map(({ status }) => status)).toEqual([
      ...['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled'],
    ]);
  });

  it('finishes what it has when it is closed, and takes no more', async () => {
    const writer = heldWriter();
    const commits = new GroupCommit(1, writer.write);
    const both = Promise.all([commits.add('a', 1), commits.add('b', 1)]);
    const closed = commits.close();
    await expect(commits.add('c', 1)).rejects.toThrow('closed');
    (await writer.next(0)).commit();
    (await writer.next(1)).commit();
    await closed;
    expect(await both).toEqual(['a!', 'b!']);
  });
});

describe('a worker that dies', () => {
  interface Dying {
    die(): void;
  }
  const start = (code: string, crashed: (error: Error) => void) =>
    new WorkerClient<Dying>(new URL(`data:text/javascript,${encodeURIComponent(code)}`), 'dying', null, crashed);
  const onMessage = 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => ';

  it.each([
    ['exits', `${onMessage} process.exit(1));`],
    ['throws', `${onMessage} { throw new Error('boom'); });`],
  ])('rejects what waits and what comes later when it %s', async (_how, code) => {
    const crashes: string[] = [];
    const worker = start(code, ({ message }) => crashes.push(message));
    await expect(worker.call('die', [])).rejects.toThrow(/dying thread (has )?stopped/);
    await expect(worker.call('die', [])).rejects.toThrow(/dying thread (has )?stopped/);
    expect(crashes).toHaveLength(1);
    await worker.end();
  });

  it('is no crash when it was ended', async () => {
    const crashes: Error[] = [];
    const worker = start(`${onMessage} 0);`, (error) => crashes.push(error));
    const waiting = worker.call('die', []);
    await Promise.all([expect(waiting).rejects.toThrow('closed'), worker.end()]);
    expect(crashes).toEqual([]);
  });
});
