import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { jsonOf, MEDIA, sampleOf, upload } from './uploading.ts';

const PNG = sampleOf('image');
const PDF = sampleOf('document');
const OGG = sampleOf('audio');
const MP4 = sampleOf('video');
const WEBP = sampleOf('sticker');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2_000, 0x90)]);
const WORD = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_024)]);
const padded = (bytes: Buffer, size: number) => Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

/** Files that wait on disk before they are given away. */
const spooled = () => readdir(join(gateway.folder, 'sandbox-media', '.spool'));

describe('what a file is', () => {
  it.each([
    ['a picture', { bytes: PNG, type: 'image/png', name: 'a.PNG' }, {}, 'image', 'image/png'],
    ['a picture without a name', { bytes: PNG, type: 'image/png' }, {}, 'image', 'image/png'],
    ['a picture of no told type', { bytes: PNG, type: '', name: 'a.png' }, {}, 'image', 'image/png'],
    ['a picture as a document', { bytes: PNG, type: 'image/png' }, { type: 'document' }, 'document', 'image/png'],
    ['a type in Meta’s words', { bytes: PNG }, { type: 'image/png' }, 'image', 'image/png'],
    ['a voice note', { bytes: OGG, type: 'audio/ogg; codecs=opus', name: 'v.ogg' }, {}, 'audio', 'audio/ogg'],
    ['a video', { bytes: MP4, type: 'video/mp4', name: 'v.mp4' }, {}, 'video', 'video/mp4'],
    ['the same bytes as sound', { bytes: MP4, type: 'audio/mp4', name: 'v.m4a' }, {}, 'audio', 'audio/mp4'],
    ['the same bytes by their kind', { bytes: MP4, name: 'v.mp4' }, { type: 'audio' }, 'audio', 'audio/mp4'],
    ['a sticker', { bytes: WEBP, type: 'image/webp', name: 's.webp' }, {}, 'sticker', 'image/webp'],
    [
      'text',
      { bytes: Buffer.from('name,مدينة\n1,بغداد\n'), type: 'text/csv', name: 'a.csv' },
      {},
      'document',
      'text/plain',
    ],
    ['an old letter', { bytes: WORD, name: 'a.doc' }, {}, 'document', 'application/msword'],
    ['an old table', { bytes: WORD, name: 'a.xls' }, {}, 'document', 'application/vnd.ms-excel'],
  ])('is known by its bytes: %s', async (_what, file, fields, type, mimeType) => {
    const answer = await upload(gateway, file, fields as Record<string, string>);
    expect(answer).toMatchObject({ status: 200, type, mimeType });
    expect(await spooled()).toEqual([]);
  });

  it.each([
    [
      'a program called a picture',
      { bytes: EXE, type: 'image/png', name: 'a.png' },
      {},
      'file',
      'application/x-msdownload',
    ],
    [
      'a program',
      { bytes: EXE, type: 'application/x-msdownload', name: 'a.exe' },
      {},
      'file',
      'application/x-msdownload',
    ],
    ['a picture called another', { bytes: PNG, type: 'image/jpeg', name: 'a.jpg' }, {}, 'file', 'image/jpeg'],
    ['a picture named a program', { bytes: PNG, type: 'image/png', name: 'a.png.exe' }, {}, 'file', '.exe'],
    ['a picture named a document', { bytes: PNG, type: 'image/png', name: 'a.pdf' }, {}, 'file', '.pdf'],
    ['a picture named so beside it', { bytes: PNG, name: 'a.png' }, { filename: 'a.exe' }, 'file', '.exe'],
    [
      'a drawing with scripts',
      { bytes: Buffer.from('<?xml version="1.0"?><svg/>'), type: 'image/svg+xml' },
      {},
      'file',
      'xml',
    ],
    [
      'text called a picture',
      { bytes: Buffer.from('hello'), type: 'image/png', name: 'a.png' },
      {},
      'file',
      'text/plain',
    ],
    ['bytes of nothing', { bytes: Buffer.from([0, 1, 2, 255]), type: 'text/plain' }, {}, 'file', 'no type'],
    ['nothing', { bytes: Buffer.alloc(0), type: 'image/png', name: 'a.png' }, {}, 'file', '0 bytes'],
    ['a document as a picture', { bytes: PDF, name: 'a.pdf' }, { type: 'image' }, 'type', 'application/pdf'],
    ['a type that WhatsApp has not', { bytes: PNG }, { type: 'image/gif' }, 'type', 'image/gif'],
    ['a kind that is none', { bytes: PNG }, { type: 'gif' }, 'type', 'gif'],
  ])('is refused when it does not agree: %s', async (_what, file, fields, field, said) => {
    const { status, error } = await upload(gateway, file, fields as Record<string, string>);
    expect([status, error?.code, error?.field]).toEqual([400, 'INVALID_INPUT', field]);
    expect(error.message).toContain(said);
    expect(error.action).toMatch(/\w/);
    expect(await spooled()).toEqual([]);
  });

  it.each([
    ['an image', padded(PNG, 5 * 1024 * 1024), padded(PNG, 5 * 1024 * 1024 + 1), {}, 5_242_880],
    ['a static sticker', padded(WEBP, 102_400), padded(WEBP, 102_401), {}, 102_400],
    ['a video', padded(MP4, 16 * 1024 * 1024), padded(MP4, 16 * 1024 * 1024 + 1), {}, 16_777_216],
  ])('may be as large as Meta says and no larger: %s', async (_what, fits, large, fields, limit) => {
    expect((await upload(gateway, { bytes: fits }, fields)).status).toBe(200);
    const { status, error } = await upload(gateway, { bytes: large }, fields);
    expect([status, error.field]).toEqual([400, 'file']);
    expect(error.message).toContain(String(limit));
    expect(error.message).toContain(String(limit + 1));
  });
});

