import type { FastifyRequest } from 'fastify';
import { GraphError } from './graph-errors.ts';
import { jsonObject, queryText } from './http.ts';
import type { Parts } from './parts.ts';

/** Graph's routes begin with the id of the object they are about. */
export interface NodeParams {
  Params: { id: string };
}

/** The token of a call, from the header or the query, as Graph takes it. Throws 190 when it is missing or unknown. */
export function tokenOf(parts: Parts, request: FastifyRequest): string {
  const [, bearer] = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const token = bearer?.trim() ?? queryText(request.query, 'access_token');
  parts.accounts.authenticate(token);
  return token ?? '';
}

/** The JSON object of a call. Throws 100 when the body is none. */
export function bodyOf(request: FastifyRequest): object {
  const body = jsonObject(request.body);
  if (body === undefined) throw new GraphError(100, 'The request body is not a JSON object.');
  return body;
}
