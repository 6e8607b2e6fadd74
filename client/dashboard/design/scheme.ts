import type { MantineColorSchemeManager } from '@mantine/core';
import type { SettingsStore } from '../data/settings.ts';

/** Keeps the scheme with the other settings. */
export function schemeManager(settings: SettingsStore): MantineColorSchemeManager {
  let forget = () => {};
  return {
    get: () => settings.get().theme,
    set: (theme) => settings.set({ theme }),
    subscribe(onUpdate) {
      let shown = settings.get().theme;
      forget = settings.subscribe(() => {
        const { theme } = settings.get();
        if (theme === shown) return;
        shown = theme;
        onUpdate(theme);
      });
    },
    unsubscribe: () => forget(),
    clear: () => settings.set({ theme: 'auto' }),
  };
}
