import type { IncomingHttpHeaders } from 'node:http';
import type { ReplyCommand } from '../../application/send.ts';
import { invalidInput } from '../../domain/errors.ts';
import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import { MEDIA_TYPES, type MediaType, type MessageContent } from '../../domain/message.ts';
import { BodyReader, isAbsent, type Warning } from './body.ts';
import { orNull, readCommon, readEnvelope } from './message.ts';
import { nearest } from './near.ts';
import {
  locationShape,
  mediaShape,
  REPLY_TYPES,
  type ReplyMessage,
  type ReplyType,
  reactionShape,
  replyMessageShape,
  textShape,
} from './shapes.ts';

/** A body of `/reply`, read: the command, what was ignored, and how the caller wrote fields with several spellings. */
export interface ReadReply {
  readonly command: ReplyCommand;
  readonly warnings: readonly Warning[];
  readonly written: Readonly<Record<string, string>>;
}

/** Names of kinds that a misspelt type may mean. */
const KINDS: readonly string[] = [...REPLY_TYPES, 'template'];

type Content = { readonly content: MessageContent; readonly written: Readonly<Record<string, string>> };

/** The fields that say what a message holds, with the kinds of message that use them. */
const USED_BY: Readonly<Record<string, readonly string[]>> = {
  mediaUrl: MEDIA_TYPES,
  mediaId: MEDIA_TYPES,
  // Captions that WhatsApp does not show are refused by the application, which says so better than a warning.
  caption: MEDIA_TYPES,
  filename: ['document'],
  ...Object.fromEntries(REPLY_TYPES.map((type) => [type, [type]])),
};

/** Takes our short form (`text`, `mediaUrl` …) and Meta's (`{ type: 'image', image: { link } }`). INVALID_INPUT. */
export function readReply(body: unknown, headers: IncomingHttpHeaders): ReadReply {
  const reader = new BodyReader();
  const envelope = readEnvelope(reader, body);
  const newer = readNewer(envelope.message);
  const message = reader.read(replyMessageShape, newer?.rest ?? envelope.message, 'message', ['to']);
  const common = readCommon(reader, message, envelope.whatsappConfig, headers);
  const { type, content, written } = newer ?? readKnown(reader, message);
  const given = new Map(Object.entries(message));
  for (const [field, types] of Object.entries(USED_BY)) {
    if (!types.includes(type) && !isAbsent(given.get(field))) reader.noteUnused(`message.${field}`);
  }
  const quoted = isAbsent(message.replyTo) ? 'message.context.message_id' : 'message.replyTo';
  return {
    command: { ...common, content },
    warnings: reader.warnings,
    written: { ...written, replyTo: quoted },
  };
}

function readKnown(reader: BodyReader, message: ReplyMessage): Content & { readonly type: ReplyType } {
  const type = typeOfReply(reader, message);
  return { type, ...contentOf(reader, type, message) };
}

/**
 * A kind of message that came after this release, in Meta's shape; null for every other body. A name that is near to a
 * known one was misspelt, and one without its object says nothing: both are refused as unknown types.
 */
function readNewer(message: unknown): (Content & { readonly type: string; readonly rest: JsonObject }) | null {
  if (!isJsonObject(message)) return null;
  const { type } = message;
  if (typeof type !== 'string' || !/^[a-z_]{1,64}$/.test(type)) return null;
  if (Object.hasOwn(replyMessageShape.shape, type) || nearest(type, KINDS) !== null) return null;
  const { [type]: value, type: _type, ...rest } = message;
  if (!Object.hasOwn(message, type) || !isJsonObject(value)) return null;
  return {
    type,
    rest,
    content: { kind: 'other', type, value },
    written: { 'raw.type': 'message.type', 'raw.value': `message.${type}` },
  };
}

function typeOfReply(reader: BodyReader, message: ReplyMessage): ReplyType {
  if (isAbsent(message.type)) {
    if (message.text !== undefined && message.text !== null) return 'text';
    reader.requireOneOf(replyMessageShape, message, 'message', ['text', 'type']);
  }
  const given = message.type ?? '';
  const type = REPLY_TYPES.find((known) => known === given);
  if (type !== undefined) return type;
  const meant = nearest(given, KINDS);
  const action =
    given === 'template'
      ? 'Send templates by POST /api/v1/whatsapp/send.'
      : `${meant === null ? '' : `Did you mean ${meant}? `}Use one of ${REPLY_TYPES.join(', ')}; a newer type of Meta's needs its object beside it.`;
  throw invalidInput('message.type', `"${given.slice(0, 64)}" is no kind of message for a reply.`, action);
}

