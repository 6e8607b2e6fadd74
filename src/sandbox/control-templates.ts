import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from './accounts.ts';
import { orderOf, type Rules, sendThis } from './control-body.ts';
import { ControlError } from './control-error.ts';
import type { Parts } from './parts.ts';
import { tellComponents, tellCorrectCategory, tellStatus } from './template-events.ts';
import {
  announceCategory,
  pause,
  removeNow,
  setCategory,
  setPacing,
  setQuality,
  setStatus,
  unpause,
} from './template-life.ts';
import { type Template, templateStatuses } from './templates.ts';

const example = { status: 'PAUSED' };
const category = z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']);

/** Every event that Meta tells of a template's status. */
const events = [
  ...['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED', 'ARCHIVED', 'IN_APPEAL', 'LIMIT_EXCEEDED'],
  ...['PENDING_DELETION', 'UNARCHIVED', 'REINSTATED', 'FLAGGED', 'LOCKED', 'DELETED'],
];

const order = z.strictObject({
  language: z.string().optional(),
  wabaId: z.string().optional(),
  status: z.enum(events).optional(),
  reason: z.string().max(200).optional(),
  recommendation: z.string().max(1000).optional(),
  quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']).optional(),
  category: category.optional(),
  now: z.boolean().default(false),
  correctCategory: category.optional(),
  components: z.literal('tell').optional(),
  pacing: z.enum(['hold', 'release', 'fail']).optional(),
});

type Order = z.infer<typeof order>;

const rules: Rules = {
  language: 'must be a language that the template has; leave it out for all',
  wabaId: 'must be the id of one of your WABAs',
  status: `must be one of ${events.join(', ')}`,
  reason: 'must be a string such as PROMOTIONAL',
  recommendation: 'must be a string',
  quality: 'must be GREEN, YELLOW, RED or UNKNOWN',
  category: 'must be MARKETING, UTILITY or AUTHENTICATION',
  now: 'must be true (the category changes at once) or false (24 hours after the notice)',
  correctCategory: 'must be MARKETING, UTILITY or AUTHENTICATION',
  components: 'must be "tell": the webhook with the texts as they are',
  pacing: 'must be "hold", "release" or "fail"',
};

/** What Meta decides about templates: `GET /sandbox/templates`, `POST /sandbox/templates/<name>`. */
export function addTemplateControls(app: FastifyInstance, parts: Parts): void {
  app.get('/sandbox/templates', async () => ({
    templates: parts.accounts.all.flatMap(({ wabaId }) =>
      parts.templates.list(wabaId).map((template) => ({ wabaId, ...shown(template) })),
    ),
  }));

  app.post<{ Params: { name: string } }>('/sandbox/templates/:name', async (request) => {
    const given = orderOf(request, order, rules, example);
    const { status, quality, category: next, correctCategory, components, pacing } = given;
    const deeds = [status, quality, next, correctCategory, components, pacing];
    if (deeds.every((deed) => deed === undefined)) {
      const what = '`status`, `quality`, `category`, `correctCategory`, `components` or `pacing`';
      throw new ControlError(`One of ${what} is needed. ${sendThis(example)}`);
    }
    const account = accountOf(parts, given.wabaId);
    const { name } = request.params;
    const templates = parts.templates
      .list(account.wabaId)
      .filter((one) => one.name === name && one.language === (given.language ?? one.language));
    if (templates.length === 0) {
      const known = [...new Set(parts.templates.list(account.wabaId).map((one) => one.name))].slice(0, 30).join(', ');
      throw new ControlError(
        `There is no template ${name}${given.language ? ` in ${given.language}` : ''}. There are: ${known}.`,
      );
    }
    for (const template of templates) void parts.schedule.run(() => decide(parts, account, template, given));
    return { templates: templates.map(shown) };
  });
}

function shown({ id, name, language, status, category: now, quality_score: quality, life }: Template): object {
  const { held, undelivered } = life;
  return { id, name, language, status, category: now, quality: quality.score, held: held?.length ?? null, undelivered };
}

function accountOf(parts: Parts, wabaId: string | undefined): Account {
  const account = wabaId === undefined ? parts.accounts.all[0] : parts.accounts.findWaba(wabaId);
  if (account !== undefined) return account;
  throw new ControlError(`\`wabaId\` must be one of ${parts.accounts.all.map((one) => one.wabaId).join(', ')}.`);
}

/** Does what the order says, one after the other. What is told changes at once; the webhooks follow. */
async function decide(parts: Parts, account: Account, template: Template, given: Order): Promise<void> {
  const { quality, category: next, correctCategory, pacing } = given;
  const told = [
    given.status === undefined ? undefined : decideStatus(parts, account, template, given.status, given),
    quality === undefined ? undefined : setQuality(parts, account, template, quality),
    next === undefined ? undefined : (given.now ? setCategory : announceCategory)(parts, account, template, next),
    pacing === undefined ? undefined : setPacing(parts, account, template, pacing),
    given.components === undefined ? undefined : tellComponents(parts, account, template),
  ];
  if (correctCategory !== undefined) {
    template.correct_category = correctCategory;
    told.push(tellCorrectCategory(parts, account, template));
  }
  await Promise.all(told);
}

async function decideStatus(
  parts: Parts,
  account: Account,
  template: Template,
  event: string,
  { reason, recommendation }: Order,
): Promise<void> {
  if (event === 'DELETED') return removeNow(parts, account, template);
  if (event === 'PAUSED') return pause(parts, account, template);
  if (event === 'APPROVED' && template.status === 'PAUSED') return unpause(parts, account, template);
  const detail = { reason, recommendation, description: reason };
  if (event === 'UNARCHIVED' || event === 'REINSTATED') template.status = 'APPROVED';
  const status = templateStatuses.find((one) => one === event);
  if (status === undefined) return tellStatus(parts, account, template, event, detail);
  return setStatus(parts, account, template, status, detail);
}
