import type { AuditEntry } from '../domain/audit.ts';
import { GatewayError } from '../domain/errors.ts';
import type { TemplateNews } from '../domain/template-news.ts';
import type { Template } from '../domain/tenant.ts';
import type { AccountCredentials, Answer, CloudApi } from '../ports/cloud-api.ts';
import type { System } from '../ports/system.ts';
import type { TemplateListCounts, TemplateStore } from '../ports/template-store.ts';

/** How old the list may be before a reader has it fetched again. */
const FRESH_MS = 10 * 60 * 1000;
/** A send asks Meta at most this often, so that a wrong name in a loop cannot use up Meta's management calls. */
const ASK_MS = 30 * 1000;
/** How long a caller who could do with the list as it is waits for a fresh one. */
const PATIENCE_MS = 5 * 1000;
const SCHEDULE_MS = 60 * 60 * 1000;
/** News comes in bursts, one webhook for each template: one fetch serves those of a second. */
const NEWS_MS = 1000;

/** What a fetch came to. `syncedAt` is when Meta was asked, epoch milliseconds. */
export type Synced = Answer<TemplateListCounts & { readonly syncedAt: number }>;

/** The templates of one WhatsApp Business Account. */
export interface TemplateList {
  readonly account: AccountCredentials;
  /** By name and language, at most 10 minutes old if Meta can be asked. META_UNAVAILABLE when none were ever fetched. */
  read(): Promise<readonly Template[]>;
  /** As it is kept here: Meta is not asked. */
  kept(): Promise<readonly Template[]>;
  /** Every language of a template, as it is kept here. */
  keptNamed(name: string): Promise<readonly Template[]>;
  /** The same; asks Meta again when the name is not known. Empty: Meta may still know better. */
  named(name: string): Promise<readonly Template[]>;
  /** The same, at most 30 s old and newer than any news; null when Meta could not be asked. */
  namedLately(name: string): Promise<readonly Template[] | null>;
  /** Names of the templates that may be sent, as far as they are known here; `marketing: false` leaves those out. */
  approvedNames(which: { readonly marketing: boolean }): Promise<readonly string[]>;
  /** Fetches the list now. `entry` is recorded with what that changed, unless it changed nothing. */
  sync(entry?: AuditEntry): Promise<Synced>;
  /** Meta told of these: they count from now on, and in a second the list is fetched again. */
  heard(news: readonly TemplateNews[]): void;
  /** One was made, or some were deleted, by us. */
  add(template: Template): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Fetches the list now and every hour, in the background. */
  start(): void;
  /** Resolves once nothing is being written to the store. */
  stop(): Promise<void>;
}

interface Kept {
  readonly templates: readonly Template[];
  readonly byName: ReadonlyMap<string, readonly Template[]>;
  /** Epoch milliseconds; null: never. */
  readonly syncedAt: number | null;
}

