import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboundItem, InboundMessage } from '../../src/domain/inbound.ts';
import { handleOf } from '../../src/domain/inbound.ts';
import { HOME_TENANT, RENTED, type Sharing } from '../../src/domain/tenant.ts';
import {
  ALI,
  acceptedAs,
  draft,
  inbound,
  NOW,
  NUMBER,
  notice,
  person,
  REFUSED,
  routed,
  status,
} from '../ports/fixtures.ts';
import { MemoryRows } from './memory-rows.ts';

const DAY = 24 * 60 * 60 * 1000;
const [A, B, DIRECT] = ['ten_a', 'ten_b', 'ten_direct'];
const TENANTS = [
  { id: HOME_TENANT, kind: 'standard' },
  { id: A, kind: 'standard' },
  { id: B, kind: 'standard' },
  { id: DIRECT, kind: 'direct' },
] as const;

/** Rows of a number that tenants share; `sharing` may be changed by making other rows. */
function rowsOf(sharing: Partial<Sharing> = {}, now = NOW): MemoryRows {
  const shared = { phoneNumberId: NUMBER.phoneNumberId, tenantId: HOME_TENANT, sharing: { ...RENTED, ...sharing } };
  return new MemoryRows(now, shared, TENANTS);
}

/** As routing hands an item of a shared number to the store. */
function shared(item: InboundItem) {
  const number = item.kind === 'notice' ? { number: NUMBER } : {};
  const one = { ...routed(item), ...number, freshId: `of_${item.key}` };
  return item.kind === 'status' ? one : { ...one, shared: true as const };
}

/** A tenant writes to Ali, and Meta takes it. */
function wrote(rows: MemoryRows, tenantId: string, whatsappId: string): void {
  const id = rows.accept(draft({ tenantId, freshId: `of_${whatsappId}`, direct: true }));
  rows.settle(tenantId, id, acceptedAs(whatsappId));
}

const ownersOf = (rows: MemoryRows) =>
  Object.fromEntries(
    [...rows.messages.values()]
      .filter(({ record }) => record.direction === 'INBOUND')
      .map(({ tenantId, record }) => [record.whatsappId, tenantId]),
  );

/** Whose a message of Ali's turns out to be; null for the unrouted box. */
function ownerOf(rows: MemoryRows, more: Partial<InboundMessage> = {}): string | null {
  rows.append([shared(inbound('wamid.asked', ALI, more))]);
  return ownersOf(rows)['wamid.asked'] ?? null;
}

