import { describe, expect, it } from 'vitest';
import { sameHash } from '../../src/application/media-download.ts';
import type { Download } from '../../src/ports/cloud-media.ts';
import { NUMBER, OTHER_NUMBER, OTHER_TENANT } from '../ports/fixtures.ts';
import { fetchRig, PNG, PNG_SHA256 } from './fetching.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const TOKEN_REFUSED = {
  ...{ code: 190, title: 'Access token expired', details: null, fbtraceId: null, meaning: 'The token is dead.' },
  ...{ action: 'Make a new one.', retryable: false },
};

async function* cutOff(): AsyncGenerator<Uint8Array> {
  yield PNG.subarray(0, 20);
  throw new Error('The connection to Meta broke (ECONNRESET).');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const bytes = (some: Uint8Array): Download => ({ kind: 'bytes', bytes: once(some) });

it("asks for the message's own number, and keeps what its bytes show", async () => {
  const rig = await fetchRig();
  const id = await rig.receive();
  expect(await rig.media.fetch.runDue()).toBe(1);
  expect(rig.meta.asked).toEqual([
    { mediaId: '701', credentials: { accessToken: 'EAAtest', phoneNumberId: NUMBER.phoneNumberId } },
  ]);
  expect(await rig.shown(id)).toMatchObject({
    ...{ state: 'READY', mimeType: 'image/png', sizeBytes: PNG.length, sha256: PNG_SHA256, width: 1, height: 1 },
  });
  await expect.poll(() => rig.told).toEqual(['dijla']);
  expect(await rig.media.fetch.runDue()).toBe(0);
});

describe('a download that fails', () => {
  it.each<[string, Download | (() => Promise<Download>)]>([
    ['is refused', { kind: 'failed', reason: 'Meta answered HTTP 500 to the download.' }],
    ['breaks off', { kind: 'bytes', bytes: cutOff() }],
    ['brings other bytes than Meta told', bytes(Buffer.from('other'))],
  ])('because it %s is tried again, later each time', async (_how, answer) => {
    const rig = await fetchRig();
    rig.meta.downloads = [answer, { kind: 'failed', reason: 'again' }];
    const id = await rig.receive();
    await rig.media.fetch.runDue();
    const pending = await rig.shown(id);
    expect([pending?.state, pending?.reason]).toEqual(['PENDING', expect.stringMatching(/\w/)]);
    expect(rig.told).toEqual([]);
    // 5 s with the rig's chance of a half: 3.75 s, then threefold.
    for (const [wait, started] of [
      [3_749, 0],
      [1, 1],
      [11_249, 0],
      [1, 1],
    ] as const) {
      rig.clock.advance(wait);
      expect(await rig.media.fetch.runDue()).toBe(started);
    }
    expect(await rig.shown(id)).toMatchObject({ state: 'READY', reason: null });
  });

  it('never waits longer than 6 hours, and is given up when Meta has forgotten the file', async () => {
    const rig = await fetchRig();
    rig.meta.description = { ok: false, reason: 'Meta could not be reached (ENOTFOUND).', error: null };
    const id = await rig.receive();
    const start = rig.clock.now();
    let last = start;
    let longest = 0;
    while ((await rig.shown(id))?.state === 'PENDING') {
      if ((await rig.media.fetch.runDue()) > 0) {
        longest = Math.max(longest, rig.clock.now() - last);
        last = rig.clock.now();
      }
      rig.clock.advance(15 * 60_000);
    }
    expect(longest).toBeLessThanOrEqual(6.25 * 60 * 60_000);
    expect(last - start).toBeGreaterThan(6.7 * DAY_MS);
    expect(last - start).toBeLessThan(7 * DAY_MS);
    const failed = await rig.shown(id);
    expect(failed?.reason).toContain('7 days');
    expect(failed?.reason).toContain('ENOTFOUND');
    await expect.poll(() => rig.told).toEqual(['dijla']);
  });

  it('is tried once even when it comes too late', async () => {
    const rig = await fetchRig();
    const id = await rig.receive();
    rig.clock.advance(8 * DAY_MS);
    await rig.media.fetch.runDue();
    expect(await rig.shown(id)).toMatchObject({ state: 'READY' });
  });

  it('with a 404 asks for a new address once', async () => {
    const rig = await fetchRig();
    const gone = { kind: 'gone', reason: 'Meta answered HTTP 404 to the download.' } as const;
    rig.meta.downloads = [gone];
    const id = await rig.receive();
    await rig.media.fetch.runDue();
    expect([rig.meta.asked.length, (await rig.shown(id))?.state]).toEqual([2, 'READY']);
    rig.meta.downloads = [gone, gone];
    const other = await rig.receive();
    await rig.media.fetch.runDue();
    expect(rig.meta.asked).toHaveLength(4);
    expect(await rig.shown(other)).toMatchObject({
      state: 'PENDING',
      reason: expect.stringContaining('access token may not fit'),
    });
  });

  it('because the token is refused says so, and goes on when it is accepted', async () => {
    const rig = await fetchRig();
    const { description } = rig.meta;
    rig.meta.description = { ok: false, reason: 'The token is dead.', error: TOKEN_REFUSED };
    const id = await rig.receive();
    for (let n = 0; n < 5; n += 1) {
      await rig.media.fetch.runDue();
      rig.clock.advance(60 * 60_000);
    }
    expect(await rig.shown(id)).toMatchObject({
      state: 'PENDING',
      reason: expect.stringContaining('refuses the access token'),
    });
    rig.meta.description = description;
    rig.clock.advance(6 * 60 * 60_000);
    await rig.media.fetch.runDue();
    expect(await rig.shown(id)).toMatchObject({ state: 'READY' });
  });

  it('because Meta does not know the file is given up after three attempts', async () => {
    const rig = await fetchRig();
    rig.meta.description = { ok: false, reason: 'No such object.', error: { ...TOKEN_REFUSED, code: 100 } };
    const id = await rig.receive();
    for (const state of ['PENDING', 'PENDING', 'FAILED']) {
      await rig.media.fetch.runDue();
      expect((await rig.shown(id))?.state).toBe(state);
      rig.clock.advance(60 * 60_000);
    }
  });
});

describe('what cannot be fetched', () => {
  it('is a file at an address that is not Meta’s', async () => {
    const rig = await fetchRig();
    rig.meta.downloads = [{ kind: 'foreign', reason: 'The address is not one of Meta’s.' }];
    const id = await rig.receive();
    await rig.media.fetch.runDue();
    expect(await rig.shown(id)).toMatchObject({ state: 'FAILED', reason: 'The address is not one of Meta’s.' });
    await expect.poll(() => rig.told).toEqual(['dijla']);
  });

  it('is a file of a number without stored credentials, for which nothing is asked', async () => {
    const rig = await fetchRig({ credentials: false });
    const id = await rig.receive();
    await rig.media.fetch.runDue();
    const media = await rig.shown(id);
    expect([media?.state, media?.reason]).toEqual(['FAILED', expect.stringContaining('No credentials are stored')]);
    expect(rig.meta.asked).toEqual([]);
  });

  it('is a file that is too large: what Meta tells is believed, and what comes is counted', async () => {
    const rig = await fetchRig();
    const { description } = rig.meta;
    if (!description.ok) throw new Error('expected a description');
    rig.meta.description = { ok: true, value: { ...description.value, sizeBytes: 111 * 1024 * 1024 } };
    const id = await rig.receive();
    await rig.media.fetch.runDue();
    expect(await rig.shown(id)).toMatchObject({ state: 'FAILED', reason: expect.stringContaining('larger than') });
    expect(rig.meta.downloaded).toEqual([]);
    rig.meta.description = description;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield new Uint8Array(8 * 1024 * 1024);
    }
    rig.meta.downloads = [{ kind: 'bytes', bytes: endless() }];
    const other = await rig.receive();
    await rig.media.fetch.runDue();
    expect(await rig.shown(other)).toMatchObject({ state: 'FAILED', reason: expect.stringContaining('larger than') });
  });
});

