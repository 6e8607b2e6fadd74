import type { SendComponent, SendParameter } from './message-schema.ts';
import type { SendRequest } from './send-request.ts';
import type { TemplateButton, TemplateComponent } from './template-schema.ts';
import type { Template } from './templates.ts';

/** A file as a phone shows it: either bytes of the sandbox's (`url`) or an address elsewhere (`link`). */
export interface ShownFile {
  kind: string;
  url: string | null;
  link: string | null;
  filename: string | null;
}

/** A button or list row. One with a `press` can be pressed and then writes; others open something on the phone. */
export interface ShownButton {
  /** quick_reply, reply, row, url, phone_number, copy_code, flow … */
  kind: string;
  text: string;
  /** What the press sends back; null for what only opens. */
  press: Press | null;
  /** A row's second line. */
  description: string | null;
  /** What it opens or copies, when it is an address, a number or a code. */
  value: string | null;
}

export type Press =
  | { type: 'button'; payload: string }
  | { type: 'button_reply'; id: string }
  | { type: 'list_reply'; id: string };

/** What a bubble shows. Texts are as WhatsApp's formatting marks have them. */
export interface ShownContent {
  header: string | null;
  file: ShownFile | null;
  text: string | null;
  footer: string | null;
  buttons: ShownButton[];
  /** The words on the button that opens a list; null when there is none. */
  list: string | null;
  cards: ShownContent[];
  /** Meta's own object, for what is shown otherwise: location, contacts and the like. */
  raw: unknown;
}

const files = new Set(['image', 'video', 'audio', 'document', 'sticker']);

function shown(content: Partial<ShownContent>): ShownContent {
  const nothing = { header: null, file: null, text: null, footer: null, list: null, raw: null };
  return { ...nothing, buttons: [], cards: [], ...content };
}

/** The message of a business on a person's phone. */
export function shownSend(request: SendRequest, template: Template | undefined): ShownContent {
  if (template !== undefined) return shownTemplate(template.components, request.template?.components ?? []);
  if (request.type === 'interactive') return shownInteractive(request.content);
  return shownObject(request.type, request.content);
}

/** A message by its type and the type's object, as both directions have it. */
export function shownObject(type: string, content: unknown): ShownContent {
  if (type === 'text') return shown({ text: string(content, 'body') });
  if (files.has(type)) return shown({ file: fileOf(type, content), text: string(content, 'caption') });
  if (type === 'button') return shown({ text: string(content, 'text') });
  if (type === 'interactive') {
    const reply = field(content, 'button_reply') ?? field(content, 'list_reply');
    return shown({ text: string(reply, 'title'), raw: content });
  }
  return shown({ text: string(content, 'name'), raw: content });
}

function fileOf(kind: string, content: unknown): ShownFile {
  const id = string(content, 'id');
  const url = id === null ? null : `/sandbox/media/${encodeURIComponent(id)}`;
  return { kind, url, link: string(content, 'link'), filename: string(content, 'filename') };
}

function shownInteractive(content: unknown): ShownContent {
  const header = field(content, 'header');
  const kind = string(header, 'type');
  const action = field(content, 'action');
  const open = field(action, 'parameters');
  const opens: ShownButton[] = [];
  const label = string(open, 'display_text') ?? string(open, 'flow_cta');
  if (label !== null) opens.push(opener(string(open, 'url') === null ? 'flow' : 'url', label, string(open, 'url')));
  const buttons = list(action, 'buttons').map((one): ShownButton => {
    const reply = field(one, 'reply');
    return pressable('reply', string(reply, 'title'), { type: 'button_reply', id: string(reply, 'id') ?? '' });
  });
  const rows = list(action, 'sections').flatMap((section) =>
    list(section, 'rows').map((row) => ({
      ...pressable('row', string(row, 'title'), { type: 'list_reply', id: string(row, 'id') ?? '' }),
      description: string(row, 'description'),
    })),
  );
  return shown({
    header: string(header, 'text'),
    file: kind !== null && files.has(kind) ? fileOf(kind, field(header, kind)) : null,
    text: string(field(content, 'body'), 'text'),
    footer: string(field(content, 'footer'), 'text'),
    buttons: [...buttons, ...rows, ...opens],
    list: rows.length > 0 ? string(action, 'button') : null,
    raw: buttons.length + rows.length + opens.length > 0 ? null : content,
  });
}

/** A template with what the send fills in. */
function shownTemplate(defined: readonly TemplateComponent[], sent: readonly SendComponent[]): ShownContent {
  const content = shown({});
  for (const component of defined) {
    switch (component.type) {
      case 'HEADER': {
        const [given] = parametersOf(sent, 'header');
        if (component.format === 'TEXT') content.header = fill(component.text ?? '', parametersOf(sent, 'header'));
        else if (given !== undefined && files.has(given.type)) content.file = fileOf(given.type, given[given.type]);
        else content.raw = given ?? null;
        break;
      }
      case 'BODY':
        content.text = fill(component.text ?? '*{{1}}* is your verification code.', parametersOf(sent, 'body'));
        break;
      case 'FOOTER':
        content.footer = component.text ?? null;
        break;
      case 'BUTTONS':
        content.buttons = component.buttons.map((button, index) => shownButton(button, index, sent));
        break;
      case 'CAROUSEL':
        content.cards = component.cards.map((card, index) => {
          const filled = sent.flatMap((one) => one.cards ?? []).find((one) => one.card_index === index);
          return shownTemplate(card.components, filled?.components ?? []);
        });
        break;
      default:
    }
  }
  return content;
}

function shownButton(button: TemplateButton, index: number, sent: readonly SendComponent[]): ShownButton {
  const own = sent.find((one) => one.type.toLowerCase() === 'button' && Number(one.index ?? 0) === index);
  const [given] = own?.parameters ?? [];
  const text = 'text' in button && typeof button.text === 'string' ? button.text : button.type;
  if (button.type === 'QUICK_REPLY') {
    return pressable('quick_reply', text, { type: 'button', payload: string(given, 'payload') ?? text });
  }
  const kind = button.type.toLowerCase();
  if (button.type === 'URL') return opener(kind, text, fill(button.url, own?.parameters ?? []));
  if (button.type === 'PHONE_NUMBER') return opener(kind, text, button.phone_number);
  return opener(kind, text, string(given, 'coupon_code') ?? string(given, 'text'));
}

function pressable(kind: string, text: string | null, press: Press): ShownButton {
  return { kind, text: text ?? '', press, description: null, value: null };
}

function opener(kind: string, text: string, value: string | null): ShownButton {
  return { kind, text, press: null, description: null, value };
}

function parametersOf(components: readonly SendComponent[], type: string): SendParameter[] {
  return components.filter((one) => one.type.toLowerCase() === type).flatMap((one) => one.parameters ?? []);
}

/** `{{1}}` is the first parameter, `{{name}}` the one of that name. */
function fill(text: string, given: readonly SendParameter[]): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (placeholder, name: string) => {
    const named = given.find((one) => string(one, 'parameter_name') === name);
    const parameter = named ?? (/^\d+$/.test(name) ? given[Number(name) - 1] : undefined);
    const fallback = field(parameter, parameter?.type ?? '');
    return string(parameter, 'text') ?? string(fallback, 'fallback_value') ?? placeholder;
  });
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function string(value: unknown, key: string): string | null {
  const found = field(value, key);
  return typeof found === 'string' ? found : null;
}

function list(value: unknown, key: string): unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}
