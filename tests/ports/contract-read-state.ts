import { describe, expect, it } from 'vitest';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import {
  ALI,
  accept,
  append,
  everyEvent,
  inbound,
  NOW,
  newestMessage,
  OTHER_TENANT,
  person,
  REFUSED,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

export function readStateContract(rig: () => StoreRig): void {
  describe('a read mark', () => {
    const written = async (...ids: readonly string[]) => {
      for (const id of ids) await append(rig().store, inbound(id));
      return (await newestMessage(rig().store)).conversationId;
    };
    const mark = (conversationId: string, upTo: number, tenantId = HOME_TENANT) =>
      rig().store.conversations.markRead(tenantId, conversationId, upTo, 'reader', NOW);
    const told = async () => (await everyEvent(rig().store)).filter(({ type }) => type === 'conversation_read');

    it('in the middle leaves what came after it unread, and is told in the same transaction', async () => {
      const id = await written('wamid.1', 'wamid.2', 'wamid.3');
      const upTo = (await rig().store.messages.byWhatsappId(HOME_TENANT, 'wamid.2'))?.id;
      const marked = await mark(id, 2);
      expect(marked).toMatchObject({ changed: true, conversation: { id, unreadCount: 1, readSeq: 2, lastSeq: 3 } });
      const store = await rig().reopen();
      expect(await store.conversations.getMany(HOME_TENANT, [id])).toEqual([marked?.conversation]);
      expect(await told()).toMatchObject([
        {
          seq: 4,
          type: 'conversation_read',
          messageId: null,
          body: {
            ...{ type: 'conversation_read', at: new Date(NOW).toISOString(), status: null, error: null, message: null },
            data: { conversationId: id, upTo, unreadCount: 1, by: 'reader' },
          },
        },
      ]);
    });

    it('never moves back, and tells nothing when it stays', async () => {
      const id = await written('wamid.1', 'wamid.2', 'wamid.3');
      await mark(id, 2);
      for (const upTo of [0, 1, 2]) {
        expect(await mark(id, upTo)).toMatchObject({ changed: false, conversation: { unreadCount: 1, readSeq: 2 } });
      }
      expect(await told()).toHaveLength(1);
      // The mark's own event is the newest place of the log.
      expect(await mark(id, 4)).toMatchObject({ changed: true, conversation: { unreadCount: 0, readSeq: 3 } });
      expect(await mark(id, 5)).toMatchObject({ changed: false });
      expect(await told()).toHaveLength(2);
    });

    it('counts what comes later, and neither news of the system nor other conversations', async () => {
      const id = await written('wamid.1');
      await append(
        rig().store,
        inbound('wamid.s', ALI, { type: 'system' }),
        inbound('wamid.z', person({ phone: '+9649' })),
      );
      await append(rig().store, inbound('wamid.2'));
      expect(await mark(id, 3)).toMatchObject({ conversation: { unreadCount: 1, readSeq: 1 } });
      await append(rig().store, inbound('wamid.3'));
      expect(await rig().store.conversations.getMany(HOME_TENANT, [id])).toMatchObject([
        { unreadCount: 2, readSeq: 1 },
      ]);
    });

    it("is nobody else's to move, and there is none without a conversation", async () => {
      const id = await written('wamid.1');
      expect(await mark(id, 1, OTHER_TENANT)).toBeNull();
      expect(await mark('conv_none', 1)).toBeNull();
      expect(await told()).toEqual([]);
      expect(await rig().store.conversations.getMany(HOME_TENANT, [id])).toMatchObject([
        { unreadCount: 1, readSeq: 0 },
      ]);
    });

    it('stays where nobody wrote', async () => {
      await accept(rig().store);
      const { conversationId } = await newestMessage(rig().store);
      expect(await mark(conversationId, 1)).toMatchObject({ changed: false, conversation: { readSeq: 0 } });
    });

    it('moves to just before a send, told once, and stays there whatever becomes of the send', async () => {
      const { store } = rig();
      const id = await written('wamid.1', 'wamid.2');
      const heard = await newestMessage(store);
      const sent = await accept(store, { direct: true });
      await accept(store);
      expect(await store.conversations.getMany(HOME_TENANT, [id])).toMatchObject([{ unreadCount: 0, readSeq: 2 }]);
      const data = { conversationId: id, upTo: heard.id, unreadCount: 0, by: 'test key' };
      expect(await told()).toMatchObject([{ seq: 3, body: { data } }]);
      await store.outbox.settle(HOME_TENANT, sent, 1, { kind: 'failed', error: REFUSED, answer: null }, NOW);
      expect(await store.conversations.getMany(HOME_TENANT, [id])).toMatchObject([{ unreadCount: 0 }]);
      expect(await mark(id, 5)).toMatchObject({ changed: false });
    });
  });

  it('the last message that somebody wrote is found up to any place', async () => {
    const { store } = rig();
    await append(store, inbound('wamid.1', ALI, { at: NOW - 1_000 }));
    await accept(store);
    await append(store, inbound('wamid.2'), inbound('wamid.s', ALI, { type: 'system' }));
    const { conversationId } = await newestMessage(store);
    const heard = (upTo?: number, tenantId = HOME_TENANT) =>
      store.conversations.lastHeard(tenantId, conversationId, upTo);
    const second = await store.messages.byWhatsappId(HOME_TENANT, 'wamid.2');
    expect(await heard()).toEqual({ id: second?.id, seq: second?.seq, whatsappId: 'wamid.2', at: NOW });
    expect(await heard(2)).toMatchObject({ seq: 1, whatsappId: 'wamid.1', at: NOW - 1_000 });
    expect(await heard(0)).toBeNull();
    expect(await heard(9, OTHER_TENANT)).toBeNull();
  });
}
