import type { Account } from './accounts.ts';
import { GraphError } from './graph-errors.ts';
import type { Parts } from './parts.ts';
import { parseTemplateEdit } from './template-checks.ts';
import {
  type StatusDetail,
  tellCategory,
  tellCategoryNotice,
  tellComponents,
  tellQuality,
  tellStatus,
} from './template-events.ts';
import type { Template, TemplateCategory } from './templates.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Meta: an approved template may be edited once in 24 hours and ten times in 30 days. */
const editLimits = [
  { within: DAY_MS, most: 1, text: '24 hours' },
  { within: 30 * DAY_MS, most: 10, text: '30 days' },
] as const;
/** Held sends of one template; what comes beyond is not held. */
const MOST_HELD = 1000;

/** Under these names a review ends otherwise than in approval. */
const REJECTED_NAME = /^rejected_/;
const PENDING_NAME = /^pending_/;

/** Meta's review, a moment later, and its webhook. */
export async function review(parts: Parts, account: Account, template: Template, edited: boolean): Promise<void> {
  if (PENDING_NAME.test(template.name) || !(await parts.schedule.sleep(parts.pace.delivered))) return;
  // Deleted or decided before it was reviewed.
  if (parts.templates.byId(account.wabaId, template.id) === undefined || template.status !== 'PENDING') return;
  if (REJECTED_NAME.test(template.name)) {
    await setStatus(parts, account, template, 'REJECTED', { reason: 'INVALID_FORMAT' });
    return;
  }
  await setStatus(parts, account, template, 'APPROVED');
  if (edited) await tellComponents(parts, account, template);
}

/** A template gets another status, and the webhook says so. */
export function setStatus(
  parts: Parts,
  account: Account,
  template: Template,
  status: Template['status'],
  detail: StatusDetail = {},
): Promise<void> {
  template.status = status;
  template.rejected_reason = status === 'REJECTED' ? (detail.reason ?? 'INVALID_FORMAT') : 'NONE';
  if (status !== 'PAUSED') template.life.pausedUntil = undefined;
  return tellStatus(parts, account, template, status, { ...detail, reason: template.rejected_reason });
}

/** Meta: a template of low quality pauses for 3 hours, then for 6, and is disabled the third time. */
export function pause(parts: Parts, account: Account, template: Template): Promise<void> {
  const { life } = template;
  life.pauses++;
  if (life.pauses > 2) {
    return setStatus(parts, account, template, 'DISABLED', {
      title: 'DISABLED',
      description: 'Your template has been disabled: it was paused for low quality three times.',
    });
  }
  const hours = life.pauses === 1 ? 3 : 6;
  life.pausedUntil = parts.clock.now() + hours * HOUR_MS;
  return setStatus(parts, account, template, 'PAUSED', {
    title: life.pauses === 1 ? 'FIRST_PAUSE' : 'SECOND_PAUSE',
    description: `Your template has been paused for ${hours} hours because of negative feedback.`,
  });
}

export function unpause(parts: Parts, account: Account, template: Template): Promise<void> {
  return setStatus(parts, account, template, 'APPROVED', { title: 'UNPAUSE', description: 'The pause is over.' });
}

/** Another quality; RED pauses the template as well. */
export async function setQuality(parts: Parts, account: Account, template: Template, score: string): Promise<void> {
  const previous = template.quality_score.score;
  template.quality_score = { score, date: Math.floor(Date.now() / 1000) };
  await tellQuality(parts, account, template, previous);
  if (score === 'RED' && template.status === 'APPROVED') await pause(parts, account, template);
}

/** Meta gives notice of another category, a day before it comes. */
export function announceCategory(
  parts: Parts,
  account: Account,
  template: Template,
  category: TemplateCategory,
): Promise<void> {
  template.life.nextCategory = { category, at: parts.clock.now() + DAY_MS };
  return tellCategoryNotice(parts, account, template, category);
}

export function setCategory(
  parts: Parts,
  account: Account,
  template: Template,
  category: TemplateCategory,
): Promise<void> {
  template.life.nextCategory = undefined;
  template.previous_category = template.category;
  template.category = category;
  return tellCategory(parts, account, template);
}

