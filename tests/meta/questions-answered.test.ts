import { afterEach, expect, test } from 'vitest';
import { createCloudApi } from '../../src/adapters/meta/cloud-api.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { ACCOUNT_ID, answerJson, NUMBER_ID, type Seen, type StandIn, standIn, TOKEN } from './support.ts';

let meta: StandIn | null = null;
afterEach(async () => {
  await meta?.[Symbol.asyncDispose]();
  meta = null;
});

async function ask(answer: (seen: Seen) => JsonObject, status = 200) {
  meta = await standIn((seen, response) => answerJson(response, status, answer(seen)));
  return createCloudApi({ graphUrl: `${meta.url}/`, version: 'v25.0', timeoutMs: 5000 });
}

const ACCOUNT = { accessToken: TOKEN, wabaId: ACCOUNT_ID };
const NUMBER = { accessToken: TOKEN, phoneNumberId: NUMBER_ID };
const row = (name: string, more: JsonObject = {}) => ({ id: `id-${name}`, name, language: 'ar', ...more });

const FURTHER = { quality: null, subCategory: null, previousCategory: null, rejectedReason: null };

test('a Graph version that lacks a further field is asked without them', async () => {
  meta = await standIn(({ url }, response) =>
    url.searchParams.get('fields')?.includes('sub_category')
      ? answerJson(response, 400, { error: { code: 100, message: '(#100) Tried accessing nonexisting field' } })
      : answerJson(response, 200, { data: [row('a')] }),
  );
  const api = createCloudApi({ graphUrl: `${meta.url}/`, version: 'v25.0', timeoutMs: 5000 });
  expect(await api.listTemplates(ACCOUNT)).toMatchObject({ ok: true, value: [{ name: 'a', quality: null }] });
  expect(meta.seen.length).toBe(2);
});

test('templates of all pages are read by cursor, never by the address in an answer', async () => {
  const api = await ask(({ url }) => {
    const after = url.searchParams.get('after');
    const quality_score = { score: 'RED', date: 1 };
    const facts = {
      ...{ quality_score, sub_category: 'ORDER_STATUS', previous_category: 'UTILITY', rejected_reason: 'SCAM' },
    };
    const paging = { cursors: { before: 'x', after: after === null ? 'p2' : 'p3' } };
    const next = { next: 'http://attacker.test/steal' };
    return after === null
      ? {
          data: [row('a', { status: 'APPROVED', category: 'UTILITY', rejected_reason: 'NONE' })],
          paging: { ...paging, ...next },
        }
      : { data: [row('b', { parameter_format: 'NAMED', components: [{ type: 'BODY' }], ...facts })], paging };
  });
  expect(await api.listTemplates(ACCOUNT)).toEqual({
    ok: true,
    value: [
      {
        id: 'id-a',
        wabaId: ACCOUNT_ID,
        name: 'a',
        language: 'ar',
        status: 'APPROVED',
        category: 'UTILITY',
        parameterFormat: 'POSITIONAL',
        components: [],
        ...FURTHER,
      },
      {
        id: 'id-b',
        wabaId: ACCOUNT_ID,
        name: 'b',
        language: 'ar',
        status: '',
        category: '',
        parameterFormat: 'NAMED',
        components: [{ type: 'BODY' }],
        ...FURTHER,
        quality: 'RED',
        subCategory: 'ORDER_STATUS',
        previousCategory: 'UTILITY',
        rejectedReason: 'SCAM',
      },
    ],
  });
  expect(meta?.seen.map(({ method, url }) => [method, url.pathname, url.searchParams.get('after')])).toEqual([
    ['GET', `/v25.0/${ACCOUNT_ID}/message_templates`, null],
    ['GET', `/v25.0/${ACCOUNT_ID}/message_templates`, 'p2'],
  ]);
  expect(meta?.seen[0]?.url.searchParams.get('limit')).toBe('100');
  expect(meta?.seen[0]?.url.href).not.toContain(TOKEN);
});

test('a full page without `next` is followed by another request', async () => {
  const full = Array.from({ length: 100 }, (_each, index) => row(`t${index}`));
  const api = await ask(({ url }) => {
    const data = url.searchParams.has('after') ? [] : full;
    return { data, paging: { cursors: { after: 'p2' } } };
  });
  expect(await api.listTemplates(ACCOUNT)).toMatchObject({ ok: true, value: { length: 100 } });
  expect(meta?.seen.length).toBe(2);
});

test('rows without name, language or id are left out', async () => {
  const api = await ask(() => ({ data: [{}, null, 7, { id: '1', name: 'x' }, row('good')] }));
  expect(await api.listTemplates(ACCOUNT)).toMatchObject({ ok: true, value: [{ name: 'good' }] });
});

