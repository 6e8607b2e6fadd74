import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { UploadCommand, Uploaded } from '../../application/media-upload.ts';
import type { Services } from '../../application/services.ts';
import { Shares } from '../../application/shares.ts';
import { GatewayError, invalidInput } from '../../domain/errors.ts';
import type { Json } from '../../domain/json.ts';
import { MEDIA_TYPES } from '../../domain/message.ts';
import type { Caller } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import { failureShape } from './answer.ts';
import { BodyReader } from './body.ts';
import { documented } from './docs.ts';
import { sendFailure } from './errors.ts';
import { inRestWords } from './fields.ts';
import { orNull, readCredentials } from './message.ts';

const FILE_BYTES = 100 * 1024 * 1024;
/** What stands around the file in its form. */
const FORM_BYTES = 256 * 1024;
const FIELD_BYTES = 16 * 1024;
/** Uploads under way at once, each of which may hold a file's size on disk. One tenant alone may have half of them. */
const AT_ONCE = 32;

/** `POST /api/v1/whatsapp/media`: one file of a form, streamed to disk, then to WhatsApp and the media store. */
export function createMediaUpload(deps: {
  readonly services: Pick<Services, 'media'>;
  readonly authenticator: Authenticator;
}): FastifyPluginAsync {
  const { media } = deps.services;
  const shares = new Shares(AT_ONCE);

  async function take(caller: Caller, request: FastifyRequest): Promise<Uploaded> {
    const fields = new Map<string, string>();
    await using stack = new AsyncDisposableStack();
    let file: NonNullable<Awaited<ReturnType<typeof media.receive>>> | null = null;
    let part: { readonly mimetype: string; readonly filename: string } | null = null;
    for await (const one of request.parts()) {
      if (one.type === 'field') {
        if (one.valueTruncated)
          throw invalidInput(one.fieldname.slice(0, 64), `A field has at most ${FIELD_BYTES} bytes.`);
        fields.set(one.fieldname, typeof one.value === 'string' ? one.value : JSON.stringify(one.value));
      } else {
        if (one.fieldname !== 'file') throw notTheFile(one.fieldname);
        part = one;
        file = await media.receive(caller, one.file);
        if (file === null) throw new TooLarge();
        stack.use(file);
      }
    }
    if (file === null || part === null)
      throw invalidInput('file', 'The form has no `file`.', 'Add the file as `file`.');
    const command = commandOf(fields, part);
    const upload = media.upload(caller, file, command);
    return await inRestWords({ file: 'file', type: 'type', from: 'from' }, () => upload);
  }

  return async (app) => {
    // Our own limit ends a file's stream; this one is there in case it does not.
    const limits = {
      fileSize: FILE_BYTES + 1,
      files: 1,
      fields: 8,
      parts: 9,
      fieldSize: FIELD_BYTES,
      fieldNameSize: 64,
    };
    // By its name too, since a file may come without one of its own.
    const isPartAFile = (field?: string, _type?: string, name?: string) => field === 'file' || name !== undefined;
    await app.register(multipart, { limits, throwFileSizeLimit: false, isPartAFile });

    app.post(
      '/api/v1/whatsapp/media',
      { schema: UPLOAD_DOCS, bodyLimit: FILE_BYTES + FORM_BYTES },
      async (request, reply) => {
        const caller = await deps.authenticator.ofHeaders(request.headers, { cookies: true, peer: request.ip });
        if (!request.isMultipart()) {
          throw new GatewayError('INVALID_INPUT', 'A file is uploaded as multipart/form-data.', {
            field: 'Content-Type',
            action: 'Send a form with the file as `file`, such as by curl -F file=@photo.jpg.',
          });
        }
        if (!shares.hasRoom(caller.tenantId)) throw tooManyUploads(shares.heldBy(caller.tenantId));
        const leave = shares.take(caller.tenantId);
        try {
          if (Number(request.headers['content-length']) > FILE_BYTES + FORM_BYTES) throw new TooLarge();
          return answerOf(await take(caller, request));
        } catch (error) {
          // What is left of the body is not read, so nothing else can come on this connection.
          if (!request.raw.complete) reply.header('connection', 'close');
          if (error instanceof TooLarge) return sendFailure(reply, error, 413);
          throw isOfTheForm(error) ? broken() : error;
        } finally {
          leave();
          request.raw.unpipe();
          request.raw.resume();
        }
      },
    );
  };
}

