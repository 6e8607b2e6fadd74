import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasesOf, type Identity } from '../../src/domain/contact.ts';
import type { RoutedItem } from '../../src/domain/inbound.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import { changed, draft, inbound, NOW, NUMBER, OTHER_NUMBER, person, routed } from '../ports/fixtures.ts';
import { MemoryRows } from './memory-rows.ts';

const NUMBERS = [NUMBER, OTHER_NUMBER] as const;

/** A person's ids, one pair after the other; people without user ids are known by phone alone. */
interface Life {
  readonly ids: readonly Identity[];
  readonly told: readonly RoutedItem[];
}

/** Somebody who changes ids `changes` times, writes to both numbers in between, and whose changes Meta tells to both. */
function lifeOf(name: string, changes: number, hasUserId: boolean): fc.Arbitrary<Life> {
  const ids = Array.from({ length: changes + 1 }, (_, i) =>
    person({ phone: `+964${name}${i}`, userId: hasUserId ? `IQ.${name}${i}` : null }),
  );
  const writing = fc.array(fc.record({ number: fc.constantFrom(...NUMBERS), hidden: fc.boolean() }), { maxLength: 3 });
  return fc.array(writing, { minLength: ids.length, maxLength: ids.length }).map((written) => {
    const told = ids.flatMap((now, epoch): RoutedItem[] => {
      const at = NOW + epoch * 100_000;
      const before = ids[epoch - 1];
      const news = NUMBERS.map((number, n) => {
        const item = changed(`wamid.${name}.${epoch}.to${n}`, before ?? now, now, { at: at + n * 1_000 });
        return routed({ ...item, phoneNumberId: number.phoneNumberId }, HOME_TENANT, number);
      });
      const messages = (written[epoch] ?? []).map(({ number, hidden }, i) => {
        // A phone may be hidden only from those who know the user id.
        const from = hidden && hasUserId ? { ...now, phone: null } : now;
        const more = { at: at + (i + 10) * 1_000, phoneNumberId: number.phoneNumberId };
        return routed(inbound(`wamid.${name}.${epoch}.${i}`, from, more), HOME_TENANT, number);
      });
      return [...(before === undefined ? [] : news), ...messages];
    });
    return { ids, told };
  });
}

const lives = fc.tuple(fc.nat(3), fc.nat(3), fc.boolean(), fc.boolean()).chain(([a, b, aHasId, bHasId]) =>
  fc.tuple(lifeOf('1', a, aHasId), lifeOf('2', b, bHasId)).chain(([one, two]) => {
    const all = [...one.told, ...two.told];
    const told = fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 });
    return fc.record({ people: fc.constant([one, two]), told, size: fc.integer({ min: 1, max: 5 }) });
  }),
);

/** What must hold whatever was told: each alias has one living owner, every way ends at what lives, nothing is lost. */
function expectSound(rows: MemoryRows, told: readonly RoutedItem[]): void {
  const living = new Set([...rows.contacts.keys(), ...rows.conversations().map(({ id }) => id)]);
  for (const { contactId } of rows.aliases.values()) expect(living).toContain(contactId);
  for (const { contactId } of rows.former) expect(living).toContain(contactId);
  for (const [from, into] of rows.redirects) {
    expect(living).not.toContain(from);
    expect(living).toContain(into);
  }
  const wamids = new Set(told.flatMap(({ item }) => (item.kind === 'message' ? [item.whatsappId] : [])));
  expect(new Set([...rows.messages.values()].map(({ record }) => record.whatsappId))).toEqual(wamids);
  const pairs = rows.conversations().map(({ contactId, numberId }) => `${contactId} ${numberId}`);
  expect(new Set(pairs).size).toBe(pairs.length);
}

