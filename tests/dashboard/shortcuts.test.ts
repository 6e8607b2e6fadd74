import { expect, it } from 'vitest';
import { createShortcuts, keyOf } from '../../client/dashboard/shell/shortcut-keys.ts';

function bench() {
  const shortcuts = createShortcuts();
  const ran: string[] = [];
  const add = (keys: string, name = keys) => shortcuts.add({ keys, title: 't', run: () => ran.push(name) });
  return { shortcuts, ran, add };
}

it('runs a key, and two in a row within a moment', () => {
  const { add, ran, shortcuts } = bench();
  add('/');
  add('g s');
  expect(shortcuts.press('/', 0)).toBe(true);
  expect([shortcuts.press('g', 10), shortcuts.press('s', 20)]).toEqual([true, true]);
  expect([shortcuts.press('g', 30), shortcuts.press('s', 2000)]).toEqual([true, false]);
  expect(shortcuts.press('s', 2010)).toBe(false);
  expect(ran).toEqual(['/', 'g s']);
});

it('lets the one that was added last win, until it is forgotten', () => {
  const { add, ran, shortcuts } = bench();
  add('n', 'frame');
  const forget = add('n', 'screen');
  shortcuts.press('n', 0);
  forget();
  shortcuts.press('n', 1);
  expect(ran).toEqual(['screen', 'frame']);
});

it('hears the same keys on an Arabic keyboard', () => {
  expect(keyOf({ key: 'ل', code: 'KeyG' })).toBe('g');
  expect(keyOf({ key: '؟', code: 'Slash' })).toBe('?');
  expect(keyOf({ key: 'G', code: 'KeyH' })).toBe('G');
  expect(keyOf({ key: 'Escape', code: 'Escape' })).toBe('Escape');
});

it('tells of keys that a field hears itself, and leaves them to it', () => {
  const { add, ran, shortcuts } = bench();
  add('c');
  shortcuts.add({ keys: 'Enter', title: 'composer:keys.send', run: null });
  shortcuts.add({ keys: 'Shift Enter', title: 'composer:keys.line', run: null });
  expect(shortcuts.list().map(({ keys }) => keys)).toEqual(['c', 'Enter', 'Shift Enter']);
  expect([shortcuts.press('Enter', 0), shortcuts.press('Shift', 10), shortcuts.press('c', 20)]).toEqual([
    false,
    false,
    true,
  ]);
  expect(ran).toEqual(['c']);
});
