import { describe, expect, it } from 'vitest';
import { createReadState } from '../../src/application/read-state.ts';
import { encodeCursor } from '../../src/domain/event.ts';
import type { Answer, NumberCredentials } from '../../src/ports/cloud-api.ts';
import { MASTER, metaError, reply, sendingBench } from './sending.ts';
import { operator, reader } from './support.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CREDENTIALS = { accessToken: MASTER.accessToken, phoneNumberId: MASTER.phoneNumberId };

/** Three messages of a person's, with Meta's answers to receipts by script; what is not scripted is taken. */
async function readingBench(options: { readonly credentials?: NumberCredentials | null } = {}) {
  const bench = await sendingBench();
  const { store, numbers, wakeup, system, clock } = bench;
  const { credentials = CREDENTIALS } = options;
  const told: { credentials: NumberCredentials; whatsappId: string; typing: boolean }[] = [];
  const script: (Answer<null> | Error)[] = [];
  const readState = createReadState({
    cloudApi: {
      async markRead(given, whatsappId, typing) {
        told.push({ credentials: given, whatsappId, typing });
        const answer = script.shift() ?? { ok: true, value: null };
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
    conversations: store.conversations,
    credentialsFor: () => credentials,
    events: store.events,
    messages: store.messages,
    numbers,
    wakeup,
    system,
  });
  for (const id of ['wamid.1', 'wamid.2', 'wamid.3']) await bench.receive(id, clock.now());
  const [conversation] = (await store.conversations.list('dijla', {}, { limit: 1, from: 'newest' })).rows;
  if (conversation === undefined) throw new Error('expected a conversation');
  const conversationId = conversation.id;
  return {
    ...bench,
    readState,
    told,
    script,
    conversationId,
    read: (upTo: string, receipt = true) => readState.markRead(operator(), { conversationId, upTo, receipt }),
    calls: async (call: string) =>
      [...(await system.metrics.render()).text.matchAll(/^dijla_meta_calls_total\{(.+)\} (\d+)$/gm)]
        .map(([, labels, count]) => `${labels} ${count}`)
        .filter((line) => line.includes(`call="${call}"`)),
  };
}

describe('marking as read', () => {
  it('goes up to a message by our id or its wamid, or to a cursor', async () => {
    const { read, store } = await readingBench();
    expect(await read('wamid.1')).toMatchObject({ unreadCount: 2 });
    const second = await store.messages.byWhatsappId('dijla', 'wamid.2');
    expect(await read(second?.id ?? '')).toMatchObject({ unreadCount: 1 });
    const { epoch, last } = await store.events.head('dijla');
    expect(await read(encodeCursor({ tenantId: 'dijla', epoch, seq: last }))).toMatchObject({ unreadCount: 0 });
    expect(await read('wamid.1')).toMatchObject({ unreadCount: 0, readSeq: 3 });
  });

  it('wakes readers when something changed, and only then', async () => {
    const { read, wakeup } = await readingBench();
    const woken: string[] = [];
    wakeup.subscribe((tenantId) => void woken.push(tenantId));
    await read('wamid.2');
    await read('wamid.2');
    await read('wamid.1');
    expect(woken).toEqual(['dijla']);
  });

  it('refuses what is not there or not allowed', async () => {
    const { read, readState, conversationId, store } = await readingBench();
    const { epoch, last } = await store.events.head('dijla');
    const cursor = (tenantId: string, of: string, seq: number) => encodeCursor({ tenantId, epoch: of, seq });
    for (const upTo of ['wamid.none', 'msg_none', '', '\ud800']) {
      await expect(read(upTo)).rejects.toMatchObject({ code: 'NOT_FOUND', details: { field: 'upTo' } });
    }
    for (const upTo of [cursor('ten_other', epoch, 1), cursor('dijla', 'old', 1), cursor('dijla', epoch, last + 1)]) {
      await expect(read(upTo)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'upTo' } });
    }
    const command = { conversationId, upTo: 'wamid.1', receipt: true };
    await expect(readState.markRead(reader('dijla'), command)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(readState.markRead(operator('ten_other'), command)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { field: 'conversationId' },
    });
  });
});

