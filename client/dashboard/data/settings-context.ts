import { createContext, use, useSyncExternalStore } from 'react';
import type { Settings, SettingsStore } from './settings.ts';

export const SettingsContext = createContext<SettingsStore | null>(null);

export function useSettingsStore(): SettingsStore {
  const store = use(SettingsContext);
  if (store === null) throw new Error('Settings are asked for outside of <SettingsContext>.');
  return store;
}

export function useSettings(): Settings {
  const store = useSettingsStore();
  return useSyncExternalStore(store.subscribe, store.get);
}
