import { crc32, deflateSync } from 'node:zlib';

export interface SampleFile {
  mimeType: string;
  bytes: Buffer;
  filename?: string;
}

/** A small file of each kind for inbound media: what a customer "sends" when the developer has no file at hand. */
export const sampleFiles: Readonly<Record<string, (object: object) => SampleFile>> = {
  image: () => ({ mimeType: 'image/png', bytes: samplePng() }),
  sticker: (object) => ({
    mimeType: 'image/webp',
    bytes: 'animated' in object && object.animated === true ? animatedWebp() : Buffer.from(TINY_WEBP, 'base64'),
  }),
  audio: () => ({ mimeType: 'audio/ogg; codecs=opus', bytes: sampleOpus() }),
  video: () => ({ mimeType: 'video/mp4', bytes: sampleMp4() }),
  document: () => ({ mimeType: 'application/pdf', bytes: samplePdf(), filename: 'sandbox.pdf' }),
};

/** One lossless pixel. */
const TINY_WEBP = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';

/** That pixel twice, half a second each. */
function animatedWebp(): Buffer {
  const image = Buffer.from(TINY_WEBP, 'base64').subarray(12);
  const chunk = (type: string, body: Buffer) => {
    const head = Buffer.from(`${type}0000`, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  };
  const frame = chunk('ANMF', Buffer.concat([Buffer.alloc(12), Buffer.from([0xf4, 1, 0, 0]), image]));
  const animated = Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const body = [Buffer.from('WEBP'), chunk('VP8X', animated), chunk('ANIM', Buffer.alloc(6)), frame, frame];
  return chunk('RIFF', Buffer.concat(body));
}

function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => {
    bytes.writeUInt32BE(value >>> 0, at * 4);
  });
  return bytes;
}

/** 64 by 64 pixels, 8-bit RGB: a gradient from river to sand. */
function samplePng(): Buffer {
  const size = 64;
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const part = (x + y) / (2 * size);
      rows.set([20 + 200 * part, 110 + 80 * part, 130 - 40 * part], y * (size * 3 + 1) + 1 + x * 3);
    }
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
  };
  const header = Buffer.concat([uint32(size, size), Buffer.from([8, 2, 0, 0, 0])]);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One second of silence: Opus in Ogg, mono, as a voice note is. */
function sampleOpus(): Buffer {
  const head = Buffer.from([...Buffer.from('OpusHead'), 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]);
  const tags = Buffer.from([...Buffer.from('OpusTags'), 7, 0, 0, 0, ...Buffer.from('sandbox'), 0, 0, 0, 0]);
  const silence = Array.from({ length: 50 }, () => Buffer.from([0xf8, 0xff, 0xfe]));
  return Buffer.concat([
    oggPage({ flags: 2, position: 0, sequence: 0, packets: [head] }),
    oggPage({ flags: 0, position: 0, sequence: 1, packets: [tags] }),
    oggPage({ flags: 4, position: 50 * 960, sequence: 2, packets: silence }),
  ]);
}

function oggPage(page: { flags: number; position: number; sequence: number; packets: readonly Buffer[] }): Buffer {
  const header = Buffer.alloc(27);
  header.write('OggS', 'latin1');
  header[5] = page.flags;
  header.writeBigUInt64LE(BigInt(page.position), 6);
  header.writeUInt32LE(0x64696a, 14);
  header.writeUInt32LE(page.sequence, 18);
  header[26] = page.packets.length;
  const lengths = Buffer.from(page.packets.map((packet) => packet.length));
  const bytes = Buffer.concat([header, lengths, ...page.packets]);
  bytes.writeUInt32LE(oggChecksum(bytes), 22);
  return bytes;
}

/** Ogg's own CRC: polynomial 0x04c11db7, not reflected, from zero. */
function oggChecksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

/** A container without a track: enough for type checks and downloads, nothing to see when played. */
function sampleMp4(): Buffer {
  const box = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    return Buffer.concat([uint32(body.length + 8), Buffer.from(type, 'latin1'), body]);
  };
  const identity = uint32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
  const movieHeader = [uint32(0, 0, 0, 1000, 0, 0x10000), Buffer.from([1, 0]), Buffer.alloc(10), identity];
  return Buffer.concat([
    box('ftyp', Buffer.from('isom', 'latin1'), uint32(512), Buffer.from('isomiso2mp41', 'latin1')),
    box('moov', box('mvhd', ...movieHeader, Buffer.alloc(24), uint32(1))),
  ]);
}

/** One page with one line. */
function samplePdf(): Buffer {
  const drawing = 'BT /F1 24 Tf 72 720 Td (Sandbox document) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  let table = '0000000000 65535 f \n';
  objects.forEach((object, at) => {
    table += `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  });
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n${table}${trailer}`, 'latin1');
}