it('whoever changes ids stays one contact with the newest ones, in whatever order it is told and how often', () => {
  fc.assert(
    fc.property(lives, ({ people, told, size }) => {
      const rows = new MemoryRows(NOW);
      for (let from = 0; from < told.length; from += size) {
        rows.append(told.slice(from, from + size));
        expectSound(rows, told.slice(0, from + size));
      }
      for (const { ids, told: own } of people) {
        if (own.length === 0) continue;
        const seen = own.flatMap(({ item }) => (item.kind === 'message' ? [item.change?.after ?? item.from] : []));
        const last = ids.at(-1);
        const owners = new Set(
          own.flatMap(({ item }) => {
            const id = [...rows.messages.values()].find(
              ({ record }) => item.kind === 'message' && record.whatsappId === item.whatsappId,
            )?.record.contact.id;
            return id === undefined ? [] : [rows.redirects.get(id) ?? id];
          }),
        );
        expect(owners.size).toBe(1);
        const [owner = ''] = owners;
        const contact = rows.contacts.get(owner)?.contact;
        const shown = seen.some(({ phone }) => phone === last?.phone);
        expect(contact).toMatchObject({ userId: last?.userId ?? null, phone: shown ? last?.phone : null });
        const phones = [...rows.aliases.values()].filter((one) => one.contactId === owner && one.kind === 'phone');
        expect(phones.map(({ value }) => value)).toEqual(shown ? [last?.phone] : []);
      }
    }),
    { numRuns: 300 },
  );
});

describe('an identity', () => {
  const rowsOf = (...items: readonly RoutedItem['item'][]) => {
    const rows = new MemoryRows(NOW);
    for (const item of items) rows.append([routed(item)]);
    return rows;
  };
  const contactsOf = (rows: MemoryRows) => [...rows.contacts.values()].map(({ contact }) => contact);
  const seen = (id: string, who: Partial<Identity>, minutes = 0) =>
    inbound(`wamid.${id}`, person(who), { at: NOW + minutes * 60_000 });

  it('whose parts belong to two contacts is routed by phone, and merges and moves nothing', () => {
    const rows = rowsOf(seen('1', { phone: '+9641' }), seen('2', { userId: 'IQ.2' }));
    const before = contactsOf(rows);
    rows.append([routed(seen('3', { phone: '+9641', userId: 'IQ.2' }, 1))]);
    expect(contactsOf(rows)).toEqual(before);
    expect([...rows.messages.values()].at(-1)?.record.contact.id).toBe(before[0]?.id);
  });

  it('completes a contact that was known by its other part', () => {
    const rows = rowsOf(
      seen('1', { userId: 'IQ.1', username: 'ali' }),
      seen('2', { userId: 'IQ.1', phone: '+9641' }, 1),
    );
    expect(contactsOf(rows)).toMatchObject([{ userId: 'IQ.1', phone: '+9641', username: 'ali' }]);
    rows.append([routed(seen('3', { userId: 'IQ.1' }, 2))]);
    expect(contactsOf(rows)).toMatchObject([{ userId: 'IQ.1', phone: '+9641', username: 'ali' }]);
    rows.append([routed(seen('4', { userId: 'IQ.1', username: 'ali.b' }, 3))]);
    expect(contactsOf(rows)).toMatchObject([{ username: 'ali.b', phone: '+9641' }]);
  });

  it('with a new user id from a known phone makes it the present one; the old one still finds the contact', () => {
    const rows = rowsOf(
      seen('1', { phone: '+9641', userId: 'IQ.1' }),
      seen('2', { phone: '+9641', userId: 'IQ.2' }, 5),
    );
    expect(contactsOf(rows)).toMatchObject([{ userId: 'IQ.2' }]);
    expect(rows.former).toMatchObject([{ kind: 'userId', value: 'IQ.1', until: NOW + 5 * 60_000 }]);
    // Told late: nothing goes back.
    rows.append([routed(seen('3', { phone: '+9641', userId: 'IQ.1' }, 1)), routed(seen('4', { userId: 'IQ.1' }, 2))]);
    expect(contactsOf(rows)).toMatchObject([{ phone: '+9641', userId: 'IQ.2' }]);
  });

  it('with another phone of a known user id moves to it and gives the old one up', () => {
    const rows = rowsOf(
      seen('1', { phone: '+9641', userId: 'IQ.1' }),
      seen('2', { phone: '+9642', userId: 'IQ.1' }, 5),
    );
    expect(contactsOf(rows)).toMatchObject([{ phone: '+9642', userId: 'IQ.1' }]);
    rows.append([routed(seen('3', { phone: '+9641' }, 9))]);
    expect(contactsOf(rows)).toMatchObject([{ phone: '+9642' }, { phone: '+9641', userId: null }]);
  });

  it('that is a parent user id alone is written to and found again', () => {
    const rows = new MemoryRows(NOW);
    const id = rows.accept(draft({ to: { userId: 'IQ.ENT.7' } }));
    const contact = rows.messages.get(id)?.record.contact;
    expect(contact).toMatchObject({ phone: null, userId: null, parentUserId: 'IQ.ENT.7' });
    rows.append([routed(seen('1', { userId: 'IQ.7', parentUserId: 'IQ.ENT.7' }))]);
    expect(contactsOf(rows)).toEqual([{ ...contact, userId: 'IQ.7' }]);
  });

  it('that Meta names in its answer is learned when nobody has it, and merges nothing', () => {
    const rows = rowsOf(seen('1', { userId: 'IQ.9' }));
    const id = rows.accept(draft({ to: { phone: '+5511987654321' }, direct: true }));
    const knownAs = [{ phone: '+551187654321' }, { userId: 'IQ.9' }];
    rows.settle(HOME_TENANT, id, { kind: 'accepted', whatsappId: 'wamid.out', held: false, answer: null, knownAs });
    const contact = rows.messages.get(id)?.record.contact;
    expect(contactsOf(rows)).toEqual([expect.objectContaining({ userId: 'IQ.9' }), contact]);
    rows.append([routed(seen('2', { phone: '+551187654321' }))]);
    expect([...rows.messages.values()].at(-1)?.record.contact).toEqual({ ...contact, phone: '+551187654321' });
    // Both spellings stay, and go together.
    expect(rows.messages.get(rows.accept(draft({ to: { phone: '+5511987654321' } })))?.record.contact.id).toBe(
      contact?.id,
    );
    rows.append([routed(changed('wamid.c', person({ phone: '+551187654321' }), person({ phone: '+551199' })))]);
    expect([...rows.aliases.values()].filter(({ kind }) => kind === 'phone')).toMatchObject([{ value: '+551199' }]);
  });
});