function contentOf(reader: BodyReader, type: ReplyType, message: ReplyMessage): Content {
  switch (type) {
    case 'text':
      return textContent(reader, message);
    case 'location':
      return locationContent(reader, message);
    case 'contacts':
      reader.requireOneOf(replyMessageShape, message, 'message', ['contacts']);
      return { content: { kind: 'contacts', contacts: message.contacts ?? [] }, written: {} };
    case 'interactive':
      reader.requireOneOf(replyMessageShape, message, 'message', ['interactive']);
      return { content: { kind: 'interactive', interactive: message.interactive ?? {} }, written: {} };
    case 'reaction':
      return reactionContent(reader, message);
    default:
      return mediaContent(reader, type, message);
  }
}

function textContent(reader: BodyReader, message: ReplyMessage): Content {
  const { text } = message;
  if (typeof text !== 'object' || text === null) {
    if (text === undefined || text === null) reader.requireOneOf(replyMessageShape, message, 'message', ['text']);
    return {
      content: { kind: 'text', body: String(text ?? ''), previewUrl: false },
      written: { 'text.body': 'message.text' },
    };
  }
  const { body, preview_url, previewUrl } = reader.read(textShape, text, 'message.text', ['body']);
  return {
    content: { kind: 'text', body: body ?? '', previewUrl: preview_url ?? previewUrl ?? false },
    written: { 'text.body': 'message.text.body' },
  };
}

/** Meta's object wins over the short fields where both say the same thing. */
function mediaContent(reader: BodyReader, mediaType: MediaType, message: ReplyMessage): Content {
  const nested = message[mediaType];
  const at = `message.${mediaType}`;
  reader.noteUnknown(mediaShape, nested, at);
  const link = orNull(nested?.link) ?? orNull(message.mediaUrl);
  const mediaId = orNull(nested?.id) ?? orNull(message.mediaId);
  if (link === null && mediaId === null) {
    if (nested) reader.requireOneOf(mediaShape, nested, at, ['link', 'id']);
    reader.requireOneOf(replyMessageShape, message, 'message', ['mediaUrl', 'mediaId']);
  }
  const content: MessageContent = {
    kind: 'media',
    mediaType,
    mediaId,
    link,
    mimeType: null,
    sha256: null,
    caption: orNull(nested?.caption) ?? orNull(message.caption),
    // Beside a kind that has none it is ignored with a warning; inside Meta's object the application refuses it.
    filename: orNull(nested?.filename) ?? (mediaType === 'document' ? orNull(message.filename) : null),
    voice: nested?.voice ?? false,
    animated: false,
  };
  const inside = new Map(Object.entries(nested ?? {}));
  const place = (field: string, short: string) => (isAbsent(inside.get(field)) ? `message.${short}` : `${at}.${field}`);
  return {
    content,
    written: {
      [mediaType]: nested ? at : 'message.mediaUrl',
      [`${mediaType}.link`]: place('link', 'mediaUrl'),
      [`${mediaType}.id`]: place('id', 'mediaId'),
      [`${mediaType}.caption`]: place('caption', 'caption'),
      [`${mediaType}.filename`]: place('filename', 'filename'),
    },
  };
}

function locationContent(reader: BodyReader, message: ReplyMessage): Content {
  reader.requireOneOf(replyMessageShape, message, 'message', ['location']);
  const { latitude, longitude, name, address } = reader.read(locationShape, message.location, 'message.location', [
    'latitude',
    'longitude',
  ]);
  const content = { kind: 'location', latitude, longitude, name: orNull(name), address: orNull(address) } as const;
  return { content, written: {} };
}

/** Meta's spelling of a reaction's target. */
const WIRE_TARGET = 'message.reaction.message_id';

function reactionContent(reader: BodyReader, message: ReplyMessage): Content {
  reader.requireOneOf(replyMessageShape, message, 'message', ['reaction']);
  const { message_id, messageId, emoji } = reader.read(reactionShape, message.reaction, 'message.reaction');
  return {
    content: {
      kind: 'reaction',
      whatsappId: orNull(message_id) ?? orNull(messageId) ?? '',
      emoji: orNull(emoji),
    },
    written: {
      'reaction.messageId': isAbsent(message_id) && !isAbsent(messageId) ? 'message.reaction.messageId' : WIRE_TARGET,
    },
  };
}
