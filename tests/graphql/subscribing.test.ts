import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeCursor } from '../../src/domain/event.ts';
import { createSocketExecution } from '../../src/transport/graphql/sockets.ts';
import { operator, reader } from '../application/support.ts';
import { OTHER_KEY, OTHER_NUMBER, type Rig, SEND_ONLY_KEY, startRig, UPGRADE } from './support.ts';
import { ALI, became, metaError, NOW, news, written } from './told.ts';

const INBOUND =
  'subscription ($after: Cursor) { inboundMessages(after: $after) { cursor type at message { whatsappId text } } }';
const STATUSES = `subscription ($after: Cursor, $messageId: ID) { statusUpdates(after: $after, messageId: $messageId) {
  cursor at status error { code } message { id whatsappId status timeline { status } } } }`;
const EVENTS = `subscription ($after: Cursor, $types: [EventType!]) { events(after: $after, types: $types) {
  __typename cursor type at ... on Checkpoint { live } ... on InboundMessage { message { whatsappId } }
  ... on OutboundMessage { message { whatsappId status } } ... on StatusUpdate { status } ... on NoticeEvent { data } } }`;
const SEND = `mutation { sendReply(input: { to: { phone: "${ALI.phone}" }, content: { text: { body: "hi" } } }) { ... on Message { id } } }`;

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(async () => {
  await expect.poll(() => rig.feed.readers()).toBe(0);
  await rig.close();
});

it('delivers what is written after the subscription was said to run', async () => {
  await rig.tell(written('wamid.before'));
  const stream = await rig.subscribe(INBOUND);
  await rig.tell(written('wamid.after'));
  const { data } = await stream.next();
  expect(data.inboundMessages).toEqual({
    cursor: expect.any(String),
    type: 'inbound_message',
    at: '2026-01-01T00:00:00.000Z',
    message: { whatsappId: 'wamid.after', text: 'words of wamid.after' },
  });
  await stream.cancel();
});

it('resumes after the last event a client has seen, without gap or repeat', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  const { data } = await rig.ask('{ cursor }');
  after = data.cursor;
  for (let round = 0; round < 4; round += 1) {
    await rig.tell(...[0, 1, 2].map((index) => written(`${round * 4 + index}`)), news(`between ${round}`));
    const stream = await rig.subscribe(INBOUND, { after });
    await rig.tell(written(`${round * 4 + 3}`));
    // One round leaves before it has read everything; the next begins where it left.
    for (let count = 0; count < (round === 3 ? 7 : 3); count += 1) {
      const { inboundMessages }: { inboundMessages: { cursor: string; message: { whatsappId: string } } } = (
        await stream.next()
      ).data;
      seen.push(inboundMessages.message.whatsappId);
      after = inboundMessages.cursor;
    }
    await stream.cancel();
  }
  expect(seen).toEqual(Array.from({ length: 16 }, (_, index) => String(index)));
});

it('shows every kind of event with its own fields, and the place reached', async () => {
  const stream = await rig.subscribe(EVENTS);
  const next = async () => (await stream.next()).data.events;
  expect(await next()).toMatchObject({
    __typename: 'Checkpoint',
    type: 'checkpoint',
    live: true,
    at: expect.any(String),
  });
  await rig.tell(written('wamid.1'), news('a'));
  expect(await next()).toMatchObject({
    __typename: 'InboundMessage',
    type: 'inbound_message',
    message: { whatsappId: 'wamid.1' },
  });
  const notice = { field: 'account_update', phoneNumberId: null, wabaId: '77', value: { news: 'a' } };
  expect(await next()).toMatchObject({ __typename: 'NoticeEvent', type: 'account', data: notice });
  await rig.ask(SEND);
  expect(await next()).toMatchObject({ __typename: 'NoticeEvent', type: 'conversation_read' });
  // The snapshot is the message as it was then, though it has gone on since.
  expect(await next()).toMatchObject({
    __typename: 'OutboundMessage',
    message: { whatsappId: null, status: 'QUEUED' },
  });
  const rest = [await next()];
  while (rest.at(-1).status !== 'ACCEPTED') rest.push(await next());
  expect(rest.every((event) => event.__typename === 'StatusUpdate')).toBe(true);
  await stream.cancel();
});