describe('a change of number', () => {
  const [old, next] = [person({ phone: '+9641', userId: 'IQ.1' }), person({ phone: '+9642', userId: 'IQ.2' })];
  const at = NOW + 60_000;

  it('leaves the old number to whoever writes from it next', () => {
    const rows = new MemoryRows(NOW);
    rows.append([routed(inbound('wamid.1', old))]);
    rows.append([routed(changed('wamid.c', old, next, { at }))]);
    rows.append([routed(inbound('wamid.2', person({ phone: '+9641', userId: 'IQ.5' }), { at: at + 1_000 }))]);
    expect([...rows.contacts.values()].map(({ contact }) => contact)).toMatchObject([
      { phone: '+9642', userId: 'IQ.2' },
      { phone: '+9641', userId: 'IQ.5' },
    ]);
    // The other number of ours tells the same change afterwards: it is still about the first.
    rows.append([
      routed(changed('wamid.c2', person({ phone: '+9641' }), person({ phone: '+9642' }), { at: at + 500 })),
    ]);
    expect(rows.contacts.size).toBe(2);
  });

  it('to a hidden number takes the old one away', () => {
    const rows = new MemoryRows(NOW);
    rows.append([routed(inbound('wamid.1', old))]);
    rows.append([routed(changed('wamid.c', old, { ...next, phone: null }, { at }))]);
    expect([...rows.contacts.values()]).toMatchObject([{ contact: { phone: null, userId: 'IQ.2' } }]);
    expect([...rows.aliases.values()].map(({ value }) => value).sort()).toEqual(
      aliasesOf({ ...next, phone: null })
        .map(({ value }) => value)
        .concat('IQ.1')
        .sort(),
    );
  });

  it('is told with the contact as it is then, and tells once what became one', () => {
    const rows = new MemoryRows(NOW);
    rows.append([routed(inbound('wamid.1', old)), routed(inbound('wamid.2', next, { at: at + 5_000 }))]);
    const [survivor, given] = [...rows.contacts.keys()];
    const [into, from] = rows.conversations().map(({ id }) => id);
    const news = routed(changed('wamid.c', old, next, { at }));
    rows.append([news, news]);
    rows.append([news]);
    const told = rows.events.slice(2).map(({ event }) => event.body);
    expect(told).toMatchObject([
      {
        type: 'inbound_message',
        message: { type: 'system', conversationId: into, contact: { id: survivor, phone: '+9642' } },
      },
      {
        type: 'platform',
        data: { kind: 'contacts_merged', from: given, into: survivor, conversations: [{ from, into }] },
      },
    ]);
  });
});
