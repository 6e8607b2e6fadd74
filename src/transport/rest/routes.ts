import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Services } from '../../application/services.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { MessageRecord } from '../../domain/message.ts';
import type { Authenticator } from '../auth.ts';
import { answerBody, answerShape, answerStatus, failureShape, recordBody, recordShape } from './answer.ts';
import { refuseDeepBody, type Warning } from './body.ts';
import { readReply } from './content.ts';
import { documented } from './docs.ts';
import { inRestWords } from './fields.ts';
import { prefersAsync } from './message.ts';
import { configShape, replyMessageShape, sendMessageShape } from './shapes.ts';
import { readSend } from './template.ts';

/** The documented send routes for callers who speak REST. Each is one call of the application. */
export function createRest(deps: {
  readonly services: Pick<Services, 'send' | 'conversations' | 'operations'>;
  readonly authenticator: Authenticator;
}): FastifyPluginAsync {
  const { services, authenticator } = deps;
  const { mode } = services.operations;

  function answer(reply: FastifyReply, record: MessageRecord, warnings: readonly Warning[]) {
    if (prefersAsync(reply.request.headers)) reply.header('preference-applied', 'respond-async');
    return reply.status(answerStatus(record)).send(answerBody(record, warnings, mode));
  }

  return async (app) => {
    app.post('/api/v1/whatsapp/send', { schema: SEND_DOCS }, async (request, reply) => {
      const caller = await authenticator.ofHeaders(request.headers, { peer: request.ip });
      refuseDeepBody(request.body);
      const { command, warnings, written } = readSend(request.body, request.headers);
      const record = await inRestWords(written, () => services.send.template(caller, command));
      return answer(reply, record, warnings);
    });

    app.post('/api/v1/whatsapp/reply', { schema: REPLY_DOCS }, async (request, reply) => {
      const caller = await authenticator.ofHeaders(request.headers, { peer: request.ip });
      refuseDeepBody(request.body);
      const { command, warnings, written } = readReply(request.body, request.headers);
      const record = await inRestWords(written, () => services.send.reply(caller, command));
      return answer(reply, record, warnings);
    });

    app.get<{ Params: { id: string } }>('/api/v1/whatsapp/messages/:id', { schema: MESSAGE_DOCS }, async (request) => {
      const caller = await authenticator.ofHeaders(request.headers, { peer: request.ip });
      const record = await services.conversations.message(caller, request.params.id);
      if (record === null) {
        throw new GatewayError('NOT_FOUND', 'There is no such message.', {
          field: 'id',
          action: 'Give the `id` or `messageId` of an answer, with the same key.',
        });
      }
      const [[timeline = []], [reactions = []]] = await Promise.all([
        services.conversations.timelines(caller, [record.id]),
        services.conversations.reactions(caller, [record.id]),
      ]);
      return recordBody(record, timeline, reactions, mode);
    });
  };
}

const ANSWERS = {
  200: { shape: answerShape, says: 'Meta has accepted the message.' },
  202: { shape: answerShape, says: 'Queued; also when Meta has not answered within 10 s.' },
  default: { shape: failureShape, says: 'A failure.' },
};
const SEND_HEADERS = {
  'Idempotency-Key': 'Kept 7 days: the same key and body answer with the same message.',
  Prefer: '`respond-async` answers 202 as soon as the message is durably queued.',
  'x-dijla-tenant': 'The tenant to act for; with the master key only.',
};

const SEND_DOCS = documented({
  summary: 'Send a template message',
  description: 'Falls back to the master credentials when `whatsappConfig` is left out.',
  headers: SEND_HEADERS,
  body: { message: sendMessageShape, whatsappConfig: configShape.nullish() },
  answers: ANSWERS,
});
const REPLY_DOCS = documented({
  summary: 'Send a free-form message within the 24-hour window',
  headers: SEND_HEADERS,
  body: { message: replyMessageShape, whatsappConfig: configShape.nullish() },
  answers: ANSWERS,
});
const MESSAGE_DOCS = documented({
  summary: 'What became of a message',
  params: { id: 'Our id (`msg_…`) or the wamid.' },
  answers: {
    200: { shape: recordShape, says: 'The message as it stands.' },
    default: { shape: failureShape, says: 'A failure.' },
  },
});
