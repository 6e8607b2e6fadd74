import type { DatabaseSync } from 'node:sqlite';
import type { AuditEntry } from '../../domain/audit.ts';
import {
  compareTemplateLists,
  foldTemplateNews,
  type KeptTemplate,
  type TemplateTold,
  templateAsItStands,
} from '../../domain/fold-template.ts';
import type { TemplateNews } from '../../domain/template-news.ts';
import type { Template } from '../../domain/tenant.ts';
import type { TemplateListCounts } from '../../ports/template-store.ts';
import { compareText, integer, json, type Row, text, toColumn } from './rows.ts';
import { type AuditWriter, counted } from './sqlite-audit.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

const READ = {
  all: 'SELECT template, told, made_at FROM templates WHERE waba_id = ?',
  synced: 'SELECT synced_at FROM template_syncs WHERE waba_id = ?',
} as const;

const WRITE = {
  all: READ.all,
  put: `INSERT INTO templates (waba_id, id, template) VALUES (?, ?, ?)
    ON CONFLICT (waba_id, id) DO UPDATE SET template = excluded.template`,
  add: 'INSERT INTO templates (waba_id, id, template, made_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  remove: 'DELETE FROM templates WHERE waba_id = ? AND id IN (SELECT value FROM json_each(?))',
  synced: `INSERT INTO template_syncs (waba_id, synced_at) VALUES (?, ?)
    ON CONFLICT (waba_id) DO UPDATE SET synced_at = excluded.synced_at`,
  told: `SELECT t.id, t.told FROM json_each(?) j CROSS JOIN templates t ON t.waba_id = ? AND t.id = j.value`,
  tell: 'UPDATE templates SET told = ? WHERE waba_id = ? AND id = ?',
} as const;

/** An account's templates, as each stands. */
export class TemplateReads {
  readonly #sql: Prepared<typeof READ>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, READ);
  }

  list(wabaId: string): { templates: Template[]; syncedAt: number | null } {
    const waba = toColumn(wabaId);
    const synced = this.#sql.synced.get(waba);
    const syncedAt = synced === undefined ? null : integer(synced, 'synced_at');
    const templates = this.#sql.all
      .all(waba)
      .map((row) => templateAsItStands({ ...entryOf(row), listedAt: syncedAt ?? 0 }))
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.language, b.language));
    return { templates, syncedAt };
  }
}

/** Writes templates. Runs inside the writer's transaction. */
export class TemplateWriter {
  readonly #sql: Prepared<typeof WRITE>;
  readonly #audit: AuditWriter;

  constructor(db: DatabaseSync, audit: AuditWriter) {
    this.#sql = prepareAll(db, WRITE);
    this.#audit = audit;
  }

  replaceAll(
    wabaId: string,
    templates: readonly Template[],
    askedAt: number,
    entries: readonly AuditEntry[],
  ): TemplateListCounts {
    const waba = toColumn(wabaId);
    const kept = this.#sql.all.all(waba).map(entryOf);
    const { put, removed, added, changed } = compareTemplateLists(kept, templates, askedAt);
    for (const template of put) this.#sql.put.run(waba, toColumn(template.id), JSON.stringify(template));
    if (removed.length > 0) this.remove(wabaId, removed);
    this.#sql.synced.run(waba, askedAt);
    if (added + changed + removed.length > 0) {
      const figures = { added, changed, removed: removed.length };
      for (const entry of entries) {
        this.#audit.add(Object.entries(figures).reduce((one, [name, count]) => counted(one, name, count), entry));
      }
    }
    return { added, changed, removed: removed.length, total: kept.length + added - removed.length };
  }

  add(template: Template, now: number): void {
    this.#sql.add.run(toColumn(template.wabaId), toColumn(template.id), JSON.stringify(template), now);
  }

  remove(wabaId: string, ids: readonly string[]): void {
    this.#sql.remove.run(toColumn(wabaId), JSON.stringify(ids.map(toColumn)));
  }

  tell(wabaId: string, news: readonly TemplateNews[]): number {
    const waba = toColumn(wabaId);
    const ids = new Set(news.flatMap(({ templateId }) => templateId ?? []));
    const rows = this.#sql.told.all(JSON.stringify([...ids].map(toColumn)), waba);
    const before = new Map(rows.map((row) => [text(row, 'id'), json<TemplateTold>(row, 'told')]));
    const after = new Map(before);
    let found = 0;
    for (const one of news) {
      const told = one.templateId === null ? undefined : after.get(one.templateId);
      if (told === undefined || one.templateId === null) continue;
      found += 1;
      after.set(one.templateId, foldTemplateNews(told, one));
    }
    for (const [id, told] of after) {
      if (told !== before.get(id)) this.#sql.tell.run(JSON.stringify(told), waba, toColumn(id));
    }
    return found;
  }
}

function entryOf(row: Row): Omit<KeptTemplate, 'listedAt'> {
  return {
    listed: json<Template>(row, 'template'),
    told: json<TemplateTold>(row, 'told'),
    madeAt: integer(row, 'made_at'),
  };
}
