import { describe, expect, it } from 'vitest';
import { closeAfterEach, hello, list, object, refusal, stage, text, wamidOf } from './support.ts';

closeAfterEach();

const person = (last: number) => `+964770000000${last}`;

describe('people by script', () => {
  it('ordinary people get, and read, what was accepted', async () => {
    const { send, sandbox, callback } = await stage();
    for (const to of ['+9647700000000', '+491701234567']) {
      const answer = await send({ to, ...hello });
      await sandbox.idle();
      expect(callback.statuses(wamidOf(answer)).map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    }
    expect(callback.messages()).toEqual([]);
  });

  it('one never reads', async () => {
    const { send, sandbox, callback } = await stage();
    await send({ to: person(1), ...hello });
    await sandbox.idle();
    expect(callback.statuses().map(({ status }) => status)).toEqual(['sent', 'delivered']);
  });

  it.each([
    [2, 131026],
    [5, 131049],
  ])('…%d fails with %d', async (last, code) => {
    const { send, sandbox, callback } = await stage();
    await send({ to: person(last), ...hello, biz_opaque_callback_data: 'msg_2' });
    await sandbox.idle();
    expect(callback.statuses()).toMatchObject([
      {
        status: 'failed',
        biz_opaque_callback_data: 'msg_2',
        errors: [{ code, error_data: { details: expect.any(String) } }],
      },
    ]);
    expect(callback.values()[0]).not.toHaveProperty('contacts');
    expect(callback.statuses()[0]).not.toHaveProperty('recipient_user_id');
  });

  it('one is refused twice, then reached', async () => {
    const { send, control } = await stage();
    const first = await send({ to: person(3), ...hello });
    const second = await send({ to: person(3), ...hello });
    const third = await send({ to: person(3), ...hello });
    expect([refusal(first), refusal(second), third.status]).toEqual(['400/131056', '400/131056', 200]);
    const calls = list((await control('GET', '/sandbox/calls')).body, 'calls');
    expect(calls.map(({ answer }) => answer)).toEqual(['400 131056', '400 131056', '200']);
  });

  it('one answers after reading, quoting: each template, and one session message after it', async () => {
    const { send, sandbox, callback } = await stage();
    const template = await send({ to: person(4), ...hello });
    await sandbox.idle();
    expect(callback.statuses().map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    expect(callback.messages()).toMatchObject([
      {
        from: '9647700000004',
        type: 'text',
        text: { body: expect.stringContaining('Thank you!') },
        context: { from: '9647801112233', id: wamidOf(template) },
      },
    ]);
    // Their answer opened the window: free-form messages now arrive.
    for (const body of ['one', 'two', 'three']) {
      const answer = await send({ to: person(4), ...text(body) });
      await sandbox.idle();
      expect(callback.statuses(wamidOf(answer)).at(-1)).toMatchObject({ status: 'read' });
    }
    expect(callback.messages()).toHaveLength(2);
  });

  it('one takes the answer with them: accepted and delivered, but the connection breaks', async () => {
    const { send, sandbox, callback, control } = await stage();
    await expect(send({ to: person(6), ...hello, biz_opaque_callback_data: 'msg_6' })).rejects.toThrow('fetch failed');
    await sandbox.idle();
    const [call] = list((await control('GET', '/sandbox/calls')).body, 'calls');
    expect(call).toMatchObject({ answer: 'lost', biz: 'msg_6', to: person(6), type: 'template' });
    expect(callback.statuses(String(call?.['wamid']))).toMatchObject([
      { status: 'sent', biz_opaque_callback_data: 'msg_6' },
      { status: 'delivered' },
      { status: 'read' },
    ]);
  });

  it('one sends statuses twice and backwards, each with the time at which it happened', async () => {
    const { send, sandbox, callback } = await stage({ pace: { sent: 1, delivered: 2, read: 1100, reply: 5 } });
    await send({ to: person(7), ...hello });
    await sandbox.idle();
    const statuses = callback.statuses();
    expect(statuses.map(({ status }) => status)).toEqual(['read', 'read', 'delivered', 'delivered', 'sent', 'sent']);
    expect(Number(statuses.at(-1)?.['timestamp'])).toBeLessThan(Number(statuses[0]?.['timestamp']));
  });

  it('one is told as sent before the send is answered', async () => {
    const { send, sandbox, callback } = await stage();
    const answer = await send({ to: person(8), ...hello });
    expect(callback.statuses()[0]).toMatchObject({ id: wamidOf(answer), status: 'sent' });
    await sandbox.idle();
    expect(callback.statuses().map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
  });

  it('one meets a broken Meta every time', async () => {
    const { send, sandbox, callback } = await stage();
    for (let call = 0; call < 4; call++) expect(refusal(await send({ to: person(9), ...hello }))).toBe('500/131000');
    await sandbox.idle();
    expect(callback.received).toHaveLength(0);
  });

  it('one has no visible phone', async () => {
    const { send, control, sandbox, callback } = await stage();
    const userId = 'IQ.1349120865530274';
    expect((await control('POST', '/sandbox/messages', { userId, text: 'hi' })).body).toMatchObject({ from: userId });
    await sandbox.idle();
    const answer = await send({ recipient: userId, ...text('hello') });
    await sandbox.idle();
    const [inbound] = callback.values();
    expect(inbound).toMatchObject({
      contacts: [{ profile: { username: 'dijla.reader' }, user_id: userId }],
      messages: [{ from_user_id: userId }],
    });
    expect(list(inbound, 'contacts')[0]).not.toHaveProperty('wa_id');
    expect(callback.messages()[0]).not.toHaveProperty('from');
    const statuses = callback.statuses(wamidOf(answer));
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    expect(statuses[0]).toMatchObject({ recipient_user_id: userId });
    expect(statuses[0]).not.toHaveProperty('recipient_id');
  });
});

describe('the customer-service window', () => {
  const to = '+9647700000000';

  it('is closed to someone who never wrote, and a template goes all the same', async () => {
    const { send, sandbox, callback } = await stage();
    const free = await send({ to, ...text('hello') });
    expect(free.status).toBe(200);
    await sandbox.idle();
    expect(callback.statuses(wamidOf(free))).toMatchObject([{ status: 'failed', errors: [{ code: 131047 }] }]);
  });

  it('opens when the customer writes and closes 24 hours later', async () => {
    const { send, control, sandbox, callback } = await stage();
    const last = async () => {
      const answer = await send({ to, ...text('hello') });
      await sandbox.idle();
      return callback.statuses(wamidOf(answer)).at(-1);
    };
    await control('POST', '/sandbox/messages', { from: '9647700000000', text: 'hi' });
    expect(object(await last())).toMatchObject({ status: 'read' });
    expect((await control('POST', '/sandbox/clock', { hours: 23.9 })).status).toBe(200);
    expect(object(await last())).toMatchObject({ status: 'read' });
    await control('POST', '/sandbox/clock', { hours: 0.2 });
    expect(object(await last())).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] });
  });

  it('lets a reaction be sent only, and fail when its target is unknown', async () => {
    const { send, control, sandbox, callback } = await stage();
    const { id } = (await control('POST', '/sandbox/messages', { text: 'hi' })).body;
    const good = await send({ to, type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
    const bad = await send({ to, type: 'reaction', reaction: { message_id: 'wamid.unknown', emoji: '👍' } });
    await sandbox.idle();
    expect(callback.statuses(wamidOf(good)).map(({ status }) => status)).toEqual(['sent']);
    expect(callback.statuses(wamidOf(bad))).toMatchObject([{ status: 'failed', errors: [{ code: 131009 }] }]);
  });

  it('has voice notes played after they were read', async () => {
    const { send, control, sandbox, callback } = await stage();
    await control('POST', '/sandbox/messages', { text: 'hi' });
    const answer = await send({ to, type: 'audio', audio: { link: 'https://a.example/v.ogg', voice: true } });
    await sandbox.idle();
    expect(callback.statuses(wamidOf(answer)).map(({ status }) => status)).toEqual([
      'sent',
      'delivered',
      'read',
      'played',
    ]);
  });
});
