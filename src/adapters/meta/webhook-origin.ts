import type { JsonObject } from '../../domain/json.ts';
import type { MessageOrigin, Referral, ReferredProduct } from '../../domain/message-origin.ts';
import { metaErrors } from './errors.ts';
import { object, shortText } from './json-guards.ts';

/** UTF-16 units of a text or an address of Meta's; none is near it. */
const TEXT_LIMIT = 2_048;
const ID_LIMIT = 512;

/** What an element of `messages[]` tells beside its content; null for nothing. */
export function originOf(message: JsonObject): MessageOrigin | null {
  const { context, referral: given, errors: failed } = message;
  // Most messages have none of them.
  if (context === undefined && given === undefined && failed === undefined) return null;
  const quote = object(context);
  const often = quote?.['frequently_forwarded'] === true;
  const referredProduct = productOf(object(quote?.['referred_product']));
  const referral = referralOf(object(given));
  const errors = metaErrors(failed);
  const origin: MessageOrigin = {
    ...((often || quote?.['forwarded'] === true) && { forwarded: true }),
    ...(often && { frequentlyForwarded: true }),
    ...(referredProduct !== null && { referredProduct }),
    ...(referral !== null && { referral }),
    ...(errors.length > 0 && { errors }),
  };
  return Object.keys(origin).length === 0 ? null : origin;
}

function productOf(product: JsonObject | null): ReferredProduct | null {
  if (product === null) return null;
  const catalogId = shortText(product['catalog_id'], ID_LIMIT);
  const productRetailerId = shortText(product['product_retailer_id'], ID_LIMIT);
  return catalogId === null && productRetailerId === null ? null : { catalogId, productRetailerId };
}

function referralOf(referral: JsonObject | null): Referral | null {
  if (referral === null) return null;
  const word = (name: string) => shortText(referral[name], TEXT_LIMIT);
  const found: Referral = {
    sourceUrl: word('source_url'),
    sourceId: word('source_id'),
    sourceType: word('source_type'),
    headline: word('headline'),
    body: word('body'),
    mediaType: word('media_type'),
    imageUrl: word('image_url'),
    videoUrl: word('video_url'),
    thumbnailUrl: word('thumbnail_url'),
    ctwaClid: word('ctwa_clid'),
    ref: word('ref'),
    welcomeMessage: shortText(object(referral['welcome_message'])?.['text'], TEXT_LIMIT),
  };
  return Object.values(found).every((value) => value === null) ? null : found;
}
