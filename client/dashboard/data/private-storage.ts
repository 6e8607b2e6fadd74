/** What local storage keeps of one person's work; it leaves with them when they sign out. */
const PREFIX = 'dijla-private:';

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A place of one tenant and key, so that nobody finds another's drafts in a browser that several share. */
export function privateKey(what: string, { tenant, keyName }: { readonly tenant: string; readonly keyName: string }) {
  return `${PREFIX}${what}:${tenant}:${keyName}`;
}

/** What was kept there, parsed; null when there is nothing, nothing readable, or no storage. */
export function readKept(storage: Store, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a value; null takes it away. Storage that is full or forbidden keeps nothing, and nothing else breaks. */
export function keep(storage: Store, key: string, value: unknown): void {
  try {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(value));
  } catch {
    // It then lives as long as the page does.
  }
}

export function forgetPrivate(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
}
