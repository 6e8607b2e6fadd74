import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

/* Windows and wishes against the stand-in for Meta. Its clock and the gateway's move apart from each other. */
const PERSON = '9647700000000';
const HOUR = 60 * 60 * 1000;

const OFFER = { header: { image: { link: 'https://example.com/a.png' } }, body: ['Zainab', '20%'] };

const OPTED_OUT = '__typename ... on OptedOutError { code field messageRef { id } }';

/** Meta has taken it; what becomes of it may be known before the answer is. */
const TAKEN = { http: 200, status: expect.stringMatching(/^(ACCEPTED|SENT|DELIVERED|READ|FAILED)$/) };

let ahead = 0;
let gateway: TestGateway;
beforeEach(async () => {
  ahead = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + ahead };
  gateway = await startGateway({}, { system: { clock } });
});
afterEach(() => gateway.close());

async function post(path: string, body: object) {
  const response = await gateway.call('POST', path, body);
  return { http: response.status, ...(await response.json()) };
}

const reply = (text: string) => post('/api/v1/whatsapp/reply', { message: { to: PERSON, text } });
const sendTemplate = (templateName: string, more: object = {}) =>
  post('/api/v1/whatsapp/send', { message: { to: PERSON, templateName, languageCode: 'en_US', ...more } });

/** The person writes; resolves once the gateway has it. */
async function write(text: string, more: object = {}): Promise<void> {
  await post('/sandbox/messages', { from: PERSON, text, ...more });
  await gateway.app.sandbox?.idle();
}

/** A webhook field about the person, signed as Meta signs. */
async function tell(field: string, elements: readonly object[]): Promise<void> {
  const { data } = await post('/graphql', { query: '{ phoneNumbers { phoneNumberId } }' });
  const [{ phoneNumberId }] = data.phoneNumbers;
  const metadata = { display_phone_number: '9647800000000', phone_number_id: phoneNumberId };
  await post('/sandbox/webhooks', { field, value: { messaging_product: 'whatsapp', metadata, [field]: elements } });
  await gateway.app.sandbox?.idle();
}

async function conversation() {
  const fields = 'marketingOptOut window { open expiresAt freeEntryPoint { source expiresAt } }';
  const { data } = await post('/graphql', { query: `{ conversations { edges { node { ${fields} } } } }` });
  return data.conversations.edges[0].node;
}

describe('a window', () => {
  it('is left to Meta at first, closed by its refusal, and opened by the person', async () => {
    const first = await reply('cold');
    expect(first).toMatchObject(TAKEN);
    await gateway.app.sandbox?.idle();
    expect(await conversation()).toMatchObject({ window: { open: false, expiresAt: null } });
    expect(await reply('again')).toMatchObject({
      http: 409,
      id: null,
      error: { code: 'WINDOW_CLOSED', field: 'message.to', templates: expect.arrayContaining(['hello_world']) },
    });
    await write('hello');
    expect(await conversation()).toMatchObject({ window: { open: true } });
    expect(await reply('warm')).toMatchObject(TAKEN);
  });

  it('that Meta holds closed while ours is open is closed by its asynchronous refusal', async () => {
    await write('hello');
    await post('/sandbox/clock', { hours: 25 });
    ahead = HOUR;
    expect(await reply('late')).toMatchObject(TAKEN);
    await gateway.app.sandbox?.idle();
    expect(await conversation()).toMatchObject({ window: { open: false } });
    expect(await reply('later')).toMatchObject({ http: 409, error: { code: 'WINDOW_CLOSED' } });
  });

  it('closes 24 hours after the person wrote, and again after they called', async () => {
    await write('hello');
    ahead = 23 * HOUR;
    expect(await conversation()).toMatchObject({ window: { open: true } });
    ahead = 24 * HOUR + 1;
    expect(await conversation()).toMatchObject({ window: { open: false } });
    expect(await reply('late')).toMatchObject({ http: 409, error: { code: 'WINDOW_CLOSED' } });
    const timestamp = String(Math.floor((Date.now() + ahead) / 1000));
    await tell('calls', [{ id: 'wacid.1', from: PERSON, event: 'connect', timestamp, direction: 'USER_INITIATED' }]);
    expect(await conversation()).toMatchObject({ window: { open: true } });
    expect(await reply('we saw your call')).toMatchObject(TAKEN);
  });

  it('tells of a free entry point, and when it ends once we have answered', async () => {
    await write('Is this still to be had?', { referral: { source_type: 'ad', source_id: '1' } });
    expect(await conversation()).toMatchObject({ window: { freeEntryPoint: { source: 'ad', expiresAt: null } } });
    await reply('It is.');
    const { window } = await conversation();
    const lasts = Date.parse(window.freeEntryPoint.expiresAt) - Date.now();
    expect(lasts).toBeGreaterThan(71 * HOUR);
    expect(lasts).toBeLessThanOrEqual(72 * HOUR);
  });
});

describe('marketing', () => {
  const preference = (value: string, at: number) => ({
    ...{ wa_id: PERSON, category: 'marketing_messages', value, detail: 'told', timestamp: Math.floor(at / 1000) },
  });
  const offer = () => sendTemplate('spring_offer', { parameters: OFFER });

  it('is refused by name to somebody who stopped it, until they resume', async () => {
    await write('hello');
    await tell('user_preferences', [preference('stop', Date.now())]);
    expect(await conversation()).toMatchObject({ marketingOptOut: expect.stringMatching(/Z$/) });
    expect(await offer()).toMatchObject({
      http: 409,
      success: false,
      error: { code: 'OPTED_OUT', field: 'message.to', retryable: false, action: expect.stringContaining('utility') },
    });
    const parameters = '{ header: { image: { link: "https://example.com/a.png" } }, body: ["Zainab", "20%"] }';
    const input = `{ to: { phone: "${PERSON}" }, template: { name: "spring_offer", parameters: ${parameters} } }`;
    const query = `mutation { sendTemplate(input: ${input}) { ${OPTED_OUT} } }`;
    expect((await post('/graphql', { query })).data.sendTemplate).toEqual({
      ...{ __typename: 'OptedOutError', code: 'OPTED_OUT', field: 'input.to', messageRef: null },
    });
    expect(await sendTemplate('hello_world')).toMatchObject({ http: 200 });
    // Told late: what came before the stop does not lift it.
    await tell('user_preferences', [preference('resume', Date.now() - HOUR)]);
    expect(await offer()).toMatchObject({ http: 409 });
    await tell('user_preferences', [preference('resume', Date.now() + HOUR)]);
    expect(await conversation()).toMatchObject({ marketingOptOut: null });
    expect(await offer()).toMatchObject(TAKEN);
  });
});
