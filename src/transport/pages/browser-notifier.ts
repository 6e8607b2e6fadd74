/**
 * The dashboard's service worker: phones show notifications from one alone. It keeps nothing and stands in the way of no
 * request; it opens what a notification is about. Stands alone, since its source text is what is served.
 */
export function notifierScript(): void {
  // The library of the page's types knows no service workers: what is used of one is named here.
  interface Tab {
    readonly url: string;
    readonly focused: boolean;
    focus(): Promise<unknown>;
    postMessage(message: unknown): void;
  }
  interface Click extends Event {
    readonly notification: { readonly data: unknown; close(): void };
    waitUntil(work: Promise<unknown>): void;
  }
  interface Worker extends EventTarget {
    readonly clients: {
      matchAll(which: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<readonly Tab[]>;
      openWindow(address: string): Promise<unknown>;
    };
    skipWaiting(): Promise<void>;
  }
  const worker = globalThis as unknown as Worker;
  const base = '/dashboard';

  const open = async (path: string) => {
    const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const ours = tabs.filter(({ url }) => new URL(url).pathname.startsWith(`${base}/`));
    const tab = ours.find(({ focused }) => focused) ?? ours[0];
    if (tab === undefined) return worker.clients.openWindow(base + path);
    // Told before it is asked for the focus, which a browser may refuse.
    tab.postMessage({ open: path });
    return tab.focus();
  };

  worker.addEventListener('install', () => {
    worker.skipWaiting().catch(() => {});
  });
  worker.addEventListener('notificationclick', (event) => {
    const click = event as Click;
    click.notification.close();
    const path: unknown = (click.notification.data as { readonly path?: unknown } | null)?.path;
    const known = typeof path === 'string' && /^\/[\w/-]*$/.test(path) ? path : '/';
    click.waitUntil(open(known).catch(() => {}));
  });
}
