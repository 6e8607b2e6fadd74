import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCloudApi } from '../../src/adapters/meta/cloud-api.ts';
import { isMetas } from '../../src/adapters/meta/media.ts';
import type { Download } from '../../src/ports/cloud-media.ts';

const CREDENTIALS = { accessToken: 'EAAtoken-of-the-test', phoneNumberId: '1001' };
const NEVER = new AbortController().signal;

/** A server that records what it was asked. */
async function listen(answer: RequestListener) {
  const asked: { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('latin1') });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function cloudApi(graphUrl: string, fetch?: typeof globalThis.fetch) {
  const api = createCloudApi({ graphUrl, version: 'v25.0', fetch });
  onTestFinished(() => api[Symbol.asyncDispose]());
  return api;
}

async function textOf(download: Download): Promise<string> {
  if (download.kind !== 'bytes') throw new Error(`expected bytes, got ${download.kind}: ${download.reason}`);
  let text = '';
  for await (const chunk of download.bytes) text += Buffer.from(chunk).toString('latin1');
  return text;
}

it('asks what a file is with the number that it came to, always', async () => {
  const meta = await listen((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      '{"url":"https://lookaside.fbsbx.com/x","mime_type":"image/jpeg","sha256":"ab","file_size":"304","id":"7"}',
    );
  });
  const answer = await cloudApi(meta.url).describeMedia(CREDENTIALS, '7');
  expect(answer).toEqual({
    ok: true,
    value: { url: 'https://lookaside.fbsbx.com/x', mimeType: 'image/jpeg', sha256: 'ab', sizeBytes: 304 },
  });
  expect(meta.asked[0]?.url).toBe('/v25.0/7?phone_number_id=1001');
  expect(meta.asked[0]?.headers.authorization).toBe(`Bearer ${CREDENTIALS.accessToken}`);
  expect(await cloudApi(meta.url).describeMedia(CREDENTIALS, '../7')).toMatchObject({ ok: false });
  expect(meta.asked).toHaveLength(1);
});

describe('the token', () => {
  it.each([
    'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
    'https://fbsbx.com/x',
    'https://scontent.xx.fbcdn.net/x',
    'https://mmg.whatsapp.net/x',
    'https://graph.facebook.com/x',
    'https://LOOKASIDE.FBSBX.COM/x',
    'https://lookaside.fbsbx.com:443/x',
    'http://127.0.0.1:4000/anything',
  ])('may go to %s', (url) => {
    expect(isMetas(new URL(url), 'http://127.0.0.1:4000')).toBe(true);
  });

  it.each([
    'http://lookaside.fbsbx.com/x',
    'https://fbsbx.com.evil.example/x',
    'https://evilfbsbx.com/x',
    'https://evil.example/fbsbx.com',
    'https://fbsbx.com@evil.example/x',
    'https://lookaside.fbsbx.com:8443/x',
    'https://fbsbx.com./x',
    'http://127.0.0.1:4001/x',
    'http://localhost:4000/x',
    'https://127.0.0.1:4000/x',
    'http://[::1]:4000/x',
    'http://169.254.169.254/latest/meta-data',
    'ftp://lookaside.fbsbx.com/x',
    'data:text/plain,x',
    'file:///etc/passwd',
  ])('goes nowhere near %s', async (url) => {
    const calls: unknown[] = [];
    const api = cloudApi('http://127.0.0.1:4000', async (...args) => {
      calls.push(args);
      return new Response('x');
    });
    expect((await api.downloadMedia(CREDENTIALS, url, NEVER)).kind).toBe('foreign');
    expect(calls).toEqual([]);
  });

  it('goes to no address that Meta’s leads to, unless that is Meta’s too', async () => {
    const elsewhere = await listen((_request, response) => response.end('stolen'));
    const meta = await listen((request, response) => {
      if (request.url === '/out') response.writeHead(302, { location: `${elsewhere.url}/x` });
      else if (request.url === '/in') response.writeHead(307, { location: '/bytes' });
      response.end(request.url === '/bytes' ? 'bytes' : undefined);
    });
    const api = cloudApi(meta.url);
    expect((await api.downloadMedia(CREDENTIALS, `${meta.url}/out`, NEVER)).kind).toBe('foreign');
    expect(elsewhere.asked).toEqual([]);
    expect(await textOf(await api.downloadMedia(CREDENTIALS, `${meta.url}/in`, NEVER))).toBe('bytes');
    expect(meta.asked.map(({ url, headers }) => [url, headers.authorization])).toEqual(
      ['/out', '/in', '/bytes'].map((url) => [url, `Bearer ${CREDENTIALS.accessToken}`]),
    );
  });

  it('goes along with at most three redirects', async () => {
    const meta = await listen((_request, response) => response.writeHead(302, { location: '/round' }).end());
    expect(await cloudApi(meta.url).downloadMedia(CREDENTIALS, meta.url, NEVER)).toMatchObject({ kind: 'failed' });
    expect(meta.asked).toHaveLength(4);
  });

  it('is in no reason', async () => {
    const meta = await listen((request) => request.socket.destroy());
    const download = await cloudApi(meta.url).downloadMedia(CREDENTIALS, meta.url, NEVER);
    expect(JSON.stringify(download)).not.toContain(CREDENTIALS.accessToken);
    expect(download.kind).toBe('failed');
    const broken = { ...CREDENTIALS, accessToken: 'with a\nbreak' };
    expect(await cloudApi(meta.url).downloadMedia(broken, meta.url, NEVER)).toMatchObject({ kind: 'gone' });
  });
});

