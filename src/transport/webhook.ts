import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Services } from '../application/services.ts';
import { GatewayError } from '../domain/errors.ts';
import type { Authenticator } from './auth.ts';
import { failureShape } from './rest/answer.ts';
import { documented } from './rest/docs.ts';

/** Meta's largest webhooks are 3 MB. */
const BODY_LIMIT = 4 * 1024 * 1024;
const RETRY_AFTER_SECONDS = 5;

/**
 * Meta's webhook: the handshake, and events, answered 200 only once they are stored. Nobody's key is asked for; the
 * signature over the bytes as they came is what counts, so this plugin's parsers leave every body as it is.
 */
export function createWebhook(deps: {
  readonly services: Pick<Services, 'ingest' | 'operations'>;
  readonly authenticator: Pick<Authenticator, 'addressOf'>;
}): FastifyPluginAsync {
  const { ingest, operations } = deps.services;
  const addressOf = ({ headers, ip }: FastifyRequest) => deps.authenticator.addressOf(headers, ip);

  async function receive(request: FastifyRequest): Promise<void> {
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    try {
      await ingest.receive(body, header(request, 'x-hub-signature-256'), addressOf(request));
    } catch (error) {
      if (error instanceof GatewayError) throw error;
      // Whatever went wrong, the webhook is not stored: Meta must keep it for us and come back.
      operations.report('a webhook could not be stored', error);
      throw new GatewayError('OVERLOADED', 'The webhook could not be stored; please send it again.', {
        retryable: true,
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    }
  }

  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
      done(null, body);
    });

    app.get<{ Querystring: Readonly<Record<string, unknown>> }>(
      '/api/v1/whatsapp/webhook',
      { schema: HANDSHAKE_DOCS, exposeHeadRoute: false },
      async (request, reply) => {
        const { query } = request;
        const given = {
          mode: single(query['hub.mode']),
          token: single(query['hub.verify_token']),
          challenge: single(query['hub.challenge']),
        };
        const challenge = ingest.handshake(given, addressOf(request as FastifyRequest));
        // The challenge is whatever the address says: as plain text that is never sniffed it cannot become a page.
        return reply.header('x-content-type-options', 'nosniff').type('text/plain; charset=utf-8').send(challenge);
      },
    );

    app.post('/api/v1/whatsapp/webhook', { schema: RECEIVE_DOCS, bodyLimit: BODY_LIMIT }, async (request, reply) => {
      await receive(request);
      return reply.type('text/plain; charset=utf-8').send('EVENT_RECEIVED');
    });
  };
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

/** A repeated parameter arrives as a list: that is not Meta's handshake. */
function single(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const FAILURE = { shape: failureShape, says: 'A failure.' };
const HANDSHAKE_DOCS = documented({
  summary: "Meta's webhook verification handshake",
  open: true,
  query: {
    'hub.mode': '`subscribe`',
    'hub.verify_token': 'The value of META_VERIFY_TOKEN.',
    'hub.challenge': 'Echoed as text.',
  },
  answers: { 200: { shape: null, says: 'The challenge.' }, 403: { shape: failureShape, says: 'Wrong token.' } },
});
const RECEIVE_DOCS = documented({
  summary: "Receive Meta's events",
  description: 'Answered once every event is stored. Meta repeats what is answered otherwise.',
  open: true,
  headers: { 'X-Hub-Signature-256': '`sha256=` and the HMAC of the body under the app secret.' },
  answers: {
    200: { shape: null, says: 'Stored.' },
    401: { shape: failureShape, says: 'Bad or missing signature; nothing is stored.' },
    413: { shape: failureShape, says: 'Over 4 MB.' },
    503: { shape: failureShape, says: 'Store down or backlog full; Meta tries again.' },
    default: FAILURE,
  },
});