it('tries again when the media store does not take the file; the message is there all the same', async () => {
  let broken = true;
  const rig = await fetchRig({
    files: {
      async put() {
        if (broken) throw new Error('ENOSPC');
      },
    },
  });
  const id = await rig.receive();
  await rig.media.fetch.runDue();
  expect(await rig.shown(id)).toMatchObject({ state: 'PENDING', reason: 'The media store did not take the file.' });
  broken = false;
  rig.clock.advance(60_000);
  await rig.media.fetch.runDue();
  expect(await rig.shown(id)).toMatchObject({ state: 'READY' });
});

it('begins with the file of a fifth tenant while the downloads of four hang, each with more behind them', async () => {
  const rig = await fetchRig();
  const gate = Promise.withResolvers<void>();
  rig.meta.downloads = Array.from({ length: 20 }, () => async (): Promise<Download> => {
    await gate.promise;
    return bytes(PNG);
  });
  for (const tenant of ['ten_1', 'ten_2', 'ten_3', 'ten_4']) {
    for (let n = 0; n < 3; n += 1) await rig.receive(undefined, tenant);
  }
  const last = await rig.receive(OTHER_NUMBER, OTHER_TENANT);
  rig.media.fetch.start();
  await expect.poll(() => rig.meta.asked.map(({ credentials }) => credentials.phoneNumberId)).toContain('1002');
  gate.resolve();
  await expect.poll(async () => (await rig.shown(last, OTHER_TENANT))?.state).toBe('READY');
});

