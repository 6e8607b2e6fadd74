import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GatewayError } from '../../src/domain/errors.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { MediaType, MessageContent } from '../../src/domain/message.ts';
import { image, NUMBER, OTHER_NUMBER, OTHER_TENANT } from '../ports/fixtures.ts';
import { type FetchRig, fetchRig, PNG } from './fetching.ts';
import { operator, reader } from './support.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function uploaded(rig: FetchRig, more: object = {}): Promise<string> {
  await using file = await rig.media.media.receive(operator(), once(PNG));
  if (file === null) throw new Error('expected the file to fit');
  const command = { type: null, mimeType: null, filename: 'a.png', from: null, credentials: null, ...more };
  return (await rig.media.media.upload(operator(), file, command)).record.id;
}

const media = (mediaId: string, mediaType: MediaType = 'image') => image(mediaId, { mediaType });

function resolve(rig: FetchRig, content: MessageContent, more: object = {}) {
  const sending = { tenantId: 'dijla', number: NUMBER, credentials: null, fieldOf: (path: string) => path, ...more };
  return rig.media.resolveMedia(content, sending);
}

/** Why it is refused: code, field and message. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    ({ code, details, message }: GatewayError) => `${code} ${details.field}: ${message}`,
  );
}

it('is sent by Meta’s id of it, and shown as what it is', async () => {
  const rig = await fetchRig();
  const id = await uploaded(rig);
  expect(rig.meta.uploaded).toMatchObject([{ number: '1001', file: { mimeType: 'image/png', name: 'file.png' } }]);
  expect(await resolve(rig, media(id))).toMatchObject({
    ...{ mediaId: '901', mimeType: 'image/png', filename: null, media: { id, state: 'READY', width: 1 } },
  });
  expect(await resolve(rig, media(id, 'document'))).toMatchObject({ mediaId: '901', filename: 'a.png' });
  expect(rig.meta.uploaded).toHaveLength(1);
});

it('finds no file of another tenant by Meta’s id of it where both send with the operator’s token', async () => {
  const rig = await fetchRig({ rented: true });
  const own = await uploaded(rig);
  await rig.receive(NUMBER, OTHER_TENANT);
  const heading = (id: string | number) => ({ type: 'button', header: { type: 'image', image: { id } } });
  const card = (id: string) => ({ components: [{ type: 'header', parameters: [{ type: 'image', image: { id } }] }] });
  const contents = (id: string): [string, MessageContent][] => [
    ['image.id', media(id)],
    ['interactive.header.image.id', { kind: 'interactive', interactive: heading(id) }],
    ['interactive.header.image.id', { kind: 'interactive', interactive: heading(Number(id)) }],
    [
      'components[0].cards[0].components[0].parameters[0].image.id',
      { kind: 'template', name: 'a', language: 'en', components: [{ type: 'carousel', cards: [card(id)] }] },
    ],
    ['raw.value.slides[0].video.id', { kind: 'other', type: 'newer', value: { slides: [{ video: { id } }] } }],
  ];
  // 701 came to another tenant over the same number, 902 is nobody's.
  for (const [field, content] of [...contents('701'), ...contents('902')]) {
    expect(await refusal(resolve(rig, content))).toBe(`NOT_FOUND ${field}: There is no such media file.`);
  }
  for (const [, content] of contents('901')) expect(await resolve(rig, content)).toEqual(content);
  expect(await resolve(rig, media(own))).toMatchObject({ mediaId: '901' });
  const elsewhere = { number: OTHER_NUMBER };
  expect(await refusal(resolve(rig, media('901'), elsewhere))).toMatch(/^NOT_FOUND image\.id/);
  // Whoever brings a token of their own is told apart by Meta.
  const credentials = { accessToken: 'EAAown', phoneNumberId: NUMBER.phoneNumberId };
  expect(await resolve(rig, media('701'), { credentials })).toEqual(media('701'));
});

it('leaves what is not ours alone: Meta’s ids, links, words', async () => {
  const rig = await fetchRig();
  const others: MessageContent[] = [
    media('4490709327384033'),
    { ...media(''), mediaId: null, link: 'https://example.com/med_1.png' },
    { kind: 'text', body: '{"id":"med_1"}', previewUrl: false },
    { kind: 'other', type: 'newer', value: { image: { id: 'med_1' } } },
  ];
  for (const content of others) expect(await resolve(rig, content)).toBe(content);
  expect(rig.meta.uploaded).toEqual([]);
});

describe('is uploaded again', () => {
  it('when Meta is about to forget it', async () => {
    const rig = await fetchRig();
    const id = await uploaded(rig);
    rig.clock.advance(29 * DAY_MS - 1);
    expect(await resolve(rig, media(id))).toMatchObject({ mediaId: '901' });
    rig.clock.advance(1);
    expect(await resolve(rig, media(id))).toMatchObject({ mediaId: '902' });
    expect(await resolve(rig, media(id))).toMatchObject({ mediaId: '902' });
    expect(rig.meta.uploaded).toHaveLength(2);
  });

  it('for each other number once', async () => {
    const rig = await fetchRig();
    const id = await uploaded(rig);
    for (let n = 0; n < 2; n += 1) {
      expect(await resolve(rig, media(id), { number: OTHER_NUMBER })).toMatchObject({ mediaId: '902' });
      expect(await resolve(rig, media(id))).toMatchObject({ mediaId: '901' });
    }
    expect(rig.meta.uploaded.map(({ number }) => number)).toEqual(['1001', '1002']);
  });

  it('when it came from a person, since the id under which it came is not ours to send', async () => {
    const rig = await fetchRig();
    const message = await rig.receive();
    await rig.media.fetch.runDue();
    const id = (await rig.shown(message))?.id ?? '';
    expect(await resolve(rig, media(id))).toMatchObject({ mediaId: '901', media: { id } });
  });

  it('unless Meta refuses, which its sender is told before anything is stored', async () => {
    const rig = await fetchRig();
    const id = await uploaded(rig);
    rig.meta.uploads = [{ ok: false, reason: 'Meta did not answer in time.', error: null }];
    const sent = resolve(rig, media(id), { number: OTHER_NUMBER });
    expect(await refusal(sent)).toContain('META_UNAVAILABLE');
  });
});

describe('cannot be sent', () => {
  it('by another tenant, to whom it is what no file is', async () => {
    const rig = await fetchRig();
    const id = await uploaded(rig);
    const message = await rig.receive();
    const other = { tenantId: OTHER_TENANT, number: OTHER_NUMBER };
    const unknown = await refusal(resolve(rig, media('med_00000000000000000000000000'), other));
    expect(unknown).toMatch(/^NOT_FOUND image\.id/);
    for (const theirs of [id, (await rig.shown(message))?.id ?? '']) {
      expect(await refusal(resolve(rig, media(theirs), other))).toBe(unknown);
    }
  });

  it('as what it is not', async () => {
    const rig = await fetchRig();
    const id = await uploaded(rig);
    for (const kind of ['video', 'audio', 'sticker'] as const) {
      const said = await refusal(resolve(rig, media(id, kind)));
      expect(said).toMatch(new RegExp(`^INVALID_INPUT ${kind}\\.id: .*image/png`));
    }
  });

  it('before it is here', async () => {
    const rig = await fetchRig({ credentials: false });
    const message = await rig.receive();
    const id = (await rig.shown(message))?.id ?? '';
    expect(await refusal(resolve(rig, media(id)))).toContain('still being fetched');
    await rig.media.fetch.runDue();
    expect(await refusal(resolve(rig, media(id)))).toContain('could not be fetched');
  });

  it('from a number without credentials where Meta does not have it', async () => {
    const rig = await fetchRig({ credentials: false });
    const id = await uploaded(rig, { credentials: { accessToken: 'EAAdirect', phoneNumberId: '1001' } });
    expect(await resolve(rig, media(id))).toMatchObject({ mediaId: '901' });
    expect(await refusal(resolve(rig, media(id), { number: OTHER_NUMBER }))).toMatch(/^FORBIDDEN from/);
    const credentials = { accessToken: 'EAAdirect', phoneNumberId: '1002' };
    expect(await resolve(rig, media(id), { number: OTHER_NUMBER, credentials })).toMatchObject({ mediaId: '902' });
  });

  it('when the media store has lost it and Meta too', async () => {
    const rig = await fetchRig();
    const id = await uploaded(rig);
    await rig.media.files.delete(id);
    expect(await refusal(resolve(rig, media(id), { number: OTHER_NUMBER }))).toMatch(/^NOT_FOUND image\.id/);
  });
});

it('waits for a media store that does not answer', async () => {
  const rig = await fetchRig({ files: { open: () => Promise.reject(new Error('no route to the bucket')) } });
  const id = await uploaded(rig);
  expect(await resolve(rig, media(id))).toMatchObject({ mediaId: '901' });
  expect(await refusal(resolve(rig, media(id), { number: OTHER_NUMBER }))).toContain('OVERLOADED');
  const file = await rig.media.media.file(operator(), id);
  expect(await refusal(file.read())).toContain('OVERLOADED');
});

describe('stands in headers', () => {
  const interactive = (header: JsonObject): MessageContent => ({ kind: 'interactive', interactive: { header } });
  const template = (...components: JsonObject[]): MessageContent => ({
    ...{ kind: 'template', name: 'x', language: 'en', components },
  });

  it('of interactive messages and their cards', async () => {
    const rig = await fetchRig();
    const id = await uploaded(rig);
    const cards = { cards: [{ header: { type: 'image', image: { id } } }, { header: { image: { id: '7' } } }] };
    expect(await resolve(rig, { kind: 'interactive', interactive: { action: cards } })).toMatchObject({
      interactive: { action: { cards: [{ header: { image: { id: '901' } } }, { header: { image: { id: '7' } } }] } },
    });
    expect(await resolve(rig, interactive({ type: 'image', image: { id } }))).toEqual(
      interactive({ type: 'image', image: { id: '901' } }),
    );
    const wrong = resolve(rig, interactive({ type: 'video', video: { id } }));
    expect(await refusal(wrong)).toMatch(/^INVALID_INPUT interactive\.header\.video\.id/);
    const none = resolve(rig, interactive({ type: 'image', image: { id: 'med_none' } }));
    expect(await refusal(none)).toMatch(/^NOT_FOUND interactive\.header\.image\.id/);
  });

  it('of templates, and only where a file stands', async () => {
    const rig = await fetchRig();
    const id = await uploaded(rig);
    const header = (value: string) => ({ type: 'header', parameters: [{ type: 'image', image: { id: value } }] });
    const body = { type: 'body', parameters: [{ type: 'text', text: id }] };
    expect(await resolve(rig, template(header(id), body))).toEqual(template(header('901'), body));
  });
});

describe('uploading', () => {
  it('needs the scope, before a byte is taken', async () => {
    const rig = await fetchRig();
    let taken = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      taken += 1;
      yield PNG;
    }
    expect(await refusal(rig.media.media.receive(reader('dijla'), counted()))).toContain('FORBIDDEN');
    expect(taken).toBe(0);
  });

  it('gives Meta no name of the caller’s, and keeps neither token nor file when Meta refuses', async () => {
    const rig = await fetchRig();
    await writeFile(join(rig.folder, 'decoy'), 'x');
    rig.meta.uploads = [{ ok: false, reason: 'no', error: REJECTED }];
    expect(await refusal(uploaded(rig, { filename: '../../decoy.png' }))).toContain('REJECTED_BY_META');
    const id = await uploaded(rig, { filename: '../../decoy.png' });
    expect(rig.meta.uploaded.map(({ file }) => file.name)).toEqual(['file.png', 'file.png']);
    const record = await rig.store.media.get('dijla', id);
    expect(JSON.stringify(record)).not.toContain('EAA');
    expect(record).toMatchObject({ state: 'READY', facts: { filename: '../../decoy.png', sizeBytes: PNG.length } });
  });
});

const REJECTED = {
  ...{ code: 131053, title: 'Media upload error', details: null, fbtraceId: null, meaning: 'Meta did not take it.' },
  ...{ action: 'Send another.', retryable: false },
};
