import { expect, it } from 'vitest';
import { read, sourceFiles } from './imports.ts';

const CODE = [...sourceFiles('src'), ...sourceFiles('client')].filter(
  (file) => !/^client\/(?:dashboard\/)?(?:generated|dist)\//.test(file),
);

function offenders(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

it('reads the environment in config.ts alone', () => {
  // The build reads nothing either: it tells Vite which copy of React to take, which Vite takes from there alone.
  const allowed = ['src/config.ts', 'client/dashboard/build/build.ts'];
  expect(
    offenders(
      CODE.filter((file) => !allowed.includes(file)),
      /process\.env|loadEnvFile/,
    ),
  ).toEqual([]);
});

it('takes time, randomness and the network from ports in domain and application', () => {
  const inner = CODE.filter((file) => /^src\/(?:domain|application)\//.test(file));
  expect(
    offenders(inner, /Date\.now\(|new Date\(\)|Math\.random|\bfetch\(|\bprocess\.|setTimeout\(|setInterval\(/),
  ).toEqual([]);
});

it('gives up no types', () => {
  // Prose may say "any"; code ends such a line with more than a comment.
  const typed = offenders(CODE, /: any\b|as any\b|<any>|@ts-ignore|@ts-expect-error/);
  expect(typed.filter((line) => !/: (?:\/\*)?\*/.test(line))).toEqual([]);
});

it('keeps files readable: none above 300 lines, nine in ten at most 200, half at most 120', () => {
  const lengths = CODE.map((file) => ({ file, lines: read(file).split('\n').length - 1 })).sort(
    (a, b) => a.lines - b.lines,
  );
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  const at = (part: number) => lengths[Math.floor(lengths.length * part)]?.lines ?? 0;
  expect(at(0.9)).toBeLessThanOrEqual(200);
  expect(at(0.5)).toBeLessThanOrEqual(120);
});

it('starts in at most 40 lines', () => {
  for (const file of ['src/main.ts', 'src/replay.ts']) expect(read(file).split('\n').length).toBeLessThanOrEqual(41);
});
