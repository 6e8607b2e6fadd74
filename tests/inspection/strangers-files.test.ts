import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createInspector } from '../../src/adapters/inspection/inspector.ts';

const inspector = createInspector();
let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function look(bytes: Uint8Array) {
  count += 1;
  const path = join(folder, String(count));
  await writeFile(path, bytes);
  const inspected = await inspector.inspect(path);
  return { inspected, thumbnail: await inspector.thumbnail(path, inspected) };
}

/** Decoders are let near files only, so the picture is put into one. */
async function pictureOf(thumbnail: Uint8Array | null) {
  const path = join(folder, 'thumbnail');
  await writeFile(path, thumbnail ?? '');
  return sharp(path).metadata();
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** Rows of nothing, which take no room until they are decoded. */
function pngOf(width: number, height: number, data: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

it('makes a picture of at most 320 pixels, the right way up, with nothing of where it was taken', async () => {
  const photo = await sharp({ create: { width: 1_000, height: 500, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'somebody', Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { inspected, thumbnail } = await look(photo);
  expect(inspected).toMatchObject({ mimeType: 'image/jpeg', width: 500, height: 1_000, animated: false });
  const made = await pictureOf(thumbnail);
  expect([made.format, made.width, made.height, made.exif]).toEqual(['webp', 160, 320, undefined]);
});

it('makes none larger than the image is, and one of an animated sticker’s first frame', async () => {
  const frame = { width: 8, height: 4, channels: 4, background: 'red' } as const;
  const still = await sharp({ create: frame }).png().toBuffer();
  const frames = ['red', 'blue'].map((background) => join(folder, `${background}.png`));
  for (const path of frames)
    await sharp({ create: { ...frame, background: path.includes('red') ? 'red' : 'blue' } }).toFile(path);
  const moving = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
  const small = await look(still);
  expect(await pictureOf(small.thumbnail)).toMatchObject({ width: 8, height: 4 });
  const { inspected, thumbnail } = await look(moving);
  expect(inspected).toMatchObject({ mimeType: 'image/webp', animated: true, height: 4 });
  expect((await pictureOf(thumbnail)).pages ?? 1).toBe(1);
});

it('makes none of a bomb: an image of too many pixels, which is small on disk', async () => {
  const bomb = pngOf(8_000, 8_000, deflateSync(Buffer.alloc(8_000 * 8_001)));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await look(bomb)).toMatchObject({ inspected: { mimeType: 'image/png' }, thumbnail: null });
  const fits = pngOf(2_000, 2_000, deflateSync(Buffer.alloc(2_000 * 2_001)));
  expect((await look(fits)).thumbnail).not.toBeNull();
});

it.each([
  ['a broken image', pngOf(100, 100, Buffer.from('not deflated'))],
  ['half an image', pngOf(64, 64, deflateSync(Buffer.alloc(64 * 65))).subarray(0, 60)],
  ['a beginning alone', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>')],
  ['a document', Buffer.from('%PDF-1.4\n%%EOF')],
  [
    'an image behind a document’s name',
    Buffer.concat([Buffer.from('%PDF-1.4\n'), pngOf(1, 1, deflateSync(Buffer.alloc(2)))]),
  ],
  ['nothing', Buffer.alloc(0)],
])('makes none of %s', async (_what, bytes) => {
  expect((await look(bytes)).thumbnail).toBeNull();
});

it.each([
  ['words in any script', Buffer.from('سلام\r\n\thello \u{1f600}'), true],
  ['a character that the head of a long text cuts', Buffer.from(`a${'م'.repeat(40_000)}`), true],
  ['nothing', Buffer.alloc(0), false],
  ['control characters', Buffer.from('a\0b'), false],
  ['another alphabet than UTF-8', Buffer.from([0x61, 0xe9, 0x62]), false],
  ['a cut character at the end of all', Buffer.from([0x61, 0xd8]), false],
])('tells text from what is none: %s', async (_what, bytes, isText) => {
  expect((await look(bytes)).inspected).toMatchObject({ mimeType: null, isText });
});

it('is done with many at once', async () => {
  const image = pngOf(64, 64, deflateSync(Buffer.alloc(64 * 65)));
  const looked = await Promise.all(Array.from({ length: 12 }, () => look(image)));
  expect(looked.every(({ thumbnail }) => thumbnail !== null)).toBe(true);
});