/** Fetched with paging, kept in the store, refreshed on a miss and on news. */
export function createTemplateList(deps: {
  /** `next` goes on to another token for it; false when all were tried. */
  readonly account: AccountCredentials & { next?(): boolean };
  readonly cloudApi: Pick<CloudApi, 'listTemplates'>;
  readonly store: TemplateStore;
  readonly system: System;
}): TemplateList {
  const { account, store } = deps;
  const { wabaId } = account;
  const { clock, log } = deps.system;
  let fetching: Promise<Synced> | null = null;
  /** Everything that is being written, one after the other. */
  let writing: Promise<unknown> = Promise.resolve();
  /** When Meta was last asked, whatever came of it. */
  let askedAt = Number.NEGATIVE_INFINITY;
  let failed = false;
  /** True between a change and the fetch that it asks for. */
  let stale = false;
  /** The same, where the list does not show the change yet: readers then wait for the fetch. */
  let unseen = false;
  let stopped = false;
  let scheduled: { cancel(): void } | null = null;
  let announced: { cancel(): void } | null = null;
  /** What the store holds, so that a send costs no read of it. */
  let cache: Kept | null = null;
  /** Who asked for the next fetch. */
  const askedBy = new Set<AuditEntry>();
  /** Counts the writes: what was read before the last is not kept. */
  let written = 0;

  async function current(): Promise<Kept> {
    await writing;
    if (cache !== null) return cache;
    const version = written;
    const { templates, syncedAt } = await store.list(wabaId);
    const read = { templates, byName: Map.groupBy(templates, ({ name }) => name), syncedAt };
    // What was never fetched is read again: it is little, and a fetch may be under way.
    if (syncedAt !== null && version === written) cache = read;
    return read;
  }

  /** `writing` never rejects: what went wrong is told to whoever wrote. */
  function write<T>(run: () => Promise<T>): Promise<T> {
    const result = writing.then(run).finally(() => {
      cache = null;
      written += 1;
    });
    writing = result.catch(() => {
      stale = true;
    });
    return result;
  }

  async function fetchList(): Promise<Synced> {
    const owed = { stale, unseen };
    stale = false;
    unseen = false;
    askedAt = clock.now();
    const syncedAt = askedAt;
    const entries = [...askedBy];
    askedBy.clear();
    let answer = await deps.cloudApi.listTemplates(account);
    while (!answer.ok && answer.error?.retryable === false && account.next?.()) {
      answer = await deps.cloudApi.listTemplates(account);
    }
    failed = !answer.ok;
    if (!answer.ok) {
      stale ||= owed.stale;
      unseen ||= owed.unseen;
      log.warn('the templates could not be fetched from Meta', { reason: answer.reason });
      return answer;
    }
    if (stopped) return { ok: false, reason: 'The gateway stops.', error: null };
    const counts = await write(() => store.replaceAll(wabaId, answer.value, syncedAt, entries));
    return { ok: true, value: { ...counts, syncedAt } };
  }

  /** One fetch for all who ask at the same time. */
  function fetchOnce(): Promise<Synced> {
    fetching ??= fetchList().finally(() => {
      fetching = null;
    });
    return fetching;
  }

  /** A fetch that began after the last change. */
  async function refresh(): Promise<Synced> {
    const synced = await fetchOnce();
    return synced.ok && stale ? fetchOnce() : synced;
  }

  /** True when the list is as new as it was asked for; false when that took too long. */
  function refreshSoon(): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const timer = clock.after(PATIENCE_MS, () => resolve(false));
      refresh()
        .finally(() => timer.cancel())
        .then(({ ok }) => resolve(ok), reject);
    });
  }

  function inBackground(): void {
    if (stopped) return;
    refresh().catch((error: unknown) => log.error('the templates could not be kept', { error }));
  }

  function start(): void {
    inBackground();
    scheduled = clock.after(SCHEDULE_MS, start);
  }

  /** Has the list fetched in a second, also while a fetch that began before is under way. */
  function fetchSoon(): void {
    stale = true;
    if (announced !== null || stopped) return;
    announced = clock.after(NEWS_MS, () => {
      announced = null;
      if (stale) inBackground();
    });
  }

  const fresh = ({ syncedAt }: Kept, ms: number) => !unseen && syncedAt !== null && clock.now() - syncedAt < ms;
  const mayAsk = () => clock.now() - askedAt >= ASK_MS;
  const keptNamed = async (name: string) => (await current()).byName.get(name) ?? [];

  return {
    account,

    async read() {
      const before = await current();
      if (fresh(before, FRESH_MS)) return before.templates;
      if (before.syncedAt !== null) {
        await refreshSoon();
        return (await current()).templates;
      }
      const synced = await refresh();
      if (synced.ok) return (await current()).templates;
      throw new GatewayError('META_UNAVAILABLE', `The templates could not be fetched from Meta: ${synced.reason}`, {
        retryable: true,
        action: 'Try again in a moment; if it goes on, check META_ACCESS_TOKEN and META_WABA_ID.',
      });
    },

    kept: async () => (await current()).templates,
    keptNamed,

    async named(name) {
      const found = await keptNamed(name);
      if (found.length > 0 || (fetching === null && !mayAsk())) return found;
      await refreshSoon();
      return keptNamed(name);
    },

    async namedLately(name) {
      if (!fresh(await current(), ASK_MS)) {
        if (fetching === null && failed && !mayAsk()) return null;
        if (!(await refreshSoon())) return null;
      }
      return keptNamed(name);
    },

    async approvedNames({ marketing }) {
      const { templates } = await current();
      const usable = templates.filter(
        ({ category, status }) => status === 'APPROVED' && (marketing || category.toUpperCase() !== 'MARKETING'),
      );
      return [...new Set(usable.map(({ name }) => name))];
    },

    sync(entry) {
      stale = true;
      if (entry === undefined) return refresh();
      askedBy.add(entry);
      // Where nothing was fetched for it.
      return refresh().finally(() => askedBy.delete(entry));
    },

    heard(news) {
      fetchSoon();
      write(async () => {
        // What concerns a template that is not known here, or is not understood, is shown by the list alone.
        const found = await store.tell(wabaId, news);
        if (found < news.length || news.some(({ change }) => change === 'OTHER')) unseen = true;
      }).catch((error: unknown) => {
        unseen = true;
        log.error('news of templates could not be kept; the list will be fetched', { error });
      });
    },

    async add(template) {
      await write(() => store.add(template, clock.now()));
      fetchSoon();
    },

    async remove(ids) {
      // A list that was asked for before must not bring them back.
      await fetching?.catch(() => {});
      await write(() => store.remove(wabaId, ids));
      fetchSoon();
    },

    start,

    async stop() {
      stopped = true;
      scheduled?.cancel();
      announced?.cancel();
      await writing;
    },
  };
}
