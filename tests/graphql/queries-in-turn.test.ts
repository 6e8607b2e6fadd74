import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { KEY, OTHER_KEY, type Rig, startRig } from './support.ts';

const AT_ONCE = 16;
const WAITING = 256;
const QUERY = '{ message(id: "msg_none") { id } }';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

it('runs so many queries of a tenant at once, keeps more waiting, refuses the rest, and holds up nobody else', async () => {
  const hold = Promise.withResolvers<void>();
  const begun: string[] = [];
  vi.spyOn(rig.services.conversations, 'messagesById').mockImplementation(async ({ tenantId }, ids) => {
    begun.push(tenantId);
    if (tenantId === 'dijla') await hold.promise;
    return ids.map(() => null);
  });
  const ask = (key = KEY) => rig.ask(QUERY, {}, { 'x-dijla-key': key });
  const asked = Array.from({ length: AT_ONCE + WAITING }, () => ask());
  await expect.poll(() => begun.length).toBe(AT_ONCE);
  for (let turns = 0; turns < 20; turns += 1) await setImmediate();
  expect(begun).toHaveLength(AT_ONCE);
  const refused = await rig.ask(QUERY, {}, { accept: 'application/graphql-response+json' });
  expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: 'RATE_LIMITED', retryable: true } }] });
  expect(refused.headers.get('retry-after')).toBe('1');

  expect(await ask(OTHER_KEY)).toMatchObject({ status: 200, data: { message: null } });
  expect(begun.at(-1)).toBe('ten_other');
  // What changes something waits for no query.
  const { errors } = await rig.ask('mutation { markRead(conversationId: "conv_none") { __typename } }');
  expect(errors?.[0]?.extensions['code']).not.toBe('RATE_LIMITED');

  hold.resolve();
  const answers = await Promise.all(asked);
  expect(answers.every(({ data }) => data?.message === null)).toBe(true);
  expect((await ask()).errors).toBeUndefined();
});
