import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OTHER_KEY, READ_ONLY_KEY, type Rig, SEND_ONLY_KEY, startRig } from './support.ts';
import { metaError, written } from './told.ts';

const FAILURE = '... on Error { code field message action retryable }';
const MARK = `mutation ($id: ID!, $upTo: ID!, $receipt: Boolean! = true) {
  markRead(conversationId: $id, upTo: $upTo, receipt: $receipt) {
    __typename ... on Conversation { id unreadCount readUpTo } ${FAILURE} } }`;
const TYPING = `mutation ($id: ID!) { sendTyping(conversationId: $id) {
  __typename ... on Conversation { id unreadCount } ${FAILURE} ... on RejectedByMetaError { meta { code } } } }`;

let rig: Rig;
let id: string;
beforeEach(async () => {
  rig = await startRig();
  await rig.tell(written('wamid.1'), written('wamid.2'), written('wamid.3'));
  const { data } = await rig.ask('{ message(id: "wamid.1") { conversation { id } } }');
  id = data.message.conversation.id;
});
afterEach(() => rig.close());

async function mark(upTo: string, more: object = {}, key?: string) {
  const headers = key === undefined ? undefined : { 'x-dijla-key': key };
  const { data, errors } = await rig.ask(MARK, { id, upTo, ...more }, headers);
  expect(errors).toBeUndefined();
  return data.markRead;
}

async function type(conversationId: string, key?: string) {
  const headers = key === undefined ? undefined : { 'x-dijla-key': key };
  const { data, errors } = await rig.ask(TYPING, { id: conversationId }, headers);
  expect(errors).toBeUndefined();
  return data.sendTyping;
}

describe('markRead', () => {
  it('answers with the conversation, whose `readUpTo` can be given back', async () => {
    const marked = await mark('wamid.2');
    expect(marked).toEqual({ __typename: 'Conversation', id, unreadCount: 1, readUpTo: expect.any(String) });
    expect(await mark(marked.readUpTo)).toEqual(marked);
    expect(await rig.receipts()).toEqual([
      { whatsappId: 'wamid.2', typing: false },
      { whatsappId: 'wamid.2', typing: false },
    ]);
  });

  it('is told to everybody who listens', async () => {
    const events = await rig.subscribe('subscription { events { __typename type ... on NoticeEvent { data } } }');
    await mark('wamid.3', { receipt: false });
    const data = { conversationId: id, upTo: expect.stringMatching(/^msg_/), unreadCount: 0, by: 'master' };
    const notice = { __typename: 'NoticeEvent', type: 'conversation_read', data };
    for (;;) {
      const { events: event } = (await events.next()).data;
      if (event.__typename === 'Checkpoint') continue;
      expect(event).toEqual(notice);
      break;
    }
    await events.cancel();
    expect(await rig.receipts()).toEqual([]);
  });

  it('answers with data when it cannot be done', async () => {
    expect(await mark('wamid.none')).toMatchObject({ __typename: 'NotFoundError', field: 'upTo' });
    const { data } = await rig.ask('{ cursor }', {}, { 'x-dijla-key': OTHER_KEY });
    expect(await mark(data.cursor)).toMatchObject({ __typename: 'InvalidInputError', field: 'upTo' });
    const nowhere = { id: 'conv_none' };
    expect(await mark('wamid.1', nowhere)).toMatchObject({ __typename: 'NotFoundError', field: 'conversationId' });
    expect(await mark('wamid.1', {}, OTHER_KEY)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await mark('wamid.1', {}, READ_ONLY_KEY)).toMatchObject({ __typename: 'ForbiddenError' });
  });

  it('needs the scope send alone', async () => {
    const { data } = await rig.ask(
      'mutation ($id: ID!) { markRead(conversationId: $id, upTo: "wamid.3") { ... on Conversation { unreadCount } } }',
      { id },
      { 'x-dijla-key': SEND_ONLY_KEY },
    );
    expect(data.markRead).toEqual({ unreadCount: 0 });
  });
});

describe('sendTyping', () => {
  it('answers with the conversation once Meta has taken it', async () => {
    expect(await type(id)).toEqual({ __typename: 'Conversation', id, unreadCount: 3 });
    expect(await rig.receipts()).toEqual([{ whatsappId: 'wamid.3', typing: true }]);
  });

  it('answers with data when it is not shown', async () => {
    rig.answerReceiptWith({ ok: false, reason: 'refused', error: metaError(131009) });
    expect(await type(id)).toMatchObject({ __typename: 'RejectedByMetaError', meta: { code: 131009 } });
    rig.answerReceiptWith({ ok: false, reason: 'Meta did not answer.', error: null });
    expect(await type(id)).toMatchObject({ __typename: 'MetaUnavailableError', retryable: true });
    expect(await type('conv_none')).toMatchObject({ __typename: 'NotFoundError', field: 'conversationId' });
    expect(await type(id, READ_ONLY_KEY)).toMatchObject({ __typename: 'ForbiddenError' });
  });

  it('is refused where nobody wrote', async () => {
    const { data } = await rig.ask(`mutation { sendTemplate(input: { to: { phone: "+9647709999999" }
      template: { name: "on_its_way", parameters: { body: ["7"] } } }) {
      __typename ... on Message { conversation { id } } ... on Error { message } } }`);
    expect(data.sendTemplate.__typename).toBe('Message');
    expect(await type(data.sendTemplate.conversation.id)).toMatchObject({ __typename: 'InvalidInputError' });
  });
});
