import { describe, expect, it } from 'vitest';
import { closeAfterEach, FIRST, hello, list, object, type Stage, stage, text, wamidOf } from './support.ts';

closeAfterEach();

const from = '9647700000000';

/** The one message that comes of an order. */
async function arrived(on: Stage, order: object): Promise<Record<string, unknown>> {
  const answer = await on.control('POST', '/sandbox/messages', order);
  expect(answer.body).not.toHaveProperty('error');
  await on.sandbox.idle();
  return object(on.callback.messages().at(-1));
}

describe('what a customer can send', () => {
  it.each([
    ['a voice note', { type: 'audio' }, { audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' } }],
    ['music', { type: 'audio', audio: { voice: false } }, { audio: { voice: false } }],
    [
      'a caption',
      { type: 'image', image: { caption: 'Look' } },
      { image: { caption: 'Look', mime_type: 'image/png' } },
    ],
    ['an animated sticker', { type: 'sticker', sticker: { animated: true } }, { sticker: { animated: true } }],
    ['a place', { type: 'location' }, { location: { latitude: 33.3152, longitude: 44.3661 } }],
    [
      'the phone that was asked for',
      { type: 'contacts', contacts: [{ origin: 'contact_request', phones: [{ wa_id: from }] }] },
      { contacts: [{ origin: 'contact_request' }] },
    ],
    [
      'an answer to a flow',
      {
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{"a":1}' } },
      },
      { interactive: { nfm_reply: { response_json: '{"a":1}' } } },
    ],
    [
      'a permission to call',
      {
        type: 'interactive',
        interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } },
      },
      { interactive: { call_permission_reply: { response: 'accept' } } },
    ],
    [
      "a template's quick reply",
      { type: 'button', button: { payload: 'yes', text: 'Yes' } },
      { button: { payload: 'yes', text: 'Yes' } },
    ],
    [
      'a reaction taken back',
      { type: 'reaction', reaction: { message_id: 'wamid.x' } },
      { reaction: { message_id: 'wamid.x' } },
    ],
    [
      'an order',
      { type: 'order', order: { catalog_id: '1', product_items: [] } },
      { order: { catalog_id: '1', product_items: [] } },
    ],
    [
      'an edit',
      { type: 'edit', edit: { original_message_id: 'wamid.x', message: { type: 'text', text: { body: 'new' } } } },
      { edit: { original_message_id: 'wamid.x', message: { type: 'text', text: { body: 'new' } } } },
    ],
    [
      'a deletion',
      { type: 'revoke', revoke: { original_message_id: 'wamid.x' } },
      { revoke: { original_message_id: 'wamid.x' } },
    ],
    ['a poll', { type: 'unsupported' }, { unsupported: { type: 'poll' }, errors: [{ code: 131051 }] }],
    ['a chat opened', { type: 'request_welcome' }, {}],
    ['something forwarded', { text: 'x', forwarded: true }, { context: { forwarded: true } }],
    [
      'something forwarded often',
      { text: 'x', frequentlyForwarded: true },
      { context: { frequently_forwarded: true } },
    ],
    [
      'a question about a product',
      { text: 'x', referredProduct: { catalog_id: '1', product_retailer_id: '2' } },
      { context: { referred_product: { catalog_id: '1', product_retailer_id: '2' } } },
    ],
    ['an old message', { text: 'x', timestamp: 1_700_000_000 }, { timestamp: '1700000000' }],
    [
      'a list without its object',
      { type: 'interactive', errors: [131000] },
      { type: 'interactive', errors: [{ code: 131000 }] },
    ],
  ])('%s', async (_, order, expected) => {
    const on = await stage();
    const message = await arrived(on, order);
    const type = 'type' in order ? order.type : 'text';
    expect(message).toMatchObject({ type, from, id: expect.stringMatching(/^wamid\./), ...expected });
    expect((await on.send({ to: `+${from}`, ...text('window open') })).status).toBe(200);
    await on.sandbox.idle();
    expect(on.callback.statuses().map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
  });

  it('has no context when there is none', async () => {
    const on = await stage();
    expect(await arrived(on, { text: 'x' })).not.toHaveProperty('context');
  });

  it.each([
    [{ text: 'x', errors: [] }, '`errors` must be a list of codes'],
    [{ type: 'image', file: { base64: '%' } }, '`file` must be {"base64" or "size"'],
    [{ type: 'image', download: { does: 'explode' } }, '`download` must be like'],
    [{ text: 'x', referredProduct: {} }, '`referredProduct` must be'],
  ])('is refused as %j', async (order, sentence) => {
    const { control } = await stage();
    expect((await control('POST', '/sandbox/messages', order)).body['error']).toContain(sentence);
  });
});

describe('a conversation that came from an ad', () => {
  const referral = { source_type: 'ad', source_id: '1', source_url: 'https://fb.me/1' };

  it('is free for 72 hours from the answer, templates included', async () => {
    const on = await stage();
    const last = async (message: object) => {
      const wamid = wamidOf(await on.send({ to: `+${from}`, ...message }));
      await on.sandbox.idle();
      return on.callback.statuses(wamid);
    };
    await on.control('POST', '/sandbox/messages', { text: 'I saw your ad', referral });
    const [sent, delivered] = await last(text('welcome'));
    const id = object(sent?.['conversation'])['id'];
    expect(sent).toMatchObject({
      conversation: {
        id,
        expiration_timestamp: expect.stringMatching(/^\d{10}$/),
        origin: { type: 'referral_conversion' },
      },
      pricing: { billable: false, type: 'free_entry_point', category: 'referral_conversion' },
    });
    const { expiration_timestamp: expires } = object(sent?.['conversation']);
    expect(Number(expires) - Number(sent?.['timestamp'])).toBe(72 * 3600);
    expect(delivered?.['conversation']).toEqual({ id, origin: { type: 'referral_conversion' } });
    await on.control('POST', '/sandbox/clock', { hours: 71 });
    expect((await last(hello))[0]).toMatchObject({ conversation: { id }, pricing: { type: 'free_entry_point' } });
    await on.control('POST', '/sandbox/clock', { hours: 2 });
    const [later] = await last(hello);
    expect(later).not.toHaveProperty('conversation');
    expect(later).toMatchObject({ pricing: { billable: true, type: 'regular' } });
  });

  it('is not free when the answer took more than 24 hours', async () => {
    const on = await stage();
    await on.control('POST', '/sandbox/messages', { text: 'hi', referral });
    await on.control('POST', '/sandbox/clock', { hours: 25 });
    await on.send({ to: `+${from}`, ...hello });
    await on.sandbox.idle();
    expect(on.callback.statuses()[0]).not.toHaveProperty('conversation');
  });
});

describe('people', () => {
  const person = (who: string, what: string) => `/sandbox/people/${who}/${what}`;

  it('change their number, and are told by the old one and reached by the new one only', async () => {
    const on = await stage();
    await on.control('POST', '/sandbox/messages', { from, text: 'hi', name: 'Noor' });
    await on.sandbox.idle();
    const before = object(on.callback.messages()[0]);
    const changed = await on.control('POST', person(from, 'change'), { phone: '+964 770 000 0055' });
    await on.sandbox.idle();
    const [change] = list(changed.body, 'changes');
    const told = object(on.callback.messages()[1]);
    expect(told).toMatchObject({
      type: 'system',
      from,
      from_user_id: before['from_user_id'],
      system: {
        type: 'user_changed_number',
        wa_id: '9647700000055',
        user_id: change?.['userId'],
        previous_user_id: before['from_user_id'],
      },
    });
    expect(change?.['userId']).not.toBe(before['from_user_id']);
    expect(on.callback.values()[1]).not.toHaveProperty('contacts');

    await on.control('POST', '/sandbox/messages', { from, text: 'it is me' });
    await on.sandbox.idle();
    expect(on.callback.values()[2]).toMatchObject({
      contacts: [{ profile: { name: 'Noor' }, wa_id: '9647700000055', user_id: change?.['userId'] }],
      messages: [{ from: '9647700000055', from_user_id: change?.['userId'] }],
    });
    const old = wamidOf(await on.send({ to: `+${from}`, ...hello }));
    const now = wamidOf(await on.send({ to: '+9647700000055', ...text('window still open') }));
    await on.sandbox.idle();
    expect(on.callback.statuses(old)).toMatchObject([{ status: 'failed', errors: [{ code: 131026 }] }]);
    expect(on.callback.statuses(now).at(-1)).toMatchObject({ status: 'read' });
  });

  it.each([from, 'IQ.1349120865530274'])('change the user id of %s', async (who) => {
    const on = await stage();
    await on.control('POST', '/sandbox/messages', { from: who, text: 'hi' });
    await on.sandbox.idle();
    const before = object(on.callback.messages()[0])['from_user_id'];
    await on.control('POST', person(who, 'change'), { userId: 'IQ.777' });
    await on.sandbox.idle();
    await on.control('POST', '/sandbox/messages', { from: who, text: 'again' });
    await on.sandbox.idle();
    const [, told, later] = on.callback.messages();
    expect(told).toMatchObject({
      system: { type: 'user_changed_user_id', user_id: 'IQ.777', previous_user_id: before },
    });
    expect(later).toMatchObject({ from_user_id: 'IQ.777', text: { body: 'again' } });
    const answer = wamidOf(await on.send({ recipient: 'IQ.777', ...text('hello') }));
    const lost = wamidOf(await on.send({ recipient: before, ...text('hello') }));
    await on.sandbox.idle();
    expect(on.callback.statuses(answer).at(-1)).toMatchObject({ status: 'read' });
    expect(on.callback.statuses(lost)).toMatchObject([{ status: 'failed' }]);
  });

  it('take their old number back', async () => {
    const on = await stage();
    await on.control('POST', person(from, 'change'), { phone: '9647700000055' });
    await on.control('POST', person('9647700000055', 'change'), { phone: from });
    const answer = wamidOf(await on.send({ to: `+${from}`, ...hello }));
    await on.sandbox.idle();
    expect(on.callback.statuses(answer).at(-1)).toMatchObject({ status: 'read' });
    expect((await on.control('POST', person(from, 'change'), { phone: from })).body['error']).toContain('already');
  });

  it('stop marketing messages and resume them', async () => {
    const on = await stage();
    const spring = {
      type: 'template',
      template: {
        name: 'spring_offer',
        language: { code: 'en_US' },
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { link: 'https://a.example/b.png' } }] },
          { type: 'body', parameters: ['a', 'b'].map((value) => ({ type: 'text', text: value })) },
        ],
      },
    };
    const outcome = async (message: object) => {
      const wamid = wamidOf(await on.send({ to: `+${from}`, ...message }));
      await on.sandbox.idle();
      return on.callback.statuses(wamid).at(-1);
    };
    await on.control('POST', person(from, 'preferences'), { marketing: 'stop' });
    expect(await outcome(spring)).toMatchObject({ status: 'failed', errors: [{ code: 131050 }] });
    expect(await outcome(hello)).toMatchObject({ status: 'read' });
    await on.control('POST', person(from, 'preferences'), { marketing: 'resume' });
    expect(await outcome(spring)).toMatchObject({ status: 'read' });
    const told = on.callback.values().flatMap((value) => list(value, 'user_preferences'));
    expect(told).toMatchObject([
      { wa_id: from, category: 'marketing_messages', value: 'stop', timestamp: expect.any(Number) },
      { wa_id: from, value: 'resume' },
    ]);
  });

  it('call, which opens the window', async () => {
    const on = await stage();
    const { body } = await on.control('POST', person('IQ.1349120865530274', 'call'), {});
    await on.sandbox.idle();
    await on.control('POST', person('IQ.1349120865530274', 'call'), {
      event: 'terminate',
      callId: body['callId'],
      seconds: 5,
    });
    await on.sandbox.idle();
    expect(on.callback.values().flatMap((value) => list(value, 'calls'))).toMatchObject([
      {
        id: body['callId'],
        event: 'connect',
        direction: 'USER_INITIATED',
        session: { sdp_type: 'offer' },
        to: FIRST.digits,
      },
      { id: body['callId'], event: 'terminate', status: 'COMPLETED', duration: 5 },
    ]);
    const answer = wamidOf(await on.send({ recipient: 'IQ.1349120865530274', ...text('you called') }));
    await on.sandbox.idle();
    expect(on.callback.statuses(answer).at(-1)).toMatchObject({ status: 'read' });
  });

  it.each([
    [person(from, 'change'), {}, 'Exactly one of `phone` and `userId`'],
    [person(from, 'change'), { phone: '12' }, '`phone` must be digits in international form'],
    [person(from, 'change'), { userId: 'x' }, '`userId` must be a string such as'],
    [person('noor', 'change'), { phone: '9647700000055' }, 'neither digits in international form'],
    [person(from, 'preferences'), { marketing: 'no' }, '`marketing` must be "stop" or "resume"'],
    [person(from, 'call'), { event: 'terminate' }, '`callId` is missing'],
  ])('%s %j is answered with a sentence', async (path, body, sentence) => {
    const { control } = await stage();
    const answer = await control('POST', path, body);
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(sentence);
  });
});
