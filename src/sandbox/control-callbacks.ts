import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from './accounts.ts';
import { orderOf, type Rules } from './control-body.ts';
import { ControlError } from './control-error.ts';
import type { Parts } from './parts.ts';

export const callbackExample = { path: '/ten_example' };

const order = z.strictObject({
  wabaId: z.string().optional(),
  // It is appended to the gateway's own address, and leads nowhere else.
  path: z
    .string()
    .regex(/^(?:\/[\w-]{1,128})?$/)
    .nullable(),
});

const rules: Rules = {
  wabaId: 'must be the id of an account that has an app of its own',
  path: 'must be "/" and one name, or null for the one callback',
};

/** Where an account's own app sends its webhooks: `GET` and `POST /sandbox/callbacks`. */
export function addCallbackControls(app: FastifyInstance, parts: Parts): void {
  app.get('/sandbox/callbacks', async () => ({ callbacks: parts.accounts.all.map(callbackOf) }));

  app.post('/sandbox/callbacks', async (request) => {
    const { wabaId, path } = orderOf(request, order, rules, callbackExample);
    const able = parts.accounts.all.filter(({ app: own }) => own !== null);
    const account = wabaId === undefined ? able.at(-1) : able.find((one) => one.wabaId === wabaId);
    if (account === undefined || account.app === null) {
      throw new ControlError(`\`wabaId\` must be one of ${able.map((one) => one.wabaId).join(', ')}.`);
    }
    account.callback = path === null ? null : { ...account.app, path };
    return callbackOf(account);
  });
}

function callbackOf({ wabaId, callback }: Account): object {
  return { wabaId, path: callback?.path ?? null };
}
