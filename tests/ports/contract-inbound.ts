import { describe, expect, it } from 'vitest';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import {
  ALI,
  accept,
  acceptedAs,
  append,
  everyEvent,
  inbound,
  NOW,
  NUMBER,
  newestMessage,
  notice,
  OTHER_NUMBER,
  OTHER_TENANT,
  person,
  routed,
  status,
  text,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

export function inboundContract(rig: () => StoreRig): void {
  describe('appending webhooks', () => {
    it('stores a message with its event, contact and conversation', async () => {
      const { store } = rig();
      const item = routed(inbound('wamid.1'));
      expect(await store.inbound.append(webhook([item]))).toEqual({
        tenants: [HOME_TENANT],
        stored: 1,
        turnedAway: 0,
        quarantined: null,
      });

      const message = await newestMessage(store);
      expect(message).toMatchObject({
        id: `msg_${item.freshId}`,
        whatsappId: 'wamid.1',
        direction: 'INBOUND',
        status: 'RECEIVED',
        text: 'words of wamid.1',
        phoneNumber: NUMBER,
        contact: { phone: ALI.phone, name: 'Ali' },
        createdAt: new Date(NOW).toISOString(),
        seq: 1,
      });
      const { seq: _seq, error: _error, answer: _answer, pricing: _pricing, metaConversation: _, ...shown } = message;
      const [event] = await everyEvent(store);
      expect(event).toMatchObject({ seq: 1, type: 'inbound_message', messageId: message.id });
      expect(event?.body.message).toEqual(shown);
      const [conversation] = await store.conversations.getMany(HOME_TENANT, [message.conversationId]);
      expect(conversation).toMatchObject({ unreadCount: 1, lastSeq: 1, lastMessageId: message.id, readSeq: 0 });
    });

    it('stores repeated items once, within a webhook, across webhooks and after a restart', async () => {
      const { store, reopen } = rig();
      const items = () => [
        routed(inbound('wamid.1')),
        routed(notice('n|1')),
        routed(inbound('wamid.9', ALI, { phoneNumberId: '9999' }), HOME_TENANT, null),
      ];
      expect((await store.inbound.append(webhook([...items(), ...items()]))).stored).toBe(3);
      expect(await store.inbound.append(webhook(items()))).toEqual({
        tenants: [],
        stored: 0,
        turnedAway: 0,
        quarantined: null,
      });
      expect((await (await reopen()).inbound.append(webhook(items()))).stored).toBe(0);
      const types = (await everyEvent(rig().store)).map(({ type }) => type);
      expect(types).toEqual(['inbound_message', 'account', 'unrouted']);
    });

    it('stores what is new beside what is repeated', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'), notice('n|1'));
      expect(await append(store, inbound('wamid.1'), notice('n|1'), inbound('wamid.2'), notice('n|2'))).toBe(2);
      expect(await everyEvent(store)).toHaveLength(4);
    });

    it('stores a repeated status once', async () => {
      const { store } = rig();
      const id = await accept(store, { direct: true });
      await store.outbox.settle(HOME_TENANT, id, 1, acceptedAs('wamid.out'), NOW);
      const word = () => status('wamid.out', 'DELIVERED');
      expect(await append(store, word(), word())).toBe(1);
      expect(await append(store, word())).toBe(0);
      const told = (await everyEvent(store)).filter(({ body }) => body.status === 'DELIVERED');
      expect(told).toHaveLength(1);
    });

    it('gives every log contiguous places while many webhooks of two tenants arrive at once', async () => {
      const { store } = rig();
      const webhooks = Array.from({ length: 300 }, (_, i) => {
        const mine = routed(inbound(`wamid.a${i}`, person({ phone: `+96477${i % 7}` })));
        const theirs = inbound(`wamid.b${i}`, ALI, { phoneNumberId: OTHER_NUMBER.phoneNumberId });
        return webhook(i % 3 === 0 ? [mine, routed(theirs, OTHER_TENANT, OTHER_NUMBER)] : [mine]);
      });
      const results = await Promise.all(webhooks.map((one) => store.inbound.append(one)));
      expect(results.reduce((sum, { stored }) => sum + stored, 0)).toBe(400);
      expect(results[0]?.tenants).toEqual([HOME_TENANT, OTHER_TENANT]);
      expect(results[1]?.tenants).toEqual([HOME_TENANT]);
      expect((await everyEvent(store)).map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
      const words = (await everyEvent(store)).map(({ body }) => body.message?.whatsappId);
      expect(words).toEqual(Array.from({ length: 300 }, (_, i) => `wamid.a${i}`));
      expect(await store.events.head(OTHER_TENANT)).toMatchObject({ first: 1, last: 100 });
    });

    it('makes an event readable as soon as its webhook is stored', async () => {
      const { store } = rig();
      for (let i = 1; i <= 20; i += 1) {
        await append(store, inbound(`wamid.${i}`));
        expect(await store.events.page(HOME_TENANT, i - 1, 10)).toHaveLength(1);
      }
    });

    it('keeps one tenant from seeing anything of another', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1'));
      const mine = await newestMessage(store);
      expect(await store.messages.getMany(OTHER_TENANT, [mine.id])).toEqual([null]);
      expect(await store.messages.timelines(OTHER_TENANT, [mine.id])).toEqual([[]]);
      expect(await store.messages.byWhatsappId(OTHER_TENANT, 'wamid.1')).toBeNull();
      expect(await store.conversations.getMany(OTHER_TENANT, [mine.conversationId])).toEqual([null]);
      expect(await store.conversations.contacts(OTHER_TENANT, [mine.contact.id])).toEqual([null]);
      expect(await everyEvent(store, OTHER_TENANT)).toEqual([]);
    });

    it('keeps NUL, lone surrogates and quotes exactly, wherever they stand', async () => {
      const { store } = rig();
      const odd = '"\u0000\ud800 \udc00 "سلام" 👋\u202e%_\\';
      const from = person({ userId: `IQ.${odd}`, username: odd, name: odd });
      await append(store, inbound(`"wamid.\ud800${odd}`, from, { content: text(odd), raw: { [odd]: odd } }));
      expect(await append(store, inbound(`"wamid.\ud800${odd}`, from))).toBe(0);
      expect(await append(store, inbound(`"wamid.\ud801${odd}`, from))).toBe(1);
      await accept(store, { reference: odd, sentBy: odd });
      const { rows } = await store.messages.list(HOME_TENANT, {}, { limit: 3, from: 'oldest' });
      const [heard, , sent] = rows.toReversed();
      expect(heard).toMatchObject({ whatsappId: `"wamid.\ud800${odd}`, text: odd, raw: { [odd]: odd } });
      expect(heard?.contact).toMatchObject({ userId: `IQ.${odd}`, username: odd, name: odd });
      expect(sent).toMatchObject({ reference: odd, sentBy: odd });
      expect((await everyEvent(store))[0]?.body.message?.text).toBe(odd);
      expect(await store.messages.byWhatsappId(HOME_TENANT, `"wamid.\ud800${odd}`)).toEqual(heard);
      const to = { userId: `IQ.${odd}` };
      expect(await store.windows.ofAddress(HOME_TENANT, NUMBER.phoneNumberId, to)).toMatchObject({
        lastInboundAt: NOW,
      });
    });
  });

  describe('contacts', () => {
    const from = async (whatsappId: string, part: Parameters<typeof person>[0]) => {
      await append(rig().store, inbound(whatsappId, person(part)));
      return (await newestMessage(rig().store)).contact;
    };

    it('are found by phone, by user id alone, and completed when both come together', async () => {
      const byId = await from('wamid.1', { userId: 'IQ.1' });
      const both = await from('wamid.2', { userId: 'IQ.1', phone: '+9641', name: 'Zaid' });
      const byPhone = await from('wamid.3', { phone: '+9641' });
      expect(both).toEqual({ id: byId.id, phone: '+9641', userId: 'IQ.1', username: null, name: 'Zaid' });
      expect(byPhone).toEqual(both);
      expect(await rig().store.conversations.contacts(HOME_TENANT, ['con_none', byId.id])).toEqual([null, both]);
    });

    it('are kept apart when phone and user id disagree; the phone decides', async () => {
      const phone = await from('wamid.1', { phone: '+9641' });
      const id = await from('wamid.2', { userId: 'IQ.2' });
      const conflicting = await from('wamid.3', { phone: '+9641', userId: 'IQ.2' });
      expect(conflicting).toEqual(phone);
      expect(await from('wamid.4', { userId: 'IQ.2' })).toEqual(id);
    });

    it('show their newest name beside older messages', async () => {
      await from('wamid.1', { phone: '+9641', name: 'Old' });
      await from('wamid.2', { phone: '+9641', name: 'New' });
      const old = await rig().store.messages.byWhatsappId(HOME_TENANT, 'wamid.1');
      expect(old?.contact.name).toBe('New');
    });

    it('belong to one tenant each', async () => {
      const { store } = rig();
      const mine = await from('wamid.1', { phone: '+9641' });
      const item = inbound('wamid.2', person({ phone: '+9641' }), { phoneNumberId: OTHER_NUMBER.phoneNumberId });
      await store.inbound.append(webhook([routed(item, OTHER_TENANT, OTHER_NUMBER)]));
      expect((await newestMessage(store, OTHER_TENANT)).contact.id).not.toBe(mine.id);
    });
  });
}
