import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/ports/cloud-api.ts';
import { NUMBER, OTHER_NUMBER, READ_ONLY_KEY, type Rig, startRig } from './support.ts';
import { ALI, metaError, NOW, refusal, written } from './told.ts';

const RESULT = `{ __typename
  ... on Message { id whatsappId status text reference sentBy to: contact { phone } }
  ... on Error { code message field retryable action }
  ... on WindowClosedError { templates }
  ... on TemplateMismatchError { parameter }
  ... on RejectedByMetaError { meta { code fbtraceId } messageRef { id status } }
  ... on RateLimitedError { retryAfterSeconds messageRef { id status } }
  ... on UnconfirmedError { messageRef { id status timeline { status } } }
  ... on MetaUnavailableError { messageRef { id status } } }`;
const SEND_TEMPLATE = `mutation ($input: SendTemplateInput!) { sendTemplate(input: $input) ${RESULT} }`;
const SEND_REPLY = `mutation ($input: SendReplyInput!) { sendReply(input: $input) ${RESULT} }`;
const TO_ALI = { phone: ALI.phone };

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

async function sendReply(input: object, key?: string) {
  const { data, errors } = await rig.ask(
    SEND_REPLY,
    { input: { to: TO_ALI, ...input } },
    key ? { 'x-dijla-key': key } : {},
  );
  expect(errors).toBeUndefined();
  return data.sendReply;
}

async function sendTemplate(template: object, more: object = {}) {
  const { data, errors } = await rig.ask(SEND_TEMPLATE, { input: { to: TO_ALI, template, ...more } });
  expect(errors).toBeUndefined();
  return data.sendTemplate;
}

const text = (body = 'hello') => ({ content: { text: { body } } });

it('answers with the message once Meta has accepted it', async () => {
  expect(await sendReply({ ...text(), reference: 'order 7' })).toEqual({
    __typename: 'Message',
    id: expect.stringMatching(/^msg_/),
    whatsappId: 'wamid.out1',
    status: 'ACCEPTED',
    text: 'hello',
    reference: 'order 7',
    sentBy: 'master',
    to: { phone: ALI.phone },
  });
});

it('takes a recipient as people write it, by user id, or by conversation', async () => {
  await rig.tell(written('wamid.in1', { from: { ...ALI, userId: 'IQ.123' } }));
  const { data } = await rig.ask('{ conversations { edges { node { id } } } }');
  const conversationId = data.conversations.edges[0].node.id;
  for (const to of [{ phone: '٠٠٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧' }, { userId: 'IQ.123' }, { conversationId }]) {
    expect(await sendReply({ ...text(), to })).toMatchObject({ __typename: 'Message', status: 'ACCEPTED' });
  }
  expect(rig.calls).toMatchObject([
    { to: { phone: ALI.phone } },
    { to: { userId: 'IQ.123' } },
    { to: { phone: ALI.phone } },
  ]);
});

it('names what is wrong with an input as the caller wrote it', async () => {
  const both = { body: ['1'], namedBody: [{ name: 'a', value: 'b' }] };
  const faults: [Promise<object>, string][] = [
    [sendReply({ ...text(), to: { phone: '0770 123 4567' } }), 'input.to'],
    [sendReply(text(' ')), 'input.content.text.body'],
    [sendReply({ content: { image: {} } }), 'input.content.image'],
    [sendReply({ content: { document: { id: '1', caption: 'x'.repeat(1025) } } }), 'input.content.document.caption'],
    [sendReply({ content: { interactive: { custom: 'words' } } }), 'input.content.interactive'],
    [sendReply({ ...text(), reference: 'x'.repeat(513) }), 'input.reference'],
    [sendReply({ ...text(), idempotencyKey: '' }), 'input.idempotencyKey'],
    [sendReply({ ...text(), expiresInSeconds: 59 }), 'input.expiresInSeconds'],
    [sendTemplate({ name: 'a' }, { expiresInSeconds: 2_592_001 }), 'input.expiresInSeconds'],
    [sendReply({ ...text(), wait: false, credentials: { accessToken: 'EAA', phoneNumberId: '1' } }), 'input.wait'],
    [
      sendReply({ ...text(), credentials: { accessToken: 'EAA', phoneNumberId: 'x' } }),
      'input.credentials.phoneNumberId',
    ],
    [sendTemplate({ name: 'No Such' }), 'input.template.name'],
    [sendTemplate({ name: 'a', components: {} }), 'input.template.components'],
    [sendTemplate({ name: 'a', components: [], parameters: {} }), 'input.template.components'],
    [sendTemplate({ name: 'a', parameters: both }), 'input.template.parameters.namedBody'],
    [
      sendTemplate({ name: 'a', parameters: { buttons: [{ flow: 'x' }] } }),
      'input.template.parameters.buttons[0].flow',
    ],
  ];
  for (const [result, field] of faults) {
    expect(await result).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      field,
      retryable: false,
    });
  }
  expect(rig.calls).toEqual([]);
});

