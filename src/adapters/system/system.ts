import type { System } from '../../ports/system.ts';
import { systemClock } from './clock.ts';
import { hashing } from './hashing.ts';
import { randomIds } from './ids.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { processors } from './processors.ts';
import { random } from './random.ts';

/** The real system. */
export function createSystem(logLevel: string, secrets: readonly string[] = []): System {
  const log = createLog(logLevel, undefined, secrets);
  return { clock: systemClock, hashing, ids: randomIds, log, metrics: createMetrics(), processors, random };
}
