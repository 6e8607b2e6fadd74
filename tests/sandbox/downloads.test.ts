import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MediaStore } from '../../src/sandbox/media.ts';
import { Clock } from '../../src/sandbox/windows.ts';
import { closeAfterEach, FIRST, object, refusal, type Stage, stage } from './support.ts';

closeAfterEach();

const MIB = 1024 * 1024;

async function received(on: Stage, order: object): Promise<Record<string, unknown>> {
  const answer = await on.control('POST', '/sandbox/messages', order);
  expect(answer.body).not.toHaveProperty('error');
  await on.sandbox.idle();
  return object(object(on.callback.messages().at(-1))['image']);
}

function download(media: Record<string, unknown>): Promise<Response> {
  return fetch(String(media['url']), { headers: { authorization: `Bearer ${FIRST.token}` } });
}

async function sha256Of(response: Response): Promise<string> {
  return createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('base64');
}

describe('downloads on demand', () => {
  it('fail so many times, then work', async () => {
    const on = await stage();
    const media = await received(on, { type: 'image', download: { does: 'fail', times: 2, status: 503 } });
    expect([(await download(media)).status, (await download(media)).status]).toEqual([503, 503]);
    expect(await sha256Of(await download(media))).toBe(media['sha256']);
  });

  it('break off in the middle', async () => {
    const on = await stage();
    const media = await received(on, { type: 'image', download: { does: 'truncate', times: 1 } });
    await expect(download(media).then((response) => response.arrayBuffer())).rejects.toThrow();
    expect(await sha256Of(await download(media))).toBe(media['sha256']);
  });

  it('bring other bytes than were promised', async () => {
    const on = await stage();
    const media = await received(on, { type: 'image', download: { does: 'corrupt' } });
    expect(await sha256Of(await download(media))).not.toBe(media['sha256']);
    await on.control('DELETE', `/sandbox/media/${String(media['id'])}`);
    expect(await sha256Of(await download(media))).toBe(media['sha256']);
  });

  it('come bit by bit', async () => {
    const on = await stage();
    const media = await received(on, { type: 'image' });
    await on.control('POST', `/sandbox/media/${String(media['id'])}`, { does: 'slow', delayMs: 1 });
    expect(await sha256Of(await download(media))).toBe(media['sha256']);
    await on.control('POST', `/sandbox/media/${String(media['id'])}`, { does: 'slow', delayMs: 60_000 });
    const slow = download(media).then((response) => response.arrayBuffer());
    await Promise.all([expect(slow).rejects.toThrow(), on.sandbox.close()]);
  });

  it('are refused with a sentence where there is no such file', async () => {
    const on = await stage();
    expect((await on.control('POST', '/sandbox/media/1', { does: 'fail' })).body['error']).toContain(
      'no media object 1',
    );
    expect((await on.control('POST', '/sandbox/media/1', { does: 'sing' })).body['error']).toContain('`does` must be');
  });
});

describe('the file of an inbound message', () => {
  it('is what the developer sends, or as long as they say', async () => {
    const on = await stage();
    const own = Buffer.from('GIF89a');
    const file = { base64: own.toString('base64'), mimeType: 'image/gif' };
    const media = await received(on, { type: 'image', file });
    expect(media['mime_type']).toBe('image/gif');
    expect(Buffer.from(await (await download(media)).arrayBuffer())).toEqual(own);
    const large = await received(on, { type: 'image', file: { size: 3 * MIB } });
    const bytes = Buffer.from(await (await download(large)).arrayBuffer());
    expect([bytes.length, bytes.subarray(1, 4).toString()]).toEqual([3 * MIB, 'PNG']);
  });

  it('has no address in the webhook when Meta does not give one yet', async () => {
    const on = await stage();
    await on.control('POST', '/sandbox/delivery', { mediaUrls: false });
    const media = await received(on, { type: 'image' });
    expect(media).not.toHaveProperty('url');
    const node = (await on.graph('GET', `/v25.0/${String(media['id'])}?phone_number_id=${FIRST.number}`)).body;
    expect(await sha256Of(await download(node))).toBe(media['sha256']);
  });

  it('lives 7 days, and is not there at all above 100 MB', async () => {
    const on = await stage();
    const media = await received(on, { type: 'image' });
    await on.control('POST', '/sandbox/clock', { hours: 7 * 24 + 1 });
    expect(refusal(await on.graph('GET', `/v25.0/${String(media['id'])}`))).toBe('400/100/33');
    const large = await received(on, { type: 'image', file: { size: 100 * MIB + 1 } });
    expect(large).not.toHaveProperty('id');
    expect(on.callback.messages().at(-1)).toMatchObject({ errors: [{ code: 131052, title: 'Media download error' }] });
  });
});

describe('an upload', () => {
  async function upload(on: Stage, bytes: Buffer, type: string, query = '') {
    const form = new FormData();
    if (query === '') form.set('messaging_product', 'whatsapp');
    form.set('file', new File([new Uint8Array(bytes)], 'file', { type }));
    return on.graph('POST', `/v25.0/${FIRST.number}/media${query}`, form);
  }

  it('may have 100 MB as a document, and not a byte more', async () => {
    const on = await stage();
    const { id } = (await upload(on, Buffer.alloc(100 * MIB, 65), 'text/plain')).body;
    const node = (await on.graph('GET', `/v25.0/${String(id)}`)).body;
    expect(node['file_size']).toBe(100 * MIB);
    const file = await download(node);
    expect(file.headers.get('content-length')).toBe(String(100 * MIB));
    await file.body?.cancel();
    const store = new MediaStore(new Clock());
    const larger = () => store.upload(FIRST.number, 'text/plain', Buffer.alloc(100 * MIB + 1));
    expect(larger).toThrow('(#131053) Media upload error');
  });

  it('takes the product from the query as well', async () => {
    const on = await stage();
    expect((await upload(on, Buffer.from('x'), 'text/plain', '?messaging_product=whatsapp')).status).toBe(200);
    expect(refusal(await upload(on, Buffer.from('x'), 'text/plain', '?messaging_product=x'))).toBe('400/100');
  });

  it('of a sticker may have 100 KB, or 500 KB when it moves', async () => {
    const on = await stage();
    const still = Buffer.alloc(100 * 1024 + 1);
    expect(refusal(await upload(on, still, 'image/webp'))).toBe('400/131053');
    const moving = Buffer.concat([Buffer.from('RIFF0000WEBPVP8X0000\u0002', 'latin1'), still]);
    expect((await upload(on, moving, 'image/webp')).status).toBe(200);
  });
});
