import type { Account } from './accounts.ts';
import { CappedMap } from './capped.ts';
import { GraphError } from './graph-errors.ts';
import { freshTemplateId, objectId } from './ids.ts';
import { parseNewTemplate } from './template-checks.ts';
import type { TemplateComponent } from './template-schema.ts';
import { templateSeeds } from './template-seeds.ts';
import type { Clock } from './windows.ts';

export type TemplateCategory = 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';

export const templateStatuses = [
  'APPROVED',
  'PENDING',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'ARCHIVED',
  'IN_APPEAL',
  'LIMIT_EXCEEDED',
  'PENDING_DELETION',
] as const;

export interface Template {
  id: string;
  name: string;
  language: string;
  status: (typeof templateStatuses)[number];
  category: TemplateCategory;
  previous_category?: TemplateCategory | undefined;
  correct_category?: TemplateCategory | undefined;
  parameter_format: 'POSITIONAL' | 'NAMED';
  components: TemplateComponent[];
  rejected_reason: string;
  quality_score: { score: string; date?: number };
  message_send_ttl_seconds?: number | undefined;
  life: TemplateLife;
}

/** What becomes of a template; none of it is told by the node. Times are on the sandbox's clock. */
export interface TemplateLife {
  /** When it was edited while approved. */
  edits: number[];
  pauses: number;
  pausedUntil?: number | undefined;
  nextCategory?: { category: TemplateCategory; at: number } | undefined;
  /** While sends are held for quality assessment: how each goes on, in the order of sending. */
  held?: ((verdict: 'release' | 'fail') => void)[] | undefined;
  /** Accepted sends that are still on their way. */
  undelivered: number;
}

export interface TemplateFilter {
  name?: string | undefined;
  language?: string | undefined;
  status?: string | undefined;
  category?: string | undefined;
}

/** Meta: the limit of an unverified portfolio. */
const MOST_TEMPLATES = 250;
/** Meta: so many creations in an hour by a WABA. */
const MOST_CREATIONS = 100;
const HOUR_MS = 3_600_000;
/** Meta: the name of a deleted template that was approved is taken for 30 days. */
const NAME_LOCK_MS = 30 * 24 * HOUR_MS;

/** The message templates of each WABA. */
export class Templates {
  readonly #byWaba = new Map<string, Template[]>();
  readonly #creations = new Map<string, number[]>();
  readonly #lockedUntil = new CappedMap<string, number>(10_000);
  readonly #clock: Clock;

  constructor(accounts: readonly Account[], clock: Clock) {
    this.#clock = clock;
    for (const { wabaId } of accounts) {
      const seeded = templateSeeds.map(
        (seed): Template => ({
          id: objectId(16, wabaId, seed.name, seed.language),
          name: seed.name,
          language: seed.language,
          status: seed.status ?? 'APPROVED',
          category: seed.category,
          parameter_format: seed.parameter_format ?? 'POSITIONAL',
          components: seed.components,
          rejected_reason: seed.status === 'REJECTED' ? 'PROMOTIONAL' : 'NONE',
          quality_score: { score: seed.status === 'PAUSED' ? 'RED' : 'UNKNOWN' },
          life: newLife(),
        }),
      );
      this.#byWaba.set(wabaId, seeded);
    }
  }

  /** The templates of a WABA that match. `name` matches a part, as Meta's filter does; the rest match whole. */
  list(wabaId: string, filter: TemplateFilter = {}): Template[] {
    return this.#of(wabaId).filter(
      (template) =>
        template.name.includes(filter.name?.toLowerCase() ?? '') &&
        (filter.language === undefined || template.language === filter.language) &&
        (filter.status === undefined || template.status === filter.status.toUpperCase()) &&
        (filter.category === undefined || template.category === filter.category.toUpperCase()),
    );
  }

  byId(wabaId: string, id: string): Template | undefined {
    return this.#of(wabaId).find((template) => template.id === id);
  }

  /**
   * The template that a send names. Throws 132001 when there is none in this language or it is not approved, 132015
   * while it is paused, 132016 when it is disabled.
   */
  forSend(wabaId: string, name: string, language: string): Template {
    const template = this.#of(wabaId).find((one) => one.name === name && one.language === language);
    if (template?.status === 'PAUSED') throw new GraphError(132015, `template (${name}) is paused due to low quality`);
    if (template?.status === 'DISABLED') throw new GraphError(132016, `template (${name}) is disabled`);
    if (template?.status === 'APPROVED') return template;
    throw new GraphError(132001, `template name (${name}) does not exist in ${language}`);
  }

  /** Adds a PENDING template. Throws `GraphError` by Meta's limits for creation. */
  create(wabaId: string, body: unknown): Template {
    const given = parseNewTemplate(body);
    const templates = this.#of(wabaId);
    const now = this.#clock.now();
    if (templates.some(({ name, language }) => name === given.name && language === given.language)) {
      throw new GraphError(100, `There is already ${given.language} content for this template.`);
    }
    const locks = [given.name, `${given.name} ${given.language}`].map((key) =>
      this.#lockedUntil.get(`${wabaId} ${key}`),
    );
    if (locks.some((until) => until !== undefined && until > now)) {
      throw new GraphError(100, `A template named ${given.name} was deleted: its name is taken for 30 days.`);
    }
    if (templates.length >= MOST_TEMPLATES) {
      throw new GraphError(2_388_019, 'The WABA has as many templates as it may have.');
    }
    const creations = (this.#creations.get(wabaId) ?? []).filter((at) => now - at < HOUR_MS);
    if (creations.length >= MOST_CREATIONS) {
      throw new GraphError(80007, `The WABA created ${MOST_CREATIONS} templates within an hour.`);
    }
    this.#creations.set(wabaId, [...creations, now]);
    const template: Template = {
      id: freshTemplateId(),
      name: given.name,
      language: given.language,
      status: 'PENDING',
      category: given.category,
      parameter_format: given.parameter_format,
      components: given.components,
      rejected_reason: 'NONE',
      quality_score: { score: 'UNKNOWN' },
      message_send_ttl_seconds: given.message_send_ttl_seconds,
      life: newLife(),
    };
    templates.push(template);
    return template;
  }

  /** Takes a template off the list. */
  remove(wabaId: string, template: Template): void {
    this.#byWaba.set(
      wabaId,
      this.#of(wabaId).filter((one) => one !== template),
    );
  }

  /** Nobody may use this name for 30 days; with a language, in that language only. */
  lockName(wabaId: string, name: string, language?: string): void {
    const key = language === undefined ? name : `${name} ${language}`;
    this.#lockedUntil.set(`${wabaId} ${key}`, this.#clock.now() + NAME_LOCK_MS);
  }

  #of(wabaId: string): Template[] {
    return this.#byWaba.get(wabaId) ?? [];
  }
}

function newLife(): TemplateLife {
  return { edits: [], pauses: 0, undelivered: 0 };
}

/** A template as Graph shows it; the fields that it has no value for are known nevertheless. */
export function templateNode({ life: _life, ...shown }: Template): Record<string, unknown> {
  return {
    previous_category: undefined,
    correct_category: undefined,
    sub_category: undefined,
    message_send_ttl_seconds: undefined,
    cta_url_link_tracking_opted_out: undefined,
    library_template_name: undefined,
    ...shown,
  };
}
