import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition, contentType, isKnown, partOf } from '../../src/transport/rest/media-headers.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { cookieOf } from './support.ts';
import { jsonOf, MEDIA, sampleOf, upload } from './uploading.ts';

const PNG = sampleOf('image');
let gateway: TestGateway;
let url = '';
let id = '';

beforeAll(async () => {
  gateway = await startGateway();
  ({ id } = await upload(gateway, { bytes: PNG, type: 'image/png', name: 'a.png' }));
  url = `${MEDIA}/${id}`;
});
afterAll(() => gateway.close());

const get = (headers: Record<string, string> = {}, path = url) => gateway.call('GET', path, undefined, headers);
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

it('comes with headers that let a browser believe none of it', async () => {
  const { headers, status } = await get();
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(PNG.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': `inline; filename="a.png"; filename*=UTF-8''a.png`,
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
  });
});

it.each([
  ['bytes=0-99', 0, 99],
  ['bytes=100-', 100, PNG.length - 1],
  ['bytes=-10', PNG.length - 10, PNG.length - 1],
  ['bytes=600-9999', 600, PNG.length - 1],
  [`bytes=-${PNG.length * 2}`, 0, PNG.length - 1],
])('serves the part %s', async (range, start, end) => {
  const answer = await get({ range });
  expect([answer.status, answer.headers.get('content-range')]).toEqual([206, `bytes ${start}-${end}/${PNG.length}`]);
  expect(answer.headers.get('content-length')).toBe(String(end - start + 1));
  expect((await bytesOf(answer)).equals(PNG.subarray(start, end + 1))).toBe(true);
});

it.each(['bytes=9999-', `bytes=${PNG.length}-`, 'bytes=-0'])('has no part %s', async (range) => {
  const answer = await get({ range });
  expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${PNG.length}`]);
  expect(await answer.text()).toBe('');
});

it.each(['bytes=0-1,5-6', 'bytes=5-2', 'bytes=a-b', 'bytes=', 'bytes=-', 'items=0-1', 'bytes=99999999999999999999-'])(
  'serves all of it for %s',
  async (range) => {
    const answer = await get({ range });
    expect([answer.status, (await bytesOf(answer)).length]).toEqual([200, PNG.length]);
  },
);

it('is not sent again to whoever has it, and a part only of the version that is had', async () => {
  const etag = (await get()).headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const answer = await get({ 'if-none-match': known });
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag]);
  }
  expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
  const range = 'bytes=0-9';
  expect((await get({ range, 'if-range': etag })).status).toBe(206);
  expect((await get({ range, 'if-range': '"other"' })).status).toBe(200);
  expect((await get({ range, 'if-range': 'Wed, 21 Oct 2026 07:28:00 GMT' })).status).toBe(200);
});

it('tells by HEAD what GET would bring', async () => {
  const answer = await gateway.call('HEAD', url);
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
    ...[200, String(PNG.length), ''],
  ]);
  const part = await gateway.call('HEAD', url, undefined, { range: 'bytes=0-9' });
  expect([part.status, part.headers.get('content-length')]).toEqual([206, '10']);
});

describe('who may see it', () => {
  const ask = (headers: Record<string, string>, path = url) => fetch(`${gateway.url}${path}`, { headers });

  it('needs a key, or the cookie on the gateway’s own pages', async () => {
    expect((await ask({})).status).toBe(401);
    expect((await ask({ 'x-dijla-key': 'wrong' })).status).toBe(401);
    const session = await gateway.call('POST', '/api/v1/session', { key: gateway.key });
    const cookie = cookieOf({ 'set-cookie': session.headers.get('set-cookie') ?? '' });
    expect((await ask({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await ask({ cookie, origin: gateway.url })).status).toBe(200);
    for (const foreign of [{}, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      expect((await ask({ cookie, ...foreign })).status).toBe(401);
    }
    expect((await ask({ cookie, origin: 'http://localhost:1' })).status).toBe(401);
    expect((await ask({ cookie, origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' })).status).toBe(403);
  });

  it.each(['med_00000000000000000000000000', 'med_', 'x', '..%2f..%2fetc%2fpasswd', '%00', 'm'.repeat(90)])(
    'is told that there is no %s',
    async (unknown) => {
      for (const path of [`${MEDIA}/${unknown}`, `${MEDIA}/${unknown}/thumbnail`]) {
        const answer = await get({}, path);
        expect([answer.status, (await jsonOf(answer)).error.code]).toEqual([404, 'NOT_FOUND']);
      }
    },
  );
});

it('is missing rather than a mistake of ours when the media store has lost it', async () => {
  const lost = await upload(gateway, { bytes: PNG, type: 'image/png' });
  const files = await startGateway({}, { files: (kept) => ({ ...kept, open: async () => null }) });
  try {
    const { id: gone } = await upload(files, { bytes: PNG, type: 'image/png' });
    const answer = await files.call('GET', `${MEDIA}/${gone}`);
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      ...[404, 'no-store', null],
    ]);
    expect((await jsonOf(answer)).error.code).toBe('NOT_FOUND');
  } finally {
    await files.close();
  }
  expect((await get({}, `${MEDIA}/${lost.id}`)).status).toBe(200);
});

describe('a file', () => {
  it.each([
    ['text/html', 'application/octet-stream'],
    ['image/svg+xml', 'application/octet-stream'],
    ['application/xml', 'application/octet-stream'],
    ['text/plain; charset=utf-7', 'text/plain; charset=utf-8'],
    ['AUDIO/OGG; codecs=opus', 'audio/ogg'],
    [null, 'application/octet-stream'],
  ])('of the type %s is told as %s', (type, told) => {
    expect(contentType(type)).toBe(told);
  });

  it.each([
    ['application/pdf', 'a.pdf', 'attachment; filename="a.pdf"'],
    ['text/html', 'a.html', 'attachment; filename="a.html"'],
    ['image/svg+xml', 'a.svg', 'attachment; filename="a.svg"'],
    ['video/mp4', 'a.mp4', 'inline; filename="a.mp4"'],
    ['application/pdf', null, 'attachment; filename="med_1"'],
    ['application/pdf', '../../etc/passwd', 'attachment; filename="passwd"'],
    ['application/pdf', 'C:\\temp\\"x\\";y.pdf', 'attachment; filename="_;y.pdf"'],
    ['application/pdf', 'a\r\nset-cookie: x=1\0.pdf', 'attachment; filename="aset-cookie: x=1.pdf"'],
    ['application/pdf', 'pdf.\u202eexe', 'attachment; filename="pdf.exe"'],
    ['application/pdf', '\ud800....', 'attachment; filename="med_1"'],
  ])('of the type %s named %j is served as %s', (type, name, disposition) => {
    const header = contentDisposition(type, name, 'med_1');
    expect(header.startsWith(`${disposition}; filename*=UTF-8''`)).toBe(true);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
  });

  it('keeps its name in any script', () => {
    const header = contentDisposition('application/pdf', 'فاتورة (1).pdf', 'med_1');
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe('فاتورة (1).pdf');
    expect(header).toContain('filename="______ (1).pdf"');
  });

  it('of no bytes has no part', () => {
    expect(partOf({ range: 'bytes=0-' }, 0, '"x"')).toBe('unsatisfiable');
    expect(isKnown(undefined, '"x"')).toBe(false);
  });
});
