import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { businessNumber, orderOf, type Rules, sendThis, times } from './control-body.ts';
import { ControlError } from './control-error.ts';
import { errorCode, everyErrorCode } from './error-codes.ts';
import { codeNumbers } from './faults.ts';
import type { Parts } from './parts.ts';

const example = { code: 131026, to: '9647700000000', times: 1 };

const order = z.strictObject({
  code: z.int().min(0).max(99_999_999).optional(),
  call: z.enum(['messages', 'media', 'templates', 'account', 'any']).default('messages'),
  when: z.enum(['answer', 'status']).optional(),
  after: z.enum(['sent', 'delivered']).optional(),
  to: z
    .string()
    .regex(/^(\+?[\d ]*|[A-Z]{2}\.[A-Za-z0-9.]*)\*?$/)
    .min(1)
    .max(200)
    .optional(),
  number: z.string().optional(),
  template: z.string().min(1).max(512).optional(),
  times: times.optional(),
  details: z.string().max(1000).optional(),
  subcode: z.int().min(0).max(99_999_999).optional(),
  httpStatus: z.int().min(206).max(599).optional(),
  transient: z.boolean().optional(),
  retryAfter: z.int().min(0).max(86_400).optional(),
  dropAnswer: z.boolean().default(false),
  delayMs: z.int().min(0).max(120_000).default(0),
});

const rules: Rules = {
  code: "must be one of Meta's codes, as a number",
  call: 'must be one of messages, media, templates, account, any',
  when: 'must be "answer" (refuse the call) or "status" (accept it, then fail)',
  after: 'must be "sent" or "delivered"',
  to: 'must be digits or a user id, with a * at the end for all that begin so',
  number: 'must be one of your numbers',
  template: 'must be the name of a template',
  times: 'must be a whole number from 1 to 1000; leave it out for always',
  details: 'must be a string of at most 1000 characters',
  subcode: 'must be a whole number',
  httpStatus: 'must be a whole number from 206 to 599',
  transient: 'must be true or false',
  retryAfter: 'must be whole seconds from 0 to 86400',
  dropAnswer: 'must be true or false',
  delayMs: 'must be milliseconds from 0 to 120000',
};

/** Errors on demand: `POST`, `GET` and `DELETE /sandbox/faults`. */
export function addFaultControls(app: FastifyInstance, parts: Parts): void {
  app.post('/sandbox/faults', async (request) => {
    const given = orderOf(request, order, rules, example);
    const { code, times: left } = given;
    if (code === undefined && given.httpStatus === undefined && !given.dropAnswer && given.delayMs === 0) {
      throw new ControlError(`\`code\` is missing (or httpStatus, dropAnswer, delayMs). ${sendThis(example)}`);
    }
    const place = given.call === 'messages' && code !== undefined ? errorCode(code)?.place : undefined;
    const own = given.httpStatus !== undefined || given.dropAnswer || given.delayMs > 0;
    const when = given.when ?? (own ? 'answer' : (place ?? 'answer'));
    if (when === 'status' && (code === undefined || own || given.retryAfter !== undefined)) {
      const what = 'needs a code, and takes neither httpStatus, retryAfter, dropAnswer nor delayMs';
      throw new ControlError(`\`when\`: "status" ${what}. ${sendThis(example)}`);
    }
    const { number, to } = given;
    const rule = parts.faults.add(
      {
        ...given,
        when,
        to: to?.replace(/[+ ]/g, ''),
        number: number === undefined ? undefined : businessNumber(parts, number, 'number').id,
      },
      left ?? null,
    );
    return { fault: rule };
  });

  app.get('/sandbox/faults', async () => ({
    faults: parts.faults.list(),
    byNumber: `A recipient +${codeNumbers.status}… or +${codeNumbers.answer}… ending in the six digits of a code fails with it: by status, or in the answer.`,
    codes: everyErrorCode().map(({ code, title, http, place }) => ({ code, title, httpStatus: http, when: place })),
  }));

  app.delete('/sandbox/faults', async () => ({ removed: parts.faults.remove() }));

  app.delete<{ Params: { id: string } }>('/sandbox/faults/:id', async ({ params: { id } }) => {
    const removed = parts.faults.remove(id);
    if (removed === 0) throw new ControlError(`There is no fault ${id}. GET /sandbox/faults lists them.`);
    return { removed };
  });
}
