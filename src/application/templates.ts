import { GatewayError } from '../domain/errors.ts';
import type { InboundItem, InboundNotice } from '../domain/inbound.ts';
import { isJsonObject } from '../domain/json.ts';
import { type TemplateNews, templateNewsOf } from '../domain/template-news.ts';
import type { Caller, Template } from '../domain/tenant.ts';
import type { AccountCredentials, CloudApi } from '../ports/cloud-api.ts';
import type { System } from '../ports/system.ts';
import type { TemplateStore } from '../ports/template-store.ts';
import type { Numbers } from './numbers.ts';
import { requireScope } from './scopes.ts';
import { createTemplateList, type TemplateList } from './template-list.ts';

/** An account whose templates are kept, and the tenant whose credentials reach it. */
export interface TemplateAccount extends AccountCredentials {
  readonly tenantId: string;
  /** Its token does not work: goes on to another one. False when all were tried. */
  next?(): boolean;
}

/** The templates of every account that we have credentials for. */
export interface Templates {
  /** Of the caller's accounts, by account, name and language. FORBIDDEN; META_UNAVAILABLE when none were ever fetched. */
  list(caller: Caller): Promise<readonly Template[]>;
  /** One of the caller's, as it is kept here; null when it is not known. FORBIDDEN. */
  byId(caller: Caller, wabaId: string, id: string): Promise<Template | null>;
  /** The one that a number of the caller's sends under this name, as it is kept here; null when it is not known. FORBIDDEN. */
  sentBy(caller: Caller, phoneNumberId: string, name: string, language: string): Promise<Template | null>;
  /** Those of an account; null for one that we have no credentials for, or do not know. */
  of(wabaId: string | null): TemplateList | null;
  /** Those of the account of a number (Meta's id); null as above. */
  ofNumber(phoneNumberId: string): TemplateList | null;
  /**
   * The account that a caller may change: the one named, or the only one. Whoever rents a number of an account uses its
   * templates, and only whose credentials reach it changes them. FORBIDDEN, INVALID_INPUT, NOT_FOUND.
   */
  manageable(caller: Caller, wabaId: string | null): TemplateList;
  /** Meta told of these items; those that are news of templates count from now on. */
  heard(items: readonly InboundItem[]): void;
  /** There are other accounts than before, or other tokens for them: new ones are fetched, and lost ones are not any more. */
  accountsChanged(): void;
  /** Fetches every list now and every hour, in the background. */
  start(): void;
  /** Resolves once nothing is being written to the store. */
  stop(): Promise<void>;
}

