import { describe, expect, it } from 'vitest';
import { WINDOW_MS } from '../../src/domain/conversation.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { MessageFilter, PageRequest } from '../../src/ports/store.ts';
import {
  ALI,
  accept,
  acceptedAs,
  append,
  claimOne,
  inbound,
  NOW,
  NUMBER,
  newestMessage,
  OTHER_TENANT,
  person,
  routed,
  status,
  text,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const FAILURE = {
  code: 131047,
  title: 'Re-engagement message',
  details: null,
  fbtraceId: null,
  meaning: '',
  action: '',
  retryable: false,
};
const SECOND_NUMBER = { id: 'num_1b', phoneNumberId: '1001b', display: '+9647803333333' };

export function messagesContract(rig: () => StoreRig): void {
  describe('pages of messages', () => {
    const five = async () => {
      for (const i of [1, 2, 3, 4, 5]) await append(rig().store, inbound(`wamid.${i}`));
    };
    const page = async (request: PageRequest) => {
      const { rows, more } = await rig().store.messages.list(HOME_TENANT, {}, request);
      return [rows.map(({ seq }) => seq), more];
    };

    it('walk from the newest to the oldest', async () => {
      await five();
      expect(await page({ limit: 2, from: 'newest' })).toEqual([[5, 4], true]);
      expect(await page({ limit: 2, from: 'newest', before: 4 })).toEqual([[3, 2], true]);
      expect(await page({ limit: 2, from: 'newest', before: 2 })).toEqual([[1], false]);
      expect(await page({ limit: 1, from: 'newest', before: 2 })).toEqual([[1], false]);
    });

    it('walk from the oldest to the newest, each page newest first', async () => {
      await five();
      expect(await page({ limit: 2, from: 'oldest' })).toEqual([[2, 1], true]);
      expect(await page({ limit: 2, from: 'oldest', after: 2 })).toEqual([[4, 3], true]);
      expect(await page({ limit: 2, from: 'oldest', after: 4 })).toEqual([[5], false]);
      expect(await page({ limit: 9, from: 'newest', after: 1, before: 4 })).toEqual([[3, 2], false]);
      expect(await page({ limit: 9, from: 'oldest', after: 5 })).toEqual([[], false]);
    });

    it('are read by id in the order asked for', async () => {
      await five();
      const { rows } = await rig().store.messages.list(HOME_TENANT, {}, { limit: 5, from: 'newest' });
      const ids = [rows[3]?.id ?? '', 'msg_none', rows[0]?.id ?? ''];
      const found = await rig().store.messages.getMany(HOME_TENANT, ids);
      expect(found.map((message) => message?.seq ?? null)).toEqual([2, null, 5]);
    });
  });

  it('messages are filtered by each of their properties', async () => {
    const { store } = rig();
    const zaid = person({ phone: '+9649', name: 'Zaid' });
    await append(store, inbound('wamid.1', ALI, { content: text('Guten Tag, 100% ÄPFEL_') }));
    await append(store, inbound('wamid.2', zaid, { type: 'unknown', at: NOW + 10 }));
    const failed = await accept(store, { to: { phone: '+9649' }, now: NOW + 20 });
    await claimOne(store, NOW + 20);
    await store.outbox.settle(HOME_TENANT, failed, 1, { kind: 'failed', error: FAILURE, answer: null }, NOW + 20);
    await store.inbound.append(
      webhook([routed(inbound('wamid.4', zaid, { phoneNumberId: '1001b', at: NOW + 30 }), HOME_TENANT, SECOND_NUMBER)]),
    );
    const seqs = async (filter: MessageFilter) => {
      const { rows } = await store.messages.list(HOME_TENANT, filter, { limit: 10, from: 'newest' });
      return rows.map(({ seq }) => seq);
    };
    const [, zaidsSecond] = (
      await store.messages.list(HOME_TENANT, {}, { limit: 10, from: 'oldest' })
    ).rows.toReversed();
    const { contact, conversationId } = zaidsSecond ?? { contact: { id: '' }, conversationId: '' };
    // The third place of the log is the read mark, which the send moved.
    expect(await seqs({})).toEqual([6, 4, 2, 1]);
    expect(await seqs({ conversationId })).toEqual([4, 2]);
    expect(await seqs({ contactId: contact.id })).toEqual([6, 4, 2]);
    expect(await seqs({ phoneNumberId: '1001b' })).toEqual([6]);
    expect(await seqs({ direction: 'OUTBOUND' })).toEqual([4]);
    expect(await seqs({ type: 'unknown' })).toEqual([2]);
    expect(await seqs({ status: 'FAILED' })).toEqual([4]);
    expect(await seqs({ status: 'RECEIVED', from: NOW + 10, to: NOW + 30 })).toEqual([2]);
    expect(await seqs({ errorCode: 131047 })).toEqual([4]);
    expect(await seqs({ errorCode: 1 })).toEqual([]);
    expect(await seqs({ search: '100% äpfel_' })).toEqual([1]);
    expect(await seqs({ search: '1%l' })).toEqual([]);
    expect(await seqs({ search: '' })).toEqual([6, 4, 2, 1]);
    expect(await store.messages.list(OTHER_TENANT, { conversationId }, { limit: 10, from: 'newest' })).toEqual({
      rows: [],
      more: false,
    });
  });

  describe('conversations', () => {
    it('count what is unread and point to their newest message; news of the system count as nothing', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), inbound('wamid.2'));
      const { conversationId, id } = await newestMessage(store);
      await append(store, inbound('wamid.3', ALI, { type: 'system' }));
      const [conversation, none] = await store.conversations.getMany(HOME_TENANT, [conversationId, 'conv_none']);
      expect(conversation).toMatchObject({ unreadCount: 2, lastSeq: 2, lastMessageId: id, numberId: NUMBER.id });
      expect(none).toBeNull();
    });

    it('are listed by their newest message and filtered', async () => {
      const { store } = rig();
      const zaid = person({ phone: '+9649', name: 'ZAID Ö', username: 'zed' });
      await append(store, inbound('wamid.1', ALI, { at: NOW - WINDOW_MS }), inbound('wamid.2', zaid, { at: NOW - 1 }));
      const quiet = await accept(store, { to: { userId: 'IQ.3' } });
      await claimOne(store);
      await store.outbox.settle(HOME_TENANT, quiet, 1, { kind: 'failed', error: FAILURE, answer: null }, NOW);
      const list = async (
        filter: Parameters<typeof store.conversations.list>[1],
        from: PageRequest['from'] = 'newest',
      ) =>
        (await store.conversations.list(HOME_TENANT, filter, { limit: 10, from })).rows.map(({ lastSeq }) => lastSeq);
      expect(await list({})).toEqual([3, 2, 1]);
      expect(await list({}, 'oldest')).toEqual([3, 2, 1]);
      expect(await list({ search: 'zaid ö' })).toEqual([2]);
      expect(await list({ search: 'ZED' })).toEqual([2]);
      expect(await list({ search: '7701' })).toEqual([1]);
      expect(await list({ unread: true })).toEqual([2, 1]);
      expect(await list({ unread: false })).toEqual([3]);
      expect(await list({ numberId: NUMBER.id })).toEqual([3, 2, 1]);
      expect(await list({ numberId: 'num_2' })).toEqual([]);
      expect(await list({ window: { open: true, now: NOW } })).toEqual([2]);
      expect(await list({ window: { open: false, now: NOW } })).toEqual([3, 1]);
      expect(await list({ failed: true })).toEqual([3]);
      expect(await list({ failed: false, unread: true })).toEqual([2, 1]);
      const { rows, more } = await store.conversations.list(HOME_TENANT, {}, { limit: 1, from: 'newest', before: 3 });
      expect([rows[0]?.lastSeq, more]).toEqual([2, true]);
    });

    it('tell the number to which a person last wrote, whatever we sent since', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'));
      const second = inbound('wamid.2', ALI, { phoneNumberId: '1001b' });
      await store.inbound.append(webhook([routed(second, HOME_TENANT, SECOND_NUMBER)]));
      await accept(store);
      expect(await store.conversations.lastNumberOf(HOME_TENANT, { phone: '+9647701234567' })).toBe(SECOND_NUMBER.id);
      expect(await store.conversations.lastNumberOf(HOME_TENANT, { userId: 'IQ.1' })).toBeNull();
      expect(await store.conversations.lastNumberOf(OTHER_TENANT, { phone: '+9647701234567' })).toBeNull();
      await accept(store, { to: { phone: '+9640' } });
      expect(await store.conversations.lastNumberOf(HOME_TENANT, { phone: '+9640' })).toBeNull();
    });
  });

  it('timelines come per message in the order of the ids', async () => {
    const { store } = rig();
    const id = await accept(store, { direct: true });
    await store.outbox.settle(HOME_TENANT, id, 1, acceptedAs('wamid.1'), NOW);
    await append(store, status('wamid.1', 'DELIVERED', { participant: 'a' }));
    await append(store, status('wamid.1', 'DELIVERED', { participant: 'b' }));
    const [none, steps] = await store.messages.timelines(HOME_TENANT, ['msg_none', id]);
    expect(none).toEqual([]);
    expect(steps?.map((step) => step.status)).toEqual(['SENDING', 'ACCEPTED', 'DELIVERED', 'DELIVERED']);
  });
}
