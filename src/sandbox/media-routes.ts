import type { FastifyInstance } from 'fastify';
import { GraphError, unknownObject } from './graph-errors.ts';
import { type NodeParams, tokenOf } from './graph-request.ts';
import { queryText } from './http.ts';
import { sha256 } from './media.ts';
import { answerBadly } from './media-faults.ts';
import type { Parts } from './parts.ts';

/** Upload and download. The media object itself is read and deleted as a node. */
export function addMediaRoutes(app: FastifyInstance, parts: Parts): void {
  app.post<NodeParams>('/:id/media', async (request) => {
    const number = parts.accounts.number(request.params.id, tokenOf(parts, request));
    const form = await formOf(request.body, request.headers['content-type']);
    // Graph takes parameters from the query as well as from the body.
    const product = form.get('messaging_product') ?? queryText(request.query, 'messaging_product');
    if (product !== 'whatsapp') {
      throw new GraphError(100, "The parameter messaging_product is required and must be 'whatsapp'.");
    }
    const file = form.get('file');
    if (!(file instanceof File)) throw new GraphError(100, 'The parameter file is required and must be a file.');
    const type = form.get('type');
    const mimeType = file.type === '' || file.type === 'application/octet-stream' ? type : file.type;
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { id: parts.media.upload(number.id, typeof mimeType === 'string' ? mimeType : '', bytes).id };
  });

  // Meta: every failure of a download is a plain 404, be it an old address or a token that does not fit.
  app.get('/whatsapp_business/attachments/', async (request, reply) => {
    const [id, until, hash] = ['mid', 'ext', 'hash'].map((name) => queryText(request.query, name) ?? '');
    const file = parts.media.download(id ?? '', until ?? '', hash ?? '');
    const owner = file === undefined ? undefined : parts.accounts.findNumber(file.numberId)?.account.token;
    if (file === undefined || request.headers.authorization !== `Bearer ${owner}`) return reply.code(404).send();
    const fault = parts.media.takeFault(file);
    if (fault !== undefined) return answerBadly(reply, file, fault, parts.schedule);
    return reply.type(file.mimeType).send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length));
  });
}

async function formOf(body: unknown, contentType: string | undefined): Promise<FormData> {
  if (Buffer.isBuffer(body) && contentType?.startsWith('multipart/form-data')) {
    const answer = new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    });
    const form = await answer.formData().catch(() => undefined);
    if (form !== undefined) return form;
  }
  throw new GraphError(100, 'The request body is not multipart/form-data.');
}

/**
 * `GET /{media id}`, with an address that works for 5 minutes. Throws `unknownObject` when the file is gone, belongs to
 * another account, or not to the number in `phone_number_id`.
 */
export function mediaNode(parts: Parts, id: string, token: string, numberId: string | undefined): object {
  const file = parts.media.find(id);
  const owner = file === undefined ? undefined : parts.accounts.findNumber(file.numberId);
  if (file === undefined || owner?.account.token !== token) throw unknownObject(id);
  if (numberId !== undefined && numberId !== file.numberId) throw unknownObject(id);
  return {
    messaging_product: 'whatsapp',
    url: parts.url() + parts.media.downloadPath(id),
    mime_type: file.mimeType,
    sha256: sha256(file.bytes, 'hex'),
    file_size: file.bytes.length,
    id,
  };
}
