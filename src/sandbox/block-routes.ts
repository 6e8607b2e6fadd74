import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { BusinessNumber } from './accounts.ts';
import { errorBody, GraphError, webhookError } from './graph-errors.ts';
import { bodyOf, type NodeParams, tokenOf } from './graph-request.ts';
import { queryText } from './http.ts';
import { pageOf } from './paging.ts';
import type { Parts } from './parts.ts';
import { isUserId, recipientDigits } from './phone.ts';
import { parse } from './send-request.ts';
import type { User } from './users.ts';

const order = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  block_users: z
    .array(z.strictObject({ user: z.string().optional(), user_id: z.string().optional() }))
    .min(1)
    .max(1000),
});

type Given = z.infer<typeof order>['block_users'][number];

/** The block list of a number: `POST`, `DELETE` and `GET /{phone number id}/block_users`. */
export function addBlockRoutes(app: FastifyInstance, parts: Parts): void {
  const path = '/:id/block_users';

  app.get<NodeParams>(path, async (request) => {
    const number = parts.accounts.number(request.params.id, tokenOf(parts, request));
    const query = (name: string) => queryText(request.query, name);
    const users = parts.blocked.list(number.id).map((id) => ({ id, messaging_product: 'whatsapp', ...nameOf(id) }));
    return pageOf(
      users,
      { limit: query('limit'), after: query('after'), before: query('before') },
      parts.url() + request.originalUrl,
    );
  });

  app.post<NodeParams>(path, (request, reply) =>
    change(parts, request, reply, 'added_users', (number, user) => {
      if (!parts.windows.isOpen(number.id, user.key))
        return new GraphError(131047, 'The user did not write in 24 hours.');
      if (user.phone === number.digits) return new GraphError(131021, 'A number cannot block itself.');
      return parts.blocked.add(number.id, user.key) ? undefined : new GraphError(139101, 'The block list is full.');
    }),
  );

  app.delete<NodeParams>(path, (request, reply) =>
    change(parts, request, reply, 'removed_users', (number, user) => {
      parts.blocked.remove(number.id, user.key);
      return undefined;
    }),
  );
}

function nameOf(userKey: string): object {
  return isUserId(userKey) ? { user_id: userKey } : { wa_id: userKey };
}

/** Meta: what partly failed is 400 with code 139100, and the answer all the same. */
async function change(
  parts: Parts,
  request: FastifyRequest<NodeParams>,
  reply: FastifyReply,
  done: 'added_users' | 'removed_users',
  act: (number: BusinessNumber, user: User) => GraphError | undefined,
): Promise<object> {
  const number = parts.accounts.number(request.params.id, tokenOf(parts, request));
  const { block_users: given } = parse(order, bodyOf(request), []);
  const succeeded: object[] = [];
  const failed: object[] = [];
  for (const one of given) {
    const input = one.user ?? one.user_id ?? '';
    const user = userOf(parts, number, one);
    const error = user === undefined ? new GraphError(131009, 'Not a user.') : act(number, user);
    const named = { input, ...(user === undefined ? {} : nameOf(user.key)) };
    if (error === undefined) succeeded.push(named);
    else failed.push({ ...named, errors: [webhookError(error.code, error.details)] });
  }
  const result = { [done]: succeeded, ...(failed.length === 0 ? {} : { failed_users: failed }) };
  const answer = { messaging_product: 'whatsapp', block_users: result };
  if (failed.length === 0) return answer;
  const error = new GraphError(139100, `${failed.length} of ${given.length} users were not changed.`);
  reply.code(error.http);
  return { ...answer, ...errorBody(error) };
}

function userOf(parts: Parts, number: BusinessNumber, { user, user_id: userId }: Given): User | undefined {
  const digits = user === undefined ? null : recipientDigits(user.startsWith('+') ? user : `+${user}`, number.digits);
  if (digits !== null) return parts.users.byPhone(number.account, digits);
  return userId !== undefined && isUserId(userId) ? parts.users.byUserId(number.account, userId) : undefined;
}
