import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ServedFile } from '../../application/media.ts';
import type { Services } from '../../application/services.ts';
import type { Caller } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import { failureShape } from './answer.ts';
import { documented } from './docs.ts';
import { contentDisposition, contentType, isKnown, partOf } from './media-headers.ts';

/** Who takes no byte for so long is cut off. */
const STALLED_MS = 30_000;
/** `tenant` is for pictures on the dashboard of an operator who acts for another: a picture sends no header. */
interface MediaRequest {
  readonly Params: { readonly id: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}
/** A file never changes under its id. */
const CACHE = 'private, max-age=31536000, immutable';

/**
 * The bytes of media files. They come from strangers, so a browser is told to believe none of it: no sniffing, no scripts,
 * no page of its own. A key or the dashboard's cookie opens them.
 */
export function createMediaRoutes(deps: {
  readonly services: Pick<Services, 'media'>;
  readonly authenticator: Authenticator;
}): FastifyPluginAsync {
  const { media } = deps.services;

  async function serve(
    request: FastifyRequest<MediaRequest>,
    reply: FastifyReply,
    find: (caller: Caller, id: string) => Promise<ServedFile>,
  ): Promise<FastifyReply> {
    const { headers, method } = request;
    const { id } = request.params;
    // Before anything can fail: a failure is not to be kept either.
    reply
      .header('vary', 'Origin, Cookie, x-dijla-key, x-dijla-tenant, Authorization')
      .header('x-content-type-options', 'nosniff');
    const tenant = typeof request.query.tenant === 'string' ? request.query.tenant : null;
    const caller = await deps.authenticator.ofHeaders(headers, { cookies: true, peer: request.ip, tenant });
    const file = await find(caller, id.slice(0, 64));
    const etag = `"${file.version}"`;
    const known = isKnown(headers['if-none-match'], etag);
    const asked = { range: headers.range, 'if-range': single(headers['if-range']) };
    const part = known ? null : partOf(asked, file.size, etag);
    const wanted = method === 'GET' && !known && part !== 'unsatisfiable';
    // Before the headers of a success, since the media store may have lost it.
    const bytes = wanted ? await file.read(part ?? undefined) : null;
    reply.headers({
      etag,
      'cache-control': CACHE,
      'accept-ranges': 'bytes',
      'content-type': contentType(file.mimeType),
      'content-disposition': contentDisposition(file.mimeType, file.filename, id),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
    if (known) return reply.status(304).send();
    if (part === 'unsatisfiable') {
      return reply.status(416).header('content-range', `bytes */${file.size}`).header('content-length', 0).send();
    }
    if (part !== null) reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${file.size}`);
    reply.header('content-length', part === null ? file.size : part.end - part.start + 1);
    if (bytes === null) return reply.send();
    reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
    return reply.send(Readable.from(bytes, { objectMode: false }));
  }

  return async (app) => {
    app.route<MediaRequest>({
      method: ['GET', 'HEAD'],
      url: '/api/v1/whatsapp/media/:id',
      schema: FILE_DOCS,
      handler: (request, reply) => serve(request, reply, media.file),
    });
    app.route<MediaRequest>({
      method: ['GET', 'HEAD'],
      url: '/api/v1/whatsapp/media/:id/thumbnail',
      schema: THUMBNAIL_DOCS,
      handler: (request, reply) => serve(request, reply, media.thumbnail),
    });
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

const ANSWERS = {
  200: { shape: null, says: 'The bytes, with a strong `ETag`.' },
  206: { shape: null, says: 'The one range that was asked for.' },
  304: { shape: null, says: 'The version that `If-None-Match` names.' },
  404: {
    shape: failureShape,
    says: 'No such file of yours; or it is still being fetched (with `Retry-After`), or could not be: the message says which.',
  },
  416: { shape: null, says: 'The range lies beyond the file.' },
  default: { shape: failureShape, says: 'A failure.' },
};
const HEADERS = {
  Range: 'One range of bytes.',
  'If-Range': 'The `ETag` for which the range holds.',
  'If-None-Match': 'Versions that need not be sent again.',
};
const QUERY = { tenant: 'With the cookie of the operator: for whom to ask, instead of `x-dijla-tenant`.' };
const FILE_DOCS = documented({
  summary: 'The bytes of a media file',
  description: 'Of what people sent, and of uploads. Also with the dashboard’s cookie, from the gateway’s own pages.',
  params: { id: '`med_…`, from `content.media` of a message or from an upload.' },
  query: QUERY,
  headers: HEADERS,
  answers: ANSWERS,
});
const THUMBNAIL_DOCS = documented({
  summary: 'A small WebP picture of an image, at most 320 × 320 pixels',
  params: { id: '`med_…`' },
  query: QUERY,
  headers: HEADERS,
  answers: ANSWERS,
});
