import { notifier } from './notifier.ts';

/** `missing`: this browser has none, or forbids them on plain http. */
export type DesktopState = 'granted' | 'denied' | 'default' | 'missing';

export interface DesktopNews {
  readonly title: string;
  readonly body: string;
  /** The same one takes the place of an older notification. */
  readonly tag: string;
  readonly lang: string;
  /** What it opens, below `/dashboard`. */
  readonly path: string;
}

export function desktopState(): DesktopState {
  return 'Notification' in window && window.isSecureContext ? Notification.permission : 'missing';
}

/** Asks the person, who has just clicked. */
export async function askForDesktop(): Promise<DesktopState> {
  return desktopState() === 'missing' ? 'missing' : Notification.requestPermission();
}

/** Shows it; a click on it goes through the service worker, or to `onOpen` where there is none. */
export async function showDesktop(
  { path, title, ...news }: DesktopNews,
  onOpen: (path: string) => void,
): Promise<void> {
  if (desktopState() !== 'granted') return;
  const looks = { ...news, dir: 'auto', icon: '/assets/icon.svg', silent: true } as const;
  const registration = await notifier();
  if (registration !== null) return registration.showNotification(title, { ...looks, data: { path } });
  const shown = new Notification(title, looks);
  shown.onclick = () => {
    window.focus();
    onOpen(path);
    shown.close();
  };
}
