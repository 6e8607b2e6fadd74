import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import { requireList, requireObject, requireText, requireWebAddress, requireWord } from './content-fields.ts';
import { checkProduct } from './content-interactive-catalog.ts';
import { checkMediaSource } from './content-media.ts';

/** Meta's limits, in characters unless said otherwise. (Cloud API, media and product carousels.) */
const CARDS = { least: 2, most: 10, what: 'cards' };
const CARD_BODY = 160;
const CARD_LINE_BREAKS = 2;
const BUTTON = 20;
const QUICK_REPLIES = { most: 10, what: 'buttons' };

const AT = 'interactive.action.cards';

/** Two to ten cards of one kind: products of one catalogue, or pictures (or videos) with a link or quick replies. */
export function checkCarousel(action: JsonObject): void {
  const cards = requireList(AT, action['cards'], CARDS).map((value, index) => requireObject(`${AT}[${index}]`, value));
  const kinds = cards.map((card, index) => checkCard(`${AT}[${index}]`, card, index));
  const other = kinds.findIndex((kind) => kind !== kinds[0]);
  if (other === -1) return;
  const message = `Every card is of one kind; this is ${kinds[other]} and the first is ${kinds[0]}.`;
  throw invalidInput(`${AT}[${other}]`, message, 'Make all cards alike.');
}

/** What has to be the same on every card. */
function checkCard(at: string, card: JsonObject, index: number): string {
  if (card['card_index'] !== index) {
    throw invalidInput(`${at}.card_index`, `Cards are counted from 0: this one is ${index}.`, `Write ${index}.`);
  }
  const action = requireObject(`${at}.action`, card['action']);
  if (card['type'] === 'product') {
    checkProduct(action, `${at}.action`);
    return `a product of catalogue ${String(action['catalog_id'])}`;
  }
  const header = checkHeader(`${at}.header`, card['header']);
  checkBody(`${at}.body`, card['body']);
  return `a card with ${header} and ${checkAction(`${at}.action`, action)}`;
}

function checkHeader(at: string, value: Json | undefined): string {
  const header = requireObject(at, value);
  const kind = header['type'];
  if (kind !== 'image' && kind !== 'video') {
    throw invalidInput(`${at}.type`, 'A card has an image or a video at its top.', 'Write "image" or "video".');
  }
  const file = requireObject(`${at}.${kind}`, header[kind]);
  checkMediaSource(`${at}.${kind}`, file['id'], file['link']);
  return kind;
}

function checkBody(at: string, value: Json | undefined): void {
  if (value === undefined || value === null) return;
  const text = requireText(`${at}.text`, requireObject(at, value)['text'], CARD_BODY);
  const breaks = text.split('\n').length - 1;
  if (breaks <= CARD_LINE_BREAKS) return;
  const message = `A card's words have at most ${CARD_LINE_BREAKS} line breaks; this has ${breaks}.`;
  throw invalidInput(`${at}.text`, message, 'Write them in fewer lines.');
}

function checkAction(at: string, action: JsonObject): string {
  if (action['buttons'] !== undefined) {
    const buttons = requireList(`${at}.buttons`, action['buttons'], QUICK_REPLIES);
    for (const [index, value] of buttons.entries()) checkQuickReply(`${at}.buttons[${index}]`, value);
    return `${buttons.length} quick replies`;
  }
  requireWord(`${at}.name`, action['name'], 'cta_url');
  const parameters = requireObject(`${at}.parameters`, action['parameters']);
  requireText(`${at}.parameters.display_text`, parameters['display_text'], BUTTON);
  requireWebAddress(`${at}.parameters.url`, parameters['url']);
  return 'a link';
}

function checkQuickReply(at: string, value: Json): void {
  const button = requireObject(at, value);
  requireWord(`${at}.type`, button['type'], 'quick_reply');
  const reply = requireObject(`${at}.quick_reply`, button['quick_reply']);
  requireText(`${at}.quick_reply.id`, reply['id'], BUTTON);
  requireText(`${at}.quick_reply.title`, reply['title'], BUTTON);
}