it.each([
  [404, 'gone'],
  [401, 'gone'],
  [500, 'failed'],
  [204, 'failed'],
] as const)('tells what HTTP %i to a download means', async (status, kind) => {
  const meta = await listen((_request, response) => response.writeHead(status).end());
  const download = await cloudApi(meta.url).downloadMedia(CREDENTIALS, meta.url, NEVER);
  expect(download).toMatchObject({ kind, reason: expect.stringContaining(String(status)) });
});

it('says in a sentence that a download broke off', async () => {
  const meta = await listen((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  const download = await cloudApi(meta.url).downloadMedia(CREDENTIALS, meta.url, NEVER);
  await expect(textOf(download)).rejects.toThrow(/^The connection to Meta/);
});

describe('an upload', () => {
  async function upload(answer: RequestListener) {
    const meta = await listen(answer);
    const path = join(tmpdir(), `upload-${process.pid}`);
    await writeFile(path, 'the bytes');
    const file = { path, mimeType: 'application/pdf', name: 'file.pdf' };
    return { meta, answer: await cloudApi(meta.url).uploadMedia(CREDENTIALS, file) };
  }

  it('is Meta’s form, with its length and a name of ours', async () => {
    const { meta, answer } = await upload((_request, response) => response.end('{"id":"4490709327384033"}'));
    expect(answer).toEqual({ ok: true, value: '4490709327384033' });
    const [asked] = meta.asked;
    expect(asked?.url).toBe('/v25.0/1001/media');
    expect(asked?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(Number(asked?.headers['content-length'])).toBe(asked?.body.length);
    expect(asked?.body).toContain('name="messaging_product"\r\n\r\nwhatsapp\r\n');
    expect(asked?.body).toContain(
      'name="file"; filename="file.pdf"\r\nContent-Type: application/pdf\r\n\r\nthe bytes\r\n',
    );
  });

  it('that Meta refuses is told with its error, and one that is lost without', async () => {
    const body = { error: { message: '(#131053) Media upload error', code: 131053, fbtrace_id: 'A1' } };
    const refused = await upload((_request, response) => response.writeHead(400).end(JSON.stringify(body)));
    expect(refused.answer).toMatchObject({ ok: false, error: { code: 131053, fbtraceId: 'A1' } });
    const lost = await upload((request) => request.socket.destroy());
    expect(lost.answer).toMatchObject({ ok: false, error: null, reason: expect.stringContaining('connection') });
  });
});
