import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import { z } from 'zod';
import { objectOf, orderOf, type Rules, sendThis } from './control-body.ts';
import { addCallbackControls } from './control-callbacks.ts';
import { addDeliveryControls } from './control-delivery.ts';
import { ControlError } from './control-error.ts';
import { addFaultControls } from './control-faults.ts';
import { addMediaControls } from './control-media.ts';
import { customerWrites } from './control-message.ts';
import { addPeopleControls } from './control-people.ts';
import { addPhoneControls } from './control-phones.ts';
import { addTemplateControls } from './control-templates.ts';
import { help, helpPage, NOTE } from './help.ts';
import { takeBodiesAsBytes } from './http.ts';
import type { Parts } from './parts.ts';
import { announce } from './parts.ts';
import { people } from './people.ts';
import { settleTemplates } from './template-life.ts';
import { encodeBody } from './webhooks.ts';

const clockOrder = z.object({
  hours: z
    .number()
    .positive()
    .max(24 * 365),
});

const clockRules: Rules = { hours: 'must be a number above 0 and at most 8760' };

const webhookOrder = z.object({
  body: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  value: z.unknown().optional(),
  field: z.string().default('messages'),
  wabaId: z.string().optional(),
});

const webhookExample = { field: 'account_review_update', value: { decision: 'APPROVED' } };
const webhookRules: Rules = {
  body: 'must be an object or a string',
  field: 'must be a string',
  wabaId: 'must be a string',
};

/**
 * `/sandbox/*`: what a developer does in the place of customers and of Meta. It never listens by itself; the gateway
 * authenticates a request and hands it over. Every answer says that nothing is sent to WhatsApp.
 */
export function controlServer(parts: Parts): FastifyInstance {
  const app = fastify({ bodyLimit: 4 * 1024 * 1024, routerOptions: { ignoreTrailingSlash: true } });
  takeBodiesAsBytes(app);
  app.addHook('preSerialization', async (_request, _reply, payload) => ({ ...(payload as object), note: NOTE }));
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ControlError) return reply.code(400).send({ error: error.message });
    const http = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (http >= 500) parts.log('Sandbox: a control call failed by a mistake of the sandbox', { error: String(error) });
    return reply.code(http).send({ error: http < 500 ? String(error) : 'The sandbox made a mistake; see its log.' });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `There is no ${request.method} ${request.url}. GET /sandbox lists what there is.` }),
  );

  app.get('/sandbox', async (request, reply) => {
    if (request.headers.accept?.includes('text/html')) return reply.type('text/html; charset=utf-8').send(helpPage());
    return help;
  });
  app.get('/sandbox/people', async () => ({
    people: people.map(({ phone, userId, username, name, does }) => ({ phone, userId, username, name, does })),
  }));
  app.get('/sandbox/calls', async () => ({ calls: parts.calls.list() }));
  app.post('/sandbox/messages', async (request) => customerWrites(parts, objectOf(request, { text: 'Hello!' })));
  app.post('/sandbox/webhooks', async (request) => sendWebhook(parts, request));
  app.post('/sandbox/clock', async (request) => {
    const { hours } = orderOf(request, clockOrder, clockRules, { hours: 25 });
    const hoursAhead = parts.clock.advance(hours);
    settleTemplates(parts);
    return { hoursAhead };
  });
  addCallbackControls(app, parts);
  addDeliveryControls(app, parts);
  addFaultControls(app, parts);
  addPeopleControls(app, parts);
  addPhoneControls(app, parts);
  addMediaControls(app, parts);
  addTemplateControls(app, parts);
  return app;
}

function sendWebhook(parts: Parts, request: FastifyRequest): object {
  const data = orderOf(request, webhookOrder, webhookRules, webhookExample);
  if (data.body === undefined && data.value === undefined) {
    throw new ControlError(`\`value\` or \`body\` is missing. ${sendThis(webhookExample)}`);
  }
  if (data.body !== undefined) {
    const bytes = typeof data.body === 'string' ? Buffer.from(data.body) : encodeBody(data.body);
    void parts.webhooks.deliver(bytes);
    return { bytes: bytes.length };
  }
  const account = data.wabaId === undefined ? parts.accounts.all[0] : parts.accounts.findWaba(data.wabaId);
  const known = parts.accounts.all.map(({ wabaId }) => wabaId).join(', ');
  if (account === undefined) throw new ControlError(`\`wabaId\` must be one of ${known}.`);
  void announce(parts, account, { field: data.field, value: data.value, time: Math.floor(Date.now() / 1000) });
  return { wabaId: account.wabaId, field: data.field };
}