describe('a form', () => {
  const raw = (body: string, type = 'multipart/form-data; boundary=b') =>
    jsonOf(gateway.call('POST', MEDIA, body, { 'content-type': type }));

  it.each([
    ['no form', '{"file":"x"}', 'application/json', 'Content-Type'],
    ['without a boundary', 'x', 'multipart/form-data', 'file'],
    ['empty', '--b--\r\n', undefined, 'file'],
    ['cut off', '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nx', undefined, 'file'],
    ['not one', 'x', undefined, 'file'],
    ['without a file', '--b\r\ncontent-disposition: form-data; name="from"\r\n\r\n1\r\n--b--\r\n', undefined, 'file'],
  ])('that is %s is refused with a sentence', async (_what, body, type, field) => {
    const { success, error } = await raw(body, type);
    expect([success, error.code, error.field]).toEqual([false, 'INVALID_INPUT', field]);
    expect(await spooled()).toEqual([]);
  });

  it('has one file, called `file`, and few fields', async () => {
    const wrong = await upload(gateway, { bytes: PNG, name: 'a.png', field: 'photo' });
    expect([wrong.status, wrong.error.field]).toEqual([400, 'file']);
    expect(wrong.error.message).toContain('photo');
    const part = (name: string) =>
      `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\nx\r\n`;
    expect((await raw(`${part('a')}${part('b')}--b--\r\n`)).error).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'file',
    });
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`f${at}`, 'x']));
    expect(await upload(gateway, { bytes: PNG }, many)).toMatchObject({ status: 400 });
    expect(await upload(gateway, { bytes: PNG }, { from: 'x'.repeat(20_000) })).toMatchObject({ status: 400 });
    expect(await upload(gateway, { bytes: PNG }, { from: '999' })).toMatchObject({
      status: 403,
      error: { field: 'from' },
    });
    expect(await upload(gateway, { bytes: PNG }, { whatsappConfig: '{' })).toMatchObject({
      ...{ status: 400, error: { field: 'whatsappConfig' } },
    });
    expect(await spooled()).toEqual([]);
  });

  it('is for those with a key', async () => {
    const body = new FormData();
    body.set('file', new File([new Uint8Array(PNG)], 'a.png'));
    const answer = await fetch(`${gateway.url}${MEDIA}`, { method: 'POST', body });
    expect(answer.status).toBe(401);
  });

  it('that is too large is refused before it is read', async () => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST ${MEDIA} HTTP/1.1\r\nhost: x\r\nx-dijla-key: ${gateway.key}\r\ncontent-length: ${200 * 1024 * 1024}\r\n` +
        'content-type: multipart/form-data; boundary=b\r\n\r\n',
    );
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('104857600 bytes');
  });

  it('leaves nothing behind when its sender goes away', async () => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST ${MEDIA} HTTP/1.1\r\nhost: x\r\nx-dijla-key: ${gateway.key}\r\ncontent-length: 100000\r\n` +
        'content-type: multipart/form-data; boundary=b\r\n\r\n' +
        '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nbegun',
    );
    await expect.poll(spooled).toHaveLength(1);
    socket.destroy();
    await expect.poll(spooled).toEqual([]);
  });
});

it('tells what Meta says to a file, in the shape of every failure', async () => {
  const away = await startGateway(
    {},
    {
      cloudApi: (api) => ({
        ...api,
        uploadMedia: async () => ({ ok: false, reason: 'Meta did not answer.', error: null }),
      }),
    },
  );
  try {
    const { status, error } = await upload(away, { bytes: PNG });
    expect([status, error.code, error.retryable]).toEqual([502, 'META_UNAVAILABLE', true]);
  } finally {
    await away.close();
  }
});

it('answers 503 when the media store is down, and text messages go out all the same', async () => {
  const down = await startGateway(
    {},
    { files: (files) => ({ ...files, put: () => Promise.reject(new Error('ENOSPC')) }) },
  );
  try {
    const { status, error } = await upload(down, { bytes: PNG });
    expect([status, error.code, error.retryable]).toEqual([503, 'OVERLOADED', true]);
    const to = '9647700000000';
    const { id } = await jsonOf(down.call('POST', '/sandbox/messages', { from: to, type: 'image' }));
    const page = async () => jsonOf(down.call('GET', '/api/v1/whatsapp/events'));
    await expect.poll(async () => (await page()).events.length).toBeGreaterThan(0);
    expect((await page()).events[0]).toMatchObject({ type: 'inbound_message', message: { whatsappId: id } });
    const message = { to, text: 'hello' };
    expect(await jsonOf(down.call('POST', '/api/v1/whatsapp/reply', { message }))).toMatchObject({
      success: true,
    });
  } finally {
    await down.close();
  }
});
