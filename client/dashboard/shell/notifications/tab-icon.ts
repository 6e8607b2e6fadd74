const PLAIN = '/assets/icon.svg';

/** The icon of the tab with a number on it; without one at 0. */
export function createTabIcon(page: Document): (unread: number) => void {
  let shown = '';
  let address: string | null = null;
  return (unread) => {
    const badge = badgeOf(unread);
    if (badge === shown) return;
    shown = badge;
    const link = page.querySelector<HTMLLinkElement>('link[rel="icon"]') ?? added(page);
    const before = address;
    address = badge === '' ? null : URL.createObjectURL(new Blob([iconWith(badge)], { type: 'image/svg+xml' }));
    link.href = address ?? PLAIN;
    if (before !== null) URL.revokeObjectURL(before);
  };
}

/** What fits on an icon: Latin digits, at most 9. */
export function badgeOf(unread: number): string {
  if (unread <= 0) return '';
  return unread > 9 ? '9+' : String(unread);
}

function iconWith(badge: string): string {
  const wave = 'c3.3-3 6.7-3 10 0s6.7 3 10 0';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0b6b74"/><path d="M6 12.5${wave}M6 20.5${wave}" fill="none" stroke="#fff" stroke-width="2.8" stroke-linecap="round"/><circle cx="22" cy="22" r="10" fill="#c8352c"/><text x="22" y="26.5" font-family="system-ui,sans-serif" font-size="13" font-weight="700" fill="#fff" text-anchor="middle">${badge}</text></svg>`;
}

function added(page: Document): HTMLLinkElement {
  const link = page.createElement('link');
  link.rel = 'icon';
  page.head.append(link);
  return link;
}