class TooLarge extends GatewayError {
  constructor() {
    super('INVALID_INPUT', `A file has at most ${FILE_BYTES} bytes; this has more.`, {
      field: 'file',
      action: 'Send a smaller file, or a link to it.',
    });
  }
}

function tooManyUploads(own: number): GatewayError {
  return new GatewayError('OVERLOADED', `Too many uploads are under way; ${own} of them are yours.`, {
    retryable: true,
    retryAfterSeconds: 2,
    action: 'Send files one after the other, or a few at a time.',
  });
}

/** Failures of the form's parser and of a connection that broke off. */
function isOfTheForm(error: unknown): boolean {
  if (error instanceof GatewayError || !(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const parsing = /multipart|^Malformed part|^Part terminated/i.test(error.message);
  return parsing || /^FST_|^ERR_STREAM_PREMATURE_CLOSE$|^ECONNRESET$|^ABORT_ERR$/.test(code);
}

function broken(): GatewayError {
  return invalidInput(
    'file',
    'The form cannot be read.',
    'Send one file as `file`, and at most 8 short fields beside it.',
  );
}

function notTheFile(name: string): GatewayError {
  return invalidInput(
    'file',
    `The file is expected as \`file\`; you sent "${name.slice(0, 64)}".`,
    'Rename it to `file`.',
  );
}

function commandOf(
  fields: ReadonlyMap<string, string>,
  part: { readonly mimetype: string; readonly filename: string | undefined },
): UploadCommand {
  const field = (name: string) => orNull(fields.get(name));
  const pair = { accessToken: field('accessToken'), phoneNumberId: field('phoneNumberId') };
  const config = field('whatsappConfig');
  return {
    from: field('from'),
    type: field('type'),
    mimeType: orNull(part.mimetype),
    filename: field('filename') ?? orNull(part.filename),
    credentials: readCredentials(new BodyReader(), config === null ? pair : parsed(config)),
  };
}

function parsed(config: string): Json {
  try {
    return JSON.parse(config);
  } catch {
    throw invalidInput('whatsappConfig', '`whatsappConfig` is not JSON.', 'Send { "accessToken", "phoneNumberId" }.');
  }
}

function answerOf({ record, copy }: Uploaded): z.output<typeof uploadedShape> {
  const { facts, id, mediaType } = record;
  return {
    success: true,
    id,
    mediaId: copy.mediaId,
    type: mediaType,
    mimeType: facts.mimeType,
    size: facts.sizeBytes,
    sha256: facts.sha256,
    filename: facts.filename,
    expiresAt: new Date(copy.expiresAt).toISOString(),
  };
}

const uploadedShape = z.object({
  success: z.literal(true),
  id: z.string().describe('`med_…`: what to send it by, from REST and GraphQL alike, as often as wanted.'),
  mediaId: z.string().describe("Meta's own id, good for this number until `expiresAt`."),
  type: z.enum(MEDIA_TYPES),
  mimeType: z.string().nullable(),
  size: z.number().int().nullable().describe('In bytes.'),
  sha256: z.string().nullable().describe('Hexadecimal.'),
  filename: z.string().nullable(),
  expiresAt: z.string().describe('When Meta forgets its copy; by `id` it is then uploaded again. ISO 8601 UTC.'),
});

const UPLOAD_DOCS = documented({
  summary: 'Upload a file to send',
  description:
    'What a file is its bytes say; the type that it is sent as and the ending of its name must agree with them.',
  form: {
    file: z
      .string()
      .meta({ format: 'binary' })
      .describe('Image ≤ 5 MiB, audio and video 16, document 100; sticker 100 KiB, animated 500.'),
    type: z
      .string()
      .optional()
      .describe(`One of ${MEDIA_TYPES.join(', ')}; left out: by the file.`),
    filename: z.string().optional().describe('Instead of the name in the form.'),
    from: z
      .string()
      .optional()
      .describe("Our number id, Meta's phone number id, or E.164. Left out: your default number."),
    whatsappConfig: z.string().optional().describe('JSON: credentials for this one call, as for sends.'),
  },
  headers: { 'x-dijla-tenant': 'The tenant to act for; with the master key only.' },
  answers: {
    200: { shape: uploadedShape, says: 'WhatsApp has the file, and so has the gateway.' },
    413: { shape: failureShape, says: 'Over 100 MiB.' },
    default: { shape: failureShape, says: 'A failure.' },
  },
});
