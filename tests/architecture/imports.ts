import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** Path from the root, with forward slashes. */
  readonly file: string;
  readonly specifier: string;
}

/** Every TypeScript file below a folder of the project. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name));
}

export function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Static and dynamic imports, re-exports and `new URL(…, import.meta.url)` of a file. */
export function importsOf(file: string): Import[] {
  const code = read(file);
  const found = [
    ...code.matchAll(/\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bimport\s*\(?\s*['"]([^'"]+)['"]/g),
  ];
  return found.map(([, specifier]) => ({ file, specifier: specifier ?? '' }));
}

/** A relative specifier as a path from the root; a package as it is named. */
export function resolved({ file, specifier }: Import): string {
  if (!specifier.startsWith('.')) return specifier;
  return new URL(specifier, `file:///${file}`).pathname.slice(1);
}

/** The package behind a specifier: `@a/b/c` → `@a/b`, `x/y` → `x`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
