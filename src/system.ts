import { systemClock } from './adapters/system/clock.ts';
import { hashing } from './adapters/system/hashing.ts';
import { randomIds } from './adapters/system/ids.ts';
import { createLog } from './adapters/system/log.ts';
import { createMetrics } from './adapters/system/metrics.ts';
import { random } from './adapters/system/random.ts';
import type { Config } from './config.ts';
import type { System } from './ports/system.ts';

/** The real system. */
export function createSystem(config: Config): System {
  const log = createLog(config.logLevel);
  return { clock: systemClock, hashing, ids: randomIds, log, metrics: createMetrics(), random };
}
