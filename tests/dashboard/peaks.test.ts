import fc from 'fast-check';
import { expect, it } from 'vitest';
import { peaksOf } from '../../client/dashboard/screens/inbox/bubble/peaks.ts';

it('shows where a sound is loud, against its loudest stretch', () => {
  const samples = Float32Array.from({ length: 8_000 }, (_, at) => (at < 4_000 ? 0.1 : 0.4) * Math.sin(at));
  const peaks = peaksOf(samples, 4);
  expect(peaks.map((one) => one.toFixed(2))).toEqual(['0.25', '0.25', '1.00', '1.00']);
});

it('draws nothing of what is not heard, and knows a sound that is shorter than its bars', () => {
  expect(peaksOf(new Float32Array(100), 4)).toEqual([0, 0, 0, 0]);
  expect(peaksOf(Float32Array.from([0.0001, -0.0001]), 2)).toEqual([0, 0]);
  expect(peaksOf(new Float32Array(0), 3)).toEqual([0, 0, 0]);
  expect(peaksOf(Float32Array.from([1]), 3)).toHaveLength(3);
});

it('has as many bars as were asked for, each from 0 to 1', () => {
  const sound = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 500 });
  fc.assert(
    fc.property(sound, fc.integer({ min: 1, max: 100 }), (samples, count) => {
      const peaks = peaksOf(Float32Array.from(samples), count);
      expect(peaks).toHaveLength(count);
      expect(peaks.every((one) => one >= 0 && one <= 1)).toBe(true);
    }),
  );
});
