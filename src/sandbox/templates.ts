import type { Account } from './accounts.ts';
import { GraphError } from './graph-errors.ts';
import { freshTemplateId, objectId } from './ids.ts';
import { parse } from './send-request.ts';
import { type NewTemplate, newTemplate, type TemplateComponent } from './template-schema.ts';
import { templateSeeds } from './template-seeds.ts';

export interface Template {
  id: string;
  name: string;
  language: string;
  status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED';
  category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
  parameter_format: 'POSITIONAL' | 'NAMED';
  components: TemplateComponent[];
  rejected_reason: string;
  quality_score: { score: string };
}

export interface TemplateFilter {
  name?: string | undefined;
  language?: string | undefined;
  status?: string | undefined;
  category?: string | undefined;
}

/** Meta: the limit of an unverified portfolio. */
const MOST_TEMPLATES = 250;

/** The message templates of each WABA. */
export class Templates {
  readonly #byWaba = new Map<string, Template[]>();

  constructor(accounts: readonly Account[]) {
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
   * The template that a send names. Throws 132001 when there is none in this language or it was never approved, 132015
   * while it is paused, 132016 when it is disabled.
   */
  forSend(wabaId: string, name: string, language: string): Template {
    const template = this.#of(wabaId).find((one) => one.name === name && one.language === language);
    if (template === undefined || template.status === 'PENDING' || template.status === 'REJECTED') {
      throw new GraphError(132001, `template name (${name}) does not exist in ${language}`);
    }
    if (template.status === 'PAUSED') throw new GraphError(132015, `template (${name}) is paused due to low quality`);
    if (template.status === 'DISABLED') throw new GraphError(132016, `template (${name}) is disabled`);
    return template;
  }

  /** Adds a PENDING template. Throws `GraphError` by Meta's limits for creation. */
  create(wabaId: string, body: unknown): Template {
    const given = parse(newTemplate, body, []);
    refuseLooseVariables(given);
    const templates = this.#of(wabaId);
    if (templates.some(({ name, language }) => name === given.name && language === given.language)) {
      throw new GraphError(100, `There is already ${given.language} content for this template.`);
    }
    if (templates.length >= MOST_TEMPLATES) {
      throw new GraphError(100, 'The WABA has as many templates as it may have.', { subcode: 2388019 });
    }
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
    };
    templates.push(template);
    return template;
  }

  /** Removes every language of a name, or one template when its id is given. False when there was none. */
  remove(wabaId: string, name: string, id: string | undefined): boolean {
    const templates = this.#of(wabaId);
    const kept = templates.filter((one) => one.name !== name || (id !== undefined && one.id !== id));
    this.#byWaba.set(wabaId, kept);
    return kept.length < templates.length;
  }

  arrived(_template: Template): void {}

  #of(wabaId: string): Template[] {
    return this.#byWaba.get(wabaId) ?? [];
  }
}

/** Meta 2388299: the body may neither begin nor end with a variable. */
function refuseLooseVariables({ components }: NewTemplate): void {
  for (const component of components) {
    if (component.type === 'BODY' && /^\s*\{\{|\}\}\s*$/.test(component.text ?? '')) {
      throw new GraphError(100, "Variables can't be at the start or end of the template.", { subcode: 2388299 });
    }
  }
}
