import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/ports/cloud-api.ts';
import { ACCEPTED, MASTER, metaError, PERSON, reply, sendingBench, template } from './sending.ts';
import { operator, reader } from './support.ts';

const LOST: SendOutcome = { kind: 'unknown', reason: 'Meta did not answer within 30 s.', error: null, answer: null };
const AWAY: SendOutcome = { kind: 'notWritten', reason: 'ECONNREFUSED' };

function refused(code: number, kind: 'later' | 'never'): SendOutcome {
  const error = metaError(code, { retryable: kind === 'later' });
  return { kind: 'refused', class: kind, error, retryAfterSeconds: null, answer: { error: { code } } };
}

describe('a send that Meta accepts', () => {
  it('answers with the message, its wamid and what Meta said', async () => {
    const { send, dispatch, calls } = await sendingBench();
    await dispatch.start();
    const message = await send.template(operator(), template({ reference: 'order-7' }));
    expect(message).toMatchObject({
      status: 'ACCEPTED',
      whatsappId: 'wamid.1',
      reference: 'order-7',
      sentBy: 'master',
    });
    expect(message.answer).toEqual({ messages: [{ id: 'wamid.1' }] });
    expect(calls).toMatchObject([{ send: { to: { phone: PERSON } }, handle: `${message.id}:1` }]);
  });

  it('is queued durably and answered at once when nobody waits', async () => {
    const { send, dispatch, store } = await sendingBench();
    const message = await send.reply(operator(), reply('hi', { wait: false }));
    expect(message.status).toBe('QUEUED');
    expect(await dispatch.runDue()).toBe(1);
    expect(await store.messages.getMany('dijla', [message.id])).toMatchObject([{ status: 'ACCEPTED' }]);
    expect(await dispatch.runDue()).toBe(0);
  });
});

describe('a send that Meta does not accept', () => {
  it('is a definite failure when Meta refuses it, with the code, its meaning and what to do', async () => {
    const { send, dispatch, script, calls } = await sendingBench();
    await dispatch.start();
    script.push(refused(132001, 'never'));
    await expect(send.template(operator(), template())).rejects.toMatchObject({
      code: 'REJECTED_BY_META',
      message: 'title 132001: meaning 132001',
      details: { action: 'action 132001', meta: { code: 132001 }, messageRef: { status: 'FAILED' } },
    });
    expect(calls).toHaveLength(1);
  });

  it('is held as unconfirmed when the answer is lost, and never sent again', async () => {
    const { send, dispatch, script, calls, clock } = await sendingBench();
    await dispatch.start();
    script.push(LOST);
    await expect(send.template(operator(), template())).rejects.toMatchObject({
      code: 'UNCONFIRMED',
      details: { messageRef: { status: 'UNCONFIRMED' } },
    });
    clock.advance(24 * 60 * 60 * 1000);
    expect(await dispatch.runDue()).toBe(0);
    expect(calls).toHaveLength(1);
  });

  it('waits and goes out later when Meta asks to slow down', async () => {
    const { send, dispatch, script, calls, clock, store } = await sendingBench();
    script.push(refused(130429, 'later'));
    const message = await send.template(operator(), template({ wait: false }));
    await dispatch.runDue();
    expect(await store.messages.getMany('dijla', [message.id])).toMatchObject([
      { status: 'QUEUED', error: { code: 130429 } },
    ]);
    expect(await dispatch.runDue()).toBe(0);
    clock.advance(60_000);
    await dispatch.runDue();
    expect(await store.messages.getMany('dijla', [message.id])).toMatchObject([{ status: 'ACCEPTED', error: null }]);
    expect(calls.map(({ handle }) => handle)).toEqual([`${message.id}:1`, `${message.id}:2`]);
  });

  it('tells who waits that Meta is away, surely without having sent it', async () => {
    const { send, dispatch, script, clock, calls, store } = await sendingBench();
    await dispatch.start();
    script.push(AWAY, AWAY, AWAY);
    const failing = send.template(operator(), template()).catch((error: unknown) => error);
    for (const attempts of [1, 2, 3]) {
      const called = () => {
        if (calls.length < attempts) clock.advance(1_000);
        return calls.length;
      };
      await expect.poll(called).toBeGreaterThanOrEqual(attempts);
    }
    expect(await failing).toMatchObject({ code: 'META_UNAVAILABLE', details: { retryable: true } });
    expect(await store.outbox.nextDue()).toBe(null);
  });

  it('stays queued while Meta is away when nobody waits', async () => {
    const { send, dispatch, script, store } = await sendingBench();
    script.push(AWAY);
    const message = await send.template(operator(), template({ wait: false }));
    await dispatch.runDue();
    expect(await store.messages.getMany('dijla', [message.id])).toMatchObject([{ status: 'QUEUED' }]);
    expect(await store.outbox.nextDue()).not.toBe(null);
  });

  it('becomes unconfirmed, not sent again, when its process died while it was on the wire', async () => {
    const { send, dispatch, store, clock, calls } = await sendingBench();
    const message = await send.template(operator(), template({ wait: false }));
    expect(await store.outbox.claim([message.id], clock.now())).toHaveLength(1);
    await dispatch.start();
    expect(await store.messages.getMany('dijla', [message.id])).toMatchObject([{ status: 'UNCONFIRMED' }]);
    clock.advance(60_000);
    expect(await dispatch.runDue()).toBe(0);
    expect(calls).toEqual([]);
  });
});

