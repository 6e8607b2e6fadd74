import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { orderOf, type Rules } from './control-body.ts';
import { defaultDelivery, MOST_IN_BATCH } from './delivery.ts';
import type { Parts } from './parts.ts';

const example = { duplicates: 2, shuffle: true, batch: { size: 100, waitMs: 500 } };
const ms = z.int().min(0).max(60_000);

const order = z
  .strictObject({
    duplicates: z.int().min(1).max(100),
    shuffle: z.boolean(),
    holdMs: ms,
    batch: z.strictObject({ size: z.int().min(1).max(MOST_IN_BATCH), waitMs: ms.default(1000) }).nullable(),
    delayMs: ms,
    skipDelivered: z.boolean(),
    mediaUrls: z.boolean(),
    version: z.enum(['v23.0', 'v25.0']),
    seed: z.int().min(0).max(4_294_967_295),
  })
  .partial();

const rules: Rules = {
  duplicates: 'must be a whole number from 1 to 100',
  shuffle: 'must be true or false',
  holdMs: 'must be milliseconds from 0 to 60000',
  batch: 'must be null or {"size": 1 to 1000, "waitMs": 0 to 60000}',
  delayMs: 'must be milliseconds from 0 to 60000',
  skipDelivered: 'must be true or false',
  mediaUrls: 'must be true or false',
  version: 'must be "v23.0" (statuses carry `conversation`) or "v25.0"',
  seed: 'must be a whole number from 0 to 4294967295',
};

/** How webhooks arrive: `POST` (which also sends what is held), `GET` and `DELETE /sandbox/delivery`. */
export function addDeliveryControls(app: FastifyInstance, parts: Parts): void {
  app.get('/sandbox/delivery', async () => ({ ...parts.delivery.settings, held: parts.delivery.waiting }));

  app.post('/sandbox/delivery', async (request) => {
    const changed = orderOf(request, order, rules, example);
    parts.delivery.set(Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)));
    return { ...parts.delivery.settings };
  });

  app.delete('/sandbox/delivery', async () => {
    parts.delivery.set(defaultDelivery);
    return { ...parts.delivery.settings };
  });
}
