import type { InboundItem, RoutedItem } from '../domain/inbound.ts';
import { HOME_TENANT } from '../domain/tenant.ts';
import type { Ids } from '../ports/system.ts';
import { type Numbers, numberRef } from './numbers.ts';

/**
 * Whose event is it. What concerns a number goes to the number's tenant; what concerns none, or a number that is not
 * registered, goes to the operator's tenant (a message or status then as `unrouted`).
 */
export function createRouting(deps: { readonly numbers: Numbers; readonly ids: Ids }) {
  return {
    route(item: InboundItem): RoutedItem {
      const number = item.phoneNumberId === null ? undefined : deps.numbers.byMetaId(item.phoneNumberId);
      return {
        item,
        tenantId: number?.tenantId ?? HOME_TENANT,
        number: number === undefined ? null : numberRef(number),
        freshId: deps.ids.fresh(),
      };
    },
  };
}
export type Routing = ReturnType<typeof createRouting>;
