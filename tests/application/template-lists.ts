import { createNumbers } from '../../src/application/numbers.ts';
import { createTemplates } from '../../src/application/templates.ts';
import {
  compareTemplateLists,
  foldTemplateNews,
  type KeptTemplate,
  templateAsItStands,
} from '../../src/domain/fold-template.ts';
import type { InboundNotice } from '../../src/domain/inbound.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { PhoneNumber, Template } from '../../src/domain/tenant.ts';
import type { AccountCredentials, Answer } from '../../src/ports/cloud-api.ts';
import type { TemplateStore } from '../../src/ports/template-store.ts';
import { TestClock, testSystem } from './support.ts';

export const AWAY = { ok: false, reason: 'away', error: null } as const;

export function hello(over: Partial<Template> = {}): Template {
  return {
    ...{ id: '1', wabaId: '2', name: 'hello', language: 'ar', status: 'APPROVED', category: 'UTILITY' },
    ...{ parameterFormat: 'POSITIONAL', components: [] },
    ...over,
  };
}

/** A change of one of Meta's template fields, as the parser gives it. */
export function news(field: string, value: JsonObject, at: number, wabaId: string | null = '2'): InboundNotice {
  const raw = { field, value };
  return { kind: 'notice', key: `n|${at}`, phoneNumberId: null, at, raw, field, wabaId, eventType: 'template' };
}

export function statusNews(event: string, at: number, more: JsonObject = {}): InboundNotice {
  const value = { event, message_template_id: 1, message_template_name: 'hello', message_template_language: 'ar' };
  return news('message_template_status_update', { ...value, reason: 'NONE', ...more }, at);
}

/** The templates of a store in memory, with the domain's own fold. */
function memoryTemplates(): TemplateStore & { readonly entries: Map<string, KeptTemplate> } {
  const entries = new Map<string, KeptTemplate>();
  const synced = new Map<string, number>();
  const of = (wabaId: string) => [...entries.values()].filter(({ listed }) => listed.wabaId === wabaId);
  return {
    entries,
    async replaceAll(wabaId, templates, askedAt) {
      const { put, removed, added, changed } = compareTemplateLists(of(wabaId), templates, askedAt);
      for (const id of removed) entries.delete(id);
      for (const listed of put) {
        const { told = {}, madeAt = 0 } = entries.get(listed.id) ?? {};
        entries.set(listed.id, { listed, listedAt: 0, madeAt, told });
      }
      synced.set(wabaId, askedAt);
      return { added, changed, removed: removed.length, total: of(wabaId).length };
    },
    async list(wabaId) {
      const syncedAt = synced.get(wabaId) ?? null;
      const templates = of(wabaId).map((entry) => templateAsItStands({ ...entry, listedAt: syncedAt ?? 0 }));
      return { templates, syncedAt };
    },
    async add(listed, madeAt) {
      if (!entries.has(listed.id)) entries.set(listed.id, { listed, listedAt: 0, madeAt, told: {} });
    },
    async remove(_wabaId, ids) {
      for (const id of ids) entries.delete(id);
    },
    async tell(_wabaId, all) {
      const found = all.filter(({ templateId }) => templateId !== null && entries.has(templateId));
      for (const one of found) {
        const entry = entries.get(one.templateId ?? '');
        if (entry !== undefined) entries.set(entry.listed.id, { ...entry, told: foldTemplateNews(entry.told, one) });
      }
      return found.length;
    },
  };
}

/** The lists of some accounts; Meta answers what `meta.answer` gives at that time. */
export async function templatesBench(
  accounts: readonly string[] = ['2'],
  numbers: readonly Pick<PhoneNumber, 'phoneNumberId' | 'tenantId' | 'wabaId'>[] = [],
) {
  type Listed = Answer<readonly Template[]>;
  const meta: { asked: number; answer: (account: AccountCredentials) => Listed | Promise<Listed> } = {
    asked: 0,
    answer: () => ({ ok: true, value: [hello()] }),
  };
  const clock = new TestClock();
  const store = memoryTemplates();
  const known = createNumbers({
    system: testSystem(),
    tenantOf: () => null,
    store: {
      all: async () =>
        numbers.map((one) => ({
          ...one,
          ...{
            id: `num_${one.phoneNumberId}`,
            display: '',
            credentials: 'master',
            messagesPerSecond: null,
            sharing: null,
          },
        })),
      register: async (number) => number,
      bind: async (number) => ({ number, changed: true }),
      describe: async () => {},
      setRate: async () => {},
      assign: async () => {},
      remove: async () => {},
    },
  });
  await known.load();
  const templates = createTemplates({
    accounts: accounts.map((wabaId) => ({ accessToken: 'EAA', wabaId, tenantId: 'dijla' })),
    numbers: known,
    cloudApi: {
      async listTemplates(account) {
        meta.asked += 1;
        return meta.answer(account);
      },
    },
    store,
    system: testSystem(clock),
  });
  const [first = ''] = accounts;
  const list = templates.of(first);
  if (list === null) throw new Error('no account');
  return { templates, list, clock, meta, store };
}
