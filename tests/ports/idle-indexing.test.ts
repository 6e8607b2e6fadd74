import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IdleIndexing } from '../../src/adapters/store/idle-indexing.ts';
import { SILENT } from './sqlite-rig.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

function rig() {
  const state = { idle: true, left: 0, helpings: 0, failing: false };
  const helping = async () => {
    state.helpings += 1;
    if (state.failing) throw new Error('the disk is full');
    state.left -= 1;
    return state.left > 0;
  };
  return { state, indexing: new IdleIndexing(helping, () => state.idle, SILENT) };
}

it('gathers what is stored in quick succession, and stops when nothing is left', async () => {
  const { state, indexing } = rig();
  state.left = 3;
  for (let i = 0; i < 50; i += 1) indexing.grew();
  expect(state.helpings).toBe(0);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(state.helpings).toBe(3);
  indexing.grew();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(state.helpings).toBe(4);
});

it('leaves the writer to the writes, and goes on when they pause', async () => {
  const { state, indexing } = rig();
  Object.assign(state, { left: 2, idle: false });
  indexing.grew();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(state.helpings).toBe(0);
  state.idle = true;
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(state.helpings).toBe(2);
});

it('tries again after a failure, but not at once', async () => {
  const { state, indexing } = rig();
  Object.assign(state, { left: 1, failing: true });
  indexing.grew();
  await vi.advanceTimersByTimeAsync(1_000);
  indexing.grew();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state.helpings).toBe(1);
  state.failing = false;
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(state.left).toBe(0);
});

it('begins nothing after it was closed', async () => {
  const { state, indexing } = rig();
  state.left = 5;
  indexing.grew();
  await indexing.close();
  indexing.grew();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(state.helpings).toBe(0);
});
