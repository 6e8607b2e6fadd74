import { z } from 'zod';
import { GraphError } from './graph-errors.ts';
import { interactiveContent } from './interactive-schema.ts';
import {
  contactsContent,
  envelope,
  locationContent,
  mediaContent,
  reactionContent,
  readReceipt,
  type TemplateSend,
  templateContent,
  textContent,
} from './message-schema.ts';

/** A file that a message refers to, in the content itself or in a header. */
export interface MediaReference {
  kind: string;
  id?: string | undefined;
  link?: string | undefined;
}

/** A send whose every field passed Meta's limits. */
export interface SendRequest {
  to: string | undefined;
  recipient: string | undefined;
  group: boolean;
  type: string;
  biz: string | undefined;
  template: TemplateSend | undefined;
  /** The content itself: the object under the type's name. */
  content: unknown;
  /** The wamid of the quoted message. */
  quotes: string | undefined;
  /** The message a reaction is about. */
  reactsTo: string | undefined;
  /** A voice note can be `played`. */
  voice: boolean;
  media: readonly MediaReference[];
}

const contentOf: Readonly<Record<string, z.ZodType>> = {
  ...mediaContent,
  text: textContent,
  location: locationContent,
  contacts: contactsContent,
  reaction: reactionContent,
  interactive: interactiveContent,
};

const messageTypes = new Set([...Object.keys(contentOf), 'template']);

/** Whether this body marks a message as read instead of sending one. */
export function isReadReceipt(body: object): boolean {
  return 'status' in body;
}

/** The inbound message to mark as read. Throws a `GraphError` as `parseSend` does. */
export function parseReadReceipt(body: object): { id: string; typing: boolean } {
  const { message_id: id, typing_indicator: indicator } = parse(readReceipt, body, []);
  return { id, typing: indicator !== undefined };
}

/**
 * Judges a send by Meta's tables. Throws `GraphError`: 100 for an unknown or misspelt parameter and for a text that is
 * too long or empty, 131008 for a missing parameter, 131009 for a bad value, 131051 for an unsupported type.
 */
export function parseSend(body: object): SendRequest {
  if ('type' in body && typeof body.type === 'string' && !messageTypes.has(body.type)) {
    throw new GraphError(131051, `Message type '${body.type}' is not supported.`);
  }
  const { to, recipient, type, context, ...rest } = parse(envelope, body, []);
  if (to === undefined && recipient === undefined) throw new GraphError(131008, "The parameter 'to' is required.");
  const request: SendRequest = {
    to,
    recipient,
    group: rest.recipient_type === 'group',
    type,
    biz: rest.biz_opaque_callback_data,
    template: undefined,
    content: undefined,
    quotes: context?.message_id,
    reactsTo: undefined,
    voice: false,
    media: [],
  };
  const content = decoded(fieldOf(rest, type));
  if (type === 'template') {
    const template = parse(templateContent, content, ['template']);
    return { ...request, content: template, template, media: mediaIn('template', template) };
  }
  if (type === 'reaction' && context !== undefined) {
    throw new GraphError(131009, 'A reaction cannot be a reply: leave out context.');
  }
  const parsed = parse(contentOf[type] ?? z.never(), content, [type]);
  return {
    ...request,
    content: parsed,
    reactsTo: type === 'reaction' ? stringOf(fieldOf(parsed, 'message_id')) : undefined,
    voice: type === 'audio' && fieldOf(parsed, 'voice') === true,
    media: mediaIn(type, parsed),
  };
}

/** Graph takes an object or a list also as JSON in a string; public clients send contacts so. */
function decoded(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Every `{ id }` or `{ link }` under a key that names a kind of media, at any depth. */
function mediaIn(key: string, value: unknown): MediaReference[] {
  if (typeof value !== 'object' || value === null) return [];
  if (key in mediaContent && ('id' in value || 'link' in value)) {
    return [{ kind: key, id: stringOf(fieldOf(value, 'id')), link: stringOf(fieldOf(value, 'link')) }];
  }
  return Object.entries(value).flatMap(([inner, child]) => mediaIn(inner, child));
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Parses with a schema; the first complaint becomes Meta's error, as told at `parseSend`. `tooLong`: of a text. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: PropertyKey[],
  tooLong = 100,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const [first] = issues;
  if (first === undefined) throw new GraphError(100, '');
  // A misspelt name leaves the right one missing: the misspelling is what helps.
  const misspelt = issues.find(({ code }) => code === 'unrecognized_keys');
  const missing = valueAt(value, first.path) === undefined;
  throw complaint(missing && misspelt !== undefined ? misspelt : first, value, path, tooLong);
}

function complaint(issue: z.core.$ZodIssue, value: unknown, root: PropertyKey[], tooLong: number): GraphError {
  const name = parameterName([...root, ...issue.path]);
  if (issue.code === 'unrecognized_keys') {
    const where = name === '' ? '' : ` on param '${name}'`;
    return new GraphError(100, `Unexpected key '${issue.keys[0]}'${where}.`);
  }
  if (issue.code === 'custom') {
    const code = typeof issue.params?.['code'] === 'number' ? issue.params['code'] : 131009;
    return new GraphError(code, `Param ${name}: ${issue.message}.`);
  }
  if (valueAt(value, issue.path) === undefined) return new GraphError(131008, `The parameter ${name} is required.`);
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return new GraphError(tooLong, `Param ${name} must be at most ${issue.maximum} characters long.`);
  }
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return new GraphError(100, `Param ${name} must be at least ${issue.minimum} characters long.`);
  }
  return new GraphError(131009, `Param ${name} is not valid: ${issue.message}.`);
}

/** As Meta writes it: `interactive['action']['buttons'][0]`. */
function parameterName(path: PropertyKey[]): string {
  const [head, ...rest] = path;
  if (head === undefined) return '';
  const inner = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `['${String(key)}']`));
  return `${String(head)}${inner.join('')}`;
}

function fieldOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce(fieldOf, value);
}
