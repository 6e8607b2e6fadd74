import { afterEach, beforeEach, expect, it } from 'vitest';
import { GatewayError } from '../../src/domain/errors.ts';
import { type Rig, startRig } from './support.ts';
import { written } from './told.ts';

const SECRET = 'connect ECONNREFUSED 10.1.2.3 EAAsecret';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

it('tells nothing of what is unexpected, and reports it once', async () => {
  const fault = new Error(SECRET);
  Object.assign(rig.services.conversations, { messages: () => Promise.reject(fault) });
  const { data, errors } = await rig.ask('{ viewer { tenant } messages { edges { cursor } } }');
  expect(data).toBeNull();
  expect(errors).toEqual([
    {
      message: 'Unexpected error.',
      path: ['messages'],
      locations: expect.anything(),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    },
  ]);
  expect(rig.reports).toEqual([fault]);
});

it('keeps what else was asked for when an optional part fails unexpectedly', async () => {
  await rig.tell(written('wamid.1'), written('wamid.2', { replyTo: 'wamid.1' }));
  Object.assign(rig.services.conversations, { messagesById: () => Promise.reject(new Error(SECRET)) });
  const { data, errors } = await rig.ask('{ messages { edges { node { text replyTo { text } } } } }');
  expect(data.messages.edges[0].node).toEqual({ text: 'words of wamid.2', replyTo: null });
  expect(JSON.stringify(errors)).not.toContain('ECONNREFUSED');
  expect(rig.reports).toHaveLength(1);
});

it('masks what fails while a send is made', async () => {
  Object.assign(rig.services.send, { reply: () => Promise.reject(new TypeError(SECRET)) });
  const { errors } = await rig.ask(
    'mutation { sendReply(input: { to: { phone: "+9647701234567" }, content: { text: { body: "a" } } }) { __typename } }',
  );
  expect(errors).toMatchObject([{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(rig.reports).toHaveLength(1);
});

it('masks what fails when a subscription starts, and what ends one', async () => {
  const SUBSCRIBE = 'subscription { inboundMessages { cursor } }';
  const { feed } = rig.services;
  const { start, read } = feed;
  Object.assign(feed, { start: () => Promise.reject(new Error(SECRET)) });
  const refused = await rig.subscribe(SUBSCRIBE);
  expect((await refused.next()).errors).toMatchObject([{ message: 'Unexpected error.' }]);
  expect(rig.reports).toHaveLength(1);

  const broken = { next: () => Promise.reject(new Error(SECRET)), return: async () => ({ done: true }) };
  Object.assign(feed, { start, read: () => broken });
  const ended = await rig.subscribe(SUBSCRIBE);
  expect((await ended.next()).errors).toMatchObject([{ message: 'Unexpected error.' }]);
  expect(await ended.next()).toBeNull();
  expect(rig.reports).toHaveLength(2);
  Object.assign(feed, { read });
});

it('passes on expected failures with their code and what to do', async () => {
  const busy = new GatewayError('OVERLOADED', 'Too busy.', { retryable: true, action: 'Wait.', retryAfterSeconds: 5 });
  Object.assign(rig.services.send, { template: () => Promise.reject(busy) });
  const { status, errors } = await rig.ask(
    'mutation { sendTemplate(input: { to: { phone: "+9647701234567" }, template: { name: "a" } }) { __typename } }',
  );
  expect(status).toBe(200);
  expect(errors).toMatchObject([
    {
      message: 'Too busy.',
      extensions: { code: 'OVERLOADED', retryable: true, action: 'Wait.', retryAfterSeconds: 5 },
    },
  ]);
  expect(rig.reports).toEqual([]);
});
