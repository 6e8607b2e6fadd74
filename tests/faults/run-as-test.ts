import { expect, it } from 'vitest';
import { CATALOGUE, type Entry, outcry } from './catalogue.ts';
import { freshSeed } from './random.ts';
import { summary } from './report.ts';

/** Registers the short form of a rig and of its controls. Every message of a failure holds the seed. */
export function testRig(rig: Entry['rig']): void {
  for (const entry of CATALOGUE.filter((one) => one.rig === rig)) {
    const { finds, what, short } = entry;
    const name = finds === null ? what : `reports ${finds}: ${what}`;
    it(name, { timeout: 180_000 }, async () => {
      const report = await entry.run(freshSeed(), short);
      if (report.couldNotRun !== null) console.warn(outcry(report));
      else if (finds === null) expect(report.broken, summary(report)).toEqual([]);
      else expect(report[finds], `the control found nothing: ${summary(report)}`).toBeGreaterThan(0);
    });
  }
}
