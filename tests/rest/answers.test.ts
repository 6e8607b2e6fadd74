import { describe, expect, it } from 'vitest';
import { GatewayError, type GatewayErrorDetails } from '../../src/domain/errors.ts';
import { toMessage } from '../../src/domain/message.ts';
import { KEY, record, restBench, TIMELINE } from './support.ts';

const MESSAGE = { to: '9647700000000', text: 'hi' };

describe('an answer', () => {
  it.each(['QUEUED', 'SENDING'] as const)('is 202 while the message is %s', async (status) => {
    const bench = await restBench({ send: async () => record({ status, whatsappId: null, answer: null }) });
    const answer = await bench.reply(MESSAGE);
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ success: true, messageId: null, status, data: null });
  });

  it.each(['respond-async', 'wait=5, Respond-Async', 'respond-async; wait=10'])(
    'does not wait when the caller prefers %s',
    async (prefer) => {
      const bench = await restBench({ send: async () => record({ status: 'QUEUED' }) });
      const answer = await bench.reply(MESSAGE, {}, { prefer });
      expect(answer.statusCode).toBe(202);
      expect(answer.headers['preference-applied']).toBe('respond-async');
      expect(bench.replies[0]?.wait).toBe(false);
    },
  );

  it('names a person without a phone by the user id', async () => {
    const contact = { id: 'con_1', phone: null, userId: 'IQ.123', username: null, name: null };
    const bench = await restBench({ send: async () => record({ contact }) });
    expect((await bench.reply(MESSAGE)).json().to).toBe('IQ.123');
  });

  it('about a message has its timeline and error', async () => {
    const bench = await restBench();
    const answer = await bench.call('GET', '/api/v1/whatsapp/messages/msg_1');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      success: true,
      id: 'msg_1',
      messageId: 'wamid.1',
      status: 'ACCEPTED',
      to: '+9647700000000',
      data: { messages: [{ id: 'wamid.1' }] },
      warnings: [],
      timeline: TIMELINE,
      reactions: [],
      editedAt: null,
      revokedAt: null,
      media: null,
      error: null,
    });
    const missing = await bench.call('GET', '/api/v1/whatsapp/messages/msg_2');
    expect(missing.statusCode).toBe(404);
    expect(missing.json().error.code).toBe('NOT_FOUND');
  });
});

