import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rig, startRig } from './support.ts';
import { ALI, became, metaError, refusal, written } from './told.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  await rig.tell(written('wamid.in1'));
});
afterEach(() => rig.close());

const SEND = `mutation ($input: SendReplyInput!) { sendReply(input: $input) { ... on Message { id }
  ... on MetaUnavailableError { messageRef { id } } ... on RateLimitedError { messageRef { id } }
  ... on UnconfirmedError { messageRef { id } } ... on RejectedByMetaError { messageRef { id } } } }`;
const SHOW = `query ($id: ID!) { message(id: $id) { status answer retrySafety expiresAt error { code meaning action }
  timeline { status at recordedAt raw } } }`;

async function send(more: object = {}): Promise<string> {
  const input = { to: { phone: ALI.phone }, content: { text: { body: 'hello' } }, ...more };
  const { sendReply } = (await rig.ask(SEND, { input })).data;
  return sendReply.id ?? sendReply.messageRef.id;
}
const show = async (id: string) => (await rig.ask(SHOW, { id })).data.message;

it('shows Meta’s answer to the send and each status as Meta sent it', async () => {
  const id = await send();
  await rig.tell(became('wamid.out1', 'SENT'));
  const { answer, expiresAt, retrySafety, timeline } = await show(id);
  expect({ answer, expiresAt, retrySafety }).toEqual({
    answer: { messages: [{ id: 'wamid.out1' }] },
    expiresAt: null,
    retrySafety: null,
  });
  const raws = timeline.map((step: { status: string; raw: unknown }) => [step.status, step.raw]);
  expect(Object.fromEntries(raws)).toMatchObject({ QUEUED: null, SENT: { id: 'wamid.out1', status: 'SENT' } });
});

it.each([
  [refusal('never', metaError(131026)), 'FAILED', 'NO_USE'],
  [refusal('never', metaError(131049, { retryable: true })), 'FAILED', 'SAFE'],
  [{ kind: 'unknown', reason: 'time-out', error: null, answer: null } as const, 'UNCONFIRMED', 'MAY_REPEAT'],
])('tells whether sending again is safe', async (outcome, status, retrySafety) => {
  rig.answerWith(outcome);
  expect(await show(await send())).toMatchObject({ status, retrySafety });
});

it('tells until when a queued message may still go, and that one taken back may be sent again', async () => {
  rig.answerWith(refusal('later', metaError(131057)));
  const id = await send({ wait: false, expiresInSeconds: 600 });
  await expect.poll(() => show(id)).toMatchObject({ status: 'QUEUED', error: { code: 131057 } });
  expect(await show(id)).toMatchObject({ retrySafety: null, expiresAt: new Date(rig.now() + 600_000).toISOString() });
  await rig.ask('mutation ($id: ID!) { cancelMessage(id: $id) { __typename } }', { id });
  expect(await show(id)).toMatchObject({ status: 'CANCELLED', retrySafety: 'SAFE', expiresAt: null });
});
