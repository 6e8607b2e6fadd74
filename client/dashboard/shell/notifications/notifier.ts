const SCRIPT = '/dashboard/notifier.js';

let registered: Promise<ServiceWorkerRegistration | null> | null = null;

/** The service worker that shows notifications, fetched when the first is shown; null where there is none. */
export function notifier(): Promise<ServiceWorkerRegistration | null> {
  registered ??= register().catch(() => {
    // The next notification tries again; this one is shown without.
    registered = null;
    return null;
  });
  return registered;
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || !('showNotification' in ServiceWorkerRegistration.prototype)) return null;
  await navigator.serviceWorker.register(SCRIPT);
  // Only one that runs may show something.
  return navigator.serviceWorker.ready;
}

/** Hears which place a notification that was clicked is about; answers with the function that stops it. */
export function onNotificationOpened(open: (path: string) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => {};
  const hear = ({ data }: MessageEvent) => {
    const path: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'open') : null;
    if (typeof path === 'string') open(path);
  };
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', hear);
  serviceWorker.startMessages();
  return () => serviceWorker.removeEventListener('message', hear);
}
