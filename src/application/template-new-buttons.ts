import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import { checkOptionalText, missing, requireList, requireObject, requireText } from './content-fields.ts';
import { PLACEHOLDER } from './template-definition.ts';

/** Meta's limits for creation. */
const MOST_BUTTONS = 10;
const LABEL_LIMIT = 25;
const URL_LIMIT = 2_000;
const PHONE_LIMIT = 20;
const CODE_LIMIT = 15;
const MOST_OF: Readonly<Record<string, number>> = { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, OTP: 1 };
/** Kinds whose words the template gives; on others WhatsApp writes its own. */
const LABELLED = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'FLOW'];

/** A template's buttons with their kinds in capitals; checked. */
export function newButtons(field: string, value: Json | undefined): Json[] {
  const buttons = requireList(field, value, { most: MOST_BUTTONS, what: 'buttons' });
  const counts = new Map<string, number>();
  let before = '';
  return buttons.map((one, at) => {
    const path = `${field}[${at}]`;
    const button = requireObject(path, one);
    const type = requireText(`${path}.type`, button['type'], 64).toUpperCase();
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    const most = Object.hasOwn(MOST_OF, type) ? MOST_OF[type] : undefined;
    if (most !== undefined && count > most) {
      throw invalidInput(
        path,
        `A template has at most ${most} of the kind ${type}; this is number ${count}.`,
        'Leave it out.',
      );
    }
    if (type === 'QUICK_REPLY' && count > 1 && before !== 'QUICK_REPLY') {
      throw invalidInput(path, 'Quick replies stand together.', 'Put the other buttons before or after all of them.');
    }
    before = type;
    checkButton(type, path, button);
    return { ...button, type };
  });
}

function checkButton(type: string, path: string, button: JsonObject): void {
  if (LABELLED.includes(type)) requireText(`${path}.text`, button['text'], LABEL_LIMIT);
  else checkOptionalText(`${path}.text`, button['text'], LABEL_LIMIT);
  if (type === 'PHONE_NUMBER') requireText(`${path}.phone_number`, button['phone_number'], PHONE_LIMIT);
  if (type === 'COPY_CODE')
    for (const code of examplesOf(button)) checkOptionalText(`${path}.example`, code, CODE_LIMIT);
  if (type === 'URL') checkUrl(path, button);
}

function checkUrl(path: string, button: JsonObject): void {
  const url = requireText(`${path}.url`, button['url'], URL_LIMIT);
  const found = [...url.matchAll(PLACEHOLDER)];
  const [variable] = found;
  if (!url.includes('{{')) return;
  if (variable === undefined || found.length > 1 || !url.endsWith(variable[0])) {
    const message = 'An address has at most 1 variable, at its end.';
    throw invalidInput(`${path}.url`, message, 'End it in {{1}}, and in no other variable.');
  }
  if (examplesOf(button).length === 0) throw missing(`${path}.example`, 'an example of the whole address, filled in');
}

function examplesOf(button: JsonObject): readonly Json[] {
  const example = button['example'] ?? [];
  return Array.isArray(example) ? example : [example];
}
