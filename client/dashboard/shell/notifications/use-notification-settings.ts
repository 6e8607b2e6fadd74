import { useSyncExternalStore } from 'react';
import {
  createNotificationSettings,
  type NotificationSettings,
  type NotificationSettingsStore,
} from './notification-settings.ts';

let store: NotificationSettingsStore | null = null;

/** The one store of this tab, made when it is first asked for. */
export function notificationSettings(): NotificationSettingsStore {
  store ??= createNotificationSettings({
    storage: localStorage,
    onOtherTab(listener) {
      window.addEventListener('storage', listener);
      return () => window.removeEventListener('storage', listener);
    },
  });
  return store;
}

export function useNotificationSettings(): NotificationSettings {
  const { get, subscribe } = notificationSettings();
  return useSyncExternalStore(subscribe, get);
}
