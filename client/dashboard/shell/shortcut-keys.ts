export interface Shortcut {
  /** `/`, or two in a row: `g s`. As `KeyboardEvent.key` says them. */
  readonly keys: string;
  /** Key of what it does. */
  readonly title: string;
  /** Null: heard where the focus is, such as in a field, and listed here alone. */
  readonly run: (() => void) | null;
}

export interface Shortcuts {
  /** Answers with the function that forgets it. Of two with the same keys the later one counts. */
  add(shortcut: Shortcut): () => void;
  list(): readonly Shortcut[];
  subscribe(listener: () => void): () => void;
  /** True when the key was one of them, or may begin one. `at` in ms. */
  press(key: string, at: number): boolean;
}

/** The key as a Latin keyboard names it: with an Arabic layout the same keys do the same. */
export function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (key === '؟') return '?';
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return /^[\u0600-\u06ff]/.test(key) && letter !== undefined ? letter.toLowerCase() : key;
}

/** The second key of a pair must follow within this. */
const PAIR_MS = 1500;

export function createShortcuts(): Shortcuts {
  const listeners = new Set<() => void>();
  let shortcuts: readonly Shortcut[] = [];
  let first: { readonly key: string; readonly at: number } | null = null;
  const become = (next: readonly Shortcut[]) => {
    shortcuts = next;
    for (const listener of [...listeners]) listener();
  };
  const find = (keys: string) => shortcuts.findLast(({ keys: own, run }) => own === keys && run !== null);

  return {
    add(shortcut) {
      become([...shortcuts, shortcut]);
      return () => become(shortcuts.filter((one) => one !== shortcut));
    },
    list: () => shortcuts,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    press(key, at) {
      const pair = first !== null && at - first.at <= PAIR_MS ? find(`${first.key} ${key}`) : undefined;
      first = null;
      const found = pair ?? find(key);
      if (found !== undefined) {
        found.run?.();
        return true;
      }
      const begins = shortcuts.some(({ keys, run }) => run !== null && keys.startsWith(`${key} `));
      if (begins) first = { key, at };
      return begins;
    },
  };
}
