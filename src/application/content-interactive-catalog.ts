import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import { checkOptionalText, requireList, requireObject, requireText, requireWord } from './content-fields.ts';
import { checkSectionTitle } from './content-interactive-choices.ts';

/** Meta's limits. (Cloud API, sharing products.) */
const SECTIONS = { most: 10, what: 'sections' };
/** Over all sections together. */
const PRODUCTS = 30;
/** A bound of ours on ids, in characters. */
const ID = 256;

const ACTION = 'interactive.action';

/** One product of a catalogue, in a message of its own or on a card (`at` is its action). */
export function checkProduct(action: JsonObject, at = ACTION): void {
  requireText(`${at}.catalog_id`, action['catalog_id'], ID);
  requireText(`${at}.product_retailer_id`, action['product_retailer_id'], ID);
}

export function checkProductList(action: JsonObject): void {
  requireText(`${ACTION}.catalog_id`, action['catalog_id'], ID);
  const at = `${ACTION}.sections`;
  const sections = requireList(at, action['sections'], SECTIONS);
  const products = sections.reduce<number>((sum, value, index) => {
    const section = requireObject(`${at}[${index}]`, value);
    checkSectionTitle(`${at}[${index}].title`, section['title'], sections.length);
    return sum + countProducts(`${at}[${index}].product_items`, section['product_items']);
  }, 0);
  if (products <= PRODUCTS) return;
  const message = `WhatsApp takes ${PRODUCTS} products over all sections together; this has ${products}.`;
  throw invalidInput(at, message, `Leave out ${products - PRODUCTS}.`);
}

function countProducts(at: string, value: Json | undefined): number {
  const items = requireList(at, value, { most: PRODUCTS, what: 'products' });
  for (const [index, item] of items.entries()) {
    const field = `${at}[${index}]`;
    requireText(`${field}.product_retailer_id`, requireObject(field, item)['product_retailer_id'], ID);
  }
  return items.length;
}

export function checkCatalog(action: JsonObject): void {
  requireWord(`${ACTION}.name`, action['name'], 'catalog_message');
  const parameters = action['parameters'];
  if (parameters === undefined || parameters === null) return;
  const at = `${ACTION}.parameters`;
  const field = `${at}.thumbnail_product_retailer_id`;
  checkOptionalText(field, requireObject(at, parameters)['thumbnail_product_retailer_id'], ID);
}
