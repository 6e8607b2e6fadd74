import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { closeAfterEach, FIRST, object, refusal, SECOND, type Stage, stage, wamidOf } from './support.ts';

closeAfterEach();

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function form(bytes: Buffer, type: string): FormData {
  const data = new FormData();
  data.set('messaging_product', 'whatsapp');
  data.set('type', type);
  data.set('file', new File([Uint8Array.from(bytes)], 'file', { type }));
  return data;
}

function upload(on: Stage, bytes: Buffer, type: string) {
  return on.graph('POST', `/v25.0/${FIRST.number}/media`, form(bytes, type));
}

function download(url: unknown, token: string | null): Promise<Response> {
  return fetch(String(url), { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
}

describe('media', () => {
  it('is uploaded, looked up, downloaded with the token, sent and deleted', async () => {
    const on = await stage();
    const { id } = (await upload(on, png, 'image/png')).body;
    const node = `/v25.0/${String(id)}`;
    const { body } = await on.graph('GET', `${node}?phone_number_id=${FIRST.number}`);
    const sha256 = createHash('sha256').update(png).digest('hex');
    expect(body).toMatchObject({
      messaging_product: 'whatsapp',
      id,
      mime_type: 'image/png',
      file_size: png.length,
      sha256,
    });

    const file = await download(body['url'], FIRST.token);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
    expect((await download(body['url'], null)).status).toBe(404);
    expect((await download(body['url'], SECOND.token)).status).toBe(404);

    expect((await on.send({ to: '+9647700000000', type: 'image', image: { id } })).status).toBe(200);
    expect((await on.graph('DELETE', node)).body).toEqual({ success: true });
    expect(refusal(await on.graph('GET', node))).toBe('400/100/33');
    expect((await download(body['url'], FIRST.token)).status).toBe(404);
  });

  it('belongs to one number', async () => {
    const on = await stage();
    const { id } = (await upload(on, png, 'image/png')).body;
    expect(refusal(await on.graph('GET', `/v25.0/${String(id)}?phone_number_id=${SECOND.number}`))).toBe('400/100/33');
    expect(refusal(await on.graph('GET', `/v25.0/${String(id)}`, undefined, SECOND.token))).toBe('400/100/33');
    const foreign = { messaging_product: 'whatsapp', to: '+9647700000000', type: 'image', image: { id } };
    expect(refusal(await on.graph('POST', `/v25.0/${SECOND.number}/messages`, foreign, SECOND.token))).toBe('400/100');
  });

  it('has addresses that work for 5 minutes and ids that work for 30 days', async () => {
    const on = await stage();
    const { id } = (await upload(on, png, 'image/png')).body;
    const node = `/v25.0/${String(id)}`;
    const { url } = (await on.graph('GET', node)).body;
    await on.control('POST', '/sandbox/clock', { hours: 0.1 });
    expect((await download(url, FIRST.token)).status).toBe(404);
    expect((await download((await on.graph('GET', node)).body['url'], FIRST.token)).status).toBe(200);
    await on.control('POST', '/sandbox/clock', { hours: 30 * 24 });
    expect(refusal(await on.graph('GET', node))).toBe('400/100/33');
  });

  it('is refused for a wrong type, size or form', async () => {
    const on = await stage();
    expect(refusal(await upload(on, png, 'image/gif'))).toBe('400/131053');
    expect(refusal(await upload(on, Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png'))).toBe('400/131053');
    const path = `/v25.0/${FIRST.number}/media`;
    expect(refusal(await on.graph('POST', path, { file: 'x' }))).toBe('400/100');
    const nameless = form(png, 'image/png');
    nameless.delete('messaging_product');
    expect(refusal(await on.graph('POST', path, nameless))).toBe('400/100');
  });

  it('of the wrong kind, or behind a link that does not resolve, fails after it was accepted', async () => {
    const on = await stage();
    await on.control('POST', '/sandbox/messages', { text: 'hi' });
    const { id } = (await upload(on, png, 'image/png')).body;
    for (const video of [{ id }, { link: 'https://nowhere.invalid/v.mp4' }]) {
      const answer = await on.send({ to: '+9647700000000', type: 'video', video });
      await on.sandbox.idle();
      expect(on.callback.statuses(wamidOf(answer))).toMatchObject([{ status: 'failed', errors: [{ code: 131053 }] }]);
    }
  });

  it.each([
    ['image', 'image/png', '89504e47'],
    ['sticker', 'image/webp', '52494646'],
    ['audio', 'audio/ogg; codecs=opus', '4f676753'],
    ['video', 'video/mp4', '0000001c66747970'],
    ['document', 'application/pdf', '25504446'],
  ])('of an inbound %s can be downloaded', async (type, mimeType, magic) => {
    const on = await stage();
    await on.control('POST', '/sandbox/messages', { type });
    await on.sandbox.idle();
    const media = object(on.callback.messages()[0]?.[type]);
    expect(media['mime_type']).toBe(mimeType);
    const node = (await on.graph('GET', `/v25.0/${String(media['id'])}?phone_number_id=${FIRST.number}`)).body;
    for (const url of [media['url'], node['url']]) {
      const bytes = Buffer.from(await (await download(url, FIRST.token)).arrayBuffer());
      expect(bytes.toString('hex')).toMatch(new RegExp(`^${magic}`));
      expect(createHash('sha256').update(bytes).digest('base64')).toBe(media['sha256']);
    }
  });
});
