import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Fault, FaultError, type FaultyCall, refuses } from './faults.ts';
import { errorBody } from './graph-errors.ts';
import type { Parts } from './parts.ts';

/** What is to happen to the answer of a request that is under way. */
export class AnswerFaults {
  readonly #faults = new WeakMap<FastifyRequest, Fault>();

  set(request: FastifyRequest, fault: Fault): void {
    this.#faults.set(request, fault);
  }

  get(request: FastifyRequest): Fault | undefined {
    return this.#faults.get(request);
  }
}

/** Refuses calls on demand, and makes answers late or lost. Sends are judged in their own route, which knows for whom. */
export function addFaultHooks(app: FastifyInstance, parts: Parts): AnswerFaults {
  const faults = new AnswerFaults();
  app.addHook('preHandler', async (request) => {
    const call = callOf(parts, request);
    if (call === undefined) return;
    const fault = parts.faults.take('answer', { call, number: idOf(request) });
    if (fault === undefined) return;
    if (refuses(fault)) throw new FaultError(fault);
    faults.set(request, fault);
  });
  app.addHook('onSend', async (request, reply) => {
    const fault = faults.get(request);
    if (fault === undefined) return;
    if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
    if (fault.delayMs > 0) await parts.schedule.sleep(fault.delayMs);
    if (fault.dropAnswer) request.raw.socket.destroy();
  });
  return faults;
}

/** The answer of a call that a fault refused. */
export function answerFault(reply: FastifyReply, error: FaultError): FastifyReply {
  reply.code(error.http);
  if (error.fault.code !== undefined) return reply.send(errorBody(error));
  return reply.type('text/html').send(`<html><title>${error.http}</title><h1>Sorry, something went wrong.</h1></html>`);
}

function callOf(parts: Parts, request: FastifyRequest): FaultyCall | undefined {
  const { url } = request.routeOptions;
  if (url === undefined || url === '/:id/messages' || url.startsWith('/whatsapp_business/')) return undefined;
  if (url === '/:id/media') return 'media';
  if (url === '/:id/message_templates' || url === '/:id/unpause') return 'templates';
  const id = idOf(request) ?? '';
  if (url === '/:id' && parts.media.find(id) !== undefined) return 'media';
  const isTemplate = parts.accounts.all.some(({ wabaId }) => parts.templates.byId(wabaId, id) !== undefined);
  return url === '/:id' && isTemplate ? 'templates' : 'account';
}

function idOf(request: FastifyRequest): string | undefined {
  const { params } = request;
  return typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : undefined;
}