describe('an idempotency key', () => {
  it('stands for one message, however often the call is repeated', async () => {
    const { send, dispatch, calls } = await sendingBench();
    await dispatch.start();
    const command = template({ idempotencyKey: 'key-1' });
    const [first, second] = await Promise.all([send.template(operator(), command), send.template(operator(), command)]);
    const third = await send.template(operator(), command);
    expect(new Set([first.id, second.id, third.id]).size).toBe(1);
    expect([first.status, second.status, third.status]).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(calls).toHaveLength(1);
  });

  it('is refused for another message', async () => {
    const { send } = await sendingBench();
    await send.reply(operator(), reply('one', { idempotencyKey: 'key-1', wait: false }));
    await expect(send.reply(operator(), reply('two', { idempotencyKey: 'key-1', wait: false }))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  });

  it('is free again after a refusal that stored nothing', async () => {
    const { send } = await sendingBench();
    const bad = reply('', { idempotencyKey: 'key-1', wait: false });
    await expect(send.reply(operator(), bad)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await send.reply(operator(), reply('now', { idempotencyKey: 'key-1', wait: false }))).toMatchObject({
      text: 'now',
    });
  });
});

describe("a caller's own credentials", () => {
  const DIRECT = { accessToken: 'EAAcanarytokencanarytoken', phoneNumberId: '300000000000003' };

  it('are used for the call and stored nowhere', async () => {
    const { send, calls, file, store } = await sendingBench();
    const message = await send.template(operator(), template({ credentials: DIRECT }));
    expect(message).toMatchObject({ status: 'ACCEPTED', phoneNumber: { phoneNumberId: DIRECT.phoneNumberId } });
    expect(calls).toMatchObject([{ credentials: DIRECT }]);
    expect(await store.outbox.nextDue()).toBe(null);
    for (const path of [file, `${file}-wal`]) expect(readFileSync(path, 'latin1')).not.toContain(DIRECT.accessToken);
  });

  it('bind the number to the tenant once Meta accepted the call, and not before', async () => {
    const { send, script, numbers, store } = await sendingBench();
    script.push(refused(190, 'never'));
    await expect(send.template(operator(), template({ credentials: DIRECT }))).rejects.toMatchObject({
      code: 'REJECTED_BY_META',
    });
    expect(numbers.byMetaId(DIRECT.phoneNumberId)).toBeUndefined();
    await send.template(operator(), template({ credentials: DIRECT }));
    await expect
      .poll(() => numbers.byMetaId(DIRECT.phoneNumberId))
      .toMatchObject({ tenantId: 'dijla', credentials: 'direct' });
    await send.template(operator(), template({ credentials: DIRECT }));
    const { rows } = await store.audit.list('dijla', { action: 'phone_number.bind' }, { limit: 9, from: 'newest' });
    expect(rows).toMatchObject([
      { target: `num_${DIRECT.phoneNumberId}`, actor: { role: 'operator', keyName: 'master' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain(DIRECT.accessToken);
  });

  it("are refused for another tenant's number, and nothing is sent", async () => {
    const { send, calls } = await sendingBench();
    const other = { ...reader('other'), scopes: ['send' as const] };
    const credentials = { accessToken: 'EAAx', phoneNumberId: MASTER.phoneNumberId };
    await expect(send.template(other, template({ credentials }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(calls).toEqual([]);
  });

  it('are never queued: a call that Meta puts off has failed, and may be repeated', async () => {
    const { send, script, store } = await sendingBench();
    script.push(refused(130429, 'later'));
    await expect(send.template(operator(), template({ credentials: DIRECT }))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { messageRef: { status: 'FAILED' }, retryable: true },
    });
    expect(await store.outbox.nextDue()).toBe(null);
    await expect(send.template(operator(), template({ credentials: DIRECT, wait: false }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'wait' },
    });
  });
});

describe('the sending number', () => {
  it('of a reply is the one to which the person last wrote', async () => {
    const { send, receive, numbers, clock } = await sendingBench();
    await numbers.register({
      id: 'num_2',
      tenantId: 'dijla',
      phoneNumberId: '2',
      display: '',
      wabaId: null,
      credentials: 'master',
      messagesPerSecond: null,
      sharing: null,
    });
    await receive('wamid.in1', clock.now() - 2_000);
    await receive('wamid.in2', clock.now() - 1_000, '2');
    expect(await send.reply(operator(), reply('hi', { wait: false }))).toMatchObject({ phoneNumber: { id: 'num_2' } });
    expect(await send.template(operator(), template({ wait: false }))).toMatchObject({
      phoneNumber: { phoneNumberId: MASTER.phoneNumberId },
    });
  });

  it("is never one of another tenant's", async () => {
    const { send } = await sendingBench();
    const other = { ...reader('other'), scopes: ['send' as const] };
    for (const from of [MASTER.phoneNumberId, `num_${MASTER.phoneNumberId}`, '+9647800000001', 'num_nobody', null]) {
      await expect(send.reply(other, reply('hi', { from }))).rejects.toMatchObject({
        code: 'FORBIDDEN',
        details: { field: 'from' },
      });
    }
  });
});

describe('the customer-service window', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const APPROVED = {
    id: '1',
    wabaId: MASTER.wabaId,
    name: 'come_back',
    language: 'en_US',
    status: 'APPROVED',
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL' as const,
    components: [],
  };

  it('refuses a reply more than 24 hours after the person wrote, and lists templates instead', async () => {
    const { send, receive, clock, store } = await sendingBench();
    await store.templates.replaceAll(
      MASTER.wabaId,
      [APPROVED, { ...APPROVED, id: '2', name: 'paused', status: 'PAUSED' }],
      clock.now(),
    );
    await receive('wamid.in1', clock.now() - DAY);
    await expect(send.reply(operator(), reply('too late'))).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
      details: { templates: ['come_back'] },
    });
    expect(await send.template(operator(), template({ wait: false }))).toMatchObject({ status: 'QUEUED' });
  });

  it('is open until then, and is left to Meta for people who never wrote', async () => {
    const { send, receive, clock } = await sendingBench();
    expect(await send.reply(operator(), reply('cold', { wait: false }))).toMatchObject({ status: 'QUEUED' });
    await receive('wamid.in1', clock.now() - DAY + 1);
    expect(await send.reply(operator(), reply('warm', { wait: false }))).toMatchObject({ status: 'QUEUED' });
  });
});

describe('a template', () => {
  it.each([
    [['ar'], 'ar'],
    [['ar', 'en_US'], 'en_US'],
    [[], 'en_US'],
  ])('without a language, known in %j, goes out in %s', async (languages, expected) => {
    const known = languages.map((language, index) => ({
      id: String(index),
      wabaId: MASTER.wabaId,
      name: 'hello_world',
      language,
      status: 'APPROVED',
      category: 'UTILITY',
      parameterFormat: 'POSITIONAL' as const,
      components: [],
    }));
    const { send } = await sendingBench({ templates: known });
    const command = template({ wait: false });
    const message = await send.template(operator(), { ...command, template: { ...command.template, language: null } });
    expect(message.content).toMatchObject({ kind: 'template', language: expected });
  });

  it('takes its parameters in the short form', async () => {
    const { send } = await sendingBench();
    const command = template({ wait: false });
    const parameters = {
      body: { name: 'Zainab' },
      header: { image: 'https://example.com/a.png' },
      buttons: [null, { url: 'x1' }],
    };
    const message = await send.template(operator(), { ...command, template: { ...command.template, parameters } });
    expect(message.content).toMatchObject({
      components: [
        { type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.com/a.png' } }] },
        { type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Zainab' }] },
        { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'x1' }] },
      ],
    });
  });
});

it('quotes a message by our id or by its wamid', async () => {
  const { send, receive, dispatch, clock, calls, store } = await sendingBench();
  await receive('wamid.in1', clock.now());
  const inbound = await store.messages.byWhatsappId('dijla', 'wamid.in1');
  await send.reply(operator(), reply('by id', { replyTo: inbound?.id ?? '', wait: false }));
  await send.reply(operator(), reply('by wamid', { replyTo: 'wamid.in1', wait: false }));
  await dispatch.runDue();
  await dispatch.runDue();
  expect(calls.map(({ send: { replyTo } }) => replyTo)).toEqual(['wamid.in1', 'wamid.in1']);
});

it('needs the right to send', async () => {
  const { send } = await sendingBench();
  await expect(send.reply(reader('dijla'), reply('hi'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('answers 202-like, still queued, when Meta has not answered after ten seconds', async () => {
  const { send, dispatch, script, clock, calls } = await sendingBench();
  await dispatch.start();
  const answer = Promise.withResolvers<SendOutcome>();
  script.push(answer.promise);
  const sending = send.template(operator(), template());
  await expect.poll(() => calls.length).toBe(1);
  clock.advance(10_000);
  expect(await sending).toMatchObject({ status: 'SENDING' });
  answer.resolve(ACCEPTED('wamid.late'));
});
