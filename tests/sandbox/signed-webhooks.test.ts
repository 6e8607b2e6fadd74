import { describe, expect, it } from 'vitest';
import { encodeBody, signature } from '../../src/sandbox/webhooks.ts';
import {
  closeAfterEach,
  FIRST,
  hello,
  list,
  object,
  SECOND,
  SECOND_APP,
  stage,
  VERIFY_TOKEN,
  wamidOf,
} from './support.ts';

closeAfterEach();

describe('signed webhooks', () => {
  it('sign the exact bytes, as in the known vectors', () => {
    const empty = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
    expect(signature('test_app_secret', empty)).toBe(
      'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
    );
    expect(signature('test_app_secret', encodeBody({ t: 'hé' }))).toBe(
      'sha256=096c6b70923bc428d431c802b945bcc38635de7c0236c054a7d67ac98ffae8b8',
    );
  });

  it('escape everything outside ASCII and every slash, so that re-serialised JSON fails the check', async () => {
    const { callback, control, sandbox } = await stage();
    const body = 'سلام 👋 https://dijla.example/a "quoted" \\/ \u2028';
    await control('POST', '/sandbox/messages', { text: body });
    await sandbox.idle();
    const [webhook] = callback.received;
    expect(webhook?.signatureValid).toBe(true);
    const raw = webhook?.raw.toString('latin1') ?? '';
    expect(raw).toContain('\\u0633\\u0644');
    expect(raw).toContain('\\ud83d\\udc4b');
    expect(raw).toContain('https:\\/\\/dijla.example\\/a');
    expect(raw).not.toMatch(/[\u0080-\uffff]/);
    expect(JSON.stringify(webhook?.body)).not.toBe(raw);
    expect(callback.messages()[0]?.['text']).toEqual({ body });
  });

  it('go to the app of an account’s own, with its secret and its handshake, until they are called back', async () => {
    const { callback, control, sandbox } = await stage();
    const write = async (to: string) => {
      await control('POST', '/sandbox/messages', { to, text: 'hello' });
      await sandbox.idle();
      return callback.received.at(-1);
    };
    expect(await control('POST', '/sandbox/callbacks', { path: '/own' })).toMatchObject({ status: 200 });
    const own = await write(SECOND.number);
    expect([own?.path, own?.signature]).toEqual([
      '/webhook/own',
      signature(SECOND_APP.appSecret, own?.raw ?? Buffer.of()),
    ]);
    expect(callback.handshakes[0]?.get('hub.verify_token')).toBe(SECOND_APP.verifyToken);
    expect(await write(FIRST.number)).toMatchObject({ path: '/webhook', signatureValid: true });
    await control('POST', '/sandbox/callbacks', { path: null });
    expect(await write(SECOND.number)).toMatchObject({ path: '/webhook', signatureValid: true });
    const elsewhere = await control('POST', '/sandbox/callbacks', { path: '/../elsewhere' });
    expect(elsewhere.status).toBe(400);
  });

  it('shake hands once before the first delivery', async () => {
    const { callback, control, sandbox } = await stage();
    await control('POST', '/sandbox/messages', { text: 'one' });
    await control('POST', '/sandbox/messages', { text: 'two' });
    await sandbox.idle();
    expect(callback.handshakes).toHaveLength(1);
    expect(Object.fromEntries(callback.handshakes[0] ?? [])).toMatchObject({
      'hub.mode': 'subscribe',
      'hub.verify_token': VERIFY_TOKEN,
    });
    expect(await sandbox.verifyCallback()).toBe(true);
  });

  it('are not delivered to a callback that refuses the handshake', async () => {
    const { callback, control, sandbox, logs } = await stage();
    callback.acceptHandshake = false;
    expect(await sandbox.verifyCallback()).toBe(false);
    await control('POST', '/sandbox/messages', { text: 'hello' });
    await sandbox.idle();
    expect(callback.received).toHaveLength(0);
    expect(logs).toContain('Sandbox: the callback refused the handshake');
    expect(logs).toContain('Sandbox: a webhook was given up after its last redelivery');
  });

  it('come again with the very same bytes until they are answered 200', async () => {
    const { callback, control, sandbox } = await stage();
    callback.answers.push(500, 0, 204);
    await control('POST', '/sandbox/messages', { text: 'hello' });
    await sandbox.idle();
    expect(callback.received).toHaveLength(4);
    expect(new Set(callback.received.map(({ raw }) => raw.toString('hex'))).size).toBe(1);
    expect(callback.received.every(({ signatureValid }) => signatureValid)).toBe(true);
  });

  it('stop when the sandbox closes, redeliveries included', async () => {
    const { callback, control, sandbox } = await stage({ retryDelays: [3_600_000] });
    callback.answers.push(503);
    await control('POST', '/sandbox/messages', { text: 'hello' });
    await callback.count(1);
    await sandbox.close();
    await sandbox.idle();
    expect(callback.received).toHaveLength(1);
  });

  it('carry statuses with metadata, contacts, pricing and string timestamps, without a conversation', async () => {
    const { callback, send, sandbox } = await stage();
    const answer = await send({ to: '+9647700000000', ...hello, biz_opaque_callback_data: 'msg_1' });
    await sandbox.idle();
    const values = callback.values();
    expect(values).toHaveLength(3);
    const [sent] = values;
    expect(sent).toMatchObject({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '9647801112233', phone_number_id: '106540352242922' },
      contacts: [{ wa_id: '9647700000000', user_id: expect.stringMatching(/^IQ\.\d{16}$/) }],
    });
    const [status] = list(sent, 'statuses');
    expect(status).toMatchObject({
      id: wamidOf(answer),
      status: 'sent',
      recipient_id: '9647700000000',
      biz_opaque_callback_data: 'msg_1',
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
    });
    expect(object(status)['timestamp']).toMatch(/^\d{10}$/);
    expect(status).not.toHaveProperty('conversation');
    expect(callback.statuses().filter((one) => 'pricing' in one)).toHaveLength(2);
  });

  it('stay away from a WABA that unsubscribed the app', async () => {
    const { callback, graph, send, sandbox } = await stage();
    const path = '/v25.0/102290129340398/subscribed_apps';
    expect((await graph('DELETE', path)).body).toEqual({ success: true });
    expect((await graph('GET', path)).body).toEqual({ data: [] });
    await send({ to: '+9647700000000', ...hello });
    await sandbox.idle();
    expect(callback.received).toHaveLength(0);
    expect((await graph('POST', path)).body).toEqual({ success: true });
    expect(list((await graph('GET', path)).body, 'data')).toHaveLength(1);
  });
});
