import type { FastifyInstance } from 'fastify';
import type { Account } from './accounts.ts';
import { GraphError, unknownObject } from './graph-errors.ts';
import { bodyOf, type NodeParams, tokenOf } from './graph-request.ts';
import { queryText } from './http.ts';
import { pick } from './nodes.ts';
import { pageOf } from './paging.ts';
import type { Parts } from './parts.ts';
import { deleteTemplates, edit, review, unpause } from './template-life.ts';
import { type Template, templateNode } from './templates.ts';

/** Message templates of a WABA: list by cursor, create, edit, unpause, delete. */
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
      ...pick(templateNode(template), query('fields'), 'WhatsAppMessageTemplate'),
      id: template.id,
    }));
    const page = { limit: query('limit'), after: query('after'), before: query('before') };
    return pageOf(chosen, page, parts.url() + request.originalUrl);
  });

  app.post<NodeParams>(path, async (request) => {
    const account = parts.accounts.waba(request.params.id, tokenOf(parts, request));
    const template = parts.templates.create(account.wabaId, bodyOf(request));
    const { id, status, category } = template;
    void parts.schedule.run(() => review(parts, account, template, false));
    return { id, status, category };
  });

  app.post<NodeParams>('/:id', async (request) => {
    const { account, template } = templateOf(parts, request.params.id, tokenOf(parts, request));
    edit(parts, account, template, bodyOf(request));
    return { success: true };
  });

  app.post<NodeParams>('/:id/unpause', async (request) => {
    const { account, template } = templateOf(parts, request.params.id, tokenOf(parts, request));
    if (template.status !== 'PAUSED') return { success: false, reason: 'The template is not paused.' };
    void unpause(parts, account, template);
    return { success: true };
  });

  app.delete<NodeParams>(path, async (request) => {
    const account = parts.accounts.waba(request.params.id, tokenOf(parts, request));
    const name = queryText(request.query, 'name');
    if (name === undefined || name === '') throw new GraphError(100, 'The parameter name is required.');
    deleteTemplates(parts, account, name, queryText(request.query, 'hsm_id'));
    return { success: true };
  });
}

/** A template of one of the token's accounts. Throws `unknownObject`. */
function templateOf(parts: Parts, id: string, token: string): { account: Account; template: Template } {
  for (const account of parts.accounts.all.filter((one) => one.token === token)) {
    const template = parts.templates.byId(account.wabaId, id);
    if (template !== undefined) return { account, template };
  }
  throw unknownObject(id);
}
