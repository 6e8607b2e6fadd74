import { describe, expect, it } from 'vitest';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { entry } from './contract-audit.ts';
import {
  accept,
  append,
  draft,
  everyEvent,
  inbound,
  NOW,
  NUMBER,
  newestMessage,
  notice,
  OTHER_NUMBER,
  OTHER_TENANT,
  registered,
  routed,
  status,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

export function recordsContract(rig: () => StoreRig): void {
  describe('numbers', () => {
    it('are all listed, whoever owns them', async () => {
      const all = [registered(NUMBER), registered(OTHER_NUMBER, OTHER_TENANT)];
      expect(await rig().store.numbers.all()).toEqual(all);
      expect(await (await rig().reopen()).numbers.all()).toEqual(all);
    });

    it('never change their owner', async () => {
      const { store } = rig();
      const claimed = { ...registered(NUMBER, OTHER_TENANT), id: 'num_new', display: '+1' };
      expect(await store.numbers.register(claimed)).toEqual(registered(NUMBER));
      expect(await store.numbers.all()).toHaveLength(2);
    });

    it('are bound to whoever comes first, which alone is recorded', async () => {
      const { store } = rig();
      const number = { id: 'num_3', phoneNumberId: '3', tenantId: OTHER_TENANT, display: '', wabaId: null };
      const bare = { ...number, credentials: 'direct', messagesPerSecond: null, sharing: null } as const;
      const [first, second] = [entry({ action: 'phone_number.bind' }), entry({ action: 'phone_number.bind' })];
      expect(await store.numbers.bind(bare, first)).toEqual({ number: bare, changed: true });
      const late = { ...bare, tenantId: HOME_TENANT };
      expect(await store.numbers.bind(late, second)).toEqual({ number: bare, changed: false });
      const { rows } = await store.audit.list(null, { action: 'phone_number.bind' }, { limit: 9, from: 'newest' });
      expect(rows.map(({ id }) => id)).toEqual([first.id]);
    });

    it('are completed by what was unknown, and keep what was known', async () => {
      const { store } = rig();
      const number = { id: 'num_3', phoneNumberId: '3', tenantId: HOME_TENANT, display: '' };
      const bare = { ...number, wabaId: null, credentials: 'direct', messagesPerSecond: null, sharing: null } as const;
      expect(await store.numbers.register(bare)).toEqual(bare);
      const full = {
        ...number,
        display: '+9643',
        wabaId: '77',
        credentials: 'master',
        messagesPerSecond: null,
        sharing: null,
      } as const;
      expect(await store.numbers.register({ ...full, id: 'num_other' })).toEqual(full);
      expect(await store.numbers.register({ ...bare, display: '+1', wabaId: '8' })).toEqual(full);
    });

    it("show a display that became known beside older messages, and only their owner's", async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'));
      const told = { verifiedName: null, quality: null };
      await store.numbers.describe(OTHER_TENANT, NUMBER.id, { ...told, display: '+0' });
      await store.numbers.describe(HOME_TENANT, NUMBER.id, { ...told, display: '+9645' });
      expect((await newestMessage(store)).phoneNumber).toEqual({ ...NUMBER, display: '+9645' });
    });

    it('keep the rate that their owner set, also when they are registered again', async () => {
      const { store } = rig();
      await store.numbers.setRate(OTHER_TENANT, NUMBER.id, 1);
      await store.numbers.setRate(HOME_TENANT, NUMBER.id, 20);
      expect(await store.numbers.register(registered(NUMBER))).toMatchObject({ messagesPerSecond: 20 });
      expect(await (await rig().reopen()).numbers.all()).toContainEqual({
        ...registered(NUMBER),
        messagesPerSecond: 20,
      });
      await rig().store.numbers.setRate(HOME_TENANT, NUMBER.id, null);
      expect(await rig().store.numbers.all()).toContainEqual(registered(NUMBER));
    });

    it('need not be registered before a direct send', async () => {
      const { store } = rig();
      const number = { id: 'num_9', phoneNumberId: '9', display: '' };
      await accept(store, { number, direct: true });
      expect((await newestMessage(store)).phoneNumber).toEqual(number);
    });
  });

  it('sessions are put, read again and deleted', async () => {
    const { store } = rig();
    const session = { idHash: 'aa', tenantId: HOME_TENANT, credential: 'key_1', lastUsedAt: NOW };
    expect(await store.sessions.get('aa')).toBeNull();
    await store.sessions.put(session);
    await store.sessions.put({ ...session, lastUsedAt: NOW + 1 });
    expect(await store.sessions.get('aa')).toEqual({ ...session, lastUsedAt: NOW + 1 });
    await store.sessions.delete('aa');
    expect(await store.sessions.get('aa')).toBeNull();
  });

  describe('the log', () => {
    it('has a head before it has events, with an epoch that stays', async () => {
      const { store } = rig();
      const head = await store.events.head('ten_new');
      expect(head).toMatchObject({ first: 1, last: 0 });
      expect(head.epoch).toMatch(/^[\w-]+$/);
      expect((await store.events.head(HOME_TENANT)).epoch).not.toBe(head.epoch);
      expect(await (await rig().reopen()).events.head('ten_new')).toEqual(head);
    });

    it('is read after a place, up to a limit, and by type', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), notice('n|1'), inbound('wamid.2'));
      await accept(store, { to: { phone: '+9640' } });
      const seqs = async (...args: Parameters<typeof store.events.page>) =>
        (await store.events.page(...args)).map(({ seq }) => seq);
      expect(await seqs(HOME_TENANT, 1, 2)).toEqual([2, 3]);
      expect(await seqs(HOME_TENANT, 4, 2)).toEqual([]);
      expect(await seqs(HOME_TENANT, 0, 9, ['outbound_message', 'inbound_message'])).toEqual([1, 3, 4]);
      expect(await seqs(HOME_TENANT, 1, 1, ['outbound_message', 'inbound_message'])).toEqual([3]);
      expect(await seqs(HOME_TENANT, 0, 9, ['platform'])).toEqual([]);
      expect(await seqs(HOME_TENANT, 0, 9, [])).toEqual([]);
    });
  });

  describe('pruning', () => {
    const all = (time: number) => ({ events: time, raw: time, parked: time, idempotency: time, seen: time });

    it('deletes the beginning of the log that is too old, and places go on', async () => {
      const { store } = rig();
      const many = Array.from({ length: 700 }, (_, i) => routed(inbound(`wamid.${i}`)));
      await store.inbound.append(webhook(many, { receivedAt: NOW - 10 }));
      await append(store, inbound('wamid.new'));
      await store.prune(all(NOW));
      expect(await store.events.head(HOME_TENANT)).toMatchObject({ first: 701, last: 701 });
      await store.prune(all(NOW + 1));
      expect(await store.events.head(HOME_TENANT)).toMatchObject({ first: 702, last: 701 });
      await append(store, inbound('wamid.newer'));
      expect((await everyEvent(store)).map(({ seq }) => seq)).toEqual([702]);
      expect(await store.messages.byWhatsappId(HOME_TENANT, 'wamid.0')).not.toBeNull();
    });

    it('keeps what is young enough', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), notice('n|1'), status('wamid.early', 'SENT'));
      await accept(store, { idempotency: { key: 'k', fingerprint: 'f' } });
      await store.prune(all(NOW));
      expect((await everyEvent(store)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
      expect(await append(store, notice('n|1'))).toBe(0);
      expect((await store.outbox.accept(draft({ idempotency: { key: 'k', fingerprint: 'f' } }))).kind).toBe('existing');
    });

    it('forgets old keys and parked statuses', async () => {
      const { store } = rig();
      await append(store, notice('n|1'), status('wamid.early', 'READ'));
      const id = await accept(store, { direct: true, idempotency: { key: 'k', fingerprint: 'f' } });
      await store.prune(all(NOW + 1));
      expect(await append(store, notice('n|1'))).toBe(1);
      expect((await store.outbox.accept(draft({ idempotency: { key: 'k', fingerprint: 'f' } }))).kind).toBe('accepted');
      const settlement = { kind: 'accepted', whatsappId: 'wamid.early', held: false, answer: null } as const;
      expect(await store.outbox.settle(HOME_TENANT, id, 1, settlement, NOW)).toMatchObject({ status: 'ACCEPTED' });
    });
  });

  it('a closed store says so', async () => {
    const { store } = rig();
    await store.close();
    await expect(store.ping()).rejects.toThrow('closed');
    await expect(append(store, inbound('wamid.1'))).rejects.toThrow('closed');
  });

  it('what was given before closing is stored', async () => {
    // More than one transaction takes, so that some still wait when the store is closed.
    const many = (n: number) => Array.from({ length: 600 }, (_, i) => inbound(`wamid.${n}.${i}`));
    const appends = [1, 2, 3, 4, 5, 6].map((n) => append(rig().store, ...many(n)));
    const store = await rig().reopen();
    expect(await Promise.all(appends)).toEqual(appends.map(() => 600));
    expect((await store.events.head(HOME_TENANT)).last).toBe(3_600);
  });
}
