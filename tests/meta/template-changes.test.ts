import { afterEach, expect, test } from 'vitest';
import { createCloudApi } from '../../src/adapters/meta/cloud-api.ts';
import type { Json } from '../../src/domain/json.ts';
import { ACCOUNT_ID, answerJson, type StandIn, standIn, TOKEN } from './support.ts';

let meta: StandIn | null = null;
afterEach(async () => {
  await meta?.[Symbol.asyncDispose]();
  meta = null;
});

const ACCOUNT = { accessToken: TOKEN, wabaId: ACCOUNT_ID };
const DEFINITION = { name: 'order', language: 'en', category: 'UTILITY', components: [] };

async function api(status: number, body: Json, headers: Record<string, string> = {}) {
  meta = await standIn((_seen, response) => answerJson(response, status, body, headers));
  return createCloudApi({ graphUrl: meta.url, version: 'v25.0', timeoutMs: 5_000 }).templates;
}

test('a template is made with one POST of its definition', async () => {
  const templates = await api(200, { id: '594425479261596', status: 'PENDING', category: 'MARKETING' });
  const value = { id: '594425479261596', status: 'PENDING', category: 'MARKETING' };
  expect(await templates.create(ACCOUNT, DEFINITION)).toEqual({ kind: 'done', value });
  expect(meta?.seen.map(({ method, url }) => [method, url.pathname])).toEqual([
    ['POST', `/v25.0/${ACCOUNT_ID}/message_templates`],
  ]);
  expect(JSON.parse(meta?.seen[0]?.body ?? '')).toEqual(DEFINITION);
  expect(meta?.seen[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
});

test.each([
  [null, { name: 'order' }],
  ['77', { name: 'order', hsm_id: '77' }],
])('a template is deleted by its name, in one language by its id %s', async (id, query) => {
  const templates = await api(200, { success: true });
  expect(await templates.delete(ACCOUNT, 'order', id)).toEqual({ kind: 'done', value: null });
  const [seen] = meta?.seen ?? [];
  expect([seen?.method, seen?.url.pathname]).toEqual(['DELETE', `/v25.0/${ACCOUNT_ID}/message_templates`]);
  expect(Object.fromEntries(seen?.url.searchParams ?? [])).toEqual(query);
  expect(seen?.body).toBe('');
});

test.each([
  [2388040, 'too long'],
  [2388293, 'too many variables'],
  [2388299, 'beginning or end'],
  [2388019, 'as many templates'],
  [2388039, 'under review'],
])('the reason behind "invalid parameter" is told: %s', async (error_subcode, words) => {
  const error = { code: 100, error_subcode, message: 'Invalid parameter', error_user_msg: 'Line 3.' };
  const outcome = await (await api(400, { error })).create(ACCOUNT, DEFINITION);
  expect(outcome).toMatchObject({ kind: 'refused', error: { code: 100, details: 'Line 3.' } });
  expect(outcome).toMatchObject({ error: { meaning: expect.stringContaining(words) } });
});

test('a limit is told with the time to wait', async () => {
  const error = { code: 80008, message: '(#80008) Too many calls' };
  const templates = await api(429, { error }, { 'retry-after': '60' });
  expect(await templates.create(ACCOUNT, DEFINITION)).toMatchObject({ kind: 'refused', retryAfterSeconds: 60 });
});

test.each<[string, number, Json]>([
  ['an error of the server', 500, { error: { code: 2, message: 'Service temporarily unavailable' } }],
  ['an answer without an id', 200, { ok: true }],
  ['an answer that is none', 502, 'oops'],
])('what may have been done is told as such, and never tried again: %s', async (_name, status, body) => {
  const templates = await api(status, body);
  expect(await templates.create(ACCOUNT, DEFINITION)).toMatchObject({ kind: 'unknown' });
  expect(await templates.delete(ACCOUNT, 'order', null)).toMatchObject({ kind: 'unknown' });
  expect(meta?.seen.length).toBe(2);
});

test('what cannot go into a request is not sent, and nothing there means that nothing was done', async () => {
  const templates = await api(200, {});
  expect(await templates.create({ ...ACCOUNT, wabaId: '../me' }, DEFINITION)).toMatchObject({ kind: 'refused' });
  expect(await templates.delete({ ...ACCOUNT, accessToken: 'a b' }, 'order', null)).toMatchObject({ kind: 'refused' });
  expect(meta?.seen).toEqual([]);
  await meta?.[Symbol.asyncDispose]();
  expect(await templates.create(ACCOUNT, DEFINITION)).toMatchObject({ kind: 'notWritten' });
});
