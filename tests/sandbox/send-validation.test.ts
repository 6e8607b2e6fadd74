import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeAfterEach, FIRST, hello, list, object, refusal, SECOND, stage, text, wamidOf } from './support.ts';

closeAfterEach();
afterEach(() => void vi.useRealTimers());

const to = '+9647700000000';
const buttons = (...titles: string[]) => ({
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Choose' },
    action: { buttons: titles.map((title, at) => ({ type: 'reply', reply: { id: `b${at}`, title } })) },
  },
});
const listOf = (rows: number, sections = 1) => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Choose' },
    action: {
      button: 'Open',
      sections: Array.from({ length: sections }, (_, section) => ({
        title: `Section ${section}`,
        rows: Array.from({ length: rows }, (_, row) => ({ id: `${section}-${row}`, title: `Row ${row}` })),
      })),
    },
  },
});
const interactive = (content: object) => ({ type: 'interactive', interactive: content });

describe('a call to Graph', () => {
  it('needs a token that Meta knows', async () => {
    const { graph } = await stage();
    const path = `/v25.0/${FIRST.number}/messages`;
    expect(refusal(await graph('POST', path, {}, null))).toBe('401/190');
    const unknown = await graph('POST', path, {}, 'EAAother');
    expect(refusal(unknown)).toBe('401/190');
    expect(object(unknown.body['error'])).toMatchObject({
      type: 'OAuthException',
      fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
    });
  });

  it('reaches nothing of another WABA', async () => {
    const { graph } = await stage();
    const message = { messaging_product: 'whatsapp', to, ...hello };
    expect(refusal(await graph('POST', `/v25.0/${FIRST.number}/messages`, message, SECOND.token))).toBe('400/100/33');
    expect(refusal(await graph('GET', `/${FIRST.wabaId}/message_templates`, undefined, SECOND.token))).toBe(
      '400/100/33',
    );
    expect(refusal(await graph('GET', '/v25.0/999999999999999'))).toBe('400/100/33');
  });

  it('may name any version or none, and takes the token from the query as well', async () => {
    const { sandbox, graph } = await stage();
    for (const version of ['/v19.0', '/v26.0', '']) {
      const path = `${version}/${FIRST.number}?fields=display_phone_number,verified_name`;
      expect((await graph('GET', path)).body).toEqual({
        id: FIRST.number,
        display_phone_number: '+964 780-111-2233',
        verified_name: 'Dijla',
      });
    }
    const response = await fetch(`${sandbox.url}/v25.0/${FIRST.wabaId}/phone_numbers?access_token=${FIRST.token}`);
    expect(list(await response.json(), 'data')).toHaveLength(1);
    expect(refusal(await graph('GET', `/v25.0/${FIRST.number}?fields=colour`))).toBe('400/100');
  });

  it('to an unknown path, or without JSON, gets an error of the same shape', async () => {
    const { graph } = await stage();
    expect(refusal(await graph('GET', '/v25.0/nothing/here/at/all'))).toBe('400/2500');
    expect(refusal(await graph('POST', `/v25.0/${FIRST.number}/messages`, '{"to":'))).toBe('400/100');
    expect(refusal(await graph('POST', `/v25.0/${FIRST.number}/messages`, '[]'))).toBe('400/100');
  });
});