it('skips what a filter leaves out, and says how far it has come', async () => {
  const { data } = await rig.ask('{ cursor }');
  await rig.tell(...Array.from({ length: 300 }, (_, index) => written(`wamid.${index}`)));
  const stream = await rig.subscribe(EVENTS, { after: data.cursor, types: ['account', 'checkpoint'] });
  const checkpoint = (await stream.next()).data.events;
  expect(checkpoint).toMatchObject({ __typename: 'Checkpoint', live: false });
  expect((await stream.next()).data.events).toMatchObject({ __typename: 'Checkpoint', live: true });
  await rig.tell(written('wamid.more'), news('a'));
  expect((await stream.next()).data.events).toMatchObject({ __typename: 'NoticeEvent' });
  await stream.cancel();
  const resumed = await rig.subscribe(EVENTS, { after: checkpoint.cursor, types: ['account'] });
  const seen = [(await resumed.next()).data.events, (await resumed.next()).data.events];
  expect(seen.map((event) => event.__typename).sort()).toEqual(['Checkpoint', 'NoticeEvent']);
  await resumed.cancel();
});

it('follows one message, by its id or its wamid, and loads what belongs to it anew each time', async () => {
  await rig.ask(SEND);
  const { data } = await rig.ask('{ cursor message(id: "wamid.out1") { id } }');
  await rig.ask(SEND);
  for (const messageId of [data.message.id, 'wamid.out1']) {
    const stream = await rig.subscribe(STATUSES, { after: data.cursor, messageId });
    await rig.tell(became('wamid.out2', 'SENT'), became('wamid.out1', 'SENT', { at: NOW + 1 }));
    const sent = (await stream.next()).data.statusUpdates;
    expect(sent).toMatchObject({ status: 'SENT', error: null, message: { whatsappId: 'wamid.out1' } });
    const error = metaError(131026);
    await rig.tell(became('wamid.out1', 'FAILED', { at: NOW + 2, error }));
    const failed = (await stream.next()).data.statusUpdates;
    expect(failed).toMatchObject({ status: 'FAILED', error: { code: 131026 }, message: { id: data.message.id } });
    expect(failed.message.timeline.at(-1)).toEqual({ status: 'FAILED' });
    await stream.cancel();
  }
});

it('refuses to follow a message that is not there, or is another’s', async () => {
  await rig.tell(written('wamid.foreign', { phoneNumberId: OTHER_NUMBER.phoneNumberId }));
  const { data } = await rig.ask('{ message(id: "wamid.foreign") { id } }', {}, { 'x-dijla-key': OTHER_KEY });
  for (const messageId of [data.message.id, 'msg_none', 'wamid.none']) {
    const stream = await rig.subscribe(STATUSES, { messageId });
    expect((await stream.next()).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', field: 'messageId' } }]);
    expect(await stream.next()).toBeNull();
  }
});

it('ends a subscription whose cursor cannot be honoured with its code', async () => {
  const { data } = await rig.ask('{ cursor }');
  const { epoch } = await rig.store.events.head('dijla');
  const cursors: [string, string][] = [
    ['nonsense', 'CURSOR_INVALID'],
    [encodeCursor({ tenantId: 'dijla', epoch, seq: 99 }), 'CURSOR_INVALID'],
    [encodeCursor({ tenantId: 'ten_other', epoch, seq: 0 }), 'CURSOR_INVALID'],
    [encodeCursor({ tenantId: 'dijla', epoch: 'older', seq: 0 }), 'CURSOR_EXPIRED'],
  ];
  for (const [after, code] of cursors) {
    for (const query of [INBOUND, STATUSES, EVENTS]) {
      const stream = await rig.subscribe(query, { after });
      expect((await stream.next()).errors, after).toMatchObject([{ extensions: { code } }]);
      expect(await stream.next()).toBeNull();
    }
  }
  const foreign = await rig.subscribe(INBOUND, { after: data.cursor }, OTHER_KEY);
  expect((await foreign.next()).errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  expect(rig.reports).toEqual([]);
});

it('ends a subscription that the log has outrun with CURSOR_EXPIRED', async () => {
  const { data } = await rig.ask('{ cursor }');
  await rig.tell(written('wamid.1'), written('wamid.2'));
  const { events } = rig.store;
  const page = events.page.bind(events);
  // Between the check of the cursor and the first read the oldest event is pruned.
  Object.assign(events, { page: async (...args: Parameters<typeof page>) => (await page(...args)).slice(1) });
  const stream = await rig.subscribe(INBOUND, { after: data.cursor });
  expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] });
  expect(await stream.next()).toBeNull();
});

