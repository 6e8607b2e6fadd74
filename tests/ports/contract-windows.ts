import { describe, expect, it } from 'vitest';
import type { MetaError } from '../../src/domain/errors.ts';
import { OPTED_OUT_CODE, WINDOW_CLOSED_CODE } from '../../src/domain/fold-window.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { NO_FACTS, type PersonNews, refusedAt } from '../../src/domain/window.ts';
import {
  ALI,
  accept,
  acceptedAs,
  append,
  claim,
  everyEvent,
  inbound,
  messageById,
  NOW,
  NUMBER,
  newestMessage,
  notice,
  OTHER_NUMBER,
  OTHER_TENANT,
  person,
  REFUSED,
  routed,
  status,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const BOTH = person({ phone: '+9641', userId: 'IQ.1' });

const refusal = (code: number): MetaError => ({ ...REFUSED, code });

/** News of people on a number of ours. */
function told(key: string, ...news: readonly PersonNews[]) {
  return {
    ...notice(key),
    ...{ phoneNumberId: NUMBER.phoneNumberId, field: 'calls', eventType: 'platform' as const },
    news,
  };
}

export function windowsContract(rig: () => StoreRig): void {
  const ofPhone = (phone: string, tenantId = HOME_TENANT) =>
    rig().store.windows.ofAddress(tenantId, NUMBER.phoneNumberId, { phone });
  const tell = (key: string, ...news: readonly PersonNews[]) =>
    rig().store.inbound.append(webhook([{ ...routed(told(key, ...news)), number: NUMBER }]));

  describe('windows', () => {
    it('know when a person last wrote by any of their identities; older news change nothing', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1', BOTH, { at: NOW }));
      await append(store, inbound('wamid.2', BOTH, { at: NOW - 5_000 }));
      await append(store, inbound('wamid.3', BOTH, { at: NOW + 1, type: 'system' }));
      const { ofAddress } = store.windows;
      const heard = { ...NO_FACTS, lastInboundAt: NOW };
      expect(await ofAddress(HOME_TENANT, NUMBER.phoneNumberId, { userId: 'IQ.1' })).toEqual(heard);
      expect(await ofAddress(HOME_TENANT, NUMBER.phoneNumberId, { phone: '+9641' })).toEqual(heard);
      expect(await ofAddress(HOME_TENANT, OTHER_NUMBER.phoneNumberId, { phone: '+9641' })).toEqual(NO_FACTS);
      expect(await ofAddress(HOME_TENANT, NUMBER.phoneNumberId, { phone: '+9642' })).toEqual(NO_FACTS);
      const { contact } = await newestMessage(store);
      const people = ['con_none', contact.id].map((contactId) => ({ phoneNumberId: NUMBER.phoneNumberId, contactId }));
      expect(await store.windows.ofContacts(HOME_TENANT, people)).toEqual([NO_FACTS, heard]);
      expect(await store.windows.ofContacts(OTHER_TENANT, people)).toEqual([NO_FACTS, NO_FACTS]);
      expect(await store.windows.ofContacts(HOME_TENANT, [])).toEqual([]);
    });

    it('are opened by a call, also of somebody whose phone is not told', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1', BOTH, { at: NOW - DAY }));
      await tell('n|1', { kind: 'called', who: person({ userId: 'IQ.1' }), at: NOW });
      // The phone is another identity of the same person.
      expect(await ofPhone('+9641')).toMatchObject({ lastInboundAt: NOW });
      const list = (open: boolean) =>
        store.conversations.list(HOME_TENANT, { window: { open, now: NOW } }, { limit: 10, from: 'newest' });
      expect((await list(true)).rows).toHaveLength(1);
      expect((await list(false)).rows).toEqual([]);
      const [{ conversationId }, events] = [await newestMessage(store), await everyEvent(store)];
      expect(events.at(-1)).toMatchObject({ type: 'platform', body: { data: { conversationId } } });
      await tell('n|2', { kind: 'called', who: person({ userId: 'IQ.9' }), at: NOW });
      expect((await everyEvent(store)).at(-1)?.body.data).toMatchObject({ conversationId: null });
    });

    it('of a number that is not ours are not kept', async () => {
      const news = [{ kind: 'called', who: BOTH, at: NOW } as const];
      await append(rig().store, { ...told('n|1'), news });
      expect(await ofPhone('+9641')).toEqual(NO_FACTS);
    });

    it('are closed by a refusal, asynchronous or not, and opened again by what was written after it', async () => {
      const { store } = rig();
      const page = { limit: 10, from: 'newest' } as const;
      const isOpen = async () =>
        (await store.conversations.list(HOME_TENANT, { window: { open: true, now: NOW } }, page)).rows.length === 1;
      await append(store, inbound('wamid.1', ALI, { at: NOW - HOUR }));
      const first = await accept(store, { direct: true, now: NOW - 30_000 });
      await store.outbox.settle(HOME_TENANT, first, 1, acceptedAs('wamid.out1'), NOW);
      expect(await isOpen()).toBe(true);
      await append(store, status('wamid.out1', 'FAILED', { error: refusal(WINDOW_CLOSED_CODE) }));
      expect(await ofPhone('+9647701234567')).toMatchObject({ closedAt: refusedAt(NOW - 30_000) });
      expect(await isOpen()).toBe(false);
      await append(store, inbound('wamid.2', ALI, { at: NOW - 30_000 }));
      expect(await isOpen()).toBe(true);
      const second = await accept(store, { direct: true, now: NOW });
      const failed = { kind: 'failed', error: refusal(WINDOW_CLOSED_CODE), answer: { error: {} } } as const;
      await store.outbox.settle(HOME_TENANT, second, 1, failed, NOW);
      expect(await isOpen()).toBe(false);
    });

    it('are not closed by a refusal of ours, nor by one of a member of a group', async () => {
      const { store } = rig();
      const id = await accept(store, { direct: true });
      const error = refusal(WINDOW_CLOSED_CODE);
      await store.outbox.settle(HOME_TENANT, id, 1, { kind: 'failed', error, answer: null }, NOW);
      const group = await accept(store, { direct: true });
      await store.outbox.settle(HOME_TENANT, group, 1, acceptedAs('wamid.out2'), NOW);
      await append(store, status('wamid.out2', 'FAILED', { error, participant: '9647700000009' }));
      expect(await ofPhone('+9647701234567')).toEqual(NO_FACTS);
    });

    it('learn of a refusal that came before the answer to the send', async () => {
      const { store } = rig();
      const id = await accept(store, { direct: true });
      await append(store, status('wamid.early', 'FAILED', { error: refusal(WINDOW_CLOSED_CODE) }));
      expect(await ofPhone('+9647701234567')).toEqual(NO_FACTS);
      await store.outbox.settle(HOME_TENANT, id, 1, acceptedAs('wamid.early'), NOW);
      expect(await ofPhone('+9647701234567')).toMatchObject({ closedAt: refusedAt(NOW) });
    });

    it('know who stopped marketing messages, until they resume, whatever the order of the news', async () => {
      const marketing = (at: number, wanted: boolean) => ({ kind: 'marketing', who: BOTH, at, wanted }) as const;
      await tell('n|1', marketing(NOW + 2_000, true), marketing(NOW, false));
      await tell('n|2', marketing(NOW + 1_000, false));
      expect(await ofPhone('+9641')).toMatchObject({ stoppedAt: NOW + 1_000, resumedAt: NOW + 2_000 });
      const id = await accept(rig().store, { direct: true, to: { phone: '+9641' }, now: NOW + 9_500 });
      await rig().store.outbox.settle(HOME_TENANT, id, 1, acceptedAs('wamid.out1'), NOW);
      await append(rig().store, status('wamid.out1', 'FAILED', { error: refusal(OPTED_OUT_CODE) }));
      expect(await ofPhone('+9641')).toMatchObject({ stoppedAt: NOW + 9_000 - 1, resumedAt: NOW + 2_000 });
    });

    it('note the newest free entry point, when it was answered, and what Meta says of it', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1', ALI, { at: NOW - DAY, entryPoint: 'post' }));
      await append(store, inbound('wamid.2', ALI, { at: NOW, entryPoint: 'ad' }));
      await append(store, inbound('wamid.0', ALI, { at: NOW - 2 * DAY, entryPoint: 'post' }));
      const { entry } = await ofPhone('+9647701234567');
      expect(entry).toMatchObject({ at: NOW, source: 'ad' });
      const messageId = entry?.messageId ?? '';
      expect(await messageById(store, messageId)).toMatchObject({ whatsappId: 'wamid.2' });
      expect(await store.windows.answeredAt(HOME_TENANT, [messageId])).toEqual([null]);
      await accept(store, { to: { phone: '+9640' } });
      const unanswered = await accept(store, { direct: true });
      await store.outbox.settle(HOME_TENANT, unanswered, 1, { kind: 'failed', error: REFUSED, answer: null }, NOW + 1);
      for (const [i, at] of [NOW + 5, NOW + 9].entries()) {
        const id = await accept(store, { direct: true });
        await store.outbox.settle(HOME_TENANT, id, 1, acceptedAs(`wamid.out${i}`), at);
      }
      expect(await store.windows.answeredAt(HOME_TENANT, ['msg_none', messageId])).toEqual([null, NOW + 5]);
      expect(await store.windows.answeredAt(OTHER_TENANT, [messageId])).toEqual([null]);

      const conversation = {
        id: 'c1',
        originType: 'referral_conversion',
        expiresAt: new Date(NOW + 3 * DAY).toISOString(),
      };
      await append(store, status('wamid.out0', 'SENT', { conversation }));
      await append(store, status('wamid.out0', 'DELIVERED', { conversation: { ...conversation, expiresAt: null } }));
      await append(store, status('wamid.out0', 'READ'));
      expect(await ofPhone('+9647701234567')).toMatchObject({ freeUntil: NOW + 3 * DAY, entry });
      const sent = await store.messages.byWhatsappId(HOME_TENANT, 'wamid.out0');
      expect(sent).toMatchObject({ status: 'READ', metaConversation: conversation });
    });

    it('come with what is claimed: free-form messages and marketing templates', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1', BOTH, { at: NOW }), inbound('wamid.2', ALI, { at: NOW - 7 }));
      const content = { kind: 'template', name: 'sale', language: 'ar', components: [] } as const;
      const template = { type: 'template', content } as const;
      await accept(store, { to: { userId: 'IQ.1' } });
      await accept(store, { to: { phone: '+9643' } });
      await accept(store, { ...template, marketing: true });
      await accept(store, { ...template, to: { phone: '+9644' } });
      expect((await claim(store)).map(({ window }) => window?.lastInboundAt ?? null)).toEqual([NOW, 0, NOW - 7, null]);
    });

    it('stand after a restart', async () => {
      await append(rig().store, inbound('wamid.1', BOTH, { entryPoint: 'ad' }));
      await tell('n|1', { kind: 'marketing', who: BOTH, at: NOW, wanted: false });
      const before = await ofPhone('+9641');
      expect(before).toMatchObject({ lastInboundAt: NOW, stoppedAt: NOW, entry: { at: NOW } });
      await rig().reopen();
      expect(await ofPhone('+9641')).toEqual(before);
    });
  });
}