describe('what is written to a shared number', () => {
  it('goes to the tenant whose message it quotes, whoever wrote since', () => {
    const rows = rowsOf();
    wrote(rows, A, 'wamid.a');
    wrote(rows, B, 'wamid.b');
    expect(ownerOf(rows, { replyTo: 'wamid.a' })).toBe(A);
  });

  it('goes to the tenant whose message it reacts to, and to the one that has what it edits or revokes', () => {
    const about: readonly InboundMessage['content'][] = [
      { kind: 'reaction', whatsappId: 'wamid.first', emoji: '👍' },
      { kind: 'revoke', originalWhatsappId: 'wamid.first' },
      {
        kind: 'edit',
        originalWhatsappId: 'wamid.first',
        type: 'text',
        content: { kind: 'text', body: 'x', previewUrl: false },
      },
    ];
    for (const content of about) {
      const rows = rowsOf();
      wrote(rows, A, 'wamid.a');
      rows.append([shared(inbound('wamid.first'))]);
      wrote(rows, B, 'wamid.b');
      expect(ownerOf(rows, { content })).toBe(A);
    }
  });

  it('goes to the tenant that wrote last, for as many days as the number says', () => {
    const rows = () => {
      const made = rowsOf({ answerDays: 2 });
      wrote(made, A, 'wamid.a');
      return made;
    };
    expect(ownerOf(rows(), { at: NOW + 2 * DAY })).toBe(A);
    expect(ownerOf(rows(), { at: NOW + 2 * DAY + 1 })).toBe(HOME_TENANT);
    expect(ownerOf(rows(), { from: person({ phone: '+9649' }) })).toBe(HOME_TENANT);
  });

  it('goes to the default tenant, and to nobody where there is none', () => {
    expect(ownerOf(rowsOf({ defaultTenantId: B }))).toBe(B);
    const rows = rowsOf({ defaultTenantId: null });
    expect(ownerOf(rows)).toBeNull();
    expect(rows.unrouted).toMatchObject([{ item: { whatsappId: 'wamid.asked' } }]);
    expect(rows.events).toMatchObject([
      { tenantId: HOME_TENANT, event: { type: 'unrouted', body: { data: { id: rows.unrouted[0]?.id } } } },
    ]);
    expect(ownerOf(rowsOf({ defaultTenantId: DIRECT }))).toBeNull();
  });

  it('passes over tenants that may not use the number any more, but not what is about a message of theirs', () => {
    const rows = rowsOf({ tenants: [A] });
    wrote(rows, A, 'wamid.a');
    wrote(rows, B, 'wamid.b');
    rows.append([shared(inbound('wamid.1', ALI, { replyTo: 'wamid.b' }))]);
    rows.append([shared(inbound('wamid.2'))]);
    rows.append([
      shared(inbound('wamid.3', ALI, { content: { kind: 'reaction', whatsappId: 'wamid.b', emoji: null } })),
    ]);
    expect(ownersOf(rows)).toEqual({ 'wamid.1': A, 'wamid.2': A, 'wamid.3': B });
  });

  it('is not drawn to a tenant whose send Meta did not take', () => {
    const rows = rowsOf();
    wrote(rows, A, 'wamid.a');
    rows.accept(draft({ tenantId: B, freshId: 'refused', direct: true }));
    rows.settle(B, 'msg_refused', { kind: 'failed', error: REFUSED, answer: {} });
    expect(ownerOf(rows)).toBe(A);
  });

  it('finds a tenant whose send was never answered, once a status tells that Meta took it', () => {
    const handle = handleOf('msg_lost', 1);
    const lost = (word: 'SENT' | 'FAILED') => status('wamid.lost', word, { handle });
    for (const together of [true, false]) {
      for (const [word, owner] of [['SENT', B] as const, ['FAILED', HOME_TENANT] as const]) {
        const rows = rowsOf();
        rows.accept(draft({ tenantId: B, freshId: 'lost', direct: true }));
        const items = [shared(lost(word)), shared(inbound('wamid.1'))];
        for (const batch of together ? [items] : items.map((item) => [item])) rows.append(batch);
        expect(ownersOf(rows)).toEqual({ 'wamid.1': owner });
      }
    }
  });

  it('is known by any of the ids of its author', () => {
    const rows = rowsOf();
    wrote(rows, A, 'wamid.a');
    const both = person({ phone: ALI.phone, userId: 'IQ.7' });
    rows.append([shared(inbound('wamid.1', both))]);
    expect(ownersOf(rows)).toEqual({ 'wamid.1': A });
  });
});

describe('a notice about people on a shared number', () => {
  const told = (...who: readonly (typeof ALI)[]) => ({
    ...notice(`n|${who.length}`),
    ...{ phoneNumberId: NUMBER.phoneNumberId, field: 'calls', eventType: 'platform' as const },
    news: who.map((one) => ({ kind: 'called' as const, who: one, at: NOW })),
  });
  const tellsTo = (rows: MemoryRows, ...who: readonly (typeof ALI)[]) => {
    rows.append([shared(told(...who))]);
    return rows.events.at(-1)?.tenantId;
  };

  it('goes to the tenant that the person answers, and to the operator when they answer several', () => {
    const rows = rowsOf({ defaultTenantId: B });
    wrote(rows, A, 'wamid.a');
    expect(tellsTo(rows, ALI)).toBe(A);
    expect(tellsTo(rows, ALI, person({ phone: '+9649' }))).toBe(HOME_TENANT);
  });
});

