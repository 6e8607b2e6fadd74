import { GatewayError } from '../domain/errors.ts';
import type { Caller, Template } from '../domain/tenant.ts';
import type { CloudApi } from '../ports/cloud-api.ts';
import type { TemplateStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import { requireScope } from './access.ts';

/** How old the list may be before it is fetched again. */
const FRESH_MS = 10 * 60 * 1000;
/** A miss asks Meta at most this often, so that a wrong name in a loop cannot use up Meta's management calls. */
const MISS_MS = 30 * 1000;

export interface Templates {
  /** The account's templates, by name and language. FORBIDDEN; META_UNAVAILABLE when none were ever fetched. */
  list(caller: Caller): Promise<readonly Template[]>;
  /** Every language of a template; asks Meta again when the name is not known. Empty: Meta may still know better. */
  named(name: string): Promise<readonly Template[]>;
  /** Names of the templates that may be sent, as far as they are known here. */
  approvedNames(): Promise<readonly string[]>;
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

  /** Fetches the list once for all who ask at the same time. Answers with the reason when Meta did not. */
  function sync(of: { readonly accessToken: string; readonly wabaId: string }): Promise<string | null> {
    fetching ??= (async () => {
      const answer = await deps.cloudApi.listTemplates(of);
      if (answer.ok) await store.replaceAll(of.wabaId, answer.value, clock.now());
      else log.warn('the templates could not be fetched from Meta', { reason: answer.reason });
      return answer.ok ? null : answer.reason;
    })().finally(() => {
      fetching = null;
    });
    return fetching;
  }

  return {
    async list(caller) {
      requireScope(caller, 'read');
      if (account === null) return [];
      const kept = await store.list(account.wabaId);
      if (kept.syncedAt !== null && clock.now() - kept.syncedAt < FRESH_MS) return kept.templates;
      const problem = await sync(account);
      if (problem !== null && kept.syncedAt === null) {
        throw new GatewayError('META_UNAVAILABLE', `The templates could not be fetched from Meta: ${problem}`, {
          retryable: true,
          action: 'Try again in a moment; if it goes on, check META_ACCESS_TOKEN and META_WABA_ID.',
        });
      }
      return (await store.list(account.wabaId)).templates;
    },

    async named(name) {
      if (account === null) return [];
      const find = async () => {
        const { templates, syncedAt } = await store.list(account.wabaId);
        return { found: templates.filter((template) => template.name === name), syncedAt };
      };
      const { found, syncedAt } = await find();
      if (found.length > 0 || (syncedAt !== null && clock.now() - syncedAt < MISS_MS)) return found;
      await sync(account);
      return (await find()).found;
    },

    async approvedNames() {
      if (account === null) return [];
      const { templates } = await store.list(account.wabaId);
      const usable = templates.filter(({ status }) => status === 'APPROVED').map(({ name }) => name);
      return [...new Set(usable)];
    },
  };
}