/** Ends the pauses, and makes the changes of category, whose time has come. */
export function settleTemplates(parts: Parts): void {
  const now = parts.clock.now();
  for (const account of parts.accounts.all) {
    for (const template of parts.templates.list(account.wabaId)) {
      const { pausedUntil, nextCategory } = template.life;
      if (pausedUntil !== undefined && pausedUntil <= now) void unpause(parts, account, template);
      if (nextCategory !== undefined && nextCategory.at <= now) {
        void setCategory(parts, account, template, nextCategory.category);
      }
    }
  }
}

/** `POST /{template id}`. Throws `GraphError` when Meta would not take the edit; otherwise it is reviewed anew. */
export function edit(parts: Parts, account: Account, template: Template, body: object): void {
  const given = parseTemplateEdit(body, template);
  const { life, status } = template;
  if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(status)) {
    throw new GraphError(
      2_388_039,
      `The template is ${status}: only approved, rejected and paused ones can be edited.`,
    );
  }
  if (status === 'APPROVED') {
    const now = parts.clock.now();
    if (given.category !== undefined && given.category !== template.category) {
      throw new GraphError(100, 'The category of an approved template cannot be changed.');
    }
    for (const { within, most, text } of editLimits) {
      if (life.edits.filter((at) => now - at < within).length >= most) {
        throw new GraphError(
          100,
          `An approved template can be edited ${most === 1 ? 'once' : `${most} times`} in ${text}.`,
        );
      }
    }
    life.edits = [...life.edits.slice(1 - 10), now];
  }
  template.components = given.components ?? template.components;
  template.category = given.category ?? template.category;
  template.message_send_ttl_seconds = given.message_send_ttl_seconds ?? template.message_send_ttl_seconds;
  template.status = 'PENDING';
  life.pausedUntil = undefined;
  void parts.schedule.run(() => review(parts, account, template, true));
}

/** Deletes templates. One with sends under way stays, PENDING_DELETION, until they have arrived. */
export function deleteTemplates(parts: Parts, account: Account, name: string, id: string | undefined): void {
  const { wabaId } = account;
  const chosen = parts.templates.list(wabaId).filter((one) => one.name === name && (id === undefined || one.id === id));
  if (chosen.length === 0) throw new GraphError(100, `There is no template named ${name}.`);
  if (chosen.some(({ status }) => status === 'DISABLED')) {
    throw new GraphError(100, 'A disabled template cannot be deleted.');
  }
  for (const template of chosen) {
    const wasApproved = template.status === 'APPROVED' || template.status === 'PAUSED';
    if (wasApproved) parts.templates.lockName(wabaId, name, id === undefined ? undefined : template.language);
    if (template.life.undelivered > 0) void setStatus(parts, account, template, 'PENDING_DELETION');
    else removeNow(parts, account, template);
  }
}

export function removeNow(parts: Parts, account: Account, template: Template): void {
  parts.templates.remove(account.wabaId, template);
  void tellStatus(parts, account, template, 'DELETED');
}

/** A send of this template has arrived, or failed. */
export function sendEnded(parts: Parts, account: Account, template: Template): void {
  template.life.undelivered--;
  if (template.status === 'PENDING_DELETION' && template.life.undelivered <= 0) removeNow(parts, account, template);
}

/** Whether a send waits for the judgement of its template's quality; `go` is then called with the verdict. */
export function holdForQuality(template: Template, go: (verdict: 'release' | 'fail') => void): boolean {
  const { held } = template.life;
  if (held === undefined || held.length >= MOST_HELD) return false;
  held.push(go);
  return true;
}

/** Begins to hold sends, or ends it: held ones go on, or fail with 132015 as their template is paused. */
export async function setPacing(
  parts: Parts,
  account: Account,
  template: Template,
  what: 'hold' | 'release' | 'fail',
): Promise<void> {
  const held = template.life.held ?? [];
  template.life.held = what === 'hold' ? held : undefined;
  if (what === 'hold') return;
  if (what === 'fail') await pause(parts, account, template);
  for (const go of held) go(what);
}
