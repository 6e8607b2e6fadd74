import { availableParallelism } from 'node:os';
import type { Processors } from '../../ports/system.ts';

export const processors: Processors = {
  count: availableParallelism(),
  usedMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
};
