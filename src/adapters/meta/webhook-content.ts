import type { Json, JsonObject } from '../../domain/json.ts';
import type { MediaType, MessageContent } from '../../domain/message.ts';
import { MEDIA_TYPES, MESSAGE_TYPES, type MessageType } from '../../domain/message.ts';
import { array, flag, member, number, object, text, usableId } from './json-guards.ts';
import { systemContent } from './webhook-system.ts';

const KNOWN_TYPES: ReadonlySet<string> = new Set(MESSAGE_TYPES);
const KNOWN_MEDIA: ReadonlySet<string> = new Set(MEDIA_TYPES);

/**
 * What an element of `messages[]` says. A shape that we know but that lacks its essentials, and a type that came after
 * this release, become `other` with the type's real name: kept and shown, never dropped.
 */
export function contentOf(message: JsonObject): { type: MessageType; content: MessageContent } {
  const name = text(message['type']) ?? guessType(message);
  const type = isMessageType(name) ? name : 'unknown';
  const content = known(name, member(message, name), message) ?? {
    kind: 'other',
    type: name,
    value: remains(message, name),
  };
  return { type, content };
}

function isMessageType(name: string): name is MessageType {
  return KNOWN_TYPES.has(name);
}

function isMediaType(name: string): name is MediaType {
  return KNOWN_MEDIA.has(name);
}

/** Some of Meta's own samples name no type: the member that is there tells. */
function guessType(message: JsonObject): string {
  return MESSAGE_TYPES.find((type) => Object.hasOwn(message, type)) ?? 'unknown';
}

/** What there is instead of content: the type's own member, and the errors that Meta gives with or without it. */
function remains(message: JsonObject, name: string): Json {
  const own = member(message, name);
  const errors = array(message['errors']);
  if (errors === null) return own ?? null;
  return own === undefined ? { errors } : { [name]: own, errors };
}

function known(name: string, value: Json | undefined, message: JsonObject): MessageContent | null {
  // A media message may have errors in place of its object; it stays a media message, without an id.
  if (isMediaType(name)) return mediaContent(name, object(value));
  if (name === 'contacts') return contactsContent(value);
  const body = object(value);
  if (body === null) return null;
  switch (name) {
    case 'system':
      return systemContent(body, message);
    case 'text':
      return typeof body['body'] === 'string' ? { kind: 'text', body: body['body'], previewUrl: false } : null;
    case 'location':
      return locationContent(body);
    case 'reaction':
      return reactionContent(body);
    case 'button':
      return {
        kind: 'interactive_reply',
        replyType: 'button',
        id: text(body['payload']),
        title: text(body['text']),
        description: null,
        response: null,
      };
    case 'interactive':
      return interactiveReply(body);
    default:
      return null;
  }
}

function mediaContent(mediaType: MediaType, media: JsonObject | null): MessageContent {
  return {
    kind: 'media',
    mediaType,
    mediaId: usableId(media?.['id']),
    link: null,
    mimeType: text(media?.['mime_type']),
    sha256: text(media?.['sha256']),
    caption: text(media?.['caption']),
    filename: text(media?.['filename']),
    voice: flag(media?.['voice']),
    animated: flag(media?.['animated']),
  };
}

function contactsContent(value: Json | undefined): MessageContent | null {
  const contacts = (array(value) ?? []).map(object).filter((card) => card !== null);
  return contacts.length === 0 ? null : { kind: 'contacts', contacts };
}

function locationContent(body: JsonObject): MessageContent | null {
  const latitude = number(body['latitude']);
  const longitude = number(body['longitude']);
  if (latitude === null || longitude === null) return null;
  return { kind: 'location', latitude, longitude, name: text(body['name']), address: text(body['address']) };
}

function reactionContent(body: JsonObject): MessageContent | null {
  const whatsappId = usableId(body['message_id']);
  // A reaction that was taken back comes with an empty emoji, or with none.
  return whatsappId === null ? null : { kind: 'reaction', whatsappId, emoji: text(body['emoji']) };
}

const REPLY_TYPES = ['button_reply', 'list_reply', 'nfm_reply', 'call_permission_reply'] as const;

function interactiveReply(body: JsonObject): MessageContent | null {
  const replyType = REPLY_TYPES.find((type) => type === body['type'] || Object.hasOwn(body, type));
  const reply = replyType === undefined ? null : object(body[replyType]);
  if (replyType === undefined || reply === null) return null;
  return {
    kind: 'interactive_reply',
    replyType,
    id: text(reply['id']),
    title: text(reply['title']) ?? text(reply['body']),
    description: text(reply['description']),
    // A flow brings its answers as JSON text; a call permission brings members, which are given in the same form.
    response: replyType === 'call_permission_reply' ? JSON.stringify(reply) : text(reply['response_json']),
  };
}
