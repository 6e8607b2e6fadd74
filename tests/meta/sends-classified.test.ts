import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createCloudApi } from '../../src/adapters/meta/cloud-api.ts';
import type { Json } from '../../src/domain/json.ts';
import type { SendOutcome } from '../../src/ports/cloud-api.ts';
import { answerJson, NUMBER_ID, type Seen, type StandIn, standIn, TOKEN } from './support.ts';

const SEND = {
  to: { phone: '+9647700000001' },
  content: { kind: 'text', body: 'hi \ud800 \u0000', previewUrl: false },
  replyTo: null,
} as const;
const ACCEPTED = { messaging_product: 'whatsapp', messages: [{ id: 'wamid.OUT1' }] };

let meta: StandIn | null = null;
afterEach(async () => {
  await meta?.[Symbol.asyncDispose]();
  meta = null;
});

const envelope = (code: number, more: Record<string, Json> = {}): Json => ({ error: { message: 'x', code, ...more } });

async function sendTo(
  graphUrl: string,
  timeoutMs = 5000,
  credentials = { accessToken: TOKEN, phoneNumberId: NUMBER_ID },
) {
  const api = createCloudApi({ graphUrl, version: 'v25.0', timeoutMs });
  const outcome = await api.send(credentials, SEND, 'msg_a1:1');
  expect(JSON.stringify(outcome)).not.toContain('canary');
  return outcome;
}

/** Sends to a server that answers so, and proves that exactly one request was made. */
async function sendAnswered(
  handle: (response: ServerResponse, seen: Seen) => void,
  timeoutMs?: number,
): Promise<SendOutcome> {
  meta = await standIn((seen, response) => handle(response, seen));
  const outcome = await sendTo(meta.url, timeoutMs);
  expect(meta.seen.length).toBe(1);
  return outcome;
}

test('an accepted send is one POST with the token in its header and the handle in its body', async () => {
  const outcome = await sendAnswered((response) => answerJson(response, 200, ACCEPTED));
  expect(outcome).toEqual({ kind: 'accepted', whatsappId: 'wamid.OUT1', held: false, answer: ACCEPTED });
  const [call] = meta?.seen ?? [];
  expect(call).toMatchObject({
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
  });
  expect(call?.headers['content-length']).toBe(String(Buffer.byteLength(call?.body ?? '')));
  expect(call?.headers['transfer-encoding']).toBeUndefined();
  expect(call?.url.pathname).toBe(`/v25.0/${NUMBER_ID}/messages`);
  expect(call?.url.search).toBe('');
  expect(JSON.parse(call?.body ?? '')).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '+9647700000001',
    type: 'text',
    text: { body: SEND.content.body },
    biz_opaque_callback_data: 'msg_a1:1',
  });
});

test.each([
  ['a phone that it spells otherwise', { wa_id: '551187654321' }, [{ phone: '+551187654321' }]],
  ['a user id', { user_id: 'IQ.1' }, [{ userId: 'IQ.1' }]],
  ['a group', { wa_id: '12036302-1' }, undefined],
  ['nothing usable', { wa_id: null, user_id: { no: 1 } }, undefined],
])('an answer that names %s tells under which ids the person is known', async (_what, contact, knownAs) => {
  const contacts = [{ input: '+9647700000001', ...contact }];
  const outcome = await sendAnswered((response) => answerJson(response, 200, { ...ACCEPTED, contacts }));
  expect('knownAs' in outcome ? outcome.knownAs : undefined).toEqual(knownAs);
});

test.each([
  ['accepted', false],
  ['held_for_quality_assessment', true],
  ['paused', true],
])('a template that Meta calls %s is held: %s', async (message_status, held) => {
  const messages = [{ id: 'wamid.OUT1', message_status }];
  expect(await sendAnswered((response) => answerJson(response, 200, { messages }))).toMatchObject({ held });
});

test.each<[string, number, Json, string]>([
  ['a definite refusal', 400, envelope(131047), 'never'],
  ['a rate limit', 400, envelope(130429), 'later'],
  ['a limit told with 500', 500, envelope(131057), 'later'],
  ['a dead token', 401, envelope(190), 'never'],
  ['a condition', 400, envelope(131042), 'changed'],
  ['an unknown transient code', 500, envelope(999_999, { is_transient: true }), 'later'],
  ['an unknown code', 400, envelope(999_999), 'never'],
])('%s is refused', async (_name, status, body, expected) => {
  const outcome = await sendAnswered((response) => answerJson(response, status, body));
  expect(outcome).toMatchObject({ kind: 'refused', class: expected, retryAfterSeconds: null, answer: body });
});

