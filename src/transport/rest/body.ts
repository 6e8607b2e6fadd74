import type { z } from 'zod';
import { GatewayError, invalidInput } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';
import { nearest } from './near.ts';

/** A field that was ignored, and the one that it probably means. Paths as callers write them (`message.to`). */
export interface Warning {
  readonly field: string;
  readonly didYouMean: string | null;
}

/** No call of ours nests further; Meta's deepest payload (an interactive list) has 8 levels. */
const DEPTH_LIMIT = 32;

/** What of a body has been read so far: the warnings pile up, the first failure ends it. */
export class BodyReader {
  readonly warnings: Warning[] = [];

  /**
   * Reads an object of a shape. A missing required field is INVALID_INPUT, naming the near-by field that was given
   * instead; so is a field of the wrong kind. Other unknown fields become warnings.
   */
  read<Shape extends z.ZodObject>(
    shape: Shape,
    value: unknown,
    at: string,
    required: readonly string[] = [],
  ): z.output<Shape> {
    if (!isJsonObject(value)) {
      if (at !== '') throw invalidInput(at, `\`${at}\` is an object.`);
      throw new GatewayError('INVALID_INPUT', 'The body is not a JSON object.', { action: 'Send { "message": … }.' });
    }
    for (const name of required) if (isAbsent(value[name])) throw this.#missing(shape, value, at, [name]);
    this.noteUnknown(shape, value, at);
    const result = shape.safeParse(value);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw invalidInput(pathOf(at, issue?.path ?? []), issue?.message ?? 'This field cannot be read.');
  }

  /** INVALID_INPUT unless one of the fields is given. */
  requireOneOf(shape: z.ZodObject, value: object, at: string, names: readonly string[]): void {
    const given = new Map(Object.entries(value));
    if (names.every((name) => isAbsent(given.get(name)))) throw this.#missing(shape, value, at, names);
  }

  /** Notes the fields that a shape does not have. `value` may be no object: then there is nothing to note. */
  noteUnknown(shape: z.ZodObject, value: unknown, at: string): void {
    if (!isJsonObject(value)) return;
    const known = Object.keys(shape.shape);
    for (const name of Object.keys(value)) {
      if (!known.includes(name)) this.#ignored(pathOf(at, [name]), nearPath(name, known, at));
    }
  }

  /** Notes a field that is known but of no use in this message. */
  noteUnused(field: string): void {
    this.#ignored(field, null);
  }

  #ignored(field: string, didYouMean: string | null): void {
    // A bound, since a body may hold a hundred thousand names of nothing.
    if (this.warnings.length < 50) this.warnings.push({ field: field.slice(0, 200), didYouMean });
  }

  #missing(shape: z.ZodObject, value: object, at: string, names: readonly string[]): GatewayError {
    const known = Object.keys(shape.shape);
    const wanted = names.map((name) => `\`${pathOf(at, [name])}\``).join(' or ');
    const field = pathOf(at, names.slice(0, 1));
    for (const given of Object.keys(value)) {
      const meant = known.includes(given) ? null : nearest(given, names);
      if (meant === null) continue;
      const [from, to] = [pathOf(at, [given]), pathOf(at, [meant])];
      return invalidInput(to, `${wanted} is missing; you sent \`${from}\`.`, `Rename \`${from}\` to \`${to}\`.`);
    }
    return invalidInput(field, `${wanted} is missing.`, `Add ${wanted} to the body.`);
  }
}

/** Refuses what is nested so deeply that it could exhaust the stack of whoever walks it. INVALID_INPUT. */
export function refuseDeepBody(body: unknown): void {
  let level: object[] = isNested(body) ? [body] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= DEPTH_LIMIT) {
      throw new GatewayError('INVALID_INPUT', `The body is nested deeper than ${DEPTH_LIMIT} levels.`);
    }
    level = level.flatMap((value) => Object.values(value).filter(isNested));
  }
}

/** Null, not there, or an empty text: what old callers send for "nothing". */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** `message`, [`image`, `link`] → `message.image.link`; a number is a place in a list. */
export function pathOf(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`;
    return before === '' ? String(part) : `${before}.${String(part)}`;
  }, at);
}

function nearPath(name: string, known: readonly string[], at: string): string | null {
  const meant = nearest(name, known);
  return meant === null ? null : pathOf(at, [meant]);
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
