import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import {
  checkDistinct,
  checkOptionalText,
  checkPayload,
  missing,
  requireList,
  requireObject,
  requireText,
  requireWebAddress,
  wrongKind,
} from './content-fields.ts';
import { checkMediaSource } from './content-media.ts';

/** Meta's limits, in characters unless said otherwise. (Cloud API, interactive messages, each kind's own page.) */
const BODY = 1_024;
const LIST_BODY = 4_096;
const HEADER = 60;
const FOOTER = 60;
const BUTTONS = { most: 3, what: 'buttons' };
const BUTTON_ID = 256;
const BUTTON_TITLE = 20;
const SECTIONS = { most: 10, what: 'sections' };
/** Rows over all sections together. */
const ROWS = 10;
const ROW_ID = 200;
const ROW_TITLE = 24;
const ROW_DESCRIPTION = 72;
const SECTION_TITLE = 24;

/** A bound of ours on a file's name in a header. */
const FILENAME = 255;

const ALL_HEADERS = ['text', 'image', 'video', 'document'];

interface Rule {
  /** Kinds of header that it may have. */
  readonly headers: readonly string[];
  readonly body: number;
  readonly footer: boolean;
  readonly action: (action: JsonObject) => void;
}

/** The kinds that are judged here. Meta judges all others: products, flows, payments, what is yet to come. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ['button', { headers: ALL_HEADERS, body: BODY, footer: true, action: checkButtons }],
  ['list', { headers: ['text'], body: LIST_BODY, footer: true, action: checkList }],
  ['cta_url', { headers: ALL_HEADERS, body: BODY, footer: true, action: checkUrlButton }],
  ['location_request_message', { headers: [], body: BODY, footer: false, action: checkLocationRequest }],
]);

/** Checks Meta's `interactive` object. INVALID_INPUT names the field by Meta's path below `interactive`. */
export function checkInteractive(interactive: JsonObject): void {
  checkPayload('interactive', interactive);
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
  checkHeader(type, interactive['header'], rule.headers);
  const body = requireObject('interactive.body', interactive['body']);
  requireText('interactive.body.text', body['text'], rule.body);
  checkFooter(type, interactive['footer'], rule.footer);
  rule.action(action);
}

function checkHeader(type: string, value: Json | undefined, kinds: readonly string[]): void {
  if (value === undefined || value === null) return;
  const at = 'interactive.header';
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

function checkButtons(action: JsonObject): void {
  const at = 'interactive.action.buttons';
  const buttons = requireList(at, action['buttons'], BUTTONS).map((value, index) => {
    const button = requireObject(`${at}[${index}]`, value);
    requireWord(`${at}[${index}].type`, button['type'], 'reply');
    const field = `${at}[${index}].reply`;
    const reply = requireObject(field, button['reply']);
    return {
      id: { field: `${field}.id`, text: requireText(`${field}.id`, reply['id'], BUTTON_ID) },
      title: { field: `${field}.title`, text: requireText(`${field}.title`, reply['title'], BUTTON_TITLE) },
    };
  });
  checkDistinct(buttons.map(({ id }) => id));
  checkDistinct(buttons.map(({ title }) => title));
}

function checkList(action: JsonObject): void {
  requireText('interactive.action.button', action['button'], BUTTON_TITLE);
  const at = 'interactive.action.sections';
  const sections = requireList(at, action['sections'], SECTIONS);
  const ids = sections.flatMap((value, index) => {
    const section = requireObject(`${at}[${index}]`, value);
    checkSectionTitle(`${at}[${index}].title`, section['title'], sections.length);
    return checkRows(`${at}[${index}].rows`, section['rows']);
  });
  if (ids.length > ROWS) {
    const message = `WhatsApp takes ${ROWS} rows over all sections together; this has ${ids.length}.`;
    throw invalidInput(at, message, `Leave out ${ids.length - ROWS}.`);
  }
  checkDistinct(ids);
}

function checkSectionTitle(field: string, title: Json | undefined, sections: number): void {
  const absent = title === undefined || title === null || title === '';
  if (absent && sections > 1) throw missing(field, `a title, since there are ${sections} sections and not 1`);
  if (!absent) requireText(field, title, SECTION_TITLE);
}

/** The rows' ids with where they stand. */
function checkRows(at: string, value: Json | undefined) {
  return requireList(at, value, { most: ROWS, what: 'rows' }).map((given, index) => {
    const field = `${at}[${index}]`;
    const row = requireObject(field, given);
    requireText(`${field}.title`, row['title'], ROW_TITLE);
    checkOptionalText(`${field}.description`, row['description'], ROW_DESCRIPTION);
    return { field: `${field}.id`, text: requireText(`${field}.id`, row['id'], ROW_ID) };
  });
}

function checkUrlButton(action: JsonObject): void {
  requireWord('interactive.action.name', action['name'], 'cta_url');
  const at = 'interactive.action.parameters';
  const parameters = requireObject(at, action['parameters']);
  requireText(`${at}.display_text`, parameters['display_text'], BUTTON_TITLE);
  requireWebAddress(`${at}.url`, parameters['url']);
}

function checkLocationRequest(action: JsonObject): void {
  requireWord('interactive.action.name', action['name'], 'send_location');
}

function requireWord(field: string, value: Json | undefined, word: string): void {
  if (value === word) return;
  if (value === undefined || value === null) throw missing(field, `"${word}"`);
  if (typeof value !== 'string') throw wrongKind(field, `"${word}"`, value);
  throw invalidInput(field, `This is always "${word}"; "${value.slice(0, 64)}" was given.`, `Write "${word}".`);
}
