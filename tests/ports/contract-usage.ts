import { describe, expect, it } from 'vitest';
import { unfetched } from '../../src/domain/media.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { USAGE_DIMENSIONS } from '../../src/domain/usage.ts';
import {
  ALI,
  accept,
  acceptedAs,
  append,
  claimOne,
  freshId,
  image,
  inbound,
  NOW,
  OTHER_NUMBER,
  OTHER_TENANT,
  REFUSED,
  routed,
  status,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

/** Of the operator's tenant, whose clocks are Baghdad's: three hours ahead of UTC. */
const TODAY = 20260301;
const RANGE = { from: TODAY, to: TODAY };
const LATE = Date.parse('2026-03-01T21:30:00.000Z');
const UTILITY = { billable: true, model: 'PMP', type: 'regular', category: 'utility \ud800' };
const UNTOLD = { category: '', pricingType: '', pricingModel: '', billable: '' };

export function usageContract(rig: () => StoreRig): void {
  const counts = (by = USAGE_DIMENSIONS as Parameters<typeof used>[0], tenantId = HOME_TENANT) => used(by, tenantId);
  const used = (by: readonly (typeof USAGE_DIMENSIONS)[number][], tenantId: string) =>
    rig().store.usage.messages(tenantId, { from: 20250101, to: 20271231 }, by, 100);

  describe('usage', () => {
    it('counts each message once, by what is known of it', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), inbound('wamid.2'), inbound('wamid.1'));
      await append(store, inbound('wamid.2'));
      const first = await accept(store, { direct: true });
      await store.outbox.settle(HOME_TENANT, first, 1, acceptedAs('wamid.out'), NOW);
      for (const word of ['SENT', 'DELIVERED', 'SENT', 'READ'] as const) {
        await append(store, status('wamid.out', word, { pricing: UTILITY }));
      }
      await accept(store);
      const job = await claimOne(store);
      await store.outbox.settle(HOME_TENANT, job.messageId, 1, { kind: 'failed', error: REFUSED, answer: null }, NOW);

      const row = { day: TODAY, type: 'text', failure: '', pricing: UNTOLD };
      const { category, type: pricingType, model: pricingModel } = UTILITY;
      const expected = [
        { ...row, direction: 'INBOUND', messages: 2 },
        {
          ...{ ...row, direction: 'OUTBOUND', messages: 1 },
          pricing: { category, pricingType, pricingModel, billable: 'true' },
        },
        { ...row, direction: 'OUTBOUND', failure: '131026', messages: 1 },
      ];
      expect(await counts()).toEqual(expected);
      await rig().reopen();
      expect(await counts()).toEqual(expected);
      expect(await counts(['direction'])).toEqual([
        { day: null, type: null, failure: null, pricing: null, direction: 'INBOUND', messages: 2 },
        { day: null, type: null, failure: null, pricing: null, direction: 'OUTBOUND', messages: 2 },
      ]);
      expect(await counts([])).toMatchObject([{ messages: 4 }]);
    });

    it('counts on the day of the tenant’s clocks, and stays there when they are changed', async () => {
      const { store } = rig();
      const id = await accept(store, { direct: true, now: LATE });
      await append(store, inbound('wamid.1'));
      const [home] = await store.tenants.all();
      if (home === undefined) throw new Error('there is a tenant');
      await store.tenants.put({ ...home, timeZone: 'America/New_York' });
      await store.outbox.settle(HOME_TENANT, id, 1, { kind: 'failed', error: REFUSED, answer: null }, LATE);
      await store.inbound.append(webhook([routed(inbound('wamid.2'))], { receivedAt: LATE }));
      expect(await counts(['day', 'failure'])).toMatchObject([
        { day: 20260301, failure: '', messages: 2 },
        { day: 20260302, failure: '131026', messages: 1 },
      ]);
      expect(await store.usage.messages(HOME_TENANT, { from: 20260302, to: 20260401 }, ['day'], 9)).toHaveLength(1);
      expect(await store.usage.messages(HOME_TENANT, { from: 20250101, to: 20270101 }, ['day'], 1)).toHaveLength(1);
    });

    it('is each tenant’s own, and nothing where nothing was used', async () => {
      const { store } = rig();
      await accept(store, { tenantId: OTHER_TENANT, number: OTHER_NUMBER });
      expect(await counts()).toEqual([]);
      expect(await counts(['type'], OTHER_TENANT)).toMatchObject([{ type: 'text', messages: 1 }]);
      expect(await store.usage.media(HOME_TENANT, RANGE, true)).toEqual([]);
      expect(await store.usage.stored(HOME_TENANT)).toEqual({ files: 0, bytes: 0 });
    });

    it('knows the files that came, the files that were uploaded, and what is stored of them', async () => {
      const { store } = rig();
      const picture = inbound('wamid.1', ALI, { type: 'image', content: image('700') });
      await append(store, picture, inbound('wamid.2', ALI, { type: 'image', content: image('701') }));
      const bytes = { mimeType: 'image/png', sha256: 'ab', width: 1, height: 1, animated: false, thumbnail: false };
      const [first, second] = await store.media.due(NOW, 10, 10, []);
      if (first === undefined || second === undefined) throw new Error('two files wait');
      const ready = { kind: 'ready', bytes: { ...bytes, sizeBytes: 7 } } as const;
      await store.media.settle(HOME_TENANT, first.id, 0, ready, NOW);
      await store.media.settle(HOME_TENANT, first.id, 0, ready, NOW);
      await store.media.settle(HOME_TENANT, second.id, 0, { kind: 'failed', reason: 'gone' }, NOW);
      const upload = { ...first, id: `med_${freshId()}`, messageId: null, state: 'READY' } as const;
      const facts = { ...unfetched({ mediaId: null, toldType: null, toldSha256: null, filename: null }), ...bytes };
      await store.media.add({ ...upload, createdAt: LATE, facts: { ...facts, sizeBytes: 2 ** 40 } });
      const { usage } = await rig().reopen();
      expect(await usage.media(HOME_TENANT, { from: TODAY, to: TODAY + 1 }, true)).toEqual([
        { day: 20260301, direction: 'INBOUND', files: 1, bytes: 7 },
        { day: 20260302, direction: 'OUTBOUND', files: 1, bytes: 2 ** 40 },
      ]);
      expect(await usage.media(HOME_TENANT, RANGE, false)).toEqual([
        { day: null, direction: 'INBOUND', files: 1, bytes: 7 },
      ]);
      expect(await usage.stored(HOME_TENANT)).toEqual({ files: 2, bytes: 2 ** 40 + 7 });
    });
  });
}