test('a list that goes in a circle or never ends is given up', async () => {
  let page = 0;
  const endless = await ask(() => ({ data: [row('a')], paging: { next: 'x', cursors: { after: `p${page++}` } } }));
  expect(await endless.listTemplates(ACCOUNT)).toMatchObject({ ok: false });
  expect(meta?.seen.length).toBe(100);
  await meta?.[Symbol.asyncDispose]();
  const circle = await ask(() => ({ data: [row('a')], paging: { next: 'x', cursors: { after: 'same' } } }));
  expect(await circle.listTemplates(ACCOUNT)).toMatchObject({ ok: false });
  expect(meta?.seen.length).toBe(2);
});

test('a number is described with its display form in E.164', async () => {
  const facts = {
    id: NUMBER_ID,
    display_phone_number: '+1 631-555-5555',
    verified_name: 'Dijla',
    quality_rating: 'GREEN',
  };
  const api = await ask(() => facts);
  expect(await api.describeNumber(NUMBER)).toEqual({
    ok: true,
    value: { display: '+16315555555', verifiedName: 'Dijla', quality: 'GREEN' },
  });
  expect(meta?.seen[0]?.url.pathname).toBe(`/v25.0/${NUMBER_ID}`);
  expect(meta?.seen[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
});

test('a number is looked for on every page of its account, by cursor', async () => {
  const pages: Record<string, JsonObject> = {
    first: { data: [{ id: '1' }], paging: { cursors: { after: 'b' }, next: 'https://elsewhere.test/' } },
    b: { data: [{ id: NUMBER_ID }], paging: { cursors: { after: 'c' } } },
  };
  const api = await ask(({ url }) => pages[url.searchParams.get('after') ?? 'first'] ?? {});
  expect(await api.hasNumber(ACCOUNT, NUMBER_ID)).toEqual({ ok: true, value: true });
  expect(await api.hasNumber(ACCOUNT, '3')).toEqual({ ok: true, value: false });
  expect(meta?.seen.map(({ url }) => url.pathname)).toEqual(Array(4).fill(`/v25.0/${ACCOUNT_ID}/phone_numbers`));
});

test('an account is described by its name', async () => {
  const api = await ask(() => ({ id: ACCOUNT_ID, name: 'Dijla Ltd' }));
  expect(await api.describeAccount(ACCOUNT)).toEqual({ ok: true, value: { name: 'Dijla Ltd' } });
});

test.each([
  [false, {}],
  [true, { typing_indicator: { type: 'text' } }],
])('a message is marked as read in one POST (typing: %s)', async (typing, more) => {
  const api = await ask(() => ({ success: true }));
  expect(await api.markRead(NUMBER, 'wamid.1', typing)).toEqual({ ok: true, value: null });
  expect(meta?.seen).toMatchObject([{ method: 'POST', url: { pathname: `/v25.0/${NUMBER_ID}/messages` } }]);
  const body = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1', ...more };
  expect(JSON.parse(meta?.seen[0]?.body ?? '')).toEqual(body);
});

test('a refusal is explained without the token', async () => {
  const message = `Malformed access token ${TOKEN}`;
  const api = await ask(() => ({ error: { code: 190, message } }), 401);
  for (const answer of [
    await api.describeNumber(NUMBER),
    await api.describeAccount(ACCOUNT),
    await api.listTemplates(ACCOUNT),
    await api.markRead(NUMBER, 'wamid.1', false),
  ]) {
    expect(answer).toMatchObject({ ok: false, error: { code: 190 }, reason: expect.stringContaining('token') });
    expect(JSON.stringify(answer)).not.toContain('canary');
  }
});

test('answers of another shape are failures, not exceptions', async () => {
  const api = await ask(() => ({ data: 7 }));
  expect(await api.describeNumber(NUMBER)).toMatchObject({ ok: false, error: null });
  expect(await api.describeAccount(ACCOUNT)).toMatchObject({ ok: false, error: null });
  expect(await api.listTemplates(ACCOUNT)).toMatchObject({ ok: false, error: null });
  expect(await api.markRead(NUMBER, 'wamid.1', true)).toMatchObject({ ok: false, error: null });
});

test('an id that would leave its path is never asked for', async () => {
  const api = await ask(() => ({}));
  expect(await api.describeAccount({ accessToken: TOKEN, wabaId: '../me?x=' })).toMatchObject({ ok: false });
  expect(await api.describeNumber({ accessToken: 'a b', phoneNumberId: NUMBER_ID })).toMatchObject({ ok: false });
  expect(meta?.seen).toEqual([]);
});
