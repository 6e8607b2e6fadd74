import type { FastifySchema } from 'fastify';
import { z } from 'zod';

/** What the OpenAPI document says of a route. Documentation only: the routes judge by themselves. */
export interface RouteDocs {
  readonly summary: string;
  readonly description?: string;
  /** Names of headers, query fields and path fields with what they mean; all optional but the path's. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  /** The fields of the JSON body. */
  readonly body?: z.ZodRawShape;
  /** Instead of a JSON body: the fields of a form. */
  readonly form?: z.ZodRawShape;
  /** By HTTP status; `default` for the rest. A shape makes a JSON answer, null another kind. */
  readonly answers: Readonly<Record<string, { readonly shape: z.ZodType | null; readonly says: string }>>;
  /** True for a route that needs no key. */
  readonly open?: boolean;
}

/** A route's schema as @fastify/swagger reads it. */
export function documented(docs: RouteDocs): FastifySchema {
  const { summary, description, headers, query, params, body, form, answers, open = false } = docs;
  return {
    summary,
    ...(description !== undefined && { description }),
    ...(open && { security: [] }),
    ...(headers !== undefined && { headers: fields(headers) }),
    ...(query !== undefined && { querystring: fields(query) }),
    ...(params !== undefined && { params: fields(params) }),
    ...(body !== undefined && { body: jsonSchema(z.object(body)) }),
    ...(form !== undefined && { consumes: ['multipart/form-data'], body: jsonSchema(z.object(form)) }),
    response: Object.fromEntries(
      Object.entries(answers).map(([status, { shape, says }]) => [
        status,
        {
          description: says,
          ...(shape !== null && { content: { 'application/json': { schema: jsonSchema(shape) } } }),
        },
      ]),
    ),
  };
}

/** JSON Schema 2020-12 of what a caller may send (the input side), as OpenAPI 3.1 embeds it. */
export function jsonSchema(shape: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  return schema;
}

function fields(names: Readonly<Record<string, string>>) {
  const properties = Object.entries(names).map(([name, description]) => [name, { type: 'string', description }]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}
