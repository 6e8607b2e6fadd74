import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { Late, lazyCode } from './late.tsx';
import { createShortcuts, keyOf } from './shortcut-keys.ts';

const shortcuts = createShortcuts();
const ShortcutSheet = lazyCode(() => import('./shortcut-sheet.tsx'));

/**
 * A key, or two in a row (`g s`), while the component is shown. `title` is the key of what the `?` sheet says. Not heard
 * while somebody types or a dialog is open.
 */
export function useShortcut(keys: string, title: string, run: () => void): void {
  const latest = useEffectEvent(run);
  useEffect(() => shortcuts.add({ keys, title, run: () => latest() }), [keys, title]);
}

/** Keys that are heard where the focus is, such as in a field: the `?` sheet tells of them while the component is shown. */
export function useKeysTold(keys: string, title: string): void {
  useEffect(() => shortcuts.add({ keys, title, run: null }), [keys, title]);
}

/** Hears the keys, and shows them all at `?`. */
export function Shortcuts() {
  const [opened, setOpened] = useState(false);
  const known = useSyncExternalStore(shortcuts.subscribe, shortcuts.list);
  useShortcut('?', 'shell:shortcuts.sheet', () => setOpened(true));

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      if (shortcuts.press(keyOf(event), event.timeStamp)) event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);

  return (
    <Late opened={opened}>
      {(shown) => <ShortcutSheet opened={shown} onClose={() => setOpened(false)} known={known} />}
    </Late>
  );
}

/** Keys belong to what is being typed into, and to an open dialog. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
