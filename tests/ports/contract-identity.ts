import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/domain/contact.ts';
import type { ConversationFilter } from '../../src/domain/conversation.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  accept,
  append,
  changed,
  claim,
  draft,
  everyEvent,
  freshId,
  inbound,
  NOW,
  NUMBER,
  newestMessage,
  OTHER_TENANT,
  person,
  registered,
  routed,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const OLD = person({ phone: '+9641', userId: 'IQ.1', name: 'Ali' });
const NEW = person({ phone: '+9642', userId: 'IQ.2' });
const THIRD = { id: 'num_3', phoneNumberId: '1003', display: '+9647803333333' };
const ALL = { limit: 100, from: 'newest' } as const;

export function identityContract(rig: () => StoreRig): void {
  const conversationsOf = async (filter: ConversationFilter = {}) =>
    (await rig().store.conversations.list(HOME_TENANT, filter, ALL)).rows;
  const messagesOf = async (conversationId: string) =>
    (await rig().store.messages.list(HOME_TENANT, { conversationId }, ALL)).rows;

  /** Ali wrote from both of his numbers, to one number of ours and from the new one to a second too. */
  const twoOfOne = async () => {
    const { store } = rig();
    await store.numbers.register(registered(THIRD));
    await append(store, inbound('wamid.1', OLD), inbound('wamid.2', OLD));
    const kept = await newestMessage(store);
    await append(store, inbound('wamid.3', NEW, { at: NOW + 9_000 }));
    const given = await newestMessage(store);
    const other = inbound('wamid.4', NEW, { at: NOW + 9_000, phoneNumberId: THIRD.phoneNumberId });
    await store.inbound.append(webhook([routed(other, HOME_TENANT, THIRD)]));
    const moved = await newestMessage(store);
    const merge = (id = 'wamid.c') => append(store, changed(id, OLD, NEW, { at: NOW + 5_000 }));
    return { store, kept, given, moved, merge };
  };

  describe('contacts that turn out to be one person', () => {
    it('have one conversation for each number, and nothing of either is lost', async () => {
      const { kept, given, moved, merge } = await twoOfOne();
      await merge();
      const store = await rig().reopen();
      expect(await conversationsOf()).toMatchObject([
        { id: moved.conversationId, contactId: kept.contact.id, unreadCount: 1 },
        { id: kept.conversationId, contactId: kept.contact.id, unreadCount: 3, lastMessageId: given.id, lastSeq: 3 },
      ]);
      const messages = await messagesOf(kept.conversationId);
      expect(messages.map(({ whatsappId }) => whatsappId)).toEqual(['wamid.c', 'wamid.3', 'wamid.2', 'wamid.1']);
      const contact = { id: kept.contact.id, phone: '+9642', userId: 'IQ.2', username: null, name: 'Ali' };
      for (const message of [...messages, ...(await messagesOf(moved.conversationId))]) {
        expect(message.contact).toEqual(contact);
      }
      expect(await store.conversations.contacts(HOME_TENANT, [kept.contact.id])).toEqual([contact]);
    });

    it('are found by the ids that were given up, wherever one is taken', async () => {
      const { store, kept, given, merge } = await twoOfOne();
      await merge();
      const { conversations, messages } = store;
      const [both, none] = [[given.conversationId, kept.conversationId], 'conv_none'];
      const [first, second, third] = await conversations.getMany(HOME_TENANT, [...both, none]);
      expect([first?.id, third]).toEqual([kept.conversationId, null]);
      expect(first).toEqual(second);
      expect(await conversations.getMany(OTHER_TENANT, both)).toEqual([null, null]);
      const contacts = [given.contact.id, kept.contact.id];
      expect((await conversations.contacts(HOME_TENANT, contacts)).map((one) => one?.id)).toEqual([
        kept.contact.id,
        kept.contact.id,
      ]);
      expect(await conversations.contacts(OTHER_TENANT, contacts)).toEqual([null, null]);
      const listed = async (filter: object) => (await messages.list(HOME_TENANT, filter, ALL)).rows.map(({ id }) => id);
      expect(await listed({ conversationId: given.conversationId })).toEqual(
        await listed({ conversationId: kept.conversationId }),
      );
      expect(await listed({ contactId: given.contact.id })).toHaveLength(5);
      expect(await conversations.lastHeard(HOME_TENANT, given.conversationId)).toMatchObject({ id: given.id });
      expect(await conversations.markRead(HOME_TENANT, given.conversationId, 99, 'reader', NOW)).toMatchObject({
        changed: true,
        conversation: { id: kept.conversationId, unreadCount: 0 },
      });
    });

    it('keep what is unread unread, and what was read before it read', async () => {
      const { store, kept, given, merge } = await twoOfOne();
      await store.conversations.markRead(HOME_TENANT, kept.conversationId, 2, 'reader', NOW);
      await merge();
      expect(await conversationsOf({ numberId: NUMBER.id })).toMatchObject([{ unreadCount: 1, readSeq: 2 }]);
      // Read up to the newest of both: nothing comes back.
      await store.conversations.markRead(HOME_TENANT, given.conversationId, 3, 'reader', NOW);
      await append(store, changed('wamid.d', NEW, person({ phone: '+9643' }), { at: NOW + 20_000 }));
      expect(await conversationsOf({ numberId: NUMBER.id })).toMatchObject([{ unreadCount: 0, readSeq: 3 }]);
    });

    it('are told, once', async () => {
      const { store, kept, given, merge } = await twoOfOne();
      await merge();
      await merge();
      const told = (await everyEvent(store)).slice(4);
      const pair = { from: given.conversationId, into: kept.conversationId };
      expect(told).toMatchObject([
        {
          type: 'inbound_message',
          body: { message: { type: 'system', contact: { id: kept.contact.id, phone: '+9642' } } },
        },
        {
          type: 'platform',
          body: {
            data: { kind: 'contacts_merged', from: given.contact.id, into: kept.contact.id, conversations: [pair] },
          },
        },
      ]);
      // Our other number tells it too: that is news, and changes nothing.
      await merge('wamid.c2');
      expect((await everyEvent(store)).slice(6)).toMatchObject([{ type: 'inbound_message' }]);
      expect(await conversationsOf()).toHaveLength(2);
    });

    it('send what both had queued in the order in which it was accepted', async () => {
      const { store, kept, merge } = await twoOfOne();
      const queued: string[] = [];
      for (const phone of ['+9642', '+9641', '+9642']) queued.push(await accept(store, { to: { phone } }));
      await merge();
      const sent: string[] = [];
      for (let jobs = await claim(store); jobs.length > 0; jobs = await claim(store)) {
        expect(jobs).toHaveLength(1);
        for (const { messageId, conversationId, attempt } of jobs) {
          expect(conversationId).toBe(kept.conversationId);
          sent.push(messageId);
          const failed = { kind: 'failed', error: null, answer: null } as const;
          await store.outbox.settle(HOME_TENANT, messageId, attempt, failed, NOW);
        }
      }
      expect(sent).toEqual(queued);
    });

    it('of which one is on its way when they become one are settled as if nothing had happened', async () => {
      const { store, kept, merge } = await twoOfOne();
      const id = await accept(store, { to: { phone: '+9642' }, direct: true });
      await accept(store, { to: { phone: '+9641' } });
      await merge();
      // What is on the wire holds what waits behind it, though it was another conversation's.
      expect(await claim(store)).toEqual([]);
      const settled = await store.outbox.settle(HOME_TENANT, id, 1, { kind: 'failed', error: null, answer: null }, NOW);
      expect(settled).toMatchObject({ status: 'FAILED', conversationId: kept.conversationId });
      expect(await claim(store)).toHaveLength(1);
    });

    it('lead on when they merge again', async () => {
      const { store, given } = await twoOfOne();
      const next = person({ phone: '+9640', userId: 'IQ.0' });
      await append(store, inbound('wamid.0', next, { at: NOW - 20_000 }));
      const eldest = await newestMessage(store);
      await append(store, changed('wamid.c', OLD, NEW, { at: NOW + 5_000 }));
      await append(store, changed('wamid.b', next, OLD, { at: NOW - 10_000 }));
      const [found] = await store.conversations.getMany(HOME_TENANT, [given.conversationId]);
      expect(found).toMatchObject({ id: eldest.conversationId, contactId: eldest.contact.id });
      expect(await store.conversations.contacts(HOME_TENANT, [given.contact.id])).toMatchObject([
        { id: eldest.contact.id, phone: '+9642' },
      ]);
      expect(await store.contacts.formerIds(HOME_TENANT, [given.contact.id])).toMatchObject([
        [{ value: '+9641' }, { value: 'IQ.1' }, { value: '+9640' }, { value: 'IQ.0' }],
      ]);
    });
  });

  describe('a changed number', () => {
    it('moves the window to the new ids, and none stays for who gets the old number', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1', OLD));
      await append(store, changed('wamid.c', OLD, NEW, { at: NOW + 5_000 }));
      const last = async (to: Address) =>
        (await store.windows.ofAddress(HOME_TENANT, NUMBER.phoneNumberId, to)).lastInboundAt;
      expect(await last({ phone: '+9642' })).toBe(NOW);
      expect(await last({ userId: 'IQ.2' })).toBe(NOW);
      expect(await last({ phone: '+9641' })).toBe(0);
      expect(await conversationsOf({ window: { open: true, now: NOW + 1_000 } })).toHaveLength(1);
    });

    it('is kept with the time, for the tenant alone', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1', OLD));
      const { contact } = await newestMessage(store);
      await append(store, changed('wamid.c', OLD, NEW, { at: NOW + 5_000 }));
      const until = NOW + 5_000;
      const ids = [contact.id, 'con_none'];
      expect(await store.contacts.formerIds(HOME_TENANT, ids)).toEqual([
        [
          { kind: 'phone', value: '+9641', until },
          { kind: 'userId', value: 'IQ.1', until },
        ],
        [],
      ]);
      expect(await store.contacts.formerIds(OTHER_TENANT, ids)).toEqual([[], []]);
    });

    it('within one webhook concerns what stands before and after it', async () => {
      const { store } = rig();
      const stored = await append(
        store,
        inbound('wamid.1', OLD),
        inbound('wamid.2', NEW, { at: NOW + 9_000 }),
        changed('wamid.c', OLD, NEW, { at: NOW + 5_000 }),
        inbound('wamid.3', NEW, { at: NOW + 10_000 }),
        inbound('wamid.4', person({ phone: '+9641' }), { at: NOW + 11_000 }),
        inbound('wamid.5', person({ phone: '+9641' }), { at: NOW + 1_000 }),
      );
      expect(stored).toBe(6);
      const people = (await conversationsOf()).map(async ({ id }) =>
        (await messagesOf(id)).map(({ whatsappId }) => whatsappId),
      );
      // The last was late, but the number had found its next owner by then.
      expect(await Promise.all(people)).toEqual([
        ['wamid.5', 'wamid.4'],
        ['wamid.3', 'wamid.c', 'wamid.2', 'wamid.1'],
      ]);
    });

    it('of another tenant is theirs', async () => {
      const { store } = rig();
      await append(store, inbound('wamid.1', OLD));
      const theirs = changed('wamid.c', OLD, NEW, { at: NOW + 5_000 });
      await store.inbound.append(webhook([routed(theirs, OTHER_TENANT)]));
      expect(await newestMessage(store)).toMatchObject({ contact: { phone: '+9641' } });
    });
  });

  it('whatever happens to identities, nothing is lost or read by itself, and every id leads somewhere', async () => {
    const ids = ['0', '1', '2', '3'];
    const who = fc.record({ phone: fc.constantFrom(...ids), userId: fc.option(fc.constantFrom(...ids), { freq: 3 }) });
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('in' as const), who, at: fc.nat(50) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), who, to: who, at: fc.nat(50) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('out' as const), who }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('read' as const), which: fc.nat(5), upTo: fc.nat(60) }) },
    );
    let world = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
        const { store } = rig();
        world += 1;
        // People of one run are strangers to those of the next.
        const identity = ({ phone, userId }: { phone: string; userId: string | null }) =>
          person({ phone: `+${world}000${phone}`, userId: userId === null ? null : `IQ.w${world}u${userId}` });
        const tenantId = `ten_${freshId()}`;
        const seen = new Set<string>();
        let unread = new Set<string>();
        for (const one of steps) {
          if (one.kind === 'out')
            await store.outbox.accept(draft({ tenantId, to: { phone: identity(one.who).phone ?? '' } }));
          else if (one.kind === 'read') {
            const { rows } = await store.conversations.list(tenantId, {}, ALL);
            const found = rows[one.which];
            if (found) await store.conversations.markRead(tenantId, found.id, one.upTo, 'reader', NOW);
          } else {
            const id = `wamid.${freshId()}`;
            const from = identity(one.who);
            const at = NOW + one.at * 1_000;
            const item = one.kind === 'in' ? inbound(id, from, { at }) : changed(id, from, identity(one.to), { at });
            const { stored } = await store.inbound.append(webhook([routed(item, tenantId)]));
            expect(stored).toBe(1);
          }
          unread = await expectSound(
            store,
            tenantId,
            seen,
            one.kind === 'in' || one.kind === 'change' ? unread : new Set(),
          );
        }
        expect(seen.size === 0).toBe(steps.every(({ kind }) => kind === 'read'));
      }),
      { numRuns: 10 },
    );
  });
}

