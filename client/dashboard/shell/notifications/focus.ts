/** In which conversation somebody is, for all tabs: the one that tells of news is seldom the one that is looked at. */
const KEY = 'dijla-in-focus';

export interface FocusPlace {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** The conversation that is open in a focused tab; null when none is. */
export function conversationInFocus({ storage }: FocusPlace): string | null {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Told whenever this tab gains or loses focus, or opens another place. `was` is what it had told before. */
export function tellFocus({ storage }: FocusPlace, is: string | null, was: string | null): void {
  try {
    if (is !== null) storage.setItem(KEY, is);
    // Another tab may have taken the focus already.
    else if (was !== null && storage.getItem(KEY) === was) storage.removeItem(KEY);
  } catch {
    // Then each tab judges for itself that nothing is in focus.
  }
}

/** `/inbox/conv_…` → `conv_…` */
export function conversationAt(location: string): string | null {
  return /^\/inbox\/(conv_[\w-]+)/.exec(location)?.[1] ?? null;
}
