/** How this browser tells of new messages. */
export interface NotificationSettings {
  readonly sound: boolean;
  /** Notifications of the system; the browser's own permission comes on top. */
  readonly desktop: boolean;
  /** Epoch ms until which nothing is told; `always` until it is turned off. */
  readonly quietUntil: number | 'always' | null;
  /** Conversations that are not told of. */
  readonly muted: readonly string[];
}

export interface NotificationSettingsStore {
  get(): NotificationSettings;
  set(change: Partial<NotificationSettings>): void;
  subscribe(listener: () => void): () => void;
}

export interface NotificationPlace {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Tells when another tab has written; answers with the function that stops it. */
  readonly onOtherTab: (listener: () => void) => () => void;
}

const KEY = 'dijla-notifications';
const MOST_MUTED = 500;

/** Kept in local storage and followed over tabs: what is muted in one is muted in all. */
export function createNotificationSettings({ onOtherTab, storage }: NotificationPlace): NotificationSettingsStore {
  const listeners = new Set<() => void>();
  let settings = read(storage);
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  onOtherTab(() => {
    settings = read(storage);
    tell();
  });
  return {
    get: () => settings,
    set(change) {
      const next = { ...settings, ...change };
      settings = { ...next, muted: next.muted.slice(-MOST_MUTED) };
      try {
        storage.setItem(KEY, JSON.stringify(settings));
      } catch {
        // Storage is full or forbidden: it holds until the page is left.
      }
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Whether nothing is told at `now` (epoch ms). */
export function isQuiet({ quietUntil }: Pick<NotificationSettings, 'quietUntil'>, now: number): boolean {
  return quietUntil === 'always' || (quietUntil !== null && now < quietUntil);
}

function read(storage: NotificationPlace['storage']): NotificationSettings {
  const { desktop, muted, quietUntil, sound } = parsed(storage);
  return {
    sound: sound === true,
    desktop: desktop === true,
    quietUntil: quietUntil === 'always' || typeof quietUntil === 'number' ? quietUntil : null,
    muted: Array.isArray(muted) ? muted.filter((id) => typeof id === 'string').slice(-MOST_MUTED) : [],
  };
}

function parsed(storage: NotificationPlace['storage']): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
