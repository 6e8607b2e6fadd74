import { Kbd, Modal } from '@mantine/core';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { createShortcuts, keyOf, type Shortcut } from './shortcut-keys.ts';
import classes from './shortcuts.module.css';

const shortcuts = createShortcuts();

/**
 * A key, or two in a row (`g s`), while the component is shown. `title` is the key of what the `?` sheet says. Not heard
 * while somebody types or a dialog is open.
 */
export function useShortcut(keys: string, title: string, run: () => void): void {
  const latest = useEffectEvent(run);
  useEffect(() => shortcuts.add({ keys, title, run: () => latest() }), [keys, title]);
}

/** Hears the keys, and shows them all at `?`. */
export function Shortcuts() {
  const { t } = useTranslation();
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
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title={t('shell:shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <dl className={classes.sheet}>
        {known.map(({ keys, title }: Shortcut) => (
          <div key={keys}>
            <dt>{t(title)}</dt>
            <dd dir="ltr">
              {keys.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** Keys belong to what is being typed into, and to an open dialog. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
