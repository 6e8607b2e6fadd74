import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import {
  checkDistinct,
  checkOptionalText,
  missing,
  requireList,
  requireObject,
  requireText,
  requireWord,
} from './content-fields.ts';

/** Meta's limits, in characters unless said otherwise. (Cloud API, reply buttons and lists.) */
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

/** One to three buttons whose ids and titles differ. */
export function checkButtons(action: JsonObject): void {
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

/** Sections of rows, at most ten rows in all, each with an id of its own. */
export function checkList(action: JsonObject): void {
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

/** A title, which more than one section needs. */
export function checkSectionTitle(field: string, title: Json | undefined, sections: number): void {
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
