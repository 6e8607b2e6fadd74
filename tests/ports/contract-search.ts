import { describe, expect, it } from 'vitest';
import type { Identity } from '../../src/domain/contact.ts';
import { foldText } from '../../src/domain/search-text.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { MessageFilter, PageRequest, Store } from '../../src/ports/store.ts';
import {
  ALI,
  accept,
  append,
  changed,
  claimOne,
  inbound,
  NOW,
  OTHER_NUMBER,
  OTHER_TENANT,
  person,
  REFUSED,
  routed,
  text,
  webhook,
} from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

const ZAID = person({ phone: '+9647809876543', name: 'Zaid Müller', username: 'zed_m' });
const NAMELESS = person({ userId: 'IQ.77' });

/** A seeded generator, so that a failure can be seen again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function says(store: Store, who: Identity, ...bodies: readonly string[]): Promise<void> {
  for (const body of bodies)
    await append(store, inbound(`wamid.${body}.${who.phone}`, who, { content: text(body), at: NOW }));
}

async function texts(store: Store, search: string, filter: MessageFilter = {}, tenantId = HOME_TENANT) {
  const { rows } = await store.messages.list(tenantId, { ...filter, search }, { limit: 50, from: 'newest' });
  return rows.map((message) => message.text);
}

async function people(store: Store, search: string, page: Partial<PageRequest> = {}) {
  const request: PageRequest = { limit: 50, from: 'newest', ...page };
  const { rows } = await store.conversations.list(HOME_TENANT, { search }, request);
  const contacts = await store.conversations.contacts(
    HOME_TENANT,
    rows.map(({ contactId }) => contactId),
  );
  return contacts.map((contact) => contact?.name ?? contact?.userId);
}

export function searchContract(rig: () => StoreRig): void {
  describe.each(['a moment after it was stored', 'when the store is at rest'])('a search, %s,', (when) => {
    const settle = () => (when === 'when the store is at rest' ? rig().settled() : Promise.resolve());

    it('finds messages by their words in any spelling, newest first', async () => {
      const { store } = rig();
      await says(store, NAMELESS, 'وقرأتُ الكتـاب', 'المدرسة ١٢٣', 'CRÈME brûlée', 'أريد كتابا', 'ok', 'look');
      await settle();
      expect(await texts(store, 'كتاب')).toEqual(['أريد كتابا', 'وقرأتُ الكتـاب']);
      expect(await texts(store, 'الكتاب وقرات')).toEqual(['وقرأتُ الكتـاب']);
      expect(await texts(store, 'مدرسه 123')).toEqual(['المدرسة ١٢٣']);
      expect(await texts(store, 'Creme, BRULEE!')).toEqual(['CRÈME brûlée']);
      expect(await texts(store, 'ok')).toEqual(['ok']);
      expect(await texts(store, 'كتاب مدرسه')).toEqual([]);
      expect(await texts(store, '"كتاب" OR terms:* -')).toEqual([]);
      expect(await texts(store, '؟')).toEqual([]);
      expect(await texts(store, '')).toHaveLength(6);
    });

    it('finds messages and conversations by name, username and phone', async () => {
      const { store } = rig();
      await says(store, ALI, 'one');
      await says(store, ZAID, 'two', 'three');
      await says(store, NAMELESS, 'four');
      await settle();
      for (const query of ['zaid', 'MULLER', 'zed', 'muller zaid', '0780 987', '٠٠٩٦٤٧٨٠', '+964-780', 'zaid 0780']) {
        expect([query, await texts(store, query)]).toEqual([query, ['three', 'two']]);
        expect([query, await people(store, query)]).toEqual([query, ['Zaid Müller']]);
      }
      expect(await texts(store, '964')).toEqual(['three', 'two', 'one']);
      expect(await people(store, '964')).toEqual(['Zaid Müller', 'Ali']);
      expect(await people(store, 'zaid ali')).toEqual([]);
    });

    it('finds conversations by what was said in them, once each, in their own order', async () => {
      const { store } = rig();
      await says(store, ALI, 'the invoice', 'an INVOICE again');
      await says(store, ZAID, 'invoices?');
      await says(store, NAMELESS, 'nothing');
      await says(store, ALI, 'thanks');
      await settle();
      expect(await people(store, 'invoice')).toEqual(['Ali', 'Zaid Müller']);
      expect(await people(store, 'invoice', { limit: 1 })).toEqual(['Ali']);
      expect(await people(store, 'invoice', { before: 5 })).toEqual(['Zaid Müller']);
      expect(await people(store, 'invoice', { after: 3, from: 'oldest' })).toEqual(['Ali']);
      expect(await people(store, 'invoice again')).toEqual(['Ali']);
      const unread = { search: 'invoice', unread: false };
      const { rows } = await store.conversations.list(HOME_TENANT, unread, { limit: 5, from: 'newest' });
      expect(rows).toEqual([]);
    });

    it('finds by a name that was changed, and no longer by the old one', async () => {
      const { store } = rig();
      await says(store, ALI, 'one');
      await settle();
      await says(store, { ...ALI, name: 'Hussein' }, 'two');
      await settle();
      expect(await texts(store, 'hussein')).toEqual(['two', 'one']);
      expect(await people(store, 'حسين')).toEqual([]);
      expect(await people(store, 'ali')).toEqual([]);
    });

    it('finds by the last of several changes that came at once', async () => {
      const { store } = rig();
      const moved = { ...ALI, phone: '+9647707654321' };
      const stored = await append(
        store,
        inbound('wamid.1', ALI, { content: text('one') }),
        changed('wamid.2', ALI, moved, { at: NOW + 1_000 }),
        inbound('wamid.3', { ...moved, name: 'Hussein' }, { content: text('two'), at: NOW + 2_000 }),
      );
      expect(stored).toBe(3);
      await settle();
      for (const query of ['hussein', '7654321'])
        expect([query, await people(store, query)]).toEqual([query, ['Hussein']]);
      for (const query of ['ali', '1234567']) expect([query, await people(store, query)]).toEqual([query, []]);
    });

    it('narrows what the other filters leave', async () => {
      const { store } = rig();
      await says(store, ALI, 'word one');
      await says(store, ZAID, 'word two');
      const failed = await accept(store, { to: { phone: '+9647809876543' }, content: text('a word of ours') });
      await claimOne(store);
      await store.outbox.settle(HOME_TENANT, failed, 1, { kind: 'failed', error: REFUSED, answer: null }, NOW);
      await settle();
      const [message] = (await store.messages.list(HOME_TENANT, {}, { limit: 1, from: 'newest' })).rows;
      const { conversationId, contact } = message ?? { conversationId: '', contact: { id: '' } };
      expect(await texts(store, 'word')).toEqual(['a word of ours', 'word two', 'word one']);
      expect(await texts(store, 'word', { conversationId })).toEqual(['a word of ours', 'word two']);
      expect(await texts(store, 'word', { contactId: contact.id, direction: 'INBOUND' })).toEqual(['word two']);
      expect(await texts(store, 'word', { direction: 'INBOUND' })).toEqual(['word two', 'word one']);
      expect(await texts(store, 'word', { status: 'FAILED' })).toEqual(['a word of ours']);
      expect(await texts(store, 'word', { errorCode: REFUSED.code, type: 'text' })).toEqual(['a word of ours']);
      expect(await texts(store, 'zaid', { status: 'RECEIVED', to: NOW + 1 })).toEqual(['word two']);
      expect(await texts(store, 'word', { from: NOW + 1 })).toEqual([]);
      expect(await texts(store, 'other', { conversationId })).toEqual([]);
    });

    it("never finds another tenant's", async () => {
      const { store } = rig();
      await says(store, ALI, 'shared word');
      const theirs = inbound('wamid.theirs', ZAID, { content: text('shared word'), phoneNumberId: '1002' });
      await store.inbound.append(webhook([routed(theirs, OTHER_TENANT, OTHER_NUMBER)]));
      await settle();
      expect(await texts(store, 'shared')).toEqual(['shared word']);
      expect(await texts(store, 'zaid')).toEqual([]);
      expect(await texts(store, 'zaid', {}, OTHER_TENANT)).toEqual(['shared word']);
      expect(await texts(store, 'ali', {}, OTHER_TENANT)).toEqual([]);
      expect(await people(store, 'zaid')).toEqual([]);
      expect(await texts(store, 'shared', {}, 'ten_none')).toEqual([]);
    });
  });

  it.each([1, 2])('pages of a search have each message once, whichever way they are walked (%i)', async (seed) => {
    const { store } = rig();
    const below = random(seed);
    const words = ['سلام', 'الكتاب', 'كتابي', 'order', 'ordered', 'ok', 'b', '0770', 'ÄRGER'];
    const who = [ALI, ZAID, person({ phone: '+9641', name: 'Order Man' })];
    const all: { seq: number; folded: string }[] = [];
    const write = async (count: number) => {
      const items = Array.from({ length: count }, () => {
        const author = who[below(who.length)] ?? ALI;
        const body = Array.from({ length: 1 + below(3) }, () => words[below(words.length)]).join(' ');
        all.push({ seq: all.length + 1, folded: foldText(`${body} ${author.name} ${author.phone}`) });
        return inbound(`wamid.${all.length}`, author, { content: text(body) });
      });
      await append(store, ...items);
    };
    await write(500);
    await rig().settled();
    await write(60);
    const walk = async (search: string, from: PageRequest['from']) => {
      const seen: number[] = [];
      for (let more = true; more; ) {
        const edge = from === 'newest' ? { before: seen.at(-1) } : { after: seen[0] };
        const page = await store.messages.list(HOME_TENANT, { search }, { limit: 7, from, ...edge });
        const seqs = page.rows.map(({ seq }) => seq);
        if (from === 'newest') seen.push(...seqs);
        else seen.unshift(...seqs);
        more = page.more;
      }
      return seen;
    };
    for (const search of ['كتاب', 'order', 'zaid', 'arger سلام', 'ordered ok', 'b', '7701234567', 'nowhere']) {
      const start = (needle: string) => (needle.length < 3 ? ` ${needle}${needle.length === 1 ? ' ' : ''}` : needle);
      const parts = search.split(' ').map((word) => start(foldText(word)));
      const expected = all.filter(({ folded }) => parts.every((part) => ` ${folded} `.includes(part)));
      const seqs = expected.map(({ seq }) => seq).reverse();
      expect([search, await walk(search, 'newest')]).toEqual([search, seqs]);
      expect([search, await walk(search, 'oldest')]).toEqual([search, seqs]);
    }
  });
}
