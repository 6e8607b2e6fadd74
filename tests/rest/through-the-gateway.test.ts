import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const TEMPLATE = { to: '٠٠٩٦٤ ٧٧٠ ٠٠٠ ٠٠٠٠', templateName: 'hello_world', languageCode: 'en_US' };
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const send = (body: object, headers: Record<string, string> = {}) =>
  gateway.call('POST', '/api/v1/whatsapp/send', body, headers);

it('sends, and says later what became of it', async () => {
  const answer = await send({ message: TEMPLATE });
  const sent = await answer.json();
  expect([answer.status, sent.success, sent.to]).toEqual([200, true, '+9647700000000']);
  expect(sent.messageId).toMatch(/^wamid\./);
  for (const id of [sent.id, encodeURIComponent(sent.messageId)]) {
    const record = await (await gateway.call('GET', `/api/v1/whatsapp/messages/${id}`)).json();
    expect(record).toMatchObject({ success: true, id: sent.id, messageId: sent.messageId, error: null });
    expect(record.timeline.length).toBeGreaterThan(0);
  }
});

it('says in every answer of a sandbox that nothing is sent', async () => {
  const answer = await send({ message: TEMPLATE });
  expect((await answer.json()).notice).toBe('Sandbox: nothing is sent to WhatsApp');
  for (const path of ['/', '/graphql?query={cursor}', '/api/v1/openapi.json', '/sandbox/people', '/nowhere']) {
    const { headers } = await gateway.call('GET', path);
    expect(headers.get('x-dijla-notice')).toBe('Sandbox: nothing is sent to WhatsApp');
  }
});

it('answers a repeated idempotency key with the same message, and another body with a conflict', async () => {
  const headers = { 'idempotency-key': 'order-7' };
  const [first, second] = [await send({ message: TEMPLATE }, headers), await send({ message: TEMPLATE }, headers)];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect((await second.json()).id).toBe((await first.json()).id);
  const other = await send({ message: { ...TEMPLATE, reference: 'other' } }, headers);
  expect([other.status, (await other.json()).error.field]).toEqual([422, 'Idempotency-Key']);
});

it.each([
  ['a foreign number', { message: { ...TEMPLATE, from: '999' } }, {}, 403, 'message.from'],
  ['a national number', { message: { ...TEMPLATE, to: '07701234567' } }, {}, 400, 'message.to'],
  ['no template name', { message: { ...TEMPLATE, templateName: 'Not A Name' } }, {}, 400, 'message.templateName'],
  ['two forms', { message: { ...TEMPLATE, components: [{}], parameters: ['x'] } }, {}, 400, 'message.components'],
  [
    'queued credentials',
    { message: TEMPLATE, whatsappConfig: { accessToken: 'EAAx', phoneNumberId: '1' } },
    { prefer: 'respond-async' },
    400,
    'Prefer',
  ],
])('refuses %s, naming the field as the caller wrote it', async (_name, body, headers, status, field) => {
  const answer = await send(body, headers as Record<string, string>);
  const { error } = await answer.json();
  expect([answer.status, error.field]).toEqual([status, field]);
});
