import type { InboundItem, RoutedItem } from '../domain/inbound.ts';
import { HOME_TENANT } from '../domain/tenant.ts';
import type { Ids } from '../ports/system.ts';
import { type Numbers, numberRef } from './numbers.ts';

/** What came at a tenant's own address: the part that may concern it, and how much may not. */
export interface Confined {
  readonly routed: readonly RoutedItem[];
  /** The same part, for those who are told of news: without what concerns an account that others have numbers of, too. */
  readonly heard: readonly InboundItem[];
  /** Items that concern no number and no account of the tenant's: they are not stored, and reserve no key. */
  readonly foreign: number;
}

export type Confine = (tenantId: string, items: readonly InboundItem[]) => Confined;

/**
 * Only the tenant's app secret has vouched for these items, so they may concern nothing but what is the tenant's: its own
 * numbers (never one that the operator's credentials reach, and none that nobody has yet, since a forged status would bind
 * it), and its own accounts.
 */
export function createConfine({
  numbers,
  ids,
}: {
  readonly numbers: Pick<Numbers, 'all' | 'byMetaId'>;
  readonly ids: Ids;
}): Confine {
  function routed(tenantId: string, item: InboundItem): RoutedItem | null {
    const base = { tenantId, freshId: ids.fresh(), confined: true } as const;
    if (item.phoneNumberId !== null) {
      const number = numbers.byMetaId(item.phoneNumberId);
      const own = number !== undefined && number.tenantId === tenantId && number.credentials !== 'master';
      return own ? { ...base, item, number: numberRef(number) } : null;
    }
    if (item.kind !== 'notice' || item.wabaId === null || !accountsOf(tenantId).has(item.wabaId)) return null;
    // The key that this tenant's copy has when the same news comes at the operator's address.
    const key = tenantId === HOME_TENANT ? item.key : `${item.key}|${tenantId}`;
    return { ...base, item: { ...item, key }, number: null };
  }

  function accountsOf(tenantId: string): ReadonlySet<string | null> {
    const own = numbers.all().filter((number) => number.tenantId === tenantId && number.credentials === 'stored');
    return new Set(own.map(({ wabaId }) => wabaId));
  }

  return (tenantId, items) => {
    const taken = items.flatMap((item) => routed(tenantId, item) ?? []);
    const others = new Set(numbers.all().flatMap((one) => (one.tenantId === tenantId ? [] : (one.wabaId ?? []))));
    const heard = taken.flatMap(({ item }) => {
      return item.kind === 'notice' && (item.wabaId === null || others.has(item.wabaId)) ? [] : [item];
    });
    return { routed: taken, heard, foreign: items.length - taken.length };
  };
}
