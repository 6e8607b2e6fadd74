import type { AuditAction, AuditResult } from '../domain/audit.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { Caller, Template } from '../domain/tenant.ts';
import type { AuditStore } from '../ports/audit.ts';
import type { CloudApi } from '../ports/cloud-api.ts';
import type { System } from '../ports/system.ts';
import type { ChangeOutcome } from '../ports/template-api.ts';
import type { TemplateListCounts } from '../ports/template-store.ts';
import { type Audited, auditEntry } from './auditing.ts';
import type { TemplateList } from './template-list.ts';
import { type NewTemplate, newDefinition } from './template-new.ts';
import type { Templates } from './templates.ts';

/** What to delete: every language of a name, or the one with this id. */
export interface TemplateDeletion {
  readonly name: string | null;
  readonly id: string | null;
  readonly wabaId: string | null;
}

/** `syncedAt` is when Meta was asked, epoch milliseconds. */
export interface TemplateSync extends TemplateListCounts {
  readonly syncedAt: number;
}

/**
 * Changing an account's templates; needs the scope `manage`. `wabaId` may be null when the caller has one account only.
 * Failures: FORBIDDEN, INVALID_INPUT, NOT_FOUND, REJECTED_BY_META, RATE_LIMITED, META_UNAVAILABLE (surely not done),
 * UNCONFIRMED (Meta did not answer and may have done it).
 */
export interface TemplateManagement {
  /** Answers with the template as Meta took it, mostly PENDING; it is in the list from then on. */
  create(caller: Caller, template: NewTemplate & { readonly wabaId: string | null }): Promise<Template>;
  /** Answers with what the list held of it until now. */
  delete(caller: Caller, what: TemplateDeletion): Promise<readonly Template[]>;
  /** Fetches the list now. */
  sync(caller: Caller, wabaId: string | null): Promise<TemplateSync>;
}

export function createTemplateManagement(deps: {
  readonly templates: Pick<Templates, 'manageable'>;
  readonly cloudApi: Pick<CloudApi, 'templates'>;
  readonly audit: Pick<AuditStore, 'add'>;
  readonly system: Pick<System, 'clock' | 'ids'>;
}): TemplateManagement {
  const { templates } = deps;
  const meta = deps.cloudApi.templates;

  /** Those that a deletion means. NOT_FOUND when the list, asked for again, has none of them. */
  async function meant(list: TemplateList, { name, id }: TemplateDeletion): Promise<readonly Template[]> {
    const matching = async () =>
      (await list.kept()).filter((one) => (id === null || one.id === id) && (name === null || one.name === name));
    const known = await matching();
    if (known.length > 0) return known;
    const synced = await list.sync();
    if (!synced.ok) throw unavailable(`The list could not be looked at: ${synced.reason}`);
    const found = await matching();
    if (found.length > 0) return found;
    throw new GatewayError('NOT_FOUND', 'There is no such template in this account.', {
      field: id === null ? 'name' : 'id',
      action: 'Look its name and id up in the list of templates.',
    });
  }

  /** Meta is not asked before it is recorded that it is; then what it made of it. */
  async function recorded<T>(
    caller: Caller,
    action: AuditAction,
    what: Audited,
    ask: () => Promise<ChangeOutcome<T>>,
  ): Promise<ChangeOutcome<T>> {
    const add = (result: AuditResult) => deps.audit.add(auditEntry(deps.system, caller, action, { ...what, result }));
    await add('started');
    const outcome = await ask();
    await add(RESULTS[outcome.kind]);
    return outcome;
  }

  return {
    async create(caller, { wabaId, ...template }) {
      const list = templates.manageable(caller, wabaId);
      const definition = newDefinition(template);
      await refuseTaken(list, template);
      const { category } = template;
      const changes = {
        language: added(template.language),
        category: added(category),
        wabaId: added(list.account.wabaId),
      };
      const what = { target: template.name, changes };
      const outcome = await recorded(caller, 'template.create', what, () => meta.create(list.account, definition));
      if (outcome.kind === 'unknown') list.heard([]);
      const made = done(outcome, 'made');
      const { name, language, parameterFormat } = template;
      const { components } = definition;
      const whole = { ...made, wabaId: list.account.wabaId, name, language, parameterFormat, components };
      await list.add(whole);
      return (await list.kept()).find(({ id }) => id === made.id) ?? whole;
    },

    async delete(caller, what) {
      const list = templates.manageable(caller, what.wabaId);
      if (what.name === null && what.id === null) {
        throw invalidInput('name', 'Nothing says which template.', 'Give its name, or the id of one language.');
      }
      const found = await meant(list, what);
      const [first] = found;
      if (first !== undefined) {
        const removed = { before: found.map(({ language, id }) => ({ language, id })), after: null };
        const recording = { target: first.name, changes: { templates: removed } };
        const ask = () => meta.delete(list.account, first.name, what.id);
        const outcome = await recorded(caller, 'template.delete', recording, ask);
        if (outcome.kind === 'unknown') list.heard([]);
        done(outcome, 'deleted');
      }
      await list.remove(found.map(({ id }) => id));
      return found;
    },

    async sync(caller, wabaId) {
      const list = templates.manageable(caller, wabaId);
      const synced = await list.sync(auditEntry(deps.system, caller, 'template.sync', { target: list.account.wabaId }));
      if (synced.ok) return synced.value;
      const { error, reason } = synced;
      if (error === null) throw unavailable(reason);
      const { action, retryable, title, meaning } = error;
      const details = { meta: error, action, retryable };
      throw new GatewayError(retryable ? 'RATE_LIMITED' : 'REJECTED_BY_META', `${title}: ${meaning}`, details);
    },
  };
}

