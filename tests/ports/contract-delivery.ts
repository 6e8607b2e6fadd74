import { describe, expect, it } from 'vitest';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { DeliveryPlace, DeliverySlice } from '../../src/ports/delivery-store.ts';
import { accept, NOW, OTHER_TENANT } from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

export function deliveryContract(rig: () => StoreRig): void {
  describe('counting what was sent', () => {
    async function slices(tenantId = HOME_TENANT, days = [NOW - 10, NOW, NOW + 10]): Promise<DeliverySlice[]> {
      const found: DeliverySlice[] = [];
      for (let before: DeliveryPlace | null = null; ; ) {
        const request = { days, phoneNumberId: null, before, timed: true };
        const slice: DeliverySlice = await rig().store.delivery.slice(tenantId, request);
        found.push(slice);
        before = slice.next;
        if (before === null) return found;
      }
    }
    const counted = (all: readonly DeliverySlice[]) =>
      all.flatMap(({ tallies }) => tallies.map(({ count, day, status }) => ({ count, day, status })));

    it('puts each into its day, and no other tenant’s', async () => {
      for (const at of [NOW - 11, NOW - 10, NOW - 1, NOW, NOW + 9, NOW + 10]) await accept(rig().store, { now: at });
      await accept(rig().store, { tenantId: OTHER_TENANT });
      expect(counted(await slices())).toEqual([
        { day: 1, status: 'QUEUED', count: 2 },
        { day: 0, status: 'QUEUED', count: 2 },
      ]);
      expect(counted(await slices(OTHER_TENANT))).toEqual([{ day: 1, status: 'QUEUED', count: 1 }]);
    });

    it('goes on where it was, in bounded slices, also among messages of one moment', async () => {
      await Promise.all(Array.from({ length: 2_500 }, () => accept(rig().store, { now: NOW })));
      const all = await slices();
      expect(all.map(({ messages }) => messages)).toEqual([1_000, 1_000, 500]);
      expect(counted(all).reduce((sum, { count }) => sum + count, 0)).toBe(2_500);
    });
  });
}
