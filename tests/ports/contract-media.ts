import { describe, expect, it } from 'vitest';
import { type MediaBytes, type MediaRecord, unfetched } from '../../src/domain/media.ts';
import type { MediaContent } from '../../src/domain/message.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import {
  ALI,
  append,
  everyEvent,
  freshId,
  image,
  inbound,
  messageById,
  NOW,
  newestMessage,
  OTHER_NUMBER,
  OTHER_TENANT,
  routed,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const IMAGE = image('700', { mimeType: 'image/jpeg', sha256: 'aGFzaA==', caption: 'look' });
const BYTES: MediaBytes = {
  ...{ mimeType: 'image/jpeg', sizeBytes: 12, sha256: 'ab', width: 3, height: 4, animated: false, thumbnail: true },
};
const READY = { kind: 'ready', bytes: BYTES } as const;
const FAILED = { kind: 'failed', reason: 'gone' } as const;
const later = (nextAt: number) => ({ kind: 'later', nextAt, reason: 'Meta is away' }) as const;

export function mediaContract(rig: () => StoreRig): void {
  const picture = (whatsappId: string, more: object = {}) =>
    inbound(whatsappId, ALI, { type: 'image', content: { ...IMAGE, ...more } });

  /** Stores an image and answers with its message. */
  async function received(whatsappId: string) {
    await append(rig().store, picture(whatsappId));
    return newestMessage(rig().store);
  }
  const mediaOf = (message: { content: unknown }) => (message.content as MediaContent).media;
  const told = async () => (await everyEvent(rig().store)).filter(({ type }) => type === 'message_media');
  const due = (now = NOW, except: string[] = []) => rig().store.media.due(now, 10, 10, except);

  describe('the file of a message', () => {
    it('is awaited from the transaction that stores the message, and said to be in its event', async () => {
      const message = await received('wamid.1');
      const [record] = await due();
      expect(record).toMatchObject({
        ...{ tenantId: HOME_TENANT, messageId: message.id, mediaType: 'image', phoneNumberId: '1001' },
        ...{ state: 'PENDING', attempts: 0, nextAt: NOW, expiresAt: NOW + 7 * 24 * 60 * 60 * 1000 },
        facts: { mediaId: '700', toldType: 'image/jpeg', toldSha256: 'aGFzaA==' },
      });
      const media = { id: record?.id, state: 'PENDING', mimeType: 'image/jpeg', url: null, sizeBytes: null };
      expect(mediaOf(message)).toMatchObject(media);
      const [event] = await everyEvent(rig().store);
      expect(event?.body.message && mediaOf(event.body.message)).toMatchObject(media);
      expect(record && (await rig().store.media.get(HOME_TENANT, record.id))).toEqual(record);
    });

    it('is none of a message without one, of a link, or of a copy of a message', async () => {
      await append(rig().store, inbound('wamid.t'), picture('wamid.none', { mediaId: null }), picture('wamid.1'));
      await append(rig().store, picture('wamid.1'));
      expect(await due()).toHaveLength(1);
    });

    it('that is ready is shown in its message and told once, in one transaction', async () => {
      const message = await received('wamid.1');
      const [record] = await due();
      const id = record?.id ?? '';
      expect(await rig().store.media.settle(HOME_TENANT, id, 0, READY, NOW + 5)).toBe(true);
      expect(await rig().store.media.settle(HOME_TENANT, id, 0, READY, NOW + 6)).toBe(false);
      const store = await rig().reopen();
      const shown = mediaOf(await messageById(store, message.id));
      expect(shown).toEqual({
        ...{ id, state: 'READY', reason: null, mimeType: 'image/jpeg', filename: null, sizeBytes: 12, sha256: 'ab' },
        ...{ width: 3, height: 4, url: `/api/v1/whatsapp/media/${id}` },
        thumbnailUrl: `/api/v1/whatsapp/media/${id}/thumbnail`,
      });
      const events = await told();
      expect(events).toMatchObject([
        {
          messageId: message.id,
          body: { type: 'message_media', at: new Date(NOW + 5).toISOString(), status: null, error: null },
        },
      ]);
      expect(events[0]?.body.message && mediaOf(events[0].body.message)).toEqual(shown);
      expect(await due(NOW + 1e12)).toEqual([]);
    });

    it('that failed says why, and is tried anew when somebody asks', async () => {
      const message = await received('wamid.1');
      const [record] = await due();
      const id = record?.id ?? '';
      const { media } = rig().store;
      await media.settle(HOME_TENANT, id, 0, FAILED, NOW);
      expect(mediaOf(await messageById(rig().store, message.id))).toMatchObject({ state: 'FAILED', reason: 'gone' });
      expect(await told()).toHaveLength(1);
      expect(await due(NOW + 1e12)).toEqual([]);
      const again = await media.retry(HOME_TENANT, message.id, NOW + 9);
      expect(again && mediaOf(again)).toMatchObject({ state: 'PENDING', reason: null });
      expect(await due(NOW + 9)).toMatchObject([{ id, attempts: 0, nextAt: NOW + 9 }]);
      expect(await told()).toHaveLength(1);
    });

    it('that waits for another attempt is due then and not before, and tells nothing', async () => {
      const message = await received('wamid.1');
      const [record] = await due();
      const id = record?.id ?? '';
      const { media } = rig().store;
      expect(await media.settle(HOME_TENANT, id, 0, later(NOW + 100), NOW)).toBe(false);
      expect(mediaOf(await messageById(rig().store, message.id))).toMatchObject({ reason: 'Meta is away' });
      expect([await due(NOW + 99), await media.nextDue(NOW)]).toEqual([[], NOW + 100]);
      expect(await due(NOW + 100)).toMatchObject([{ id, attempts: 1 }]);
      // An attempt that began before this wait is not the row's any more.
      expect(await media.settle(HOME_TENANT, id, 0, FAILED, NOW)).toBe(false);
      expect([await told(), await media.nextDue(NOW + 100)]).toEqual([[], null]);
    });

    it('is fetched at once when somebody cannot wait, and stays when it is here', async () => {
      const message = await received('wamid.1');
      const [record] = await due();
      const id = record?.id ?? '';
      const { media } = rig().store;
      await media.settle(HOME_TENANT, id, 0, later(NOW + 1_000), NOW);
      await media.retry(HOME_TENANT, message.id, NOW + 1);
      expect(await due(NOW + 1)).toHaveLength(1);
      await media.settle(HOME_TENANT, id, 0, READY, NOW);
      const ready = await media.retry(HOME_TENANT, message.id, NOW + 2);
      expect(ready && mediaOf(ready)).toMatchObject({ state: 'READY' });
      expect(await due(NOW + 1e12)).toEqual([]);
    });

    it("is nobody else's to see or to ask for", async () => {
      const message = await received('wamid.1');
      const [record] = await due();
      const { media } = rig().store;
      expect(await media.get(OTHER_TENANT, record?.id ?? '')).toBeNull();
      expect(await media.retry(OTHER_TENANT, message.id, NOW)).toBeNull();
      expect(await media.retry(HOME_TENANT, 'msg_none', NOW)).toBeNull();
    });
  });

  it('files are due oldest first, of each tenant a few, without those under way', async () => {
    const { inbound: writes, media } = rig().store;
    const of = (whatsappId: string, at: number, tenantId: string) => {
      const number = tenantId === HOME_TENANT ? undefined : OTHER_NUMBER;
      const phoneNumberId = number?.phoneNumberId ?? '1001';
      const item = { ...picture(whatsappId), phoneNumberId, key: `m|${phoneNumberId}|${whatsappId}` };
      return writes.append(webhook([routed(item, tenantId, number)], { receivedAt: at }));
    };
    for (const at of [1, 2, 3, 4]) await of(`wamid.h${at}`, NOW + at, HOME_TENANT);
    await of('wamid.o', NOW + 9, OTHER_TENANT);
    const found = await media.due(NOW + 10, 10, 2, []);
    expect(found.map(({ tenantId, nextAt }) => [tenantId, nextAt - NOW])).toEqual([
      [HOME_TENANT, 1],
      [HOME_TENANT, 2],
      [OTHER_TENANT, 9],
    ]);
    const ids = found.map(({ id }) => id);
    expect((await media.due(NOW + 10, 10, 2, ids)).map(({ nextAt }) => nextAt - NOW)).toEqual([3, 4]);
    expect(await media.due(NOW + 10, 1, 2, [])).toHaveLength(1);
    expect([await media.nextDue(NOW + 3), await media.nextDue(NOW + 9)]).toEqual([NOW + 4, null]);
  });

  it('an upload is kept with where it stands at Meta for each number', async () => {
    const { media } = rig().store;
    const facts = unfetched({ mediaId: null, toldType: null, toldSha256: null, filename: 'a\0\ud800.pdf' });
    const record: MediaRecord = {
      ...{ id: `med_${freshId()}`, tenantId: HOME_TENANT, messageId: null, mediaType: 'document' },
      ...{ phoneNumberId: '1001', state: 'READY', attempts: 0, nextAt: NOW, expiresAt: NOW + 30, createdAt: NOW },
      facts: { ...facts, ...BYTES, copies: { '1001': { mediaId: '1', expiresAt: NOW + 30 } } },
    };
    await media.add(record);
    await media.addCopy(HOME_TENANT, record.id, '1002', { mediaId: '2', expiresAt: NOW + 40 });
    await media.addCopy(HOME_TENANT, record.id, '1001', { mediaId: '3', expiresAt: NOW + 50 });
    const copies = { '1001': { mediaId: '3', expiresAt: NOW + 50 }, '1002': { mediaId: '2', expiresAt: NOW + 40 } };
    expect(await media.get(HOME_TENANT, record.id)).toEqual({ ...record, facts: { ...record.facts, copies } });
    await expect(media.addCopy(OTHER_TENANT, record.id, '1', { mediaId: '9', expiresAt: 1 })).rejects.toThrow();
    expect(await due(NOW + 1e12)).toEqual([]);
    // Those of former uploads are the tenant's still.
    const known = [
      ['1001', '1'],
      ['1001', '3'],
      ['1002', '2'],
      ['1001', '2'],
      ['1001', ''],
      ['', '1'],
    ] as const;
    const owned = (tenantId: string) => Promise.all(known.map(([number, id]) => media.isAtMeta(tenantId, number, id)));
    expect(await owned(HOME_TENANT)).toEqual([true, true, true, false, false, false]);
    expect(await owned(OTHER_TENANT)).toEqual(known.map(() => false));
  });

  it('a file that came is known by Meta’s id to the tenant that it came to, on the number that it came over', async () => {
    const { media } = rig().store;
    await received('wamid.1');
    expect(await media.isAtMeta(HOME_TENANT, '1001', '700')).toBe(true);
    expect(await media.isAtMeta(HOME_TENANT, '1002', '700')).toBe(false);
    expect(await media.isAtMeta(OTHER_TENANT, '1001', '700')).toBe(false);
  });
}
