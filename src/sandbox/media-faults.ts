import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { times } from './control-body.ts';
import type { StoredMedia } from './media.ts';
import type { Schedule } from './schedule.ts';

/** How the downloads of a file go wrong. Without `times`: every one. */
export const downloadOrder = z.strictObject({
  does: z.enum(['fail', 'truncate', 'corrupt', 'slow']),
  times: times.optional(),
  /** With `fail`: the HTTP status. Meta answers 404. */
  status: z.int().min(400).max(599).default(404),
  /** With `slow`: before each tenth of the file. */
  delayMs: z.int().min(0).max(60_000).default(1000),
});

export type DownloadFault = z.infer<typeof downloadOrder>;

/** Answers a download as its fault has it: an error, half of the file, other bytes, or the file bit by bit. */
export async function answerBadly(
  reply: FastifyReply,
  file: StoredMedia,
  { does, status, delayMs }: DownloadFault,
  schedule: Schedule,
): Promise<FastifyReply> {
  if (does === 'fail') return reply.code(status).send();
  const bytes = Buffer.from(file.bytes);
  if (does === 'corrupt') {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0xff;
    return reply.type(file.mimeType).send(bytes);
  }
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': file.mimeType, 'content-length': bytes.length });
  if (does === 'truncate') {
    raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => raw.destroy());
    return reply;
  }
  const tenth = Math.ceil(bytes.length / 10);
  for (let at = 0; at < bytes.length && !raw.destroyed; at += tenth) {
    if (!(await schedule.sleep(delayMs))) raw.destroy();
    else raw.write(bytes.subarray(at, at + tenth));
  }
  raw.end();
  return reply;
}
