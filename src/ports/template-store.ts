import type { AuditEntry } from '../domain/audit.ts';
import type { TemplateNews } from '../domain/template-news.ts';
import type { Template } from '../domain/tenant.ts';

/** What a list of Meta's changed. */
export interface TemplateListCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Templates in the list from now on. */
  readonly total: number;
}

/** Each account's templates. They are Meta's and shared by whoever has a number of the account, so they know no tenant. */
export interface TemplateStore {
  /**
   * Takes the list that Meta was asked for at `askedAt` (epoch ms) for the account's. What webhooks told stays beside it,
   * and so does, for a minute, what was added here and does not stand in it. `entries` are recorded with how many
   * templates came, changed and went, unless none did.
   */
  replaceAll(
    wabaId: string,
    templates: readonly Template[],
    askedAt: number,
    entries?: readonly AuditEntry[],
  ): Promise<TemplateListCounts>;
  /** By name and language, each as it stands: the list's entry with what was told later. `syncedAt` in epoch ms. */
  list(wabaId: string): Promise<{ readonly templates: readonly Template[]; readonly syncedAt: number | null }>;
  /** Adds one that was just made; changes nothing when a list has brought it already. */
  add(template: Template, now: number): Promise<void>;
  remove(wabaId: string, ids: readonly string[]): Promise<void>;
  /** Keeps what webhooks told, the newest of each kind. Answers how many of the news concern templates that are there. */
  tell(wabaId: string, news: readonly TemplateNews[]): Promise<number>;
}
