import { expect, it } from 'vitest';
import { createMediaRoom } from '../../src/application/media-room.ts';
import { createQuotas } from '../../src/application/quotas.ts';
import { NO_QUOTAS } from '../../src/domain/tenant.ts';
import { fetchRig, PNG } from './fetching.ts';
import { operator, TestClock } from './support.ts';
import { tenant } from './tenancy.ts';

/** Quotas of the operator's tenant, which the test may change. */
function limited(mediaBytes: number | null) {
  const state = { mediaBytes };
  const tenants = { get: () => tenant({ quotas: { ...NO_QUOTAS, mediaBytes: state.mediaBytes } }) };
  return { state, quotas: createQuotas({ tenants, clock: new TestClock() }) };
}

it('what people send over the quota is not fetched and says so, and comes when there is room', async () => {
  const { state, quotas } = limited(PNG.length);
  const rig = await fetchRig({ quotas });
  const ids = [await rig.receive(), await rig.receive(), await rig.receive()];
  while ((await rig.media.fetch.runDue()) > 0);
  const shown = await Promise.all(ids.map((id) => rig.shown(id)));
  expect(shown.map((one) => one?.state).toSorted()).toEqual(['FAILED', 'FAILED', 'READY']);
  const failed = shown.find((one) => one?.state === 'FAILED');
  expect(failed?.reason).toContain(`Your tenant may store ${PNG.length} bytes of media`);
  expect(failed?.reason).toContain('retryMedia');
  expect(rig.meta.downloaded).toHaveLength(1);
  expect(await rig.store.usage.stored('dijla')).toEqual({ files: 1, bytes: PNG.length });

  const [again = '', never = ''] = ids.filter((_, i) => shown[i]?.state === 'FAILED');
  state.mediaBytes = 2 * PNG.length;
  await rig.media.media.retry(operator(), again);
  await rig.media.fetch.runDue();
  expect(await rig.shown(again)).toMatchObject({ state: 'READY', reason: null });
  const asked = rig.meta.asked.length;
  await rig.media.media.retry(operator(), never);
  await rig.media.fetch.runDue();
  expect(await rig.shown(never)).toMatchObject({ state: 'FAILED' });
  expect(rig.meta.asked).toHaveLength(asked);
});

it('a file that is larger than Meta told is judged by its own size', async () => {
  const { quotas } = limited(PNG.length - 1);
  const rig = await fetchRig({ quotas });
  const { value } = rig.meta.description.ok ? rig.meta.description : { value: null };
  if (value === null) throw new Error('the rig describes a picture');
  rig.meta.description = { ok: true, value: { ...value, sizeBytes: null } };
  const id = await rig.receive();
  await rig.media.fetch.runDue();
  expect(await rig.shown(id)).toMatchObject({ state: 'FAILED' });
  expect(await rig.store.usage.stored('dijla')).toEqual({ files: 0, bytes: 0 });
});

it('an upload over the quota is refused before Meta is given it, also when two come at once', async () => {
  const { quotas } = limited(PNG.length * 2 - 1);
  const rig = await fetchRig({ quotas });
  const { media } = rig.media;
  const command = { from: null, credentials: null, filename: 'a.png', type: null, mimeType: null };
  async function upload() {
    await using file = await media.receive(operator(), pieces());
    if (file === null) throw new Error('a small file was taken for a large one');
    return await media.upload(operator(), file, command);
  }
  const [one, other] = await Promise.allSettled([upload(), upload()]);
  expect([one?.status, other?.status].toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = [one, other].find((each) => each?.status === 'rejected');
  expect(refused).toMatchObject({ reason: { code: 'RATE_LIMITED', details: { field: 'quotas.mediaBytes' } } });
  await expect(upload()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(rig.meta.uploaded).toHaveLength(1);
  expect(await rig.store.usage.stored('dijla')).toEqual({ files: 1, bytes: PNG.length });
});

it('bytes set aside are given back, whatever becomes of them', async () => {
  const { quotas } = limited(10);
  const room = createMediaRoom({ usage: { stored: async () => ({ files: 1, bytes: 4 }) }, quotas });
  const first = await room.take('dijla', 6);
  await expect(room.take('dijla', 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  first[Symbol.dispose]();
  using _again = await room.take('dijla', 6);
});

async function* pieces() {
  yield PNG;
}
