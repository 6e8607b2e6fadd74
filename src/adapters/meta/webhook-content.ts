import type { Json, JsonObject } from '../../domain/json.ts';
import type { MediaType, MessageContent } from '../../domain/message.ts';
import { MEDIA_TYPES, MESSAGE_TYPES, type MessageType } from '../../domain/message.ts';
import { type EditContent, type RevokeContent, targetOf } from '../../domain/message-kinds.ts';
import { array, flag, member, number, object, text, usableId } from './json-guards.ts';
import { orderContent, reactionContent, unsupportedContent } from './webhook-kinds.ts';
import { buttonReply, interactiveReply } from './webhook-replies.ts';
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
  return { type, content: known(name, message) ?? otherContent(message, name) };
}

function otherContent(message: JsonObject, name: string): MessageContent {
  return { kind: 'other', type: name, value: remains(message, name) };
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

function known(name: string, message: JsonObject): MessageContent | null {
  const value = member(message, name);
  // A media message may have errors in place of its object; it stays a media message, without an id.
  if (isMediaType(name)) return mediaContent(name, object(value));
  if (name === 'contacts') return contactsContent(value);
  if (name === 'unsupported') return unsupportedContent(message);
  if (name === 'request_welcome') return { kind: 'request_welcome' };
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
      return buttonReply(body);
    case 'interactive':
      return interactiveReply(body);
    case 'order':
      return orderContent(body);
    case 'edit':
      return editContent(body);
    case 'revoke':
      return revokeContent(body);
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
  const [name, address, url] = [text(body['name']), text(body['address']), text(body['url'])];
  return { kind: 'location', latitude, longitude, name, address, ...(url !== null && { url }) };
}

function revokeContent(body: JsonObject): RevokeContent | null {
  const originalWhatsappId = usableId(body['original_message_id']);
  return originalWhatsappId === null ? null : { kind: 'revoke', originalWhatsappId };
}

/** The message as it now is stands inside, as it would stand in `messages[]`. */
function editContent(body: JsonObject): EditContent | null {
  const originalWhatsappId = usableId(body['original_message_id']);
  const message = object(body['message']);
  if (originalWhatsappId === null || message === null) return null;
  const { type, content } = contentOf(message);
  // Nothing is changed into what names another message itself, nor media into media that nothing is said about.
  const said = content.kind === 'media' ? object(member(message, type)) !== null : targetOf(content) === null;
  return { kind: 'edit', originalWhatsappId, type, content: said ? content : otherContent(message, type) };
}