it('shows the international form of a national number', async () => {
  const result = await sendReply({ ...text(), to: { phone: '0770 123 4567' } });
  expect(result.action).toContain('+9647701234567');
});

it('refuses two kinds of content, or none, before anything is done', async () => {
  for (const content of [{}, { text: { body: 'a' }, sticker: { id: '1' } }, { text: null }]) {
    const { status, errors } = await rig.ask(SEND_REPLY, { input: { to: TO_ALI, content } });
    expect(errors?.[0]?.message).toMatch(/ContentInput/);
    expect(status).toBeLessThan(500);
  }
  expect(rig.reports).toEqual([]);
});

it('lists the templates to send instead when the window is closed', async () => {
  await sendTemplate({ name: 'on_its_way', parameters: { body: ['A-7'] } });
  await rig.tell(written('wamid.in1', { at: NOW - 25 * 60 * 60 * 1000 }));
  expect(await sendReply(text())).toMatchObject({
    __typename: 'WindowClosedError',
    code: 'WINDOW_CLOSED',
    field: 'input.to',
    templates: ['on_its_way'],
    action: expect.stringContaining('templates'),
  });
});

it('gives each failure of a send its own type, with the stored message', async () => {
  const unreachable: SendOutcome = { kind: 'notWritten', reason: 'connect ECONNREFUSED' };
  const cases: [SendOutcome[], object][] = [
    [
      [refusal('never', metaError(131026))],
      {
        __typename: 'RejectedByMetaError',
        code: 'REJECTED_BY_META',
        meta: { code: 131026, fbtraceId: 'trace' },
        messageRef: { id: expect.stringMatching(/^msg_/), status: 'FAILED' },
      },
    ],
    [
      [{ kind: 'unknown', reason: 'time-out', error: null, answer: null }],
      {
        __typename: 'UnconfirmedError',
        code: 'UNCONFIRMED',
        retryable: false,
        messageRef: { status: 'UNCONFIRMED', timeline: expect.arrayContaining([{ status: 'UNCONFIRMED' }]) },
      },
    ],
  ];
  for (const [outcomes, result] of cases) {
    rig.answerWith(...outcomes);
    expect(await sendReply(text())).toMatchObject(result);
  }
  const direct = { ...text(), credentials: { accessToken: 'EAAown', phoneNumberId: '2001' } };
  rig.answerWith(refusal('later', metaError(130429, { retryable: true })));
  expect(await sendReply(direct)).toMatchObject({
    __typename: 'RateLimitedError',
    code: 'RATE_LIMITED',
    retryable: true,
    retryAfterSeconds: 5,
    messageRef: { status: 'FAILED' },
  });
  rig.answerWith(unreachable);
  const another = { ...text(), credentials: { accessToken: 'EAAown', phoneNumberId: '2002' } };
  expect(await sendReply(another)).toMatchObject({
    __typename: 'MetaUnavailableError',
    code: 'META_UNAVAILABLE',
    messageRef: { status: 'FAILED' },
  });
});

it('answers a repeated idempotency key with the same message, and refuses it for another', async () => {
  const first = await sendReply({ ...text(), idempotencyKey: 'k' });
  expect((await sendReply({ ...text(), idempotencyKey: 'k' })).id).toBe(first.id);
  expect(await sendReply({ ...text('other'), idempotencyKey: 'k' })).toMatchObject({
    __typename: 'IdempotencyConflictError',
    field: 'input.idempotencyKey',
  });
  expect(rig.calls).toHaveLength(1);
});

it('refuses what is not the caller’s, as data', async () => {
  expect(await sendReply(text(), READ_ONLY_KEY)).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
  expect(await sendReply({ ...text(), from: OTHER_NUMBER.id })).toMatchObject({
    __typename: 'ForbiddenError',
    field: 'input.from',
  });
  expect(await sendReply({ ...text(), replyTo: 'msg_none' })).toMatchObject({
    __typename: 'NotFoundError',
    field: 'input.replyTo',
  });
  expect(await sendReply({ ...text(), to: { conversationId: 'conv_none' } })).toMatchObject({
    __typename: 'NotFoundError',
    field: 'input.to.conversationId',
  });
  expect(rig.calls).toEqual([]);
});

it('sends from the number that is asked for, quoting what is asked for', async () => {
  await rig.tell(written('wamid.in1'));
  await sendReply({ ...text(), from: NUMBER.phoneNumberId, replyTo: 'wamid.in1' });
  expect(rig.calls[0]).toMatchObject({ number: { id: NUMBER.id }, replyTo: 'wamid.in1' });
});

it('answers at once when nobody wants to wait', async () => {
  const { data } = await rig.ask(SEND_REPLY, { input: { to: TO_ALI, ...text(), wait: false } });
  expect(data.sendReply).toMatchObject({
    __typename: 'Message',
    status: expect.stringMatching(/QUEUED|SENDING|ACCEPTED/),
  });
});
