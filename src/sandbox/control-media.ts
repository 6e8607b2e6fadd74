import type { FastifyInstance } from 'fastify';
import { orderOf, type Rules } from './control-body.ts';
import { ControlError } from './control-error.ts';
import { downloadOrder } from './media-faults.ts';
import type { Parts } from './parts.ts';

interface MediaParams {
  Params: { id: string };
}

const example = { does: 'fail', times: 2 };
const rules: Rules = {
  does: 'must be "fail", "truncate", "corrupt" or "slow"',
  times: 'must be a whole number from 1 to 1000; leave it out for always',
  status: 'must be an HTTP status from 400 to 599',
  delayMs: 'must be milliseconds from 0 to 60000',
};

/** Downloads that go wrong: `POST` and `DELETE /sandbox/media/<media id>`. */
export function addMediaControls(app: FastifyInstance, parts: Parts): void {
  const unknown = (id: string) => new ControlError(`There is no media object ${id}, or not any more.`);

  app.post<MediaParams>('/sandbox/media/:id', async (request) => {
    const { id } = request.params;
    const fault = orderOf(request, downloadOrder, rules, example);
    if (!parts.media.setFault(id, fault)) throw unknown(id);
    return { id, download: fault };
  });

  app.delete<MediaParams>('/sandbox/media/:id', async ({ params: { id } }) => {
    if (!parts.media.setFault(id, undefined)) throw unknown(id);
    return { id, download: null };
  });
}