export function createTemplates(deps: {
  /** As they are now; several tenants may reach one account. */
  readonly accounts: readonly TemplateAccount[] | (() => readonly TemplateAccount[]);
  readonly numbers: Pick<Numbers, 'byMetaId' | 'mayUse' | 'ofTenant'>;
  readonly cloudApi: Pick<CloudApi, 'listTemplates'>;
  readonly store: TemplateStore;
  readonly system: System;
}): Templates {
  const { numbers } = deps;
  const given = deps.accounts;
  const accountsNow = typeof given === 'function' ? given : () => given;
  let accounts: readonly TemplateAccount[] = [];
  const lists = new Map<string, TemplateList>();
  const stopping = new Set<Promise<void>>();
  let started = false;

  /** An account by whichever of its tenants' credentials comes first, since all of them reach the same list. */
  function listedBy(wabaId: string) {
    const first = () => accounts.find((account) => account.wabaId === wabaId);
    return {
      wabaId,
      get accessToken() {
        return first()?.accessToken ?? '';
      },
      next: () => first()?.next?.() ?? false,
    };
  }

  function accountsChanged(): void {
    accounts = accountsNow();
    const wanted = new Set(accounts.map(({ wabaId }) => wabaId));
    for (const [wabaId, list] of lists) {
      if (wanted.has(wabaId)) continue;
      lists.delete(wabaId);
      const stopped = list.stop().finally(() => stopping.delete(stopped));
      stopping.add(stopped);
    }
    for (const wabaId of wanted) {
      if (lists.has(wabaId)) continue;
      const list = createTemplateList({ ...deps, account: listedBy(wabaId) });
      lists.set(wabaId, list);
      if (started) list.start();
    }
  }
  accountsChanged();

  const of = (wabaId: string | null) => (wabaId === null ? undefined : lists.get(wabaId)) ?? null;
  const ofNumber = (phoneNumberId: string) => of(numbers.byMetaId(phoneNumberId)?.wabaId ?? null);

  const owned = ({ tenantId }: Caller) => accounts.filter((account) => account.tenantId === tenantId);

  /** A tenant's accounts: those it has credentials for, and those that one of its numbers belongs to. */
  function accountsOf({ tenantId }: Caller): readonly TemplateList[] {
    const shared = new Set(numbers.ofTenant(tenantId).map(({ wabaId }) => wabaId));
    const own = accounts.filter((account) => account.tenantId === tenantId || shared.has(account.wabaId));
    return [...new Set(own.map(({ wabaId }) => wabaId))].flatMap((wabaId) => of(wabaId) ?? []);
  }

  return {
    of,
    ofNumber,

    async list(caller) {
      requireScope(caller, 'read');
      return (await Promise.all(accountsOf(caller).map((list) => list.read()))).flat();
    },

    async byId(caller, wabaId, id) {
      requireScope(caller, 'read');
      const list = accountsOf(caller).find(({ account }) => account.wabaId === wabaId);
      return (await list?.kept())?.find((template) => template.id === id) ?? null;
    },

    async sentBy(caller, phoneNumberId, name, language) {
      requireScope(caller, 'read');
      const number = numbers.byMetaId(phoneNumberId);
      if (number === undefined || !numbers.mayUse(caller.tenantId, number)) return null;
      const languages = await ofNumber(phoneNumberId)?.keptNamed(name);
      return languages?.find((template) => template.language === language) ?? null;
    },

    manageable(caller, wabaId) {
      requireScope(caller, 'manage');
      // Changed with the caller's own credentials, whoever's fetch the list.
      const own = owned(caller).flatMap((account) => {
        const list = of(account.wabaId);
        return list === null ? [] : [{ ...list, account }];
      });
      const [first] = own;
      if (wabaId === null && first !== undefined && own.length > 1) {
        throw new GatewayError('INVALID_INPUT', 'You have several accounts, and none was named.', {
          field: 'wabaId',
          action: `Give one of ${own.map(({ account }) => account.wabaId).join(', ')}.`,
        });
      }
      const chosen = wabaId === null ? first : own.find(({ account }) => account.wabaId === wabaId);
      if (chosen !== undefined) return chosen;
      throw new GatewayError('NOT_FOUND', 'There is no such account that you may change.', {
        field: 'wabaId',
        action:
          "Give Meta's id of a WhatsApp Business Account of your own; a rented number's is the operator's to change.",
      });
    },

    heard(items) {
      if (!items.some(isTemplateNotice)) return;
      const news = new Map([...lists.values()].map((list): [TemplateList, TemplateNews[]] => [list, []]));
      for (const item of items) {
        if (!isTemplateNotice(item)) continue;
        const one = templateNewsOf((isJsonObject(item.raw) ? item.raw['value'] : null) ?? null, item.at);
        for (const [list, its] of news) {
          if (item.wabaId === null || item.wabaId === list.account.wabaId) its.push(one);
        }
      }
      for (const [list, its] of news) if (its.length > 0) list.heard(its);
    },

    accountsChanged,

    start() {
      started = true;
      for (const list of lists.values()) list.start();
    },

    async stop() {
      started = false;
      await Promise.all([...stopping, ...[...lists.values()].map((list) => list.stop())]);
    },
  };
}

function isTemplateNotice(item: InboundItem): item is InboundNotice {
  return item.kind === 'notice' && item.eventType === 'template';
}
