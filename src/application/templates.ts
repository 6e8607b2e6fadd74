import { GatewayError } from '../domain/errors.ts';
import type { Caller, Template } from '../domain/tenant.ts';
import type { CloudApi } from '../ports/cloud-api.ts';
import type { TemplateStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import { requireScope } from './scopes.ts';

/** How old the list may be before a reader has it fetched again. */
const FRESH_MS = 10 * 60 * 1000;
/** A send asks Meta at most this often, so that a wrong name in a loop cannot use up Meta's management calls. */
const ASK_MS = 30 * 1000;
/** How long a send waits for a fresh list; after that Meta judges it. */
const PATIENCE_MS = 5 * 1000;
const SCHEDULE_MS = 60 * 60 * 1000;
/** News comes in bursts, one webhook for each template: one fetch serves those of a second. */
const NEWS_MS = 1000;

export interface Templates {
  /** The account's templates, by name and language. FORBIDDEN; META_UNAVAILABLE when none were ever fetched. */
  list(caller: Caller): Promise<readonly Template[]>;
  /** Every language of a template; asks Meta again when the name is not known. Empty: Meta may still know better. */
  named(name: string): Promise<readonly Template[]>;
  /** The same, at most 30 s old and newer than any news; null when Meta could not be asked. */
  namedLately(name: string): Promise<readonly Template[] | null>;
  /**
   * Names of an account's templates that may be sent, as far as they are known here; of an account that is not known,
   * none. `marketing: false` leaves marketing templates out.
   */
  approvedNames(wabaId: string | null, which: { readonly marketing: boolean }): Promise<readonly string[]>;
  /** The category of an account's template, without asking Meta; null when it is not known. */
  categoryOf(wabaId: string | null, name: string, language: string): Promise<string | null>;
  /** Meta told of a change: the next reader has the list fetched again, and in a second nobody has to. */
  markStale(): void;
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

/** The WhatsApp Business Account's templates: fetched with paging, kept in the store, refreshed on a miss. */
export function createTemplates(deps: {
  /** Null without master credentials: then no account's templates are known. */
  readonly account: { readonly accessToken: string; readonly wabaId: string } | null;
  readonly cloudApi: Pick<CloudApi, 'listTemplates'>;
  readonly store: TemplateStore;
  readonly system: System;
}): Templates {
  const { account, store } = deps;
  const { clock, log } = deps.system;
  let fetching: Promise<string | null> | null = null;
  let writing: Promise<void> = Promise.resolve();
  /** When Meta was last asked, whatever came of it. */
  let askedAt = Number.NEGATIVE_INFINITY;
  let failed = false;
  /** True between news of a change and the fetch that it asks for. */
  let stale = false;
  let stopped = false;
  let scheduled: { cancel(): void } | null = null;
  let announced: { cancel(): void } | null = null;
  /** What the store holds, so that a send costs no read of it. */
  let kept: Kept | null = null;
  /** Counts the lists that were written: what was read before the last is not kept. */
  let written = 0;

  async function current(wabaId: string): Promise<Kept> {
    if (kept !== null) return kept;
    const version = written;
    const { templates, syncedAt } = await store.list(wabaId);
    const byName = Map.groupBy(templates, ({ name }) => name);
    // What was never fetched is read again: it is little, and a fetch may be under way.
    const read = { templates, byName, syncedAt };
    if (syncedAt !== null && version === written) kept = read;
    return read;
  }

  /** Fetches the list once for all who ask at the same time. Answers with the reason when Meta did not. */
  function sync(of: { readonly accessToken: string; readonly wabaId: string }): Promise<string | null> {
    fetching ??= (async () => {
      const news = stale;
      askedAt = clock.now();
      stale = false;
      const answer = await deps.cloudApi.listTemplates(of);
      failed = !answer.ok;
      if (!answer.ok) {
        stale ||= news;
        log.warn('the templates could not be fetched from Meta', { reason: answer.reason });
        return answer.reason;
      }
      if (stopped) return 'The gateway stops.';
      const saving = store.replaceAll(of.wabaId, answer.value, clock.now());
      writing = saving.catch(() => {
        stale = true;
      });
      await saving;
      kept = null;
      written += 1;
      return null;
    })().finally(() => {
      fetching = null;
    });
    return fetching;
  }

  /** A fetch that began after the last news. */
  async function refresh(of: { readonly accessToken: string; readonly wabaId: string }): Promise<string | null> {
    const problem = await sync(of);
    return problem === null && stale ? sync(of) : problem;
  }

  /** For senders, who do not wait for long. True when the list is as new as it was asked for. */
  function refreshForSend(of: { readonly accessToken: string; readonly wabaId: string }): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const timer = clock.after(PATIENCE_MS, () => resolve(false));
      refresh(of)
        .finally(() => timer.cancel())
        .then((problem) => resolve(problem === null), reject);
    });
  }

  function inBackground(): void {
    if (account === null || stopped) return;
    refresh(account).catch((error: unknown) => log.error('the templates could not be kept', { error }));
  }

  function start(): void {
    inBackground();
    scheduled = clock.after(SCHEDULE_MS, start);
  }

  const fresh = ({ syncedAt }: Kept, ms: number) => !stale && syncedAt !== null && clock.now() - syncedAt < ms;
  const mayAsk = () => clock.now() - askedAt >= ASK_MS;

  return {
    async list(caller) {
      requireScope(caller, 'read');
      if (account === null) return [];
      const before = await current(account.wabaId);
      if (fresh(before, FRESH_MS)) return before.templates;
      const problem = await refresh(account);
      if (problem !== null && before.syncedAt === null) {
        throw new GatewayError('META_UNAVAILABLE', `The templates could not be fetched from Meta: ${problem}`, {
          retryable: true,
          action: 'Try again in a moment; if it goes on, check META_ACCESS_TOKEN and META_WABA_ID.',
        });
      }
      return (await current(account.wabaId)).templates;
    },

    async named(name) {
      if (account === null) return [];
      const found = (await current(account.wabaId)).byName.get(name) ?? [];
      if (found.length > 0 || (fetching === null && !mayAsk())) return found;
      await refreshForSend(account);
      return (await current(account.wabaId)).byName.get(name) ?? [];
    },

    async namedLately(name) {
      if (account === null) return null;
      const before = await current(account.wabaId);
      if (!fresh(before, ASK_MS)) {
        if (fetching === null && failed && !mayAsk()) return null;
        if (!(await refreshForSend(account))) return null;
      }
      return (await current(account.wabaId)).byName.get(name) ?? [];
    },

    async approvedNames(wabaId, { marketing }) {
      if (account === null || wabaId !== account.wabaId) return [];
      const { templates } = await current(account.wabaId);
      const usable = templates.filter(
        ({ category, status }) => status === 'APPROVED' && (marketing || category.toUpperCase() !== 'MARKETING'),
      );
      return [...new Set(usable.map(({ name }) => name))];
    },

    async categoryOf(wabaId, name, language) {
      if (account === null || wabaId !== account.wabaId) return null;
      const known = (await current(account.wabaId)).byName.get(name) ?? [];
      return known.find((template) => template.language === language)?.category ?? null;
    },

    markStale() {
      stale = true;
      if (announced !== null || stopped) return;
      announced = clock.after(NEWS_MS, () => {
        announced = null;
        if (stale) inBackground();
      });
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
