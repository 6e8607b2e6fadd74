import { afterEach, beforeEach, expect, it } from 'vitest';
import { OTHER_KEY, OTHER_NUMBER, READ_ONLY_KEY, type Rig, SEND_ONLY_KEY, startRig } from './support.ts';
import { written, ZAINAB } from './told.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const UNREAD = '{ unread { conversations messages more } }';
const AROUND = `query ($id: ID!, $message: ID!, $size: Int) { conversation(id: $id) {
  around(message: $message, size: $size) { edges { cursor node { whatsappId } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
const PAGE = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { conversation(id: $id) {
  messages(first: $first, after: $after, last: $last, before: $before) { edges { node { whatsappId } } } } }`;
const READ = `mutation ($id: ID!, $upTo: ID!) { markRead(conversationId: $id, upTo: $upTo, receipt: false) {
  ... on Conversation { unreadCount firstUnread { whatsappId } } } }`;

type Edge = { readonly node: { readonly whatsappId: string } };
const idsOf = ({ edges }: { readonly edges: readonly Edge[] }) => edges.map(({ node }) => node.whatsappId);
const shown = async (whatsappId: string) =>
  (await rig.ask('query ($id: ID!) { message(id: $id) { id conversation { id } } }', { id: whatsappId })).data.message;

it('counts what is unread over all conversations, news of the system left out', async () => {
  expect((await rig.ask(UNREAD)).data.unread).toEqual({ conversations: 0, messages: 0, more: false });
  await rig.tell(written('wamid.1'), written('wamid.2'), written('wamid.3', { from: ZAINAB }));
  await rig.tell(written('wamid.other', { phoneNumberId: OTHER_NUMBER.phoneNumberId }));
  expect((await rig.ask(UNREAD)).data.unread).toEqual({ conversations: 2, messages: 3, more: false });
  expect((await rig.ask(UNREAD, {}, { 'x-dijla-key': OTHER_KEY })).data.unread.messages).toBe(1);
  expect((await rig.ask(UNREAD, {}, { 'x-dijla-key': READ_ONLY_KEY })).data.unread.messages).toBe(3);
  const refused = await rig.ask(UNREAD, {}, { 'x-dijla-key': SEND_ONLY_KEY });
  expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const { conversation, id } = await shown('wamid.2');
  await rig.ask(READ, { id: conversation.id, upTo: id });
  expect((await rig.ask(UNREAD)).data.unread).toEqual({ conversations: 1, messages: 1, more: false });
});

it('finds the first unread message, and no longer when all is read', async () => {
  await rig.tell(written('wamid.1'), written('wamid.2'), written('wamid.3'));
  const { conversation } = await shown('wamid.1');
  const first = `query ($id: ID!) { conversation(id: $id) { firstUnread { whatsappId } } }`;
  const ask = async () => (await rig.ask(first, conversation)).data.conversation.firstUnread;
  expect(await ask()).toEqual({ whatsappId: 'wamid.1' });
  const { data } = await rig.ask(READ, { id: conversation.id, upTo: (await shown('wamid.1')).id });
  expect(data.markRead).toEqual({ unreadCount: 2, firstUnread: { whatsappId: 'wamid.2' } });
  await rig.ask(READ, { id: conversation.id, upTo: (await shown('wamid.3')).id });
  expect(await ask()).toBeNull();
});

it('shows a message amid its neighbours, from where pages go on both ways', async () => {
  const all = Array.from({ length: 9 }, (_, i) => `wamid.${i + 1}`);
  for (const id of all) await rig.tell(written(id));
  const { conversation, id: message } = await shown('wamid.5');
  const around = async (size: number, of = message) =>
    (await rig.ask(AROUND, { id: conversation.id, message: of, size })).data.conversation.around;

  const five = await around(5);
  expect(idsOf(five)).toEqual(['wamid.7', 'wamid.6', 'wamid.5', 'wamid.4', 'wamid.3']);
  expect(five.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  const { startCursor, endCursor } = five.pageInfo;
  const page = async (args: object) =>
    idsOf((await rig.ask(PAGE, { id: conversation.id, ...args })).data.conversation.messages);
  expect(await page({ first: 5, after: endCursor })).toEqual(['wamid.2', 'wamid.1']);
  expect(await page({ last: 5, before: startCursor })).toEqual(['wamid.9', 'wamid.8']);

  expect(idsOf(await around(1))).toEqual(['wamid.5']);
  expect((await around(1)).pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  expect(idsOf(await around(100))).toEqual([...all].reverse());
  expect((await around(100)).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  const newest = await around(2, (await shown('wamid.9')).id);
  expect(idsOf(newest)).toEqual(['wamid.9', 'wamid.8']);
  expect(newest.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
});

it('shows no neighbours of what is not there', async () => {
  await rig.tell(written('wamid.1'), written('wamid.2', { from: ZAINAB }));
  await rig.tell(written('wamid.other', { phoneNumberId: OTHER_NUMBER.phoneNumberId }));
  const { conversation } = await shown('wamid.1');
  const theirs = await rig.ask('{ message(id: "wamid.other") { id } }', {}, { 'x-dijla-key': OTHER_KEY });
  for (const message of [(await shown('wamid.2')).id, theirs.data.message.id, 'msg_none']) {
    expect((await rig.ask(AROUND, { id: conversation.id, message })).data.conversation.around).toBeNull();
  }
  for (const size of [0, 101]) {
    const { errors } = await rig.ask(AROUND, { id: conversation.id, message: 'msg_none', size: 1 });
    expect(errors).toBeUndefined();
    const { id } = await shown('wamid.1');
    const refused = await rig.ask(AROUND, { id: conversation.id, message: id, size });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'size' });
  }
});