/** Checks every conversation of a tenant and answers with what is unread: `before` must still be. `seen` are its ids. */
async function expectSound(store: Store, tenantId: string, seen: Set<string>, before: ReadonlySet<string>) {
  const { rows: conversations } = await store.conversations.list(tenantId, {}, ALL);
  const { rows: everything } = await store.messages.list(tenantId, {}, ALL);
  const unread = new Set<string>();
  let counted = 0;
  for (const { id, readSeq, unreadCount, contactId, lastMessageId } of conversations) {
    const { rows } = await store.messages.list(tenantId, { conversationId: id }, ALL);
    const heard = rows.filter(
      ({ direction, type, seq }) => direction === 'INBOUND' && type !== 'system' && seq > readSeq,
    );
    expect(unreadCount).toBe(heard.length);
    for (const message of heard) unread.add(message.id);
    expect(rows.map((message) => message.contact.id)).toEqual(rows.map(() => contactId));
    expect(rows.map((message) => message.id)).toContain(lastMessageId);
    counted += rows.length;
    seen.add(id).add(contactId);
  }
  expect(counted).toBe(everything.length);
  for (const id of before) expect(unread).toContain(id);
  const [convs, cons] = [
    [...seen].filter((id) => id.startsWith('conv_')),
    [...seen].filter((id) => id.startsWith('con_')),
  ];
  expect(await store.conversations.getMany(tenantId, convs)).not.toContain(null);
  expect(await store.conversations.contacts(tenantId, cons)).not.toContain(null);
  return unread;
}
