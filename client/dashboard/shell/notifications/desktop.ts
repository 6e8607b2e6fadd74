/** `missing`: this browser has none, or forbids them on plain http. */
export type DesktopState = 'granted' | 'denied' | 'default' | 'missing';

export function desktopState(): DesktopState {
  return 'Notification' in window && window.isSecureContext ? Notification.permission : 'missing';
}

/** Asks the person, who has just clicked. */
export async function askForDesktop(): Promise<DesktopState> {
  return desktopState() === 'missing' ? 'missing' : Notification.requestPermission();
}

/** Shows it; the same `tag` takes the place of an older one. */
export function showDesktop(
  {
    body,
    lang,
    tag,
    title,
  }: { readonly title: string; readonly body: string; readonly tag: string; readonly lang: string },
  onOpen: () => void,
): void {
  if (desktopState() !== 'granted') return;
  try {
    const shown = new Notification(title, { body, tag, lang, dir: 'auto', icon: '/assets/icon.svg', silent: true });
    shown.onclick = () => {
      window.focus();
      onOpen();
      shown.close();
    };
  } catch {
    // Phones show them from a service worker alone.
  }
}
