import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Language } from './preferences.ts';

/** Where `npm install` and `npm start` leave the dashboard. */
export const DIST = fileURLToPath(new URL('../../../client/dashboard/dist/', import.meta.url));

const ENTRY = 'main.tsx';
const TEXTS = { en: 'i18n/english.ts', ar: 'i18n/arabic.ts' } as const;
const FONTS = 'design/fonts.css';
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff: 'font/woff',
  woff2: 'font/woff2',
  mp3: 'audio/mpeg',
};

export interface BuiltFile {
  readonly type: string;
  readonly encoding: string | null;
  readonly bytes: Buffer;
}

/** A build of the dashboard, as its manifest tells it. Paths are what a page loads, below `/dashboard/`. */
export interface Build {
  readonly script: string;
  /** Scripts that the first one imports, and asks for next in a language: a page that names them fetches them at once. */
  imports(language: Language): readonly string[];
  readonly styles: readonly string[];
  /** The stylesheet of the fonts alone, for pages without the dashboard; null when there is none. */
  readonly fonts: string | null;
  /** A file in the best form that the client takes; null when the build has no such file. */
  file(name: string, acceptEncoding: string): Promise<BuiltFile | null>;
}

/** Null when nothing was built: the gateway then has no dashboard, and everything else. */
export async function readBuild(folder = DIST): Promise<Build | null> {
  const text = await readFile(`${folder}manifest.json`, 'utf8').catch(() => null);
  if (text === null) return null;
  const manifest = manifestShape.parse(JSON.parse(text));
  const entry = manifest[ENTRY];
  if (entry === undefined) return null;
  // Only what the build has laid there is ever read: no path is made from what a client says.
  const files = new Set(await readdir(`${folder}assets`));
  const imported = importsOf(manifest, ENTRY);
  const read = new Map<string, Promise<Buffer>>();
  const bytesOf = (name: string) => {
    const bytes = read.get(name) ?? readFile(`${folder}assets/${name}`);
    read.set(name, bytes);
    return bytes;
  };

  return {
    script: entry.file,
    imports: (language) => [...imported, TEXTS[language]].flatMap((key) => manifest[key]?.file ?? []),
    styles: [...new Set([...imported.flatMap((key) => manifest[key]?.css ?? []), ...(entry.css ?? [])])],
    fonts: manifest[FONTS]?.file ?? null,
    async file(name, acceptEncoding) {
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
      if (!files.has(name) || type === undefined) return null;
      const accepted = acceptEncoding.toLowerCase().split(/[,;\s]+/);
      const [encoding, suffix] = ENCODINGS.find(([form, end]) => accepted.includes(form) && files.has(name + end)) ?? [
        null,
        '',
      ];
      return { type, encoding, bytes: await bytesOf(name + suffix) };
    },
  };
}

function importsOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  for (const next of manifest[key]?.imports ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    importsOf(manifest, next, seen);
  }
  return [...seen];
}

const manifestShape = z.record(
  z.string(),
  z.looseObject({
    file: z.string(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof manifestShape>;
