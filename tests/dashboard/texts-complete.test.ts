import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { ROOT, read, sourceFiles } from '../architecture/imports.ts';

const FOLDER = 'client/dashboard/messages';
const LANGUAGES = ['en', 'ar'] as const;
/** The forms of a plural that a language has; each text with a plural says them all. */
const FORMS = { en: ['one', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] } as const;

type Texts = ReadonlyMap<string, string>;

/** Every text of a language by its whole key: `settings:theme.dark`. */
function textsOf(language: string): Texts {
  const texts = new Map<string, string>();
  for (const file of readdirSync(join(ROOT, FOLDER, language))) {
    collect(JSON.parse(read(`${FOLDER}/${language}/${file}`)), `${file.replace('.json', '')}:`, texts);
  }
  return texts;
}

function collect(value: unknown, key: string, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(key.slice(0, -1), value);
  else for (const [name, inner] of Object.entries(value ?? {})) collect(inner, `${key}${name}.`, into);
}

const TEXTS = { en: textsOf('en'), ar: textsOf('ar') };
const CODE = sourceFiles('client/dashboard')
  .filter((file) => !/\/(?:generated|dist|build)\//.test(file))
  .map(read)
  .join('\n');
/** Keys stand whole in the code, as `'screen:key.of.it'`; what is put together begins with its fixed part. */
const WHOLE = [...CODE.matchAll(/['"`]([a-z][\w-]*:[\w.-]+)['"`]/g)].map(([, key = '']) => key);
const BEGUN = [...CODE.matchAll(/`([a-z][\w-]*:(?:[\w-]+\.)*)\$\{/g)].map(([, start = '']) => start);
const NAMESPACES = new Set([...TEXTS.en.keys()].map((key) => key.split(':')[0]));

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What has to be filled in, and which plural forms stand where. */
function partsOf(elements: readonly Element[], found = { names: new Set<string>(), forms: [] as string[][] }) {
  for (const element of elements) {
    if (element.type === 0 || element.type === 7) continue;
    if ('value' in element) found.names.add(element.value);
    if (element.type === 6) found.forms.push(Object.keys(element.options).filter((form) => !form.startsWith('=')));
    if (element.type === 5 || element.type === 6) {
      for (const { value } of Object.values(element.options)) partsOf(value, found);
    }
  }
  return found;
}

const parse = (text: string) => partsOf(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());

it('has every text in both languages, and says something in each', () => {
  expect([...TEXTS.ar.keys()].sort()).toEqual([...TEXTS.en.keys()].sort());
  for (const language of LANGUAGES) {
    expect([...TEXTS[language]].filter(([, text]) => text.trim() === '')).toEqual([]);
  }
});

it('has a text for every key that is asked for', () => {
  const known = WHOLE.filter((key) => NAMESPACES.has(key.split(':')[0]));
  expect(known.length).toBeGreaterThan(30);
  expect(known.filter((key) => !TEXTS.en.has(key))).toEqual([]);
  const starts = BEGUN.filter((start) => NAMESPACES.has(start.split(':')[0]));
  expect(starts.filter((start) => ![...TEXTS.en.keys()].some((key) => key.startsWith(start)))).toEqual([]);
});

it.each([
  ['inbox:waits.', 'WaitsFor'],
  ['messages:waits.', 'WaitsFor'],
  ['states:word.', 'MessageStatus'],
  ['states:sentence.', 'MessageStatus'],
])('has, below %s, a text for every value of %s', (start, name) => {
  const [, body = ''] = new RegExp(`^enum ${name} \\{$([^}]*)^\\}$`, 'm').exec(read('schema.graphql')) ?? [];
  const values = [...body.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, value]) => value);
  expect(values.length).toBeGreaterThan(5);
  expect(values.filter((value) => !TEXTS.en.has(`${start}${value}`))).toEqual([]);
});

it('asks for every text that it has', () => {
  const whole = new Set(WHOLE);
  const unused = [...TEXTS.en.keys()].filter((key) => !whole.has(key) && !BEGUN.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});

it('fills the same into both languages', () => {
  const named = (language: 'en' | 'ar', key: string) => [...parse(TEXTS[language].get(key) ?? '').names].sort();
  for (const key of TEXTS.en.keys()) expect([key, named('ar', key)]).toEqual([key, named('en', key)]);
});

describe.each(LANGUAGES)('plurals in %s', (language) => {
  it('say every form that the language has', () => {
    for (const [key, text] of TEXTS[language]) {
      for (const forms of parse(text).forms) expect([key, forms.sort()]).toEqual([key, [...FORMS[language]].sort()]);
    }
  });
});