test.each<[string, number, Json]>([
  ["an unknown failure of Meta's", 500, envelope(131000)],
  ['a service that was unavailable', 503, envelope(2)],
  ['an unknown code with 500', 500, envelope(999_999)],
])('%s may have been sent, and brings its explanation', async (_name, status, body) => {
  const outcome = await sendAnswered((response) => answerJson(response, status, body));
  expect(outcome).toMatchObject({ kind: 'unknown', error: { retryable: false }, answer: body });
});

test.each<[string, (response: ServerResponse) => void]>([
  ['200 without an id', (response) => answerJson(response, 200, { messages: [{}] })],
  ['200 with an empty list', (response) => answerJson(response, 200, { messages: [] })],
  ['200 with an error', (response) => answerJson(response, 200, envelope(131047))],
  ['200 with null', (response) => answerJson(response, 200, null)],
  ['200 with a page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hi</h1>')],
  ['204', (response) => response.writeHead(204).end()],
  ['502 with a page', (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad</h1>')],
  ['403 with a page', (response) => response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>No</h1>')],
  ['400 with JSON of another kind', (response) => answerJson(response, 400, { error: 'nope' })],
  ['truncated JSON', (response) => response.writeHead(200).end('{"messages":[{"id":"wamid.OUT1"')],
  ['JSON that is too deep', (response) => response.writeHead(400).end('['.repeat(100_000))],
  [
    'a reset in the middle',
    (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"messages":[', () => response.socket?.destroy());
    },
  ],
  ['a reset before any answer', (response) => response.socket?.destroy()],
])('%s may have been sent', async (_name, handle) => {
  const outcome = await sendAnswered(handle);
  expect(outcome).toMatchObject({ kind: 'unknown', reason: expect.stringMatching(/^(Meta|The connection) .*\.$/) });
});

test('no more than 1 MiB of an answer is read', async () => {
  const outcome = await sendAnswered(flood);
  expect(outcome).toMatchObject({ reason: 'Meta answered HTTP 200 with too large a body and no message id.' });
});

function flood(response: ServerResponse): void {
  response.writeHead(200);
  const chunk = ' '.repeat(64 * 1024);
  const more = (): void => {
    if (!response.destroyed) response.write(chunk, more);
  };
  more();
}

test.each([301, 302, 307, 308])('a redirect is not followed: %s', async (status) => {
  const outcome = await sendAnswered((response, { url }) =>
    response.writeHead(status, { location: `${url.pathname}?again` }).end(),
  );
  expect(outcome).toMatchObject({
    kind: 'unknown',
    reason: `Meta answered HTTP ${status} with an unreadable body and no error code.`,
  });
});

test.each([401, 407, 408, 421, 425, 429, 500, 502, 503, 504])(
  'no status makes the client send again: %s',
  async (status) => {
    await sendAnswered((response) => response.writeHead(status).end());
  },
);

test('silence ends at the time-out and may have been sent', async () => {
  expect(await sendAnswered(() => {}, 60)).toMatchObject({ kind: 'unknown', reason: 'Meta did not answer in time.' });
});

test('an answer that stalls half-way ends at the time-out too', async () => {
  const outcome = await sendAnswered((response) => response.writeHead(200).write('{"messages":'), 60);
  expect(outcome).toMatchObject({ kind: 'unknown', reason: 'Meta did not answer in time.' });
});

test.each([
  ['17', 17],
  ['999999999', 86_400],
  ['soon', null],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
])('429 without a code is refused until later, Retry-After %s', async (header, retryAfterSeconds) => {
  const outcome = await sendAnswered((response) => response.writeHead(429, { 'retry-after': header }).end('slow down'));
  expect(outcome).toMatchObject({ kind: 'refused', class: 'later', retryAfterSeconds, error: { retryable: true } });
});

test('Retry-After as a date counts from now', async () => {
  const date = new Date(Date.now() + 90_000).toUTCString();
  const outcome = await sendAnswered((response) => answerJson(response, 400, envelope(4), { 'retry-after': date }));
  const seconds = outcome.kind === 'refused' ? outcome.retryAfterSeconds : null;
  expect(seconds).toBeGreaterThan(80);
  expect(seconds).toBeLessThanOrEqual(90);
});

test('a port that refuses, a name that does not exist and a server without TLS got nothing', async () => {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const address = closed.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((done) => closed.close(done));
  const refused = await sendTo(`http://127.0.0.1:${port}`);
  expect(refused).toEqual({ kind: 'notWritten', reason: 'Meta could not be reached (ECONNREFUSED).' });
  expect(await sendTo('http://no-such-host.invalid')).toMatchObject({ kind: 'notWritten' });
  meta = await standIn((_seen, response) => answerJson(response, 200, ACCEPTED));
  expect(await sendTo(meta.url.replace('http:', 'https:'))).toMatchObject({ kind: 'notWritten' });
  expect(meta.seen).toEqual([]);
});

test.each([
  ['CERT_HAS_EXPIRED', 'notWritten'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'notWritten'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'notWritten'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'notWritten'],
  ['UND_ERR_CONNECT_TIMEOUT', 'notWritten'],
  ['EAI_AGAIN', 'notWritten'],
  ['ENETUNREACH', 'notWritten'],
  ['ECONNRESET', 'unknown'],
  ['EPIPE', 'unknown'],
  ['ETIMEDOUT', 'unknown'],
  ['UND_ERR_SOCKET', 'unknown'],
  ['UND_ERR_HEADERS_TIMEOUT', 'unknown'],
  ['SOMETHING_NEW', 'unknown'],
])('a failure of fetch with %s is %s', async (code, kind) => {
  const failing = failingFetch(Object.assign(new Error(`with ${TOKEN}`), { code }));
  expect(await failing).toMatchObject({ kind });
});

test('of several addresses every one must have failed before the first byte', async () => {
  const fail = (code: string, more = {}) => Object.assign(new Error(code), { code, ...more });
  const both = (...errors: Error[]) =>
    failingFetch(Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' }));
  const connectTimeout = fail('ETIMEDOUT', { syscall: 'connect' });
  expect(await both(fail('ECONNREFUSED'), connectTimeout)).toMatchObject({ kind: 'notWritten' });
  expect(await both(fail('ECONNREFUSED'), fail('ECONNRESET'))).toMatchObject({ kind: 'unknown' });
  expect(await both()).toMatchObject({ kind: 'unknown' });
});

async function failingFetch(cause: Error): Promise<SendOutcome> {
  const fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
  const api = createCloudApi({ graphUrl: 'https://graph.test', version: 'v25.0', fetch });
  const outcome = await api.send({ accessToken: TOKEN, phoneNumberId: NUMBER_ID }, SEND, 'msg_a1:1');
  expect(JSON.stringify(outcome)).not.toContain('canary');
  return outcome;
}

test('a token that Meta quotes does not come back, whole or in part', async () => {
  const message = `Malformed access token ${TOKEN} (${TOKEN.slice(0, 20)})`;
  const outcome = await sendAnswered((response) => answerJson(response, 401, envelope(190, { message })));
  expect(outcome).toMatchObject({ kind: 'refused', error: { title: 'Malformed access token [token] ([token])' } });
});

test('an echo of the request does not bring the token back', async () => {
  const outcome = await sendAnswered((response, { headers }) =>
    answerJson(response, 200, { headers: JSON.stringify(headers) }),
  );
  expect(outcome).toMatchObject({ kind: 'unknown' });
});

test('a token that is written otherwise, or names a field, does not come back either', async () => {
  const accessToken = 'canary&"0123456789/+';
  const forms = [JSON.stringify({ accessToken }), encodeURIComponent(accessToken), btoa(accessToken)];
  const body = { messages: [{ id: 'wamid.1' }], debug: { [accessToken]: forms } };
  meta = await standIn((_seen, response) => answerJson(response, 200, body));
  const outcome = await sendTo(meta.url, 5000, { accessToken, phoneNumberId: NUMBER_ID });
  expect(outcome).toMatchObject({
    answer: { debug: { '[token]': ['{"accessToken":"[token]"}', '[token]', '[token]'] } },
  });
});

test.each([
  ['a path', { accessToken: TOKEN, phoneNumberId: '../me' }, 33],
  ['an empty id', { accessToken: TOKEN, phoneNumberId: '' }, 33],
  ['a token with a line break', { accessToken: `${TOKEN}\n`, phoneNumberId: NUMBER_ID }, 190],
  ['a token beyond ASCII', { accessToken: `${TOKEN}\u0635`, phoneNumberId: NUMBER_ID }, 190],
  ['an empty token', { accessToken: '', phoneNumberId: NUMBER_ID }, 190],
])('credentials that fit no request are refused before any: %s', async (_name, credentials, code) => {
  meta = await standIn((_seen, response) => answerJson(response, 200, ACCEPTED));
  const outcome = await sendTo(meta.url, 5000, credentials);
  expect(outcome).toMatchObject({ kind: 'refused', class: 'never', error: { code } });
  expect(meta.seen).toEqual([]);
});
