import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../src/domain/inbound.ts';
import type { Settlement } from '../../src/domain/outbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import {
  ALI,
  accept,
  acceptedAs,
  append,
  inbound,
  messageById,
  NOW,
  NUMBER,
  newestMessage,
  OTHER_NUMBER,
  OTHER_TENANT,
  person,
  REFUSED,
  routed,
  text,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const SECOND = 1_000;
const ZAINAB = person({ phone: '+9647707654321' });

function reaction(id: string, target: string, emoji: string | null, more: Partial<InboundMessage> = {}) {
  const content = { kind: 'reaction', whatsappId: target, emoji } as const;
  return inbound(id, more.from ?? ALI, { type: 'reaction', content, ...more });
}

function edit(id: string, target: string, words: string, at = NOW + SECOND) {
  const content = { kind: 'edit', originalWhatsappId: target, type: 'text', content: text(words) } as const;
  return inbound(id, ALI, { type: 'edit', content, at });
}

function revoke(id: string, target: string, at = NOW + SECOND) {
  return inbound(id, ALI, { type: 'revoke', content: { kind: 'revoke', originalWhatsappId: target }, at });
}

/** What changes a message after it was written. */
export function reactionsContract(rig: () => StoreRig): void {
  const idOf = async (whatsappId: string) => {
    const message = await rig().store.messages.byWhatsappId(HOME_TENANT, whatsappId);
    if (message === null) throw new Error(`expected ${whatsappId}`);
    return message.id;
  };
  const standing = async (whatsappId: string) => {
    const [reactions = []] = await rig().store.messages.reactions(HOME_TENANT, [await idOf(whatsappId)]);
    return reactions.map(({ emoji, from }) => `${from} ${emoji}`);
  };

  describe('reactions', () => {
    it('of a message are the latest of each, oldest first, with the message that brought them', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), inbound('wamid.2'));
      await append(store, reaction('wamid.r1', 'wamid.1', '👍'), reaction('wamid.r2', 'wamid.1', '❤️', { at: NOW + 1 }));
      await append(store, reaction('wamid.r3', 'wamid.1', '😮', { from: ZAINAB, at: NOW - SECOND }));
      const ids = [await idOf('wamid.2'), 'msg_none', await idOf('wamid.1')];
      expect(await store.messages.reactions(HOME_TENANT, ids)).toEqual([
        [],
        [],
        [
          { emoji: '😮', from: 'INBOUND', messageId: await idOf('wamid.r3'), at: new Date(NOW - SECOND).toISOString() },
          { emoji: '❤️', from: 'INBOUND', messageId: await idOf('wamid.r2'), at: new Date(NOW + 1).toISOString() },
        ],
      ]);
      expect(await store.messages.reactions(OTHER_TENANT, ids)).toEqual([[], [], []]);
    });

    it('end the same in any order, also before their message', async () => {
      const { store } = rig();
      let run = 0;
      const emojis = fc.array(fc.constantFrom('👍', '❤️', null), { minLength: 1, maxLength: 5 });
      const orders = emojis.chain((all) => {
        const order = all.map((_, i) => i).concat(-1);
        return fc.tuple(fc.constant(all), fc.shuffledSubarray(order, { minLength: order.length }));
      });
      await fc.assert(
        fc.asyncProperty(orders, async ([all, order]) => {
          run += 1;
          const target = `wamid.${run}`;
          for (const i of order) {
            const at = NOW + (i + 1) * SECOND;
            if (i === -1) await append(store, inbound(target));
            else await append(store, reaction(`${target}.${i}`, target, all[i] ?? null, { at }));
          }
          const last = all.at(-1) ?? null;
          expect(await standing(target)).toEqual(last === null ? [] : [`INBOUND ${last}`]);
        }),
        { numRuns: 30 },
      );
    });

    it('that are taken back leave nothing', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), reaction('wamid.r1', 'wamid.1', '👍'));
      await append(store, reaction('wamid.r2', 'wamid.1', null, { at: NOW + SECOND }));
      expect(await standing('wamid.1')).toEqual([]);
    });

    it('of ours stand beside theirs, from the moment we accept them until they fail', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), reaction('wamid.r1', 'wamid.1', '👍'));
      const react = async (emoji: string | null, now: number, settlement: Settlement | null) => {
        const content = { kind: 'reaction', whatsappId: 'wamid.1', emoji } as const;
        const id = await accept(store, { type: 'reaction', content, direct: true, now });
        if (settlement !== null) await store.outbox.settle(HOME_TENANT, id, 1, settlement, now);
      };
      await react('🙏', NOW + 1, null);
      expect(await standing('wamid.1')).toEqual(['INBOUND 👍', 'OUTBOUND 🙏']);
      await react('🎉', NOW + 2, { kind: 'failed', error: REFUSED, answer: null });
      expect(await standing('wamid.1')).toEqual(['INBOUND 👍', 'OUTBOUND 🙏']);
      await react(null, NOW + 3, acceptedAs('wamid.out'));
      expect(await standing('wamid.1')).toEqual(['INBOUND 👍']);
    });

    it('do not cross numbers or tenants', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'));
      const elsewhere = reaction('wamid.r1', 'wamid.1', '👍', { phoneNumberId: OTHER_NUMBER.phoneNumberId });
      await store.inbound.append(webhook([routed(elsewhere, HOME_TENANT, OTHER_NUMBER)]));
      expect(await standing('wamid.1')).toEqual([]);
      await store.inbound.append(webhook([routed(reaction('wamid.r2', 'wamid.1', '👍'), OTHER_TENANT)]));
      expect(await standing('wamid.1')).toEqual([]);
    });
  });

  describe('edits and revokes', () => {
    it.each([
      ['after the message', ['wamid.1', 'edit', 'revoke']],
      ['before it', ['edit', 'revoke', 'wamid.1']],
      ['around it', ['revoke', 'wamid.1', 'edit']],
    ])('that come %s change it, for good', async (_when, order) => {
      for (const one of order) {
        if (one === 'edit') await append(rig().store, edit('wamid.e', 'wamid.1', 'Edited'));
        else if (one === 'revoke') await append(rig().store, revoke('wamid.r', 'wamid.1'));
        else await append(rig().store, inbound(one));
      }
      const store = await rig().reopen();
      const at = new Date(NOW + SECOND).toISOString();
      const message = await store.messages.byWhatsappId(HOME_TENANT, 'wamid.1');
      expect(message).toMatchObject({ text: 'Edited', content: text('Edited'), editedAt: at, revokedAt: at });
      expect(message?.raw).toEqual(inbound('wamid.1').raw);
      const { rows } = await store.messages.list(HOME_TENANT, { search: 'edited' }, { limit: 9, from: 'newest' });
      expect(rows.map(({ whatsappId }) => whatsappId).sort()).toEqual(['wamid.1', 'wamid.e']);
    });

    it('repeated change nothing, and an older edit yields to a newer one', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), edit('wamid.e2', 'wamid.1', 'newer', NOW + 2 * SECOND));
      await append(store, edit('wamid.e1', 'wamid.1', 'older', NOW + SECOND));
      expect(await append(store, edit('wamid.e2', 'wamid.1', 'newer', NOW + 2 * SECOND))).toBe(0);
      expect(await messageById(store, await idOf('wamid.1'))).toMatchObject({ text: 'newer' });
    });

    it('open the window and are not unread, counted again or not', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), edit('wamid.e', 'wamid.1', 'x'), revoke('wamid.r', 'wamid.1'));
      const { conversationId, seq } = await newestMessage(store);
      expect(await store.conversations.getMany(HOME_TENANT, [conversationId])).toMatchObject([{ unreadCount: 1 }]);
      const person = { phoneNumberId: NUMBER.phoneNumberId, contactId: (await newestMessage(store)).contact.id };
      expect(await store.windows.ofContacts(HOME_TENANT, [person])).toMatchObject([{ lastInboundAt: NOW + SECOND }]);
      expect(await store.conversations.lastHeard(HOME_TENANT, conversationId)).toMatchObject({ whatsappId: 'wamid.1' });
      await append(store, edit('wamid.e2', 'wamid.1', 'y'));
      const marked = await store.conversations.markRead(HOME_TENANT, conversationId, seq, 'reader', NOW);
      expect(marked).toMatchObject({ conversation: { unreadCount: 0 } });
    });
  });

  it('what Meta tells beside a content is kept, and is nothing where it tells nothing', async () => {
    const { store } = rig();
    const origin = {
      forwarded: true,
      frequentlyForwarded: true,
      referredProduct: { catalogId: '1', productRetailerId: 'p' },
      errors: [REFUSED],
    } as const;
    await append(store, inbound('wamid.1'), inbound('wamid.2', ALI, { origin }));
    expect(await store.messages.byWhatsappId(HOME_TENANT, 'wamid.2')).toMatchObject(origin);
    const plain = await store.messages.byWhatsappId(HOME_TENANT, 'wamid.1');
    for (const name of [...Object.keys(origin), 'editedAt', 'revokedAt']) expect(plain).not.toHaveProperty(name);
    const [first, second] = await store.events.page(HOME_TENANT, 0, 2);
    expect(second?.body.message).toMatchObject(origin);
    expect(first?.body.message).not.toHaveProperty('forwarded');
  });
}
