import { availableParallelism } from 'node:os';
import type { Clock, Processors } from '../../ports/system.ts';
import { systemClock } from './clock.ts';

const steadyClock: Clock = { ...systemClock, now: () => performance.now() };

export const processors: Processors = {
  count: availableParallelism(),
  clock: steadyClock,
  usedMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
};
