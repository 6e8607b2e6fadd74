import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import { refuseCredentials } from './content-credentials.ts';
import { checkOptionalText, checkPayload, missing, requireObject, requireText } from './content-fields.ts';
import {
  checkAddress,
  checkCallPermission,
  checkContactRequest,
  checkFlow,
  checkLocationRequest,
  checkUrlButton,
  checkVoiceCall,
} from './content-interactive-actions.ts';
import { checkCarousel } from './content-interactive-carousel.ts';
import { checkCatalog, checkProduct, checkProductList } from './content-interactive-catalog.ts';
import { checkButtons, checkList } from './content-interactive-choices.ts';
import { checkMediaSource } from './content-media.ts';

/** Meta's limits, in characters. (Cloud API, interactive messages, each kind's own page.) */
const BODY = 1_024;
/** Of a list, and of the kinds for whose body Meta names no limit of its own. */
const LONG_BODY = 4_096;
const HEADER = 60;
const FOOTER = 60;

/** A bound of ours on a file's name in a header. */
const FILENAME = 255;

const ALL_HEADERS = ['text', 'image', 'video', 'document'];

interface Rule {
  /** Kinds of header that it may have. */
  readonly headers: readonly string[];
  readonly headerNeeded?: boolean;
  readonly body: number;
  readonly bodyOptional?: boolean;
  readonly footer: boolean;
  readonly action: (action: JsonObject) => void;
}

/** The kinds that are judged here. Meta judges all others: payments, which differ by country, and what is yet to come. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['button', { headers: ALL_HEADERS, body: BODY, footer: true, action: checkButtons }],
  ['list', { headers: ['text'], body: LONG_BODY, footer: true, action: checkList }],
  ['cta_url', { headers: ALL_HEADERS, body: BODY, footer: true, action: checkUrlButton }],
  ['location_request_message', { headers: [], body: BODY, footer: false, action: checkLocationRequest }],
  ['flow', { headers: ALL_HEADERS, body: LONG_BODY, footer: true, action: checkFlow }],
  ['product', { headers: [], body: BODY, bodyOptional: true, footer: true, action: checkProduct }],
  ['product_list', { headers: ['text'], headerNeeded: true, body: LONG_BODY, footer: true, action: checkProductList }],
  ['catalog_message', { headers: [], body: BODY, footer: true, action: checkCatalog }],
  ['address_message', { headers: ALL_HEADERS, body: LONG_BODY, footer: true, action: checkAddress }],
  ['carousel', { headers: [], body: BODY, footer: false, action: checkCarousel }],
  [
    'call_permission_request',
    { headers: [], body: LONG_BODY, bodyOptional: true, footer: true, action: checkCallPermission },
  ],
  ['voice_call', { headers: ALL_HEADERS, body: LONG_BODY, footer: true, action: checkVoiceCall }],
  ['request_contact_info', { headers: [], body: LONG_BODY, footer: true, action: checkContactRequest }],
]);

/** Checks Meta's `interactive` object. INVALID_INPUT names the field by Meta's path below `interactive`. */
export function checkInteractive(interactive: JsonObject): void {
  checkPayload('interactive', interactive);
  refuseCredentials('interactive', interactive);
  const type = requireText('interactive.type', interactive['type'], 64);
  if (!/^[a-z_]{1,64}$/.test(type)) {
    const message = `"${type}" is no kind of interactive message.`;
    throw invalidInput(
      'interactive.type',
      message,
      'Use a name of lower-case letters and underscores, such as button.',
    );
  }
  const action = requireObject('interactive.action', interactive['action']);
  const rule = RULES.get(type);
  if (rule === undefined) return;
  checkHeader(type, interactive['header'], rule);
  checkBody(interactive['body'], rule);
  checkFooter(type, interactive['footer'], rule.footer);
  rule.action(action);
}

function checkBody(value: Json | undefined, rule: Rule): void {
  if (rule.bodyOptional === true && (value === undefined || value === null)) return;
  requireText('interactive.body.text', requireObject('interactive.body', value)['text'], rule.body);
}

function checkHeader(type: string, value: Json | undefined, { headers: kinds, headerNeeded }: Rule): void {
  const at = 'interactive.header';
  if (value === undefined || value === null) {
    if (headerNeeded === true)
      throw missing(at, `a header of ${kinds.join(', ')}, which a message of type ${type} needs`);
    return;
  }
  const header = requireObject(at, value);
  const kind = header['type'];
  if (typeof kind !== 'string' || !kinds.includes(kind)) {
    const allowed = kinds.length === 0 ? 'no header' : `a header of ${kinds.join(', ')}`;
    const given = typeof kind === 'string' ? `"${kind.slice(0, 64)}"` : 'none of them';
    throw invalidInput(
      at,
      `A message of type ${type} has ${allowed}; ${given} was given.`,
      'Change it or leave it out.',
    );
  }
  if (kind === 'text') {
    requireText(`${at}.text`, header['text'], HEADER);
    return;
  }
  const file = requireObject(`${at}.${kind}`, header[kind]);
  checkMediaSource(`${at}.${kind}`, file['id'], file['link']);
  checkOptionalText(`${at}.${kind}.filename`, file['filename'], FILENAME);
}

function checkFooter(type: string, value: Json | undefined, allowed: boolean): void {
  if (value === undefined || value === null) return;
  const footer = requireObject('interactive.footer', value);
  if (!allowed) throw invalidInput('interactive.footer', `A message of type ${type} has no footer.`, 'Leave it out.');
  requireText('interactive.footer.text', footer['text'], FOOTER);
}
