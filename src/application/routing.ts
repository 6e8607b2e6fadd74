import { type InboundItem, messageIdOfHandle, type RoutedItem } from '../domain/inbound.ts';
import { HOME_TENANT, mayUse, type PhoneNumber, type Tenant } from '../domain/tenant.ts';
import type { InboundStore } from '../ports/store.ts';
import type { Ids } from '../ports/system.ts';
import { type Numbers, numberIdOf, numberRef } from './numbers.ts';

/**
 * Whose event is it. What concerns a number goes to the number's tenant; what concerns none, or a number that is not
 * registered, goes to the operator's tenant (a message or status then as `unrouted`). Of a number that tenants share, the
 * store finds out which of them (see `domain/sharing`), in the transaction that keeps it: what was sent a moment ago counts.
 */
export interface Routing {
  /**
   * Binds numbers that nobody has yet but from which we have sent: a status that echoes our handle proves that Meta took
   * a call with the number's own credentials, also when its answer was lost or comes later. Ask before `route`.
   */
  bindSenders(items: readonly InboundItem[]): Promise<void>;
  route(item: InboundItem): RoutedItem;
  /** The same, once for each tenant: news of a template concerns all that may send from a number of its account. */
  routeAll(item: InboundItem): readonly RoutedItem[];
}

export function createRouting(deps: {
  readonly numbers: Numbers;
  readonly inbound: Pick<InboundStore, 'senderOf'>;
  readonly ids: Ids;
  readonly tenants: () => readonly Pick<Tenant, 'id' | 'kind'>[];
}): Routing {
  const { numbers, inbound, ids } = deps;

  /** Those who may send from a number. */
  function usersOf(number: PhoneNumber): readonly string[] {
    const { sharing, tenantId } = number;
    if (sharing === null) return [tenantId];
    return [tenantId, ...deps.tenants().flatMap((tenant) => (mayUse(number, tenant) ? tenant.id : []))];
  }

  async function bindSender(phoneNumberId: string, messageId: string): Promise<void> {
    const tenantId = await inbound.senderOf(messageId, phoneNumberId);
    if (tenantId === null) return;
    await numbers.bind(tenantId, { id: numberIdOf(phoneNumberId), phoneNumberId, display: '' }, null);
  }

  function route(item: InboundItem): RoutedItem {
    const number = item.phoneNumberId === null ? undefined : numbers.byMetaId(item.phoneNumberId);
    return {
      item,
      tenantId: number?.tenantId ?? HOME_TENANT,
      number: number === undefined ? null : numberRef(number),
      ...(number !== undefined && number.sharing !== null && item.kind !== 'status' && { shared: true }),
      freshId: ids.fresh(),
    };
  }

  return {
    async bindSenders(items) {
      for (const item of items) {
        if (item.kind !== 'status' || numbers.byMetaId(item.phoneNumberId) !== undefined) continue;
        const messageId = messageIdOfHandle(item.handle);
        if (messageId !== null) await bindSender(item.phoneNumberId, messageId);
      }
    },

    route,

    routeAll(item) {
      if (item.kind !== 'notice' || item.eventType !== 'template' || item.wabaId === null) return [route(item)];
      const owners = new Set(numbers.all().flatMap((one) => (one.wabaId === item.wabaId ? usersOf(one) : [])));
      if (owners.size === 0) return [route(item)];
      // A key is seen once in the whole store, so each tenant's copy has one of its own.
      return [...owners].sort().map((tenantId) => ({
        ...route(tenantId === HOME_TENANT ? item : { ...item, key: `${item.key}|${tenantId}` }),
        tenantId,
      }));
    },
  };
}
