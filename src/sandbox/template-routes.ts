import type { FastifyInstance } from 'fastify';
import type { Account } from './accounts.ts';
import { GraphError } from './graph-errors.ts';
import { bodyOf, type NodeParams, tokenOf } from './graph-request.ts';
import { queryText } from './http.ts';
import { pick } from './nodes.ts';
import { pageOf } from './paging.ts';
import { announce, type Parts } from './parts.ts';
import type { Template } from './templates.ts';

/** A template created under such a name is rejected, so that a developer can see that happen. */
const REJECTED_NAME = /^rejected_/;

/** Message templates of a WABA: list by cursor, create, delete. */
export function addTemplateRoutes(app: FastifyInstance, parts: Parts): void {
  const path = '/:id/message_templates';

  app.get<NodeParams>(path, async (request) => {
    const { wabaId } = parts.accounts.waba(request.params.id, tokenOf(parts, request));
    const query = (name: string) => queryText(request.query, name);
    const templates = parts.templates.list(wabaId, {
      name: query('name'),
      language: query('language'),
      status: query('status'),
      category: query('category'),
    });
    const chosen = templates.map((template) => ({
      ...pick(template, query('fields'), 'WhatsAppMessageTemplate'),
      id: template.id,
    }));
    const page = { limit: query('limit'), after: query('after'), before: query('before') };
    return pageOf(chosen, page, parts.url() + request.originalUrl);
  });

  app.post<NodeParams>(path, async (request) => {
    const account = parts.accounts.waba(request.params.id, tokenOf(parts, request));
    const template = parts.templates.create(account.wabaId, bodyOf(request));
    const { id, status, category } = template;
    void parts.schedule.run(() => review(parts, account, template));
    return { id, status, category };
  });

  app.delete<NodeParams>(path, async (request) => {
    const { wabaId } = parts.accounts.waba(request.params.id, tokenOf(parts, request));
    const name = queryText(request.query, 'name');
    if (name === undefined || name === '') throw new GraphError(100, 'The parameter name is required.');
    if (!parts.templates.remove(wabaId, name, queryText(request.query, 'hsm_id'))) {
      throw new GraphError(100, `There is no template named ${name}.`);
    }
    return { success: true };
  });
}

/** Meta's review, a moment later, and its webhook. */
async function review(parts: Parts, account: Account, template: Template): Promise<void> {
  if (!(await parts.schedule.sleep(parts.pace.delivered))) return;
  // Deleted before it was reviewed.
  if (parts.templates.byId(account.wabaId, template.id) === undefined) return;
  const rejected = REJECTED_NAME.test(template.name);
  template.status = rejected ? 'REJECTED' : 'APPROVED';
  template.rejected_reason = rejected ? 'INVALID_FORMAT' : 'NONE';
  await announce(parts, account, {
    field: 'message_template_status_update',
    time: Math.floor(Date.now() / 1000),
    value: {
      event: template.status,
      message_template_id: template.id,
      message_template_name: template.name,
      message_template_language: template.language,
      message_template_category: template.category,
      reason: template.rejected_reason,
    },
  });
}