describe('a read receipt', () => {
  it('is for the newest message up to the mark, however often it is asked for', async () => {
    const { read, readState, told, calls } = await readingBench();
    await read('wamid.2');
    await readState.settled();
    await read('wamid.1');
    await readState.settled();
    const receipt = { credentials: CREDENTIALS, whatsappId: 'wamid.2', typing: false };
    expect(told).toEqual([receipt, receipt]);
    expect(await calls('receipt')).toEqual(['call="receipt",result="accepted" 2']);
  });

  it('is not sent when it is not wanted, nor after 30 days', async () => {
    const { read, readState, told, clock } = await readingBench();
    await read('wamid.2', false);
    clock.advance(30 * DAY_MS);
    await read('wamid.3');
    await readState.settled();
    expect(told).toEqual([]);
  });

  it('is not sent for a number without stored credentials', async () => {
    const { read, readState, told } = await readingBench({ credentials: null });
    expect(await read('wamid.3')).toMatchObject({ unreadCount: 0 });
    await readState.settled();
    expect(told).toEqual([]);
  });

  it('that fails leaves the mark, and is not tried again', async () => {
    const { read, readState, script, told, calls } = await readingBench();
    script.push(
      { ok: false, reason: 'refused', error: metaError(131009) },
      { ok: false, reason: 'Meta did not answer.', error: null },
      new Error('a bug'),
    );
    for (const id of ['wamid.1', 'wamid.2', 'wamid.3']) await read(id);
    await readState.settled();
    expect(await read('wamid.3', false)).toMatchObject({ unreadCount: 0 });
    expect(told).toHaveLength(3);
    expect(await calls('receipt')).toEqual(['call="receipt",result="refused" 1', 'call="receipt",result="unknown" 1']);
  });
});

it('a reply reads everything before it', async () => {
  const { send, store, conversationId } = await readingBench();
  await send.reply(operator(), reply('hello', { wait: false }));
  expect(await store.conversations.getMany('dijla', [conversationId])).toMatchObject([{ unreadCount: 0, readSeq: 3 }]);
});

describe('typing', () => {
  it('is shown for the newest message and leaves the read mark', async () => {
    const { readState, conversationId, told, calls } = await readingBench();
    expect(await readState.sendTyping(operator(), conversationId)).toMatchObject({ unreadCount: 3, readSeq: 0 });
    expect(told).toEqual([{ credentials: CREDENTIALS, whatsappId: 'wamid.3', typing: true }]);
    expect(await calls('typing')).toEqual(['call="typing",result="accepted" 1']);
  });

  it("tells Meta's refusal, and that Meta cannot be reached", async () => {
    const { readState, conversationId, script } = await readingBench();
    script.push({ ok: false, reason: 'refused', error: metaError(131009) });
    await expect(readState.sendTyping(operator(), conversationId)).rejects.toMatchObject({
      code: 'REJECTED_BY_META',
      details: { meta: { code: 131009 }, action: 'action 131009' },
    });
    script.push({ ok: false, reason: 'Meta did not answer.', error: null });
    await expect(readState.sendTyping(operator(), conversationId)).rejects.toMatchObject({
      code: 'META_UNAVAILABLE',
      details: { retryable: true },
    });
  });

  it('is refused without a call when Meta would not take it', async () => {
    const { readState, conversationId, told, clock } = await readingBench();
    const forbidden = readState.sendTyping(reader('dijla'), conversationId);
    await expect(forbidden).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(readState.sendTyping(operator(), 'conv_none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const others = readState.sendTyping(operator('ten_other'), conversationId);
    await expect(others).rejects.toMatchObject({ code: 'NOT_FOUND' });
    clock.advance(30 * DAY_MS);
    const late = readState.sendTyping(operator(), conversationId);
    await expect(late).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'conversationId' } });
    const direct = await readingBench({ credentials: null });
    await expect(direct.readState.sendTyping(operator(), direct.conversationId)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect([...told, ...direct.told]).toEqual([]);
  });
});
