import { afterEach, beforeEach, expect, it } from 'vitest';
import { NUMBER, OTHER_KEY, OTHER_NUMBER, type Rig, SEND_ONLY_KEY, startRig } from './support.ts';
import { ALI, became, metaError, NOW, written, ZAINAB } from './told.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

it('tells who asks', async () => {
  const { data } = await rig.ask('{ viewer { tenant role scopes keyName mode } }');
  expect(data.viewer).toEqual({
    tenant: 'dijla',
    role: 'operator',
    scopes: ['send', 'read', 'manage'],
    keyName: 'master',
    mode: 'sandbox',
  });
});

it('shows a message with everything that belongs to it', async () => {
  await rig.tell(written('wamid.in1'), written('wamid.in2', { replyTo: 'wamid.in1' }));
  const { data, errors } = await rig.ask(`{
    message(id: "wamid.in2") {
      id whatsappId direction type status text raw reference sentBy createdAt
      content { __typename ... on TextContent { body previewUrl } }
      contact { id phone userId username name }
      phoneNumber { id phoneNumberId display wabaId }
      conversation { id unreadCount readUpTo window { open expiresAt } lastMessage { whatsappId } contact { name }
        phoneNumber { id } messages { edges { node { whatsappId } } } }
      replyTo { whatsappId text }
      timeline { status }
      error { code }
      pricing { category }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data.message).toEqual({
    id: expect.stringMatching(/^msg_/),
    whatsappId: 'wamid.in2',
    direction: 'INBOUND',
    type: 'text',
    status: 'RECEIVED',
    text: 'words of wamid.in2',
    raw: { id: 'wamid.in2' },
    reference: null,
    sentBy: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    content: { __typename: 'TextContent', body: 'words of wamid.in2', previewUrl: false },
    contact: { id: expect.stringMatching(/^con_/), phone: ALI.phone, userId: null, username: null, name: 'Ali' },
    phoneNumber: { id: NUMBER.id, phoneNumberId: NUMBER.phoneNumberId, display: NUMBER.display, wabaId: '77' },
    conversation: {
      id: expect.stringMatching(/^conv_/),
      unreadCount: 2,
      readUpTo: null,
      window: { open: true, expiresAt: '2026-01-02T00:00:00.000Z' },
      lastMessage: { whatsappId: 'wamid.in2' },
      contact: { name: 'Ali' },
      phoneNumber: { id: NUMBER.id },
      messages: { edges: [{ node: { whatsappId: 'wamid.in2' } }, { node: { whatsappId: 'wamid.in1' } }] },
    },
    replyTo: { whatsappId: 'wamid.in1', text: 'words of wamid.in1' },
    timeline: [],
    error: null,
    pricing: null,
  });
});

it('shows why a message failed, and every status on the way', async () => {
  await rig.tell(written('wamid.in1'));
  await rig.ask(
    `mutation { sendReply(input: { to: { phone: "${ALI.phone}" }, content: { text: { body: "hi" } } }) { __typename } }`,
  );
  const pricing = { billable: true, model: 'PMP', type: 'regular', category: 'utility' };
  await rig.tell(
    became('wamid.out1', 'SENT', { pricing, at: NOW + 1 }),
    became('wamid.out1', 'FAILED', { error: metaError(131026), at: NOW + 2 }),
  );
  const { data } = await rig.ask(`{ message(id: "wamid.out1") {
    status sentBy timeline { status at recordedAt error { code } } error { code title meaning action retryable fbtraceId }
    pricing { billable model type category } } }`);
  expect(data.message).toMatchObject({
    status: 'FAILED',
    sentBy: 'master',
    error: { code: 131026, title: 'Refused', meaning: 'It was refused.', action: 'Change it.', fbtraceId: 'trace' },
    pricing,
  });
  const steps = data.message.timeline.map((step: { status: string }) => step.status);
  expect(steps.slice(-2)).toEqual(['SENT', 'FAILED']);
});

it('finds anything of yours by its id alone', async () => {
  await rig.tell(written('wamid.in1'));
  const { data } = await rig.ask(
    '{ messages { edges { node { id contact { id } conversation { id } phoneNumber { id } } } } }',
  );
  const { id, contact, conversation, phoneNumber } = data.messages.edges[0].node;
  for (const [node, type] of [
    [id, 'Message'],
    [contact.id, 'Contact'],
    [conversation.id, 'Conversation'],
    [phoneNumber.id, 'PhoneNumber'],
  ]) {
    const found = await rig.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: node });
    expect(found.data.node).toEqual({ __typename: type, id: node });
    const foreign = await rig.ask(
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: node },
      { 'x-dijla-key': OTHER_KEY },
    );
    expect(foreign).toMatchObject({ data: { node: null }, errors: undefined });
  }
  const strange = await rig.ask(
    '{ a: node(id: "msg_nothing") { id } b: node(id: "tel_1") { id } c: node(id: "") { id } }',
  );
  expect(strange).toMatchObject({ data: { a: null, b: null, c: null }, errors: undefined });
});

it('filters messages by every one of its filters', async () => {
  const image = {
    kind: 'media',
    mediaType: 'image',
    mediaId: '9',
    link: null,
    mimeType: 'image/png',
    sha256: null,
  } as const;
  const content = { ...image, caption: 'the Receipt', filename: null, voice: false, animated: false };
  await rig.tell(
    written('wamid.a', { at: Date.parse('2025-12-01T00:00:00Z') }),
    written('wamid.b', { from: ZAINAB, type: 'image', content }),
  );
  await rig.ask(
    `mutation { sendReply(input: { to: { phone: "${ZAINAB.phone}" }, content: { text: { body: "hi" } } }) { __typename } }`,
  );
  await rig.tell(became('wamid.out1', 'FAILED', { error: metaError(131026) }));
  const found = async (filter: object) => {
    const { data, errors } = await rig.ask(
      'query ($filter: MessageFilter) { messages(filter: $filter) { edges { node { whatsappId } } } }',
      { filter },
    );
    expect(errors).toBeUndefined();
    return data.messages.edges.map((edge: { node: { whatsappId: string } }) => edge.node.whatsappId);
  };
  const { data } = await rig.ask('{ message(id: "wamid.b") { contact { id } } }');
  expect(await found({})).toEqual(['wamid.out1', 'wamid.b', 'wamid.a']);
  expect(await found({ search: 'receipt' })).toEqual(['wamid.b']);
  expect(await found({ contact: data.message.contact.id })).toEqual(['wamid.out1', 'wamid.b']);
  expect(await found({ direction: 'OUTBOUND' })).toEqual(['wamid.out1']);
  expect(await found({ type: 'image' })).toEqual(['wamid.b']);
  expect(await found({ status: 'FAILED', errorCode: 131026 })).toEqual(['wamid.out1']);
  expect(await found({ from: '2025-12-01T03:00:00+03:00', to: '2025-12-02T00:00:00Z' })).toEqual(['wamid.a']);
  expect(await found({ phoneNumberId: NUMBER.phoneNumberId })).toHaveLength(3);
  expect(await found({ phoneNumberId: NUMBER.id })).toHaveLength(3);
  expect(await found({ phoneNumberId: OTHER_NUMBER.id })).toEqual([]);
});

it('filters conversations by every one of its filters', async () => {
  await rig.tell(written('wamid.a'), written('wamid.b', { from: ZAINAB, at: Date.parse('2025-12-01T00:00:00Z') }));
  const found = async (filter: object) => {
    const { data, errors } = await rig.ask(
      'query ($filter: ConversationFilter) { conversations(filter: $filter) { edges { node { contact { name } } } } }',
      { filter },
    );
    expect(errors).toBeUndefined();
    return data.conversations.edges.map((edge: { node: { contact: { name: string } } }) => edge.node.contact.name);
  };
  expect(await found({})).toEqual(['Zainab', 'Ali']);
  expect(await found({ search: 'ZAIN' })).toEqual(['Zainab']);
  expect(await found({ unread: false })).toEqual([]);
  expect(await found({ unread: true })).toHaveLength(2);
  expect(await found({ window: true })).toEqual(['Ali']);
  expect(await found({ window: false })).toEqual(['Zainab']);
  expect(await found({ failed: true })).toEqual([]);
  expect(await found({ phoneNumberId: NUMBER.phoneNumberId })).toHaveLength(2);
  expect(await found({ phoneNumberId: OTHER_NUMBER.phoneNumberId })).toEqual([]);
});

it('reads what a page of messages needs with one read of each kind', async () => {
  await rig.tell(
    ...Array.from({ length: 50 }, (_, index) => written(`wamid.${index}`, { replyTo: `wamid.${index - 1}` })),
  );
  const { data } = await rig.ask(
    '{ messages(first: 50) { edges { node { timeline { status } replyTo { whatsappId } } } } }',
  );
  expect(data.messages.edges).toHaveLength(50);
  expect(rig.reads).toEqual({ messagesById: 1, timelines: 1 });
});

it('lists numbers and templates', async () => {
  const { data } = await rig.ask(
    '{ phoneNumbers { id display wabaId } templates(name: "on_its_way", status: "APPROVED") { name language parameterFormat components } }',
  );
  expect(data.phoneNumbers).toEqual([{ id: NUMBER.id, display: NUMBER.display, wabaId: '77' }]);
  expect(data.templates).toMatchObject([{ name: 'on_its_way', language: 'en_US', parameterFormat: 'POSITIONAL' }]);
  const none = await rig.ask('{ templates(status: "PAUSED") { name } }');
  expect(none.data.templates).toEqual([]);
});

it('refuses a time without its zone', async () => {
  const { errors } = await rig.ask('{ messages(filter: { from: "2026-01-01T00:00:00" }) { edges { cursor } } }');
  expect(errors?.[0]?.message).toContain('ISO 8601');
  const variable = await rig.ask('query ($from: DateTime) { messages(filter: { from: $from }) { edges { cursor } } }', {
    from: 5,
  });
  expect(variable.errors?.[0]?.message).toContain('ISO 8601');
  expect(rig.reports).toEqual([]);
});

it('shows nothing to a key without the scope', async () => {
  for (const query of [
    '{ messages { edges { cursor } } }',
    '{ conversations { edges { cursor } } }',
    '{ cursor }',
    '{ events { at } }',
    '{ templates { id } }',
    '{ phoneNumbers { id } }',
    '{ message(id: "msg_1") { id } }',
    '{ node(id: "con_1") { id } }',
  ]) {
    const { errors } = await rig.ask(query, {}, { 'x-dijla-key': SEND_ONLY_KEY });
    expect(errors?.[0]?.extensions, query).toMatchObject({
      code: 'FORBIDDEN',
      action: expect.stringContaining('"read"'),
    });
  }
  expect(rig.reports).toEqual([]);
});