describe('a failure', () => {
  async function failing(code: GatewayError['code'], details: GatewayErrorDetails = {}) {
    const bench = await restBench({
      send: async () => {
        throw new GatewayError(code, 'because', details);
      },
    });
    return bench.reply({ ...MESSAGE, type: 'image', mediaUrl: 'https://example.com/x' });
  }

  it.each([
    ['INVALID_INPUT', 400],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
    ['WINDOW_CLOSED', 409],
    ['OPTED_OUT', 409],
    ['TEMPLATE_MISMATCH', 409],
    ['REJECTED_BY_META', 422],
    ['IDEMPOTENCY_CONFLICT', 422],
    ['RATE_LIMITED', 429],
    ['META_UNAVAILABLE', 502],
    ['OVERLOADED', 503],
    ['UNCONFIRMED', 504],
  ] as const)('%s is %i', async (code, status) => {
    expect((await failing(code)).statusCode).toBe(status);
  });

  it('is told in full, in the contract’s shape', async () => {
    const meta = {
      code: 131047,
      title: 't',
      details: 'd',
      fbtraceId: 'f',
      meaning: 'm',
      action: 'a',
      retryable: false,
    };
    const answer = await failing('WINDOW_CLOSED', {
      field: 'to',
      action: 'what to do',
      templates: ['hello_world'],
      meta,
      messageRef: toMessage(record()),
      retryAfterSeconds: 7,
    });
    expect(answer.headers['retry-after']).toBe('7');
    expect(answer.json()).toEqual({
      success: false,
      id: 'msg_1',
      message: 'because',
      error: {
        code: 'WINDOW_CLOSED',
        message: 'because',
        field: 'message.to',
        retryable: false,
        action: 'what to do',
        templates: ['hello_world'],
        parameter: null,
        meta: { code: 131047, title: 't', details: 'd', fbtraceId: 'f' },
        requestId: answer.headers['x-request-id'],
      },
    });
  });

  it.each([
    ['template.name', 'message.templateName'],
    ['credentials.phoneNumberId', 'whatsappConfig.phoneNumberId'],
    ['idempotencyKey', 'Idempotency-Key'],
    ['wait', 'Prefer'],
    ['from', 'message.from'],
    ['image', 'message.mediaUrl'],
    ['parameters.body[0]', 'message.parameters.body[0]'],
  ])('of the field %s names it %s', async (field, shown) => {
    expect((await failing('INVALID_INPUT', { field })).json().error.field).toBe(shown);
  });

  it('that nobody expected is masked and reported once', async () => {
    const bench = await restBench({
      send: async () => {
        throw new Error('secret inside');
      },
    });
    const answer = await bench.reply(MESSAGE);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json().error).toMatchObject({ code: 'INTERNAL', requestId: answer.headers['x-request-id'] });
    expect(bench.reports.map(({ error }) => String(error))).toEqual(['Error: secret inside']);
  });

  it.each([
    ['no key', {}],
    ['a wrong key', { 'x-dijla-key': 'wrong' }],
    ['a cookie', { cookie: 'dijla-session=x', 'sec-fetch-site': 'same-origin' }],
  ])('with %s begins with Unauthorized', async (_name, headers) => {
    const bench = await restBench();
    for (const url of ['/api/v1/whatsapp/send', '/api/v1/whatsapp/reply']) {
      const answer = await bench.app.inject({ method: 'POST', url, headers, payload: { message: {} } });
      expect(answer.statusCode).toBe(401);
      expect(answer.json().message).toMatch(/^Unauthorized/);
    }
  });

  it('takes the key as a bearer token too, and acts for a named tenant', async () => {
    const seen: string[] = [];
    const bench = await restBench({
      send: async (_command, caller) => {
        seen.push(caller.tenantId);
        return record();
      },
    });
    const headers = { authorization: `Bearer ${KEY}`, 'x-dijla-tenant': 'acme' };
    const answer = await bench.app.inject({
      method: 'POST',
      url: '/api/v1/whatsapp/reply',
      headers,
      payload: { message: MESSAGE },
    });
    expect([answer.statusCode, seen]).toEqual([200, ['acme']]);
  });

  it.each([
    ['broken JSON', 'application/json', '{"message":', 400, 'The body is not JSON.'],
    ['no JSON', 'application/json', '', 400, 'The body is not JSON.'],
    ['a list', 'application/json', '[]', 400, 'The body is not a JSON object.'],
    ['null', 'application/json', 'null', 400, 'The body is not a JSON object.'],
    ['a form', 'application/x-www-form-urlencoded', 'a=b', 415, 'The body is of no kind that is read here.'],
    ['too much', 'application/json', `"${'x'.repeat(1_100_000)}"`, 413, 'The body is too large.'],
  ])('of a body that is %s has the same shape', async (_name, type, payload, status, message) => {
    const bench = await restBench();
    const answer = await bench.app.inject({
      method: 'POST',
      url: '/api/v1/whatsapp/send',
      headers: { 'x-dijla-key': KEY, 'content-type': type },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ success: false, id: null, message, error: { code: 'INVALID_INPUT' } });
    expect(bench.reports).toEqual([]);
  });

  it('of an unknown route is JSON below /api, and text elsewhere', async () => {
    const bench = await restBench();
    const api = await bench.call('GET', '/api/v1/nothing?token=secret');
    expect([api.statusCode, api.json().error.code]).toEqual([404, 'NOT_FOUND']);
    expect(api.body).not.toContain('secret');
    expect((await bench.call('GET', '/api/v1/EAAsecret')).body).not.toContain('secret');
    const page = await bench.call('GET', '/nothing');
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
  });
});

it('names a quota that is used up as it is, with the time to wait', async () => {
  const bench = await restBench({
    send: () => Promise.reject(new GatewayError('RATE_LIMITED', 'used up', USED_UP)),
  });
  const answer = await bench.send({ to: '9647700000000', templateName: 'hello_world' });
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '60']);
  expect(answer.json()).toMatchObject({ id: null, error: { code: 'RATE_LIMITED', field: 'quotas.sendsPerDay' } });
});

const USED_UP = { field: 'quotas.sendsPerDay', retryable: true, retryAfterSeconds: 60 };
