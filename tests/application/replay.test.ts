import { expect, it } from 'vitest';
import type { CloudApi } from '../../src/ports/cloud-api.ts';
import type { InboundStore } from '../../src/ports/store.ts';
import { batch, ingestRig, text, webhook } from './ingesting.ts';

/** A release that understands nothing. */
const blind = (real: CloudApi): CloudApi => ({
  ...real,
  parse: () => ({ items: [], problems: ['not understood by this release'] }),
});

/** A store that cannot take the items of these names. */
const failing =
  (names: readonly string[]) =>
  (store: InboundStore): Pick<InboundStore, 'append'> => ({
    append: (one) =>
      store.append({
        ...one,
        items: one.items.map((routed) =>
          'whatsappId' in routed.item && names.includes(routed.item.whatsappId)
            ? { ...routed, item: null as unknown as typeof routed.item }
            : routed,
        ),
      }),
  });

it('stores what this release understands, releases it, and wakes the readers', async () => {
  const rig = await ingestRig({ cloudApi: blind });
  await rig.receive(webhook(text('wamid.1', 'one'), text('wamid.2', 'two')));
  await rig.receive(webhook(text('wamid.3', 'three')));
  expect(await rig.events()).toEqual([]);
  const kept = await rig.quarantined();
  expect(kept.map(({ problem }) => problem)).toEqual(Array(2).fill('not understood by this release'));

  const replayed = await rig.replay();
  expect(replayed).toEqual(kept.map(({ id, receivedAt }, i) => ({ id, receivedAt, stored: [2, 1][i], problem: null })));
  expect((await rig.events()).map(({ body }) => body.message?.text)).toEqual(['one', 'two', 'three']);
  await expect.poll(() => rig.woken).toContain('dijla');
  expect(await rig.quarantined()).toEqual([]);
  expect(await rig.replay()).toEqual([]);
});

it('adds the items that failed and repeats none of their neighbours', async () => {
  const rig = await ingestRig({ inbound: failing(['wamid.2']) });
  const body = batch(['wamid.1', 'wamid.2', 'wamid.3'].map((name) => text(name, name).messages[0] ?? {}));
  await rig.receive(body);
  expect((await rig.events()).map(({ body }) => body.message?.text)).toEqual(['wamid.1', 'wamid.3']);
  expect(await rig.quarantined()).toMatchObject([{ problem: expect.stringMatching(/^1 of 3 items/) }]);

  expect(await rig.replay()).toMatchObject([{ stored: 1, problem: null }]);
  expect((await rig.events()).map(({ body }) => body.message?.text)).toEqual(['wamid.1', 'wamid.3', 'wamid.2']);
  expect(rig.rawBodies()).toHaveLength(1);
});

it('keeps what it still cannot understand, says why, and goes on to the next', async () => {
  const rig = await ingestRig({ inbound: failing(['wamid.1']) });
  await rig.receive('{"entry": [');
  await rig.receive(webhook(text('wamid.1', 'one')));
  for (const stored of [1, 0]) {
    const results = await rig.replay();
    expect(results[0]).toMatchObject({ stored: 0, problem: 'not JSON' });
    if (stored === 1) expect(results[1]).toMatchObject({ stored, problem: null });
    else expect(results).toHaveLength(1);
  }
  expect((await rig.quarantined()).map(({ problem }) => problem)).toEqual(['not JSON']);
  expect(await rig.events()).toHaveLength(1);
});

it('repeats nothing when it is cut off between storing and releasing', async () => {
  const rig = await ingestRig({ cloudApi: blind });
  await rig.receive(webhook(text('wamid.1', 'one')));
  const [kept] = await rig.quarantined();
  await rig.replay();
  // As if the release had not been written: the webhook is quarantined under its own id once more.
  const id = kept?.id ?? '';
  await rig.store.inbound.append({ id, receivedAt: 0, body: null, items: [], problem: 'again' });
  expect(await rig.replay()).toEqual([expect.objectContaining({ id, stored: 0, problem: null })]);
  expect(await rig.events()).toHaveLength(1);
});

it('replays a large webhook whole, though a later part of it failed', async () => {
  const rig = await ingestRig({ inbound: failing(['wamid.1700']) });
  const messages = Array.from({ length: 2_000 }, (_, n) => text(`wamid.${n}`, String(n)).messages[0] ?? {});
  await rig.receive(batch(messages));
  expect(await rig.events()).toHaveLength(1_999);
  expect(await rig.quarantined()).toHaveLength(1);
  expect(await rig.replay()).toMatchObject([{ stored: 1, problem: null }]);
  expect((await rig.events()).at(-1)?.body.message?.text).toBe('1700');
  expect(await rig.quarantined()).toEqual([]);
});

it('goes through more than one page', async () => {
  const rig = await ingestRig({ cloudApi: blind });
  await Promise.all(Array.from({ length: 230 }, (_, n) => rig.receive(webhook(text(`wamid.${n}`, 'x')))));
  expect(await rig.replay()).toHaveLength(230);
  expect(await rig.events()).toHaveLength(230);
});
