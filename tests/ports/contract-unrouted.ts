import { describe, expect, it } from 'vitest';
import type { InboundItem } from '../../src/domain/inbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { entry } from './contract-audit.ts';
import { SHARED, shared, shareNumber, toShared, writeTo } from './contract-shared.ts';
import {
  ALI,
  everyEvent,
  image,
  inbound,
  NOW,
  OTHER_TENANT,
  person,
  registered,
  routed,
  status,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const NEWEST = { limit: 10, from: 'newest' } as const;
const SARA = person({ phone: '+9645', userId: 'IQ.5', name: 'Sara' });

export function unroutedContract(rig: () => StoreRig): void {
  /** What came when nobody had the number yet. */
  const early = (...items: readonly InboundItem[]) =>
    rig().store.inbound.append(webhook(items.map((item) => routed(item, HOME_TENANT, null))));
  const take = (...items: readonly InboundItem[]) => rig().store.inbound.append(webhook(items.map(shared)));
  const box = async (filter = {}) => (await rig().store.unrouted.list(filter, NEWEST)).rows;
  const wamids = async (filter = {}) => (await box(filter)).map(({ item }) => item.whatsappId);
  const byRules = { phoneNumberId: SHARED.phoneNumberId, tenantId: null } as const;
  const received = async (tenantId: string) => {
    const { rows } = await rig().store.messages.list(
      tenantId,
      { direction: 'INBOUND' },
      { limit: 100, from: 'newest' },
    );
    return rows.map(({ whatsappId, createdAt }) => ({ whatsappId, at: Date.parse(createdAt) })).toReversed();
  };

  describe('the unrouted box', () => {
    it('keeps each message once, newest first, and finds it by number and by person', async () => {
      const { store } = rig();
      await early(
        inbound('wamid.1', ALI, toShared),
        inbound('wamid.2', SARA, toShared),
        status('wamid.x', 'SENT', toShared),
      );
      await early(inbound('wamid.1', ALI, toShared), inbound('wamid.3', SARA, { phoneNumberId: '555' }));
      expect(await wamids()).toEqual(['wamid.3', 'wamid.2', 'wamid.1']);
      expect(await wamids(toShared)).toEqual(['wamid.2', 'wamid.1']);
      expect(await wamids({ person: 'IQ.5' })).toEqual(['wamid.3', 'wamid.2']);
      expect(await wamids({ ...toShared, person: '+9645' })).toEqual(['wamid.2']);
      const [newest, second, oldest] = await box();
      const pageOf = async (page: object) => (await store.unrouted.list({}, { ...NEWEST, ...page })).rows;
      expect(await pageOf({ before: newest?.seq, limit: 1 })).toEqual([second]);
      expect(await pageOf({ after: oldest?.seq, from: 'oldest', limit: 1 })).toEqual([second]);
      expect(newest).toMatchObject({ receivedAt: NOW, item: { from: { name: 'Sara' } } });
      expect((await store.unrouted.getMany([newest?.id ?? '', 'unr_none'])).map(({ id }) => id)).toEqual([newest?.id]);
      expect([...(await store.unrouted.numbers())].sort()).toEqual([SHARED.phoneNumberId, '555'].sort());
    });

    it('is emptied to the tenant of a number that becomes known: in order, once, with what Meta said of it', async () => {
      const { store } = rig();
      const later = inbound('wamid.1', SARA, { ...toShared, at: NOW - 10, type: 'image', content: image('7') });
      await early(later, inbound('wamid.2', SARA, { ...toShared, at: NOW - 5 }), status('wamid.x', 'SENT', toShared));
      expect(await store.unrouted.claim(byRules, 0, NOW)).toEqual({ tenants: [], messages: 0, next: null });
      await store.numbers.register(registered(SHARED, OTHER_TENANT));
      expect(await store.unrouted.claim(byRules, 0, NOW)).toEqual({ tenants: [OTHER_TENANT], messages: 2, next: null });
      expect(await received(OTHER_TENANT)).toEqual([
        { whatsappId: 'wamid.1', at: NOW - 10 },
        { whatsappId: 'wamid.2', at: NOW - 5 },
      ]);
      expect((await everyEvent(store, OTHER_TENANT)).map(({ type }) => type)).toEqual([
        'inbound_message',
        'inbound_message',
      ]);
      const facts = await store.windows.ofAddress(OTHER_TENANT, SHARED.phoneNumberId, { phone: '+9645' });
      expect(facts.lastInboundAt).toBe(NOW - 5);
      expect(await store.media.due(NOW, 10, 10, [])).toMatchObject([{ tenantId: OTHER_TENANT }]);
      expect([await box(), await store.unrouted.numbers()]).toEqual([[], []]);
      expect(await store.unrouted.claim(byRules, 0, NOW)).toEqual({ tenants: [], messages: 0, next: null });
      await store.inbound.append(webhook([routed(later, OTHER_TENANT, SHARED)]));
      expect(await received(OTHER_TENANT)).toHaveLength(2);
    });

    it('gives by the rules only what they claim, and each to its own', async () => {
      const { store } = rig();
      await shareNumber(store, { defaultTenantId: null });
      await take(inbound('wamid.1', ALI, toShared), inbound('wamid.2', SARA, toShared));
      expect(await wamids()).toEqual(['wamid.2', 'wamid.1']);
      await writeTo(store, OTHER_TENANT, 'wamid.out', '+9645');
      expect(await store.unrouted.claim(byRules, 0, NOW)).toMatchObject({ tenants: [OTHER_TENANT], messages: 1 });
      expect([await wamids(), await received(OTHER_TENANT)]).toMatchObject([['wamid.1'], [{ whatsappId: 'wamid.2' }]]);
    });

    it('hides what a repeat has brought home meanwhile, and stores it once', async () => {
      const { store } = rig();
      await shareNumber(store, { defaultTenantId: null });
      await take(inbound('wamid.1', SARA, toShared));
      const [waiting] = await box();
      await writeTo(store, OTHER_TENANT, 'wamid.out', '+9645');
      await take(inbound('wamid.1', SARA, toShared));
      expect([await box(), await store.unrouted.getMany([waiting?.id ?? ''])]).toEqual([[], []]);
      await store.unrouted.claim(byRules, 0, NOW);
      expect([await received(OTHER_TENANT), await store.unrouted.numbers()]).toMatchObject([[{}], []]);
    });

    it('gives a tenant what the operator names, and what these people write next', async () => {
      const { store } = rig();
      await shareNumber(store, { defaultTenantId: null });
      await take(
        inbound('wamid.1', ALI, toShared),
        inbound('wamid.2', SARA, toShared),
        inbound('wamid.3', ALI, toShared),
      );
      const ofAli = (await box()).find(({ item }) => item.whatsappId === 'wamid.1');
      const give = { phoneNumberId: SHARED.phoneNumberId, tenantId: OTHER_TENANT };
      expect(await store.unrouted.claim({ ...give, ids: [ofAli?.id ?? ''] }, 0, NOW)).toMatchObject({ messages: 1 });
      expect(await store.unrouted.claim({ ...give, person: 'IQ.5' }, 0, NOW)).toMatchObject({ messages: 1 });
      expect(await wamids()).toEqual(['wamid.3']);
      await take(inbound('wamid.4', ALI, toShared), inbound('wamid.5', SARA, toShared));
      expect((await received(OTHER_TENANT)).map(({ whatsappId }) => whatsappId)).toEqual([
        'wamid.1',
        'wamid.2',
        'wamid.4',
        'wamid.5',
      ]);
      const [id] = (await everyEvent(store, OTHER_TENANT)).map(({ messageId }) => messageId);
      expect(id).toBe(`msg_${ofAli?.id.slice('unr_'.length)}`);
    });

    it('records a gift with how many messages it was, and none that gave nothing', async () => {
      const { store } = rig();
      await shareNumber(store, { defaultTenantId: null });
      await take(inbound('wamid.1', ALI, toShared), inbound('wamid.2', ALI, toShared));
      const give = { phoneNumberId: SHARED.phoneNumberId, tenantId: OTHER_TENANT, person: ALI.phone ?? '' };
      const ofGift = () => entry({ tenantId: OTHER_TENANT, action: 'unrouted.assign', changes: {} });
      const given = ofGift();
      const { messages } = await store.unrouted.claim(give, 0, NOW, given);
      await store.unrouted.claim(give, 0, NOW, ofGift());
      const { rows } = await store.audit.list(OTHER_TENANT, {}, { limit: 9, from: 'newest' });
      const changes = { messages: { before: null, after: messages } };
      expect([messages, rows]).toMatchObject([2, [{ ...given, changes }]]);
      expect(rows).toHaveLength(1);
    });

    it('is cut into helpings of 1,000, each of which goes on where the one before ended', async () => {
      const { store } = rig();
      const many = Array.from({ length: 1_001 }, (_, i) => inbound(`wamid.${i}`, SARA, toShared));
      await early(...many.slice(0, 600));
      await early(...many.slice(600));
      await store.numbers.register(registered(SHARED, OTHER_TENANT));
      const first = await store.unrouted.claim(byRules, 0, NOW);
      expect(first).toMatchObject({ messages: 1_000, next: expect.any(Number) });
      expect(await store.unrouted.claim(byRules, first.next ?? 0, NOW)).toMatchObject({ messages: 1, next: null });
    });

    it('keeps a message as long as an event', async () => {
      const { store } = rig();
      await early(inbound('wamid.1', ALI, toShared));
      const old = { raw: 0, parked: 0, idempotency: 0, seen: 0 };
      await store.prune({ ...old, events: NOW });
      expect(await wamids()).toEqual(['wamid.1']);
      await store.prune({ ...old, events: NOW + 1 });
      expect(await wamids()).toEqual([]);
    });
  });
}