it('shows a tenant its own events and no others', async () => {
  const stream = await rig.subscribe(INBOUND, {}, OTHER_KEY);
  await rig.tell(written('wamid.mine', { phoneNumberId: OTHER_NUMBER.phoneNumberId }), written('wamid.not-mine'));
  await rig.tell(written('wamid.mine2', { phoneNumberId: OTHER_NUMBER.phoneNumberId }));
  expect((await stream.next()).data.inboundMessages.message.whatsappId).toBe('wamid.mine');
  expect((await stream.next()).data.inboundMessages.message.whatsappId).toBe('wamid.mine2');
  await stream.cancel();
  const refused = await rig.subscribe(INBOUND, {}, SEND_ONLY_KEY);
  expect((await refused.next()).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

it('lets go of the log at once when a waiting client leaves', async () => {
  const streams = await Promise.all(Array.from({ length: 5 }, () => rig.subscribe(INBOUND)));
  expect(rig.feed.readers()).toBe(5);
  const waiting = streams.map((stream) => stream.next().catch(() => null));
  await Promise.all(streams.map((stream) => stream.cancel()));
  await expect.poll(() => rig.feed.readers()).toBe(0);
  await Promise.all(waiting);
});

it('serves sockets through the same pipeline: errors, context, and return() that acts at once', async () => {
  const execution = createSocketExecution(rig.yoga);
  const server = (caller = operator()) => ({ caller, req: UPGRADE });
  for (const query of ['{', '{ nothing }', 'subscription { nothing }']) {
    const errors = JSON.parse(JSON.stringify(await execution.prepare(server(), { query })));
    expect(errors).toMatchObject([{ message: expect.any(String), extensions: expect.anything() }]);
    expect(JSON.stringify(errors)).not.toContain('http');
  }

  const query = await execution.prepare(server(reader('ten_other')), { query: '{ viewer { tenant } }' });
  if ('map' in query) throw new Error('a valid query was refused');
  expect(query.rootValue).toBeUndefined();
  expect(await execution.execute({ ...query })).toEqual({ data: { viewer: { tenant: 'ten_other' } } });

  const prepared = await execution.prepare(server(), { query: INBOUND });
  if ('map' in prepared) throw new Error('a valid subscription was refused');
  const results = await execution.subscribe(prepared);
  if (!(Symbol.asyncIterator in results)) throw new Error('the subscription did not start');
  const iterator = results[Symbol.asyncIterator]();
  const waiting = iterator.next();
  await rig.tell(written('wamid.1'));
  expect((await waiting).value).toMatchObject({ data: { inboundMessages: { message: { whatsappId: 'wamid.1' } } } });
  const next = iterator.next();
  await iterator.return?.();
  expect(rig.feed.readers()).toBe(0);
  expect(await next).toMatchObject({ done: true });
});