describe('a send', () => {
  it('is answered with the input as sent, the digits and a wamid', async () => {
    const { send } = await stage();
    const answer = await send({ to: '+964 770-000 0000', ...hello });
    expect(answer).toEqual({
      status: 200,
      body: {
        messaging_product: 'whatsapp',
        contacts: [{ input: '+964 770-000 0000', wa_id: '9647700000000' }],
        messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9+/]+=*$/), message_status: 'accepted' }],
      },
    });
    const record = Buffer.from(wamidOf(answer).slice('wamid.'.length), 'base64').toString('latin1');
    expect(record).toContain('9647700000000');
    const [message] = list((await send({ to, ...text('free') })).body, 'messages');
    expect(message).not.toHaveProperty('message_status');
  });

  it('without a plus gets the own country code in front', async () => {
    const { send, sandbox, callback } = await stage();
    const answer = await send({ to: '7700000000', ...hello });
    expect(list(answer.body, 'contacts')).toEqual([{ input: '7700000000', wa_id: '9647700000000' }]);
    const doubled = await send({ to: '9647700000000', ...hello });
    expect(list(doubled.body, 'contacts')).toEqual([{ input: '9647700000000', wa_id: '9649647700000000' }]);
    await sandbox.idle();
    expect(callback.statuses(wamidOf(doubled))).toMatchObject([{ status: 'failed', errors: [{ code: 131026 }] }]);
  });

  it('to a business-scoped user id names that id, and `to` wins over it', async () => {
    const { send } = await stage();
    const recipient = 'IQ.1349120865530274';
    const byId = await send({ recipient, ...hello });
    expect(list(byId.body, 'contacts')).toEqual([{ input: recipient, user_id: recipient }]);
    const both = await send({ to, recipient, ...hello });
    expect(list(both.body, 'contacts')).toEqual([{ input: to, wa_id: '9647700000000' }]);
    const code = { name: 'verification_code', language: { code: 'en_US' }, components: otp('123456') };
    expect(refusal(await send({ recipient, type: 'template', template: code }))).toBe('400/131062');
  });

  const refused: [string, object, string][] = [
    ['no recipient', { ...text('x') }, '400/131008'],
    ['no product', { to, messaging_product: undefined, ...text('x') }, '400/131008'],
    ['another product', { to, messaging_product: 'sms', ...text('x') }, '400/131009'],
    ['a misspelt parameter', { to, type: 'text', text: { bdoy: 'x' } }, '400/100'],
    ['a misspelt parameter of the envelope', { to, tpye: 'text', ...text('x') }, '400/100'],
    ['no content', { to, type: 'text' }, '400/131008'],
    ['a text too long', { to, ...text('x'.repeat(4097)) }, '400/100'],
    ['an empty text', { to, ...text('') }, '400/100'],
    ['a type that does not exist', { to, type: 'hologram', hologram: {} }, '400/131051'],
    ['the sender itself', { to: `+${FIRST.digits}`, ...hello }, '400/131021'],
    ['no number', { to: '+96477o0000000', ...hello }, '400/131009'],
    ['no user id', { recipient: 'iq-5', ...hello }, '400/131009'],
    ['a group', { to: 'Y2FwaV9ncm91cA', recipient_type: 'group', ...text('x') }, '400/131041'],
    ['callback data too long', { to, ...text('x'), biz_opaque_callback_data: 'x'.repeat(513) }, '400/100'],
    ['media by id and link', { to, type: 'image', image: { id: '1', link: 'https://a.example/b.png' } }, '400/131009'],
    ['media by neither', { to, type: 'image', image: { caption: 'x' } }, '400/131008'],
    ['a link that is none', { to, type: 'image', image: { link: 'b.png' } }, '400/131009'],
    ['media that is not there', { to, type: 'image', image: { id: '12345' } }, '400/100'],
    [
      'a caption too long',
      { to, type: 'image', image: { link: 'https://a.example/b', caption: 'x'.repeat(1025) } },
      '400/100',
    ],
    ['a caption on audio', { to, type: 'audio', audio: { link: 'https://a.example/b', caption: 'x' } }, '400/100'],
    [
      'a latitude beyond the pole',
      { to, type: 'location', location: { latitude: '91', longitude: '1' } },
      '400/131009',
    ],
    ['a location without longitude', { to, type: 'location', location: { latitude: 33 } }, '400/131008'],
    ['a contact without a name', { to, type: 'contacts', contacts: [{ phones: [{ phone: '1' }] }] }, '400/131008'],
    ['a reaction without a target', { to, type: 'reaction', reaction: { emoji: '👍' } }, '400/131008'],
    ['four buttons', { to, ...buttons('a', 'b', 'c', 'd') }, '400/131009'],
    ['a button title too long', { to, ...buttons('x'.repeat(21)) }, '400/100'],
    ['two buttons alike', { to, ...buttons('a', 'a') }, '400/131009'],
    ['eleven rows', { to, ...listOf(6, 2) }, '400/131009'],
    ['a list with an image header', withHeader(), '400/131009'],
    ['an interactive without type', { to, ...interactive({ body: { text: 'x' } }) }, '400/131008'],
    ['an interactive of an unknown type', { to, ...interactive({ type: 'dance', body: { text: 'x' } }) }, '400/131009'],
    [
      'a button link without url',
      {
        to,
        ...interactive({
          type: 'cta_url',
          body: { text: 'x' },
          action: { name: 'cta_url', parameters: { display_text: 'Go' } },
        }),
      },
      '400/131008',
    ],
    [
      'a location request without action',
      { to, ...interactive({ type: 'location_request_message', body: { text: 'x' } }) },
      '400/131008',
    ],
    [
      'a receipt for an unknown message',
      { recipient_type: undefined, status: 'read', message_id: 'wamid.nothing' },
      '400/131009',
    ],
  ];
  it.each(refused)('is refused for %s', async (_, message, expected) => {
    const { send } = await stage();
    expect(refusal(await send(message))).toBe(expected);
  });

  const accepted: [string, object][] = [
    ['text of 4096', text('x'.repeat(4096))],
    ['an image by link', { type: 'image', image: { link: 'https://a.example/b.png', caption: 'ok' } }],
    ['a document', { type: 'document', document: { link: 'https://a.example/b.pdf', filename: 'b.pdf' } }],
    ['a location in strings', { type: 'location', location: { latitude: '33.3', longitude: '44.4', name: 'Baghdad' } }],
    [
      'a contact',
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Noor' }, phones: [{ phone: '+9647700000001' }] }] },
    ],
    ['three buttons', buttons('a', 'b', 'c')],
    ['ten rows in two sections', listOf(5, 2)],
    [
      'a link button',
      interactive({
        type: 'cta_url',
        body: { text: 'x' },
        action: { name: 'cta_url', parameters: { display_text: 'Go', url: 'https://a.example' } },
      }),
    ],
    [
      'a location request',
      interactive({ type: 'location_request_message', body: { text: 'x' }, action: { name: 'send_location' } }),
    ],
    [
      'a flow',
      interactive({
        type: 'flow',
        body: { text: 'x' },
        action: { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'Go', flow_id: '1' } },
      }),
    ],
    [
      'a contact request',
      interactive({ type: 'request_contact_info', body: { text: 'x' }, action: { name: 'request_contact_info' } }),
    ],
  ];
  it.each(accepted)('of %s is delivered inside the window', async (_, message) => {
    const { send, control, sandbox, callback } = await stage();
    await control('POST', '/sandbox/messages', { text: 'hi' });
    const answer = await send({ to, context: { message_id: 'wamid.quoted' }, ...message });
    expect(answer.status).toBe(200);
    await sandbox.idle();
    expect(callback.statuses(wamidOf(answer)).map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
  });

  it('marks an inbound message as read, typing or not', async () => {
    const { send, control } = await stage();
    const { id } = (await control('POST', '/sandbox/messages', { text: 'hi' })).body;
    const receipt = { status: 'read', message_id: id };
    expect(await send({ recipient_type: undefined, ...receipt })).toEqual({ status: 200, body: { success: true } });
    const typing = { ...receipt, recipient_type: undefined, typing_indicator: { type: 'text' } };
    expect((await send(typing)).body).toEqual({ success: true });
  });

  it('is limited to 45 at once to one user', async () => {
    const { send } = await stage();
    const answers = await Promise.all(Array.from({ length: 46 }, () => send({ to, ...hello })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(45);
    expect(answers.filter(({ status }) => status !== 200).map(refusal)).toEqual(['400/131056']);
  });

  it('is limited to 80 a second from one number', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { send } = await stage();
    const answers = await Promise.all(
      Array.from({ length: 82 }, (_, user) => send({ to: `+96477011111${String(user).padStart(2, '0')}`, ...hello })),
    );
    expect(answers.filter(({ status }) => status !== 200).map(refusal)).toEqual(['400/130429', '400/130429']);
    vi.setSystemTime(Date.now() + 1000);
    expect((await send({ to, ...hello })).status).toBe(200);
  });
});

function withHeader(): object {
  const { interactive: content } = listOf(1);
  const header = { type: 'image', image: { link: 'https://a.example/b.png' } };
  return { to, type: 'interactive', interactive: { ...content, header } };
}

function otp(code: string): object[] {
  return [
    { type: 'body', parameters: [{ type: 'text', text: code }] },
    { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: code }] },
  ];
}
