import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { BusinessNumber } from './accounts.ts';
import { ControlError } from './control-error.ts';
import { jsonObject } from './http.ts';
import type { Parts } from './parts.ts';

/** What a field must be, for the sentence that a developer gets: `must be …`. */
export type Rules = Readonly<Record<string, string>>;

/** The JSON object of a control call. Throws `ControlError` with the example when the body is none. */
export function objectOf(request: FastifyRequest, example: object): object {
  const body = jsonObject(request.body);
  if (body === undefined) throw new ControlError(`The body must be a JSON object. ${sendThis(example)}`);
  return body;
}

/** The order in a body. Throws `ControlError` that names the field, says what it must be and what to send. */
export function orderIn<Schema extends z.ZodType>(
  schema: Schema,
  body: object,
  rules: Rules,
  example: object,
): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(rules).join(', ');
    throw new ControlError(`\`${issue.keys[0]}\` is not known here. There are: ${known}. ${sendThis(example)}`);
  }
  const field = issue?.path[0];
  const rule = field === undefined ? undefined : rules[String(field)];
  if (rule !== undefined) throw new ControlError(`\`${String(field)}\` ${rule}. ${sendThis(example)}`);
  throw new ControlError(`${issue?.message ?? 'The body is not valid'}. ${sendThis(example)}`);
}

/** Both of the above at once. */
export function orderOf<Schema extends z.ZodType>(
  request: FastifyRequest,
  schema: Schema,
  rules: Rules,
  example: object,
): z.infer<Schema> {
  return orderIn(schema, objectOf(request, example), rules, example);
}

export function sendThis(example: object): string {
  return `Send for example ${JSON.stringify(example)}.`;
}

/** The business number that a developer means: its id, or the number itself as +964…; the first one when not said. */
export function businessNumber(parts: Parts, given: string | undefined, field = 'to'): BusinessNumber {
  const { numbers } = parts.accounts;
  const digits = given?.replace(/\D/g, '');
  const number = given === undefined ? numbers[0] : numbers.find((one) => one.id === digits || one.digits === digits);
  if (number === undefined) {
    const known = numbers.map((one) => `${one.id} (+${one.digits})`).join(', ');
    throw new ControlError(`\`${field}\` must be one of your numbers: ${known}.`);
  }
  return number;
}

/** How often something is to happen: 1 to 1000. */
export const times = z.int().min(1).max(1000);
