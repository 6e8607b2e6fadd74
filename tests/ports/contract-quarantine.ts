import { describe, expect, it } from 'vitest';
import type { RoutedItem } from '../../src/domain/inbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { ALI, append, everyEvent, inbound, NOW, notice, person, routed, webhook } from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** An item that fails before anything is loaded for it. */
const broken = (): RoutedItem => ({ ...routed(inbound('wamid.bad')), item: null }) as unknown as RoutedItem;
/** An item that fails while it is being written, after its contact and conversation were. */
const unwritable = (name = 'wamid.bad'): RoutedItem => {
  const { raw: _raw, ...rest } = inbound(name, person({ phone: '+9641' }));
  return routed(rest as unknown as RoutedItem['item']);
};

export function quarantineContract(rig: () => StoreRig): void {
  const names = async () => (await everyEvent(rig().store)).map(({ body }) => body.message?.whatsappId);
  const quarantined = () => rig().store.quarantine.list(null, 100);

  describe('an item that cannot be stored', () => {
    it('stops neither its neighbours nor the webhooks beside its own', async () => {
      const { store } = rig();
      const results = await Promise.all([
        store.inbound.append(webhook([routed(inbound('wamid.1'))])),
        store.inbound.append(webhook([routed(inbound('wamid.2')), broken(), routed(inbound('wamid.3'))], { id: 'b' })),
        store.inbound.append(webhook([routed(inbound('wamid.4'))])),
      ]);
      expect(results.map(({ stored }) => stored)).toEqual([1, 2, 1]);
      expect(results.map(({ tenants }) => tenants)).toEqual([[HOME_TENANT], [HOME_TENANT], [HOME_TENANT]]);
      expect(results.map(({ quarantined }) => quarantined)).toEqual([
        null,
        expect.stringMatching(/^1 of 3 items could not be stored: /),
        null,
      ]);
      expect(await names()).toEqual(['wamid.1', 'wamid.2', 'wamid.3', 'wamid.4']);
      expect((await quarantined()).map(({ id }) => id)).toEqual(['b']);
    });

    it('leaves nothing of itself behind, wherever in a large webhook it stands', async () => {
      const { store } = rig();
      const items = Array.from({ length: 200 }, (_, i) => routed(inbound(`wamid.${i}`)));
      const bad = [0, 77, 199];
      for (const at of bad) items[at] = unwritable(`wamid.${at}`);
      const { stored, quarantined: problem } = await store.inbound.append(webhook(items));
      expect(stored).toBe(197);
      expect(problem).toMatch(/^3 of 200 items/);
      const good = Array.from({ length: 200 }, (_, i) => i).filter((i) => !bad.includes(i));
      expect(await names()).toEqual(good.map((i) => `wamid.${i}`));
      const { rows } = await store.conversations.list(HOME_TENANT, {}, { limit: 9, from: 'newest' });
      expect(rows).toHaveLength(1);
      expect(await store.events.head(HOME_TENANT)).toMatchObject({ first: 1, last: 197 });
      // What was wrong has been mended: the same items again add only what was missing.
      expect(await append(store, ...Array.from({ length: 200 }, (_, i) => inbound(`wamid.${i}`)))).toBe(3);
    });

    it('may be no JSON at all', async () => {
      const { store } = rig();
      const item = inbound('wamid.bad', ALI, { raw: 1n as unknown as null });
      const { stored, quarantined: problem } = await store.inbound.append(
        webhook([routed(inbound('wamid.1')), routed(item)], { problem: 'odd' }),
      );
      expect([stored, problem]).toEqual([1, 'odd; 1 of 2 items cannot be written as JSON']);
      expect(await names()).toEqual(['wamid.1']);
    });
  });

  describe('the quarantine', () => {
    const put = (id: string, more: Parameters<typeof webhook>[1] = {}) =>
      rig().store.inbound.append(webhook([], { id, body: Uint8Array.of(1, 0, 255), problem: `p ${id}`, ...more }));

    it('lists by id, in pages, with reason and time', async () => {
      await Promise.all(['raw_c', 'raw_a', 'raw_b'].map((id) => put(id)));
      const { quarantine } = rig().store;
      const page = await quarantine.list(null, 2);
      expect(page).toEqual([
        { id: 'raw_a', receivedAt: NOW, problem: 'p raw_a', tenantId: null },
        { id: 'raw_b', receivedAt: NOW, problem: 'p raw_b', tenantId: null },
      ]);
      expect((await quarantine.list('raw_b', 2)).map(({ id }) => id)).toEqual(['raw_c']);
      expect(await quarantine.list('raw_c', 2)).toEqual([]);
    });

    it('gives the exact bytes, and nothing for what it has not', async () => {
      await put('raw_a');
      expect(await rig().store.quarantine.body('raw_a')).toEqual(Uint8Array.of(1, 0, 255));
      expect(await rig().store.quarantine.body('raw_none')).toBeNull();
    });

    it('keeps the latest reason of a webhook that is tried again, and its first bytes and time', async () => {
      await put('raw_a');
      await put('raw_a', { body: null, problem: 'still odd', receivedAt: NOW + 5 });
      expect(await quarantined()).toEqual([{ id: 'raw_a', receivedAt: NOW, problem: 'still odd', tenantId: null }]);
      expect(await rig().store.quarantine.body('raw_a')).toEqual(Uint8Array.of(1, 0, 255));
    });

    it('releases one, twice without harm, and after a restart too', async () => {
      await Promise.all([put('raw_a'), put('raw_b')]);
      await rig().store.quarantine.release('raw_a');
      await rig().store.quarantine.release('raw_a');
      const store = await rig().reopen();
      expect((await store.quarantine.list(null, 9)).map(({ id }) => id)).toEqual(['raw_b']);
      expect(await store.quarantine.body('raw_a')).not.toBeNull();
    });

    it('outlives the retention of raw bodies until it is released', async () => {
      const all = (time: number) => ({ events: time, raw: time, parked: time, idempotency: time, seen: time });
      const { store } = rig();
      await put('raw_old', { receivedAt: NOW - 400 * DAY_MS });
      await put('raw_fine', { problem: null });
      await store.prune(all(NOW + 1));
      expect((await quarantined()).map(({ id }) => id)).toEqual(['raw_old']);
      expect(await store.quarantine.body('raw_old')).not.toBeNull();
      expect(await store.quarantine.body('raw_fine')).toBeNull();
      await store.quarantine.release('raw_old');
      await store.prune(all(NOW + 1));
      expect(await store.quarantine.body('raw_old')).toBeNull();
    });

    it('keeps the keys of its time, so that a late replay repeats nothing', async () => {
      const all = (time: number) => ({ events: NOW, raw: time, parked: time, idempotency: time, seen: time });
      const { store } = rig();
      const post = () => webhook([routed(notice('n|1'))], { id: 'raw_a', problem: 'half of it' });
      await store.inbound.append(post());
      await store.prune(all(NOW + 9 * DAY_MS));
      expect(await store.inbound.append(post())).toMatchObject({ stored: 0 });
      await store.quarantine.release('raw_a');
      await store.prune(all(NOW + 9 * DAY_MS));
      expect(await append(store, notice('n|1'))).toBe(1);
    });
  });
}
