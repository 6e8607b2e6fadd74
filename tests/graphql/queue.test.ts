import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NUMBER, OTHER_KEY, OTHER_NUMBER, READ_ONLY_KEY, type Rig, startRig } from './support.ts';
import { ALI, metaError, refusal } from './told.ts';

const SEND = `mutation ($input: SendReplyInput!) {
  sendReply(input: $input) { __typename ... on Message { id status waitsFor } } }`;
const RESULT =
  '{ __typename ... on Message { id status timeline { status } } ... on Error { code field message action } }';
const CANCEL = `mutation ($id: ID!) { cancelMessage(id: $id) ${RESULT} }`;
const RESOLVE = `mutation ($id: ID!, $as: ResolveAs!) { resolveMessage(id: $id, as: $as) ${RESULT} }`;
const QUEUES = '{ phoneNumbers { id queue { depth oldestAt rate pausedUntil pauseReason pauseError { code } } } }';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

async function send(more: object = {}): Promise<string> {
  const input = { to: { phone: ALI.phone }, content: { text: { body: 'hello' } }, wait: false, ...more };
  const { data, errors } = await rig.ask(SEND, { input });
  expect(errors).toBeUndefined();
  expect(data.sendReply.__typename).toBe('Message');
  return data.sendReply.id;
}

async function messageOf(id: string) {
  const { data } = await rig.ask('query ($id: ID!) { message(id: $id) { status waitsFor error { code } } }', { id });
  return data.message;
}

/** A message that stays queued, since Meta asked to wait. */
async function queuedMessage(): Promise<string> {
  rig.answerWith(refusal('later', metaError(131057)));
  const id = await send();
  await expect.poll(() => messageOf(id)).toMatchObject({ status: 'QUEUED', error: { code: 131057 } });
  return id;
}

async function decide(mutation: string, variables: object, key?: string) {
  const { data, errors } = await rig.ask(mutation, variables, key === undefined ? {} : { 'x-dijla-key': key });
  expect(errors).toBeUndefined();
  return data.cancelMessage ?? data.resolveMessage;
}

describe('cancelMessage', () => {
  it('takes a queued message back and shows it in the timeline', async () => {
    const id = await queuedMessage();
    const cancelled = { __typename: 'Message', id, status: 'CANCELLED' };
    const result = await decide(CANCEL, { id });
    expect(result).toMatchObject(cancelled);
    expect(result.timeline.at(-1)).toEqual({ status: 'CANCELLED' });
    expect(await decide(CANCEL, { id })).toMatchObject(cancelled);
  });

  it('answers with data when it cannot be done', async () => {
    const id = await send({ wait: true });
    const cases: [object, string | undefined, string][] = [
      [{ id }, undefined, 'InvalidInputError'],
      [{ id: 'msg_none' }, undefined, 'NotFoundError'],
      [{ id }, OTHER_KEY, 'NotFoundError'],
      [{ id }, READ_ONLY_KEY, 'ForbiddenError'],
    ];
    for (const [variables, key, member] of cases) {
      expect(await decide(CANCEL, variables, key)).toMatchObject({ __typename: member });
    }
    expect(await decide(CANCEL, { id })).toMatchObject({ field: 'id', message: expect.stringContaining('ACCEPTED') });
  });
});

describe('resolveMessage', () => {
  it.each([
    ['SENT', 'SENT'],
    ['NOT_SENT', 'CANCELLED'],
  ])('as %s makes an unconfirmed message %s', async (as, status) => {
    rig.answerWith({ kind: 'unknown', reason: 'time-out', error: null, answer: null });
    const id = await send();
    await expect.poll(() => messageOf(id)).toMatchObject({ status: 'UNCONFIRMED' });
    expect(await decide(RESOLVE, { id, as })).toMatchObject({ __typename: 'Message', id, status });
    expect(await decide(RESOLVE, { id, as })).toMatchObject({ __typename: 'Message', id, status });
  });

  it('is refused for a message whose state is known', async () => {
    const id = await send({ wait: true });
    expect(await decide(RESOLVE, { id, as: 'NOT_SENT' })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'id',
    });
  });
});

it('shows what waits on a number, why it is paused, and what a message waits for', async () => {
  const empty = { depth: 0, oldestAt: null, rate: 80, pausedUntil: null, pauseReason: null, pauseError: null };
  expect((await rig.ask(QUEUES)).data.phoneNumbers).toEqual([{ id: NUMBER.id, queue: empty }]);
  rig.answerWith(refusal('changed', metaError(131048)));
  const id = await send();
  await expect.poll(() => messageOf(id)).toMatchObject({ status: 'QUEUED', waitsFor: 'PAUSED_NUMBER' });
  const [{ queue }] = (await rig.ask(QUEUES)).data.phoneNumbers;
  expect(queue).toEqual({
    depth: 1,
    oldestAt: new Date(rig.now()).toISOString(),
    rate: 80,
    pausedUntil: new Date(rig.now() + 5 * 60_000).toISOString(),
    pauseReason: expect.stringContaining('131048'),
    pauseError: { code: 131048 },
  });
  const others = await rig.ask(QUEUES, {}, { 'x-dijla-key': OTHER_KEY });
  expect(others.data.phoneNumbers).toEqual([{ id: OTHER_NUMBER.id, queue: empty }]);
});

describe('setPhoneNumberRate', () => {
  const SET = `mutation ($id: ID!, $rate: Int) { setPhoneNumberRate(id: $id, messagesPerSecond: $rate) {
    __typename ... on PhoneNumber { messagesPerSecond queue { rate } } ... on Error { code field } } }`;

  async function set(id: string, rate: number | null, key?: string) {
    const { data } = await rig.ask(SET, { id, rate }, key === undefined ? {} : { 'x-dijla-key': key });
    return data.setPhoneNumberRate;
  }

  it('sets how fast a number may send, and takes it back to the default', async () => {
    const slow = { __typename: 'PhoneNumber', messagesPerSecond: 5, queue: { rate: 5 } };
    expect(await set(NUMBER.id, 5)).toEqual(slow);
    await send({ wait: true });
    expect(await set(NUMBER.id, 20)).toEqual({ ...slow, messagesPerSecond: 20, queue: { rate: 20 } });
    expect(await set(NUMBER.id, null)).toEqual({
      ...slow,
      messagesPerSecond: null,
      queue: { rate: 80 },
    });
  });

  it.each([
    ['a rate of nothing', NUMBER.id, 0, undefined, 'INVALID_INPUT'],
    ['more than Meta allows', NUMBER.id, 1_001, undefined, 'INVALID_INPUT'],
    ["another tenant's number", OTHER_NUMBER.id, 5, undefined, 'NOT_FOUND'],
    ['a key that may only read', NUMBER.id, 5, READ_ONLY_KEY, 'FORBIDDEN'],
  ])('refuses %s', async (_what, id, rate, key, code) => {
    expect(await set(id, rate, key)).toMatchObject({ code });
  });
});