it('fetches two files of a tenant at once, and another’s beside them', async () => {
  const rig = await fetchRig();
  const gate = Promise.withResolvers<void>();
  let most = 0;
  let open = 0;
  const slow = async (): Promise<Download> => {
    open += 1;
    most = Math.max(most, open);
    await gate.promise;
    open -= 1;
    return bytes(PNG);
  };
  rig.meta.downloads = Array.from({ length: 20 }, () => slow);
  const ids: string[] = [];
  for (let n = 0; n < 8; n += 1) ids.push(await rig.receive());
  const other = await rig.receive(OTHER_NUMBER, OTHER_TENANT);
  rig.media.fetch.start();
  // The other tenant's one is not behind the eight.
  await expect.poll(() => open).toBe(3);
  expect(rig.meta.asked.filter(({ credentials }) => credentials.phoneNumberId === '1002')).toHaveLength(1);
  gate.resolve();
  await expect.poll(async () => (await rig.shown(ids.at(-1) ?? ''))?.state).toBe('READY');
  expect((await rig.shown(other, OTHER_TENANT))?.state).toBe('READY');
  expect(most).toBe(3);
});

it('breaks downloads off when it stops, and begins them again at the next start', async () => {
  const rig = await fetchRig();
  const started = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  rig.meta.downloads = [
    async () => {
      started.resolve();
      await end.promise;
      return { kind: 'failed', reason: 'aborted' };
    },
  ];
  const id = await rig.receive();
  rig.media.fetch.start();
  await started.promise;
  const restarted = rig.restart();
  end.resolve();
  await restarted;
  expect(await rig.shown(id)).toMatchObject({ state: 'PENDING', reason: null });
  rig.media.fetch.start();
  await expect.poll(async () => (await rig.shown(id))?.state).toBe('READY');
});

it('wakes by itself when the next attempt falls due', async () => {
  const rig = await fetchRig();
  rig.meta.downloads = [{ kind: 'failed', reason: 'again' }];
  const id = await rig.receive();
  rig.media.fetch.start();
  await expect.poll(async () => (await rig.shown(id))?.reason).toBe('again');
  await expect.poll(() => rig.clock.pending()).toBe(1);
  rig.clock.advance(3_750);
  await expect.poll(async () => (await rig.shown(id))?.state).toBe('READY');
});

it('knows a hash in hexadecimal and in base64', () => {
  const base64 = Buffer.from(PNG_SHA256, 'hex').toString('base64');
  for (const told of [PNG_SHA256, PNG_SHA256.toUpperCase(), base64, base64.replace('=', ''), 'no hash']) {
    expect([told, sameHash(told, PNG_SHA256)]).toEqual([told, true]);
  }
  const other = 'a'.repeat(64);
  expect(sameHash(other, PNG_SHA256)).toBe(false);
  expect(sameHash(Buffer.from(other, 'hex').toString('base64'), PNG_SHA256)).toBe(false);
});
