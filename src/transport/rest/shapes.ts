import { z } from 'zod';
import type { Json, JsonObject } from '../../domain/json.ts';
import { isJsonObject } from '../../domain/json.ts';

/**
 * The shapes of REST's bodies: lenient, as old callers were treated. `null` counts as absent, a number may stand where
 * digits are text, and fields that are not listed are let through here and reported as warnings (`rest-body.ts`).
 */

/** The kinds of message that `/reply` sends. */
export const REPLY_TYPES = [
  'text',
  'image',
  'audio',
  'video',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'reaction',
] as const;
export type ReplyType = (typeof REPLY_TYPES)[number];

const word = z
  .union([z.string(), z.number().int()], { error: 'This is text.' })
  .refine((value) => typeof value === 'string' || Number.isSafeInteger(value), 'Too many digits for a JSON number.')
  .transform(String);
const seconds = z
  .union([z.number(), z.string().regex(/^\d{1,9}$/)], { error: 'This is a number of seconds.' })
  .transform(Number);
const coordinate = z
  .union([z.number(), z.string().regex(/^-?\d{1,3}(?:\.\d+)?$/)], { error: 'This is a number of degrees.' })
  .transform(Number);

/** A body comes from a JSON parser, so what it holds is JSON: these check only whether it is an object or a list. */
const json = z.custom<Json>((value) => value !== undefined, 'This is JSON.');
const object = z.custom<JsonObject>(isJsonObject, 'This is an object.');
const list = z.custom<readonly Json[]>(Array.isArray, 'This is a list.');

export const recipientShape = z.looseObject({ phone: word.nullish(), userId: z.string().nullish() });
export const contextShape = z.looseObject({ message_id: z.string().nullish() });
export const languageShape = z.looseObject({ code: z.string().nullish(), policy: json.nullish() });
export const templateShape = z.looseObject({
  name: z.string().nullish(),
  language: z.union([z.string(), languageShape], { error: 'A language is a code, or { "code": … }.' }).nullish(),
  components: list.nullish(),
});
export const parametersShape = z.looseObject({
  header: object.nullish().describe('One of text, image, video, document, location.'),
  body: z
    .union([list, object], { error: 'A list (positional) or an object (named).' })
    .nullish()
    .describe('A list for positional parameters, an object for named ones.'),
  buttons: z
    .array(object.nullable(), { error: 'A list by button index; null for a button without a parameter.' })
    .nullish()
    .describe('By button index: one of payload, url, code, flow; null for a button that takes none.'),
});
export const textShape = z.looseObject({
  body: word.nullish(),
  preview_url: z.boolean().nullish(),
  previewUrl: z.boolean().nullish(),
});
export const mediaShape = z.looseObject({
  link: z.string().nullish(),
  id: word.nullish().describe('As `mediaId`.'),
  caption: z.string().nullish(),
  filename: z.string().nullish(),
  voice: z.boolean().nullish(),
});
export const locationShape = z.looseObject({
  latitude: coordinate,
  longitude: coordinate,
  name: z.string().nullish(),
  address: z.string().nullish(),
});
export const reactionShape = z.looseObject({
  message_id: z.string().nullish(),
  messageId: z.string().nullish(),
  emoji: z.string().nullish().describe('Empty or left out: takes the reaction back.'),
});
export const configShape = z.looseObject({ accessToken: z.string().nullish(), phoneNumberId: word.nullish() });

const common = {
  to: z
    .union([z.string(), z.number(), recipientShape], {
      error: 'A recipient is a phone number, { "phone": … } or { "userId": … }.',
    })
    .nullish()
    .describe('E.164 with or without +, or with 00; or { "userId": "IQ.123…" }. Required.'),
  from: word.nullish().describe("Our number id, Meta's phone number id, or E.164. Left out: your default number."),
  replyTo: z.string().nullish().describe('Our id or the wamid of the message to quote.'),
  context: contextShape.nullish(),
  reference: word.nullish().describe('Your own word, given back with the message; at most 512 characters.'),
  biz_opaque_callback_data: word.nullish(),
  expiresIn: seconds
    .nullish()
    .describe('Seconds for which it may be queued before it is given up: 60 to 2592000. Left out: 24 hours.'),
  // Meta's constants, which callers copy from its examples.
  messaging_product: json.nullish(),
  recipient_type: json.nullish(),
};

export const sendMessageShape = z.looseObject({
  ...common,
  type: json.nullish(),
  templateName: z.string().nullish().describe('Required, unless `template.name` is given.'),
  languageCode: z.string().nullish().describe("Left out: the template's only language, else en_US."),
  components: list.nullish().describe("Meta's own component list. At most one of this and `parameters`."),
  parameters: z
    .union([list, parametersShape], { error: 'A list (body parameters), or { header, body, buttons }.' })
    .nullish(),
  template: templateShape.nullish(),
});

export const replyMessageShape = z.looseObject({
  ...common,
  type: z
    .string()
    .nullish()
    .describe(
      `One of ${REPLY_TYPES.join(', ')}, or a newer type of Meta's with its object beside it; text when \`text\` is given.`,
    ),
  text: z.union([z.string(), z.number(), textShape], { error: 'A text is a string, or { "body": … }.' }).nullish(),
  mediaUrl: z.string().nullish(),
  mediaId: word.nullish().describe("A file's `med_…`, uploaded or received, or Meta's own id of an upload."),
  caption: z.string().nullish(),
  filename: z.string().nullish(),
  image: mediaShape.nullish(),
  audio: mediaShape.nullish(),
  video: mediaShape.nullish(),
  document: mediaShape.nullish(),
  sticker: mediaShape.nullish(),
  location: locationShape.nullish(),
  contacts: z.array(object, { error: 'A list of contact cards.' }).nullish(),
  interactive: object.nullish(),
  reaction: reactionShape.nullish(),
});

/** `message` and `whatsappConfig` are read one by one, so that each failure names its place. */
export const envelopeShape = z.looseObject({ message: json.nullish(), whatsappConfig: json.nullish() });

export type SendMessage = z.output<typeof sendMessageShape>;
export type ReplyMessage = z.output<typeof replyMessageShape>;
export type CommonMessage = Pick<
  SendMessage,
  'to' | 'from' | 'replyTo' | 'context' | 'reference' | 'biz_opaque_callback_data' | 'expiresIn'
>;
