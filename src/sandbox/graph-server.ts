import { type FastifyInstance, fastify } from 'fastify';
import { addBlockRoutes } from './block-routes.ts';
import { type AnswerFaults, addFaultHooks, answerFault } from './fault-hooks.ts';
import { FaultError } from './faults.ts';
import { errorBody, GraphError, unknownObject } from './graph-errors.ts';
import { bodyOf, type NodeParams, tokenOf } from './graph-request.ts';
import { jsonObject, queryText, takeBodiesAsBytes } from './http.ts';
import { traceId } from './ids.ts';
import { addMediaRoutes, mediaNode } from './media-routes.ts';
import { answerMessages } from './messages.ts';
import { numberNode, pick, wabaNode } from './nodes.ts';
import type { Parts } from './parts.ts';
import { addProfileRoutes } from './profile-routes.ts';
import { settleTemplates } from './template-life.ts';
import { addTemplateRoutes } from './template-routes.ts';
import { templateNode } from './templates.ts';

/** Meta's documents may have 100 MB; the rest is the multipart frame. */
const MOST_BODY_BYTES = 101 * 1024 * 1024;

const subscribedApp = {
  id: '100000000000001',
  name: 'Sandbox app',
  link: 'https://www.facebook.com/games/?app_id=100000000000001',
};

/** Graph's routes, with any version in front of the path or none. */
export function graphServer(parts: Parts): FastifyInstance {
  const app = fastify({
    bodyLimit: MOST_BODY_BYTES,
    forceCloseConnections: true,
    rewriteUrl: ({ url = '/' }) => url.replace(/^\/v\d+\.0(?=[/?]|$)/, '') || '/',
  });
  takeBodiesAsBytes(app);
  app.addHook('onSend', async (request, reply) => {
    reply.header('facebook-api-version', /^\/(v\d+\.0)/.exec(request.originalUrl)?.[1] ?? 'v25.0');
    reply.header('x-fb-trace-id', traceId());
  });
  app.addHook('onRequest', async () => settleTemplates(parts));
  const faults = addFaultHooks(app, parts);
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof FaultError) {
      faults.set(request, error.fault);
      return answerFault(reply, error);
    }
    if (error instanceof GraphError) return reply.code(error.http).send(errorBody(error));
    const http = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (http < 500) return reply.code(http).send(errorBody(new GraphError(100, String(error))));
    parts.log('Sandbox: a call failed by a mistake of the sandbox', { error: String(error) });
    return reply.code(500).send(errorBody(new GraphError(131000, 'The sandbox made a mistake; see its log.')));
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const error = new GraphError(2500, '', { message: `Unknown path components: ${path}` });
    return reply.code(error.http).send(errorBody(error));
  });
  addMessageRoute(app, parts, faults);
  addNodeRoutes(app, parts);
  addMediaRoutes(app, parts);
  addTemplateRoutes(app, parts);
  addBlockRoutes(app, parts);
  addProfileRoutes(app, parts);
  return app;
}

function addMessageRoute(app: FastifyInstance, parts: Parts, faults: AnswerFaults): void {
  app.post<NodeParams>('/:id/messages', async (request, reply) => {
    const number = parts.accounts.number(request.params.id, tokenOf(parts, request));
    const body = bodyOf(request);
    const field = (name: string) => queryText(body, name);
    const record = {
      at: new Date().toISOString(),
      phoneNumberId: number.id,
      to: field('to') ?? field('recipient') ?? null,
      type: field('status') ?? field('type') ?? 'text',
      biz: field('biz_opaque_callback_data') ?? null,
    };
    try {
      const answer = await answerMessages(parts, number, body);
      const lost = answer.lost || answer.fault?.dropAnswer === true;
      parts.calls.add({ ...record, answer: lost ? 'lost' : '200', wamid: answer.wamid });
      if (answer.fault !== undefined) faults.set(request, answer.fault);
      if (!answer.lost) return answer.body;
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    } catch (error) {
      const answer = error instanceof GraphError ? `${error.http} ${error.code}` : '500';
      parts.calls.add({ ...record, answer, wamid: null });
      throw error;
    }
  });
}

function addNodeRoutes(app: FastifyInstance, parts: Parts): void {
  const { accounts } = parts;

  app.get<NodeParams>('/:id', async (request) => {
    const token = tokenOf(parts, request);
    const { id } = request.params;
    const fields = queryText(request.query, 'fields');
    if (accounts.findNumber(id))
      return pick(numberNode(accounts.number(id, token)), fields, 'WhatsAppBusinessPhoneNumber');
    if (accounts.findWaba(id)) return pick(wabaNode(accounts.waba(id, token)), fields, 'WhatsAppBusinessAccount');
    for (const account of accounts.all.filter((one) => one.token === token)) {
      const template = parts.templates.byId(account.wabaId, id);
      if (template !== undefined) return pick(templateNode(template), fields, 'WhatsAppMessageTemplate');
    }
    return mediaNode(parts, id, token, queryText(request.query, 'phone_number_id'));
  });

  app.get<NodeParams>('/:id/phone_numbers', async (request) => {
    const account = accounts.waba(request.params.id, tokenOf(parts, request));
    const fields = queryText(request.query, 'fields');
    return { data: account.numbers.map((number) => pick(numberNode(number), fields, 'WhatsAppBusinessPhoneNumber')) };
  });

  app.get<NodeParams>('/:id/subscribed_apps', async (request) => {
    const { subscribed } = accounts.waba(request.params.id, tokenOf(parts, request));
    return { data: subscribed ? [{ whatsapp_business_api_data: subscribedApp }] : [] };
  });

  app.post<NodeParams>('/:id/subscribed_apps', async (request) => {
    const account = accounts.waba(request.params.id, tokenOf(parts, request));
    if ('override_callback_uri' in (jsonObject(request.body) ?? {})) {
      throw new GraphError(100, 'Sandbox: there is one callback only; override_callback_uri is not supported.');
    }
    account.subscribed = true;
    return { success: true };
  });

  app.delete<NodeParams>('/:id/subscribed_apps', async (request) => {
    accounts.waba(request.params.id, tokenOf(parts, request)).subscribed = false;
    return { success: true };
  });

  app.get('/debug_token', async (request) => {
    tokenOf(parts, request);
    const inspected = queryText(request.query, 'input_token');
    const owned = accounts.all.filter((account) => account.token === inspected);
    if (owned.length === 0) return { data: { is_valid: false, scopes: [] } };
    const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
    const targets = owned.map(({ wabaId }) => wabaId);
    return {
      data: {
        app_id: subscribedApp.id,
        type: 'SYSTEM_USER',
        application: subscribedApp.name,
        expires_at: 0,
        is_valid: true,
        scopes,
        granular_scopes: scopes.map((scope) => ({ scope, target_ids: targets })),
      },
    };
  });

  app.delete<NodeParams>('/:id', async (request) => {
    const token = tokenOf(parts, request);
    const { id } = request.params;
    if (accounts.findNumber(id) || accounts.findWaba(id)) throw unknownObject(id);
    mediaNode(parts, id, token, queryText(request.query, 'phone_number_id'));
    parts.media.delete(id);
    return { success: true };
  });
}
