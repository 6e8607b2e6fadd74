import type { Json, JsonObject } from '../../domain/json.ts';
import type { OrderContent, OrderItem, ReactionContent, UnsupportedContent } from '../../domain/message-kinds.ts';
import { metaErrors } from './errors.ts';
import { array, number, object, text, usableId } from './json-guards.ts';

export function reactionContent(body: JsonObject): ReactionContent | null {
  const whatsappId = usableId(body['message_id']);
  // A reaction that was taken back comes with an empty emoji, or with none.
  return whatsappId === null ? null : { kind: 'reaction', whatsappId, emoji: text(body['emoji']) };
}

export function orderContent(body: JsonObject): OrderContent | null {
  const items = array(body['product_items'])?.map(object);
  if (items === undefined) return null;
  const catalogId = usableId(body['catalog_id']);
  return {
    kind: 'order',
    catalogId,
    text: text(body['text']),
    items: items.filter((item) => item !== null).map(orderItem),
  };
}

function orderItem(item: JsonObject): OrderItem {
  return {
    productRetailerId: textOrDigits(item['product_retailer_id']),
    quantity: number(item['quantity']),
    itemPrice: number(item['item_price']),
    currency: text(item['currency']),
  };
}

/** A shop may name its products by numbers. */
function textOrDigits(value: Json | undefined): string | null {
  return typeof value === 'number' ? String(value) : text(value);
}

/** Its object is optional; what there is to say stands in the errors beside it. */
export function unsupportedContent(message: JsonObject): UnsupportedContent {
  const unsupportedType = text(object(message['unsupported'])?.['type']);
  return { kind: 'unsupported', unsupportedType, errors: metaErrors(message['errors']) };
}
