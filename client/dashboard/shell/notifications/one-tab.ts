/** Whether this tab is the one that tells. */
export interface OneTab {
  /** `id` names the piece of news, for browsers that cannot choose a tab. */
  mayTell(id: string): boolean;
  stop(): void;
}

interface Browser {
  /** Missing on plain http. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

const CLAIM = 'dijla-told';

/**
 * One tab of a browser tells of news: the one that holds the lock, which passes on when it is closed. Without locks the tab
 * that is quickest to write down the news tells of it.
 */
export function electTab(name: string, { locks, storage }: Browser): OneTab {
  if (locks === undefined) return { mayTell: (id) => claim(storage, id), stop: () => {} };
  let holds = false;
  let release = () => {};
  const leaving = new AbortController();
  const hold = () =>
    new Promise<void>((resolve) => {
      holds = true;
      release = resolve;
    });
  locks.request(name, { signal: leaving.signal }, hold).catch(() => {
    // The tab gave up before its turn came.
  });
  return {
    mayTell: () => holds,
    stop() {
      holds = false;
      leaving.abort();
      release();
    },
  };
}

function claim(storage: Browser['storage'], id: string): boolean {
  try {
    if (storage.getItem(CLAIM) === id) return false;
    storage.setItem(CLAIM, id);
  } catch {
    // Then every tab tells; better twice than never.
  }
  return true;
}