it('however a history is cut and repeated, each message has the owner that it has when they come one by one', () => {
  const people = [ALI, person({ phone: '+9642', userId: 'IQ.2' }), person({ userId: 'IQ.3' })];
  const names = fc.constantFrom('wamid.a', 'wamid.b', 'wamid.lost', 'wamid.m0', 'wamid.m1', 'wamid.m2', 'wamid.none');
  const item = fc.oneof(
    fc.record({ n: fc.nat(5), who: fc.nat(2), quotes: fc.option(names), about: fc.option(names) }).map(
      ({ n, who, quotes, about }): InboundItem =>
        inbound(`wamid.m${n}`, people[who], {
          replyTo: quotes,
          ...(about !== null && { content: { kind: 'reaction', whatsappId: about, emoji: 'x' } }),
        }),
    ),
    fc
      .constantFrom('wamid.a', 'wamid.b', 'wamid.lost')
      .map(
        (id): InboundItem => status(id, 'DELIVERED', { handle: id === 'wamid.lost' ? handleOf('msg_lost', 1) : null }),
      ),
  );
  const history = fc.array(item, { maxLength: 14 });
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 60, maxLength: 60 });
  const times = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 14, maxLength: 14 });
  const defaults = fc.constantFrom(HOME_TENANT, B, null);

  const after = (batches: readonly (readonly InboundItem[])[], defaultTenantId: string | null) => {
    const rows = rowsOf({ defaultTenantId });
    wrote(rows, A, 'wamid.a');
    wrote(rows, B, 'wamid.b');
    rows.accept(draft({ tenantId: A, freshId: 'lost', direct: true, to: { userId: 'IQ.3' } }));
    for (const batch of batches) rows.append(batch.map(shared));
    return { owners: ownersOf(rows), unrouted: rows.unrouted.map(({ id }) => id) };
  };

  fc.assert(
    fc.property(history, sizes, times, defaults, (items, cuts, repeats, defaultTenantId) => {
      const alone = after(
        items.map((one) => [one]),
        defaultTenantId,
      );
      const told = items.flatMap((one, i) => Array.from({ length: repeats[i] ?? 1 }, () => one));
      const batches: InboundItem[][] = [];
      for (let from = 0, i = 0; from < told.length; i += 1) {
        const size = cuts[i] ?? 1;
        batches.push(told.slice(from, from + size));
        from += size;
      }
      expect(after(batches, defaultTenantId)).toEqual(alone);
      // What was stored is not stored again, though a repeat would now go elsewhere.
      expect(after([...batches, ...batches.toReversed()], defaultTenantId).owners).toMatchObject(alone.owners);
    }),
    { numRuns: 300 },
  );
});

it('messages that quote nothing of each other have the same owners in any order', () => {
  const quotes = fc.constantFrom('wamid.a', 'wamid.b', 'wamid.none', null);
  const history = fc.uniqueArray(fc.record({ n: fc.nat(9), replyTo: quotes }), { selector: ({ n }) => n });
  const after = (items: readonly InboundItem[], size: number) => {
    const rows = rowsOf();
    wrote(rows, A, 'wamid.a');
    wrote(rows, B, 'wamid.b');
    for (let from = 0; from < items.length; from += size) rows.append(items.slice(from, from + size).map(shared));
    return ownersOf(rows);
  };
  fc.assert(
    fc.property(
      history.chain((told) => {
        const items = told.map(({ n, replyTo }) => inbound(`wamid.m${n}`, ALI, { replyTo }));
        return fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }));
      }),
      fc.integer({ min: 1, max: 10 }),
      ([items, shuffled], size) => {
        expect(after(shuffled, size)).toEqual(after(items, 1));
      },
    ),
  );
});
