import { z } from 'zod';
import type { Operations } from '../../application/services.ts';
import { MEDIA_STATES } from '../../domain/media.ts';
import type { MessageRecord, StatusChange } from '../../domain/message.ts';
import type { Reaction } from '../../domain/message-kinds.ts';
import { MESSAGE_STATUSES } from '../../domain/status.ts';
import { SANDBOX_NOTICE } from '../sandbox-notice.ts';
import type { Warning } from './body.ts';

/** What REST answers about a message; the shapes are the documentation's, the functions make the bodies. */
export const answerShape = z.object({
  success: z.literal(true),
  id: z.string().describe('Our id of the message, `msg_…`.'),
  messageId: z.string().nullable().describe("Meta's wamid; null until Meta has accepted the message."),
  status: z.enum(MESSAGE_STATUSES),
  to: z.string().describe('E.164 with +, or the business-scoped user id.'),
  data: z.unknown().describe("Meta's answer to the send, verbatim; null until there is one."),
  warnings: z
    .array(z.object({ field: z.string(), didYouMean: z.string().nullable() }))
    .describe('Fields that were ignored, and what they probably mean.'),
  notice: z.string().optional().describe('In sandbox: that nothing is sent.'),
});

const metaErrorShape = z.object({
  code: z.number().int(),
  title: z.string(),
  details: z.string().nullable(),
  fbtraceId: z.string().nullable(),
});

export const recordShape = answerShape.extend({
  timeline: z.array(
    z.object({
      status: z.enum(MESSAGE_STATUSES),
      at: z.string().describe('When it happened. ISO 8601 UTC.'),
      recordedAt: z.string().describe('When the gateway stored it. ISO 8601 UTC.'),
      error: metaErrorShape.nullable(),
    }),
  ),
  reactions: z
    .array(
      z.object({
        emoji: z.string(),
        from: z.enum(['INBOUND', 'OUTBOUND']).describe("INBOUND: the person's; OUTBOUND: ours."),
        messageId: z.string().describe('The message that brought it, `msg_…`.'),
        at: z.string().describe('ISO 8601 UTC.'),
      }),
    )
    .describe('What stands under the message now: the latest reaction of the person and ours, oldest first.'),
  editedAt: z.string().nullable().describe('When the person last edited it. ISO 8601 UTC.'),
  revokedAt: z
    .string()
    .nullable()
    .describe('When the person deleted it for everybody: show it as deleted. ISO 8601 UTC.'),
  media: z
    .object({
      id: z.string().describe('`med_…`'),
      state: z.enum(MEDIA_STATES),
      reason: z.string().nullable().describe('Why it failed, or why the last attempt did while it is pending.'),
      mimeType: z.string().nullable(),
      filename: z.string().nullable(),
      sizeBytes: z.number().int().nullable(),
      sha256: z.string().nullable().describe('Hexadecimal.'),
      url: z.string().nullable().describe("A path at the gateway's own address; null until it is READY."),
      thumbnailUrl: z.string().nullable(),
      width: z.number().int().nullable(),
      height: z.number().int().nullable(),
    })
    .nullable()
    .describe('The file, when the gateway keeps it.'),
  error: metaErrorShape
    .extend({ meaning: z.string(), action: z.string(), retryable: z.boolean() })
    .nullable()
    .describe("Meta's last error about the message, explained."),
});

export const failureShape = z.object({
  success: z.literal(false),
  id: z.string().nullable().describe('The stored message, or null when nothing was stored.'),
  message: z.string(),
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.string().nullable(),
    retryable: z.boolean(),
    action: z.string().nullable().describe('What to do.'),
    templates: z.array(z.string()).describe('Templates that could be sent instead.'),
    parameter: z.string().nullable().describe('The template parameter at fault.'),
    meta: metaErrorShape.nullable(),
    requestId: z.string(),
  }),
});

export type AnswerBody = z.output<typeof answerShape>;

export function answerBody(record: MessageRecord, warnings: readonly Warning[], mode: Operations['mode']): AnswerBody {
  return {
    success: true,
    id: record.id,
    messageId: record.whatsappId,
    status: record.status,
    to: record.contact.phone ?? record.contact.userId ?? '',
    data: record.answer,
    warnings: [...warnings],
    ...(mode === 'sandbox' && { notice: SANDBOX_NOTICE }),
  };
}

/** 200 when Meta has the message, 202 while it is still ours to send. */
export function answerStatus({ status }: MessageRecord): 200 | 202 {
  return status === 'QUEUED' || status === 'SENDING' ? 202 : 200;
}

export function recordBody(
  record: MessageRecord,
  timeline: readonly StatusChange[],
  reactions: readonly Reaction[],
  mode: Operations['mode'],
) {
  const { content, error, editedAt = null, revokedAt = null } = record;
  const media = content.kind === 'media' ? (content.media ?? null) : null;
  const steps = timeline.map(({ status, at, recordedAt, error: why }) => ({ status, at, recordedAt, error: why }));
  return { ...answerBody(record, [], mode), timeline: steps, reactions, editedAt, revokedAt, media, error };
}
