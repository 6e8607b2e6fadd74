import { describe, expect, it } from 'vitest';
import { closeAfterEach, FIRST, hello, list, object, SECOND, stage, wamidOf } from './support.ts';

closeAfterEach();

const note = 'Sandbox: nothing is sent to WhatsApp';

describe('the control interface', () => {
  it('lets a customer write, with a name, to either number', async () => {
    const { control, sandbox, callback } = await stage();
    const first = await control('POST', '/sandbox/messages', { text: 'مرحبا', name: 'Noor' });
    expect(first.body).toEqual({
      id: expect.stringMatching(/^wamid\./),
      from: '9647700000000',
      to: FIRST.number,
      note,
    });
    const second = await control('POST', '/sandbox/messages', {
      from: '+491701234567',
      to: `+${SECOND.digits}`,
      text: 'hi',
    });
    expect(second.body).toMatchObject({ from: '491701234567', to: SECOND.number });
    await sandbox.idle();
    expect(callback.received.find(({ raw }) => raw.includes(FIRST.number))?.body).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: FIRST.wabaId,
          changes: [
            {
              field: 'messages',
              value: {
                contacts: [{ profile: { name: 'Noor' }, wa_id: '9647700000000' }],
                messages: [{ from: '9647700000000', id: first.body['id'], type: 'text', text: { body: 'مرحبا' } }],
              },
            },
          ],
        },
      ],
    });
    expect(callback.messages().find(({ id }) => id === second.body['id'])?.['timestamp']).toMatch(/^\d{10}$/);
  });

  it('sends copies as posts of their own with the same bytes', async () => {
    const { control, sandbox, callback } = await stage();
    await control('POST', '/sandbox/messages', { text: 'hi', duplicates: 3 });
    await sandbox.idle();
    expect(callback.received).toHaveLength(3);
    expect(new Set(callback.received.map(({ raw }) => raw.toString())).size).toBe(1);
  });

  it('quotes, refers, and takes the object of any type as it is', async () => {
    const { control, send, sandbox, callback } = await stage();
    const quoted = wamidOf(await send({ to: '+9647700000000', ...hello }));
    const reply = { type: 'list_reply', list_reply: { id: 'r1', title: 'Row' } };
    const referral = { source_type: 'ad', source_id: '1', source_url: 'https://fb.me/1' };
    await control('POST', '/sandbox/messages', { type: 'interactive', interactive: reply, replyTo: quoted, referral });
    await sandbox.idle();
    expect(callback.messages()).toMatchObject([
      { type: 'interactive', interactive: reply, referral, context: { from: FIRST.digits, id: quoted } },
    ]);
  });

  it('tells a change of number without a contact, and an unsupported message with its error', async () => {
    const { control, sandbox, callback } = await stage();
    const system = { type: 'user_changed_number', wa_id: '9647700000055', body: 'changed' };
    await control('POST', '/sandbox/messages', { type: 'system', system });
    await sandbox.idle();
    await control('POST', '/sandbox/messages', { type: 'unsupported' });
    await sandbox.idle();
    expect(callback.values()[0]).not.toHaveProperty('contacts');
    expect(callback.messages()).toMatchObject([{ system }, { type: 'unsupported', errors: [{ code: 131051 }] }]);
  });

  it.each([
    [{}, '`text` or `type` is missing'],
    [{ text: 5 }, '`text` must be a string'],
    [{ text: 'x', from: '0770 123' }, '`from` must be a string: digits'],
    [{ text: 'x', from: FIRST.digits }, '`from` must not be the business number'],
    [{ text: 'x', to: '12345' }, `\`to\` must be one of your numbers: ${FIRST.number} (+${FIRST.digits})`],
    [{ type: 'telepathy' }, '`type` must be one of text, image'],
    [{ type: 'reaction' }, '`reaction` is missing'],
    [{ type: 'image', image: 'x' }, '`image` must be an object'],
    [{ text: 'x', duplicates: 0 }, '`duplicates` must be a whole number'],
    [{ text: 'x', userId: 'noor' }, '`userId` must be a string such as'],
    ['not json', 'The body must be a JSON object'],
  ])('answers %j with a sentence', async (body, sentence) => {
    const { control } = await stage();
    const answer = await control('POST', '/sandbox/messages', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.stringContaining(sentence), note });
  });

  it('sends any payload, signed', async () => {
    const { control, sandbox, callback } = await stage();
    const value = { decision: 'APPROVED' };
    await control('POST', '/sandbox/webhooks', { field: 'account_review_update', value, wabaId: SECOND.wabaId });
    await sandbox.idle();
    await control('POST', '/sandbox/webhooks', { body: { object: 'whatsapp_business_account', entry: [] } });
    await sandbox.idle();
    await control('POST', '/sandbox/webhooks', { body: ' {"odd" : 1} ' });
    await sandbox.idle();
    const [field, whole, raw] = callback.received;
    expect(field?.body).toMatchObject({
      entry: [{ id: SECOND.wabaId, changes: [{ field: 'account_review_update', value }] }],
    });
    expect(whole?.body).toEqual({ object: 'whatsapp_business_account', entry: [] });
    expect(raw?.raw.toString()).toBe(' {"odd" : 1} ');
    expect(callback.received.every(({ signatureValid }) => signatureValid)).toBe(true);
    expect((await control('POST', '/sandbox/webhooks', {})).body['error']).toContain('`value` or `body` is missing');
    expect((await control('POST', '/sandbox/webhooks', { value, wabaId: '1' })).body['error']).toContain(FIRST.wabaId);
  });

  it('has only examples that work', async () => {
    const { control, controlUrl, send, sandbox, callback } = await stage();
    await control('POST', '/sandbox/messages', { type: 'image' });
    const action = { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] };
    const interactive = { type: 'button', body: { text: 'Sure?' }, action };
    const asked = wamidOf(await send({ to: '+9647700000000', type: 'interactive', interactive }));
    await sandbox.idle();
    const media = String(object(callback.messages()[0]?.['image'])['id']);
    const lines = list((await control('GET', '/sandbox')).body, 'calls');
    for (const { call, body } of lines) {
      const [method = '', path = ''] = String(call)
        .replace('<phone or user id>', '9647700000000')
        .replace('<name>', 'hello_world')
        .replace('<media id>', media)
        .split(' ');
      const order = body === undefined ? undefined : JSON.parse(JSON.stringify(body).replace('wamid.…', asked));
      // Bytes are no JSON.
      const ask = () =>
        call === 'GET /sandbox/media/<media id>' ? fetch(controlUrl + path) : control(method, path, order);
      expect([call, (await ask()).status]).toEqual([call, 200]);
    }
  });

  it('lists people, calls and its own routes', async () => {
    const { control, controlUrl, send } = await stage();
    const people = await control('GET', '/sandbox/people');
    expect(list(people.body, 'people')).toHaveLength(11);
    expect(people.body['note']).toBe(note);
    await send({ to: '+9647700000000', ...hello, biz_opaque_callback_data: 'msg_1' });
    await send({ to: '+9647700000000', type: 'hologram' });
    expect((await control('GET', '/sandbox/calls')).body['calls']).toMatchObject([
      { phoneNumberId: FIRST.number, to: '+9647700000000', type: 'template', answer: '200', biz: 'msg_1' },
      { type: 'hologram', answer: '400 131051', wamid: null },
    ]);
    expect(list((await control('GET', '/sandbox')).body, 'calls').length).toBeGreaterThan(3);
    const page = await fetch(`${controlUrl}/sandbox/`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain(note);
    const nowhere = await control('GET', '/sandbox/nowhere');
    expect(nowhere).toMatchObject({ status: 404, body: { note, error: expect.stringContaining('GET /sandbox') } });
    expect((await control('POST', '/sandbox/clock', { hours: -1 })).body['error']).toContain('`hours`');
  });
});