const RESULTS: Readonly<Record<ChangeOutcome<unknown>['kind'], AuditResult>> = {
  done: 'done',
  refused: 'refused',
  notWritten: 'refused',
  unknown: 'unconfirmed',
};

function added(after: string) {
  return { before: null, after };
}

/** Saves the call that Meta would refuse, by a list that is at most 30 s old; without one Meta judges. */
async function refuseTaken(list: TemplateList, { name, language }: NewTemplate): Promise<void> {
  if ((await list.keptNamed(name)).length === 0) return;
  const known = (await list.namedLately(name)) ?? [];
  if (!known.some((one) => one.language === language && !/DELET/.test(one.status))) return;
  const message = `The template "${name}" is there in ${language} already.`;
  throw invalidInput('name', message, 'Give it another name or language, or delete the other first.');
}

/** What Meta gave back, or why it did not do it. */
function done<T>(outcome: ChangeOutcome<T>, what: 'made' | 'deleted'): T {
  switch (outcome.kind) {
    case 'done':
      return outcome.value;
    case 'refused': {
      const { error, retryAfterSeconds } = outcome;
      const { action, meaning, title, details } = error;
      const message = [`${title}: ${meaning}`, ...(details === null ? [] : [details])].join(' ');
      const isLater = outcome.class === 'later';
      throw new GatewayError(isLater ? 'RATE_LIMITED' : 'REJECTED_BY_META', message, {
        meta: error,
        action,
        retryable: isLater,
        ...(retryAfterSeconds !== null && { retryAfterSeconds }),
      });
    }
    case 'notWritten':
      throw unavailable(`Meta was not reached, so nothing was ${what}: ${outcome.reason}`);
    case 'unknown':
      throw new GatewayError('UNCONFIRMED', `Meta did not answer; the template may have been ${what}.`, {
        meta: outcome.error,
        retryable: false,
        action: 'Fetch the list (syncTemplates) and look before you try again.',
      });
  }
}

function unavailable(message: string): GatewayError {
  return new GatewayError('META_UNAVAILABLE', message, { retryable: true, action: 'Try again in a moment.' });
}
