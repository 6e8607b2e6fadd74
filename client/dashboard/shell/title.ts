import { useEffect } from 'react';

let screen = '';
let unread = '';

/** The name of a screen in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    screen = `${title} · Dijla WhatsApp`;
    show();
  }, [title]);
}

/** How much is unread, before the name; '' for nothing. */
export function showUnread(count: string): void {
  unread = count;
  show();
}

function show(): void {
  if (screen === '') return;
  document.title = unread === '' ? screen : `(${unread}) ${screen}`;
}
