import { invalidInput } from '../domain/errors.ts';
import type { MediaContent, MessageContent, MessageType } from '../domain/message.ts';

/** Limits of Meta's, in characters. (Cloud API, text and media messages.) */
const TEXT_LIMIT = 4_096;
const CAPTION_LIMIT = 1_024;
const LINK_LIMIT = 2_048;

/** Checks a session message before Meta is called. INVALID_INPUT names the field, the limit and the size given. */
export function checkContent(content: MessageContent): void {
  switch (content.kind) {
    case 'text':
      if (content.body.trim() === '') throw invalidInput('text', 'The text is empty.', 'Write something to send.');
      checkLength('text', content.body, TEXT_LIMIT);
      break;
    case 'media':
      checkMedia(content);
      break;
    case 'location':
      checkLocation(content.latitude, content.longitude);
      break;
    case 'contacts':
      if (content.contacts.length === 0) {
        throw invalidInput('contacts', 'The list of contacts is empty.', 'Give at least one contact card.');
      }
      break;
    case 'reaction':
      if (content.whatsappId === '') {
        throw invalidInput('reaction', 'A reaction needs the message it is for.', 'Give the message id.');
      }
      break;
    case 'interactive':
      break;
    default:
      throw invalidInput('type', `A message of kind "${content.kind}" cannot be sent as a reply.`);
  }
}

/** The message type under which Meta knows a content. */
export function typeOf(content: MessageContent): MessageType {
  switch (content.kind) {
    case 'media':
      return content.mediaType;
    case 'interactive_reply':
      return 'interactive';
    case 'other':
      return 'unknown';
    default:
      return content.kind;
  }
}

function checkMedia({ mediaType, mediaId, link, caption }: MediaContent): void {
  if ((mediaId === null) === (link === null)) {
    const said = mediaId === null ? 'neither' : 'both';
    throw invalidInput(mediaType, `A media message has one of a link and an id; ${said} was given.`);
  }
  if (link !== null) {
    checkLength(mediaType, link, LINK_LIMIT);
    if (!URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol)) {
      throw invalidInput(mediaType, 'The media link is no http(s) address.', 'Give a public https address.');
    }
  }
  if (caption === null) return;
  checkLength('caption', caption, CAPTION_LIMIT);
  if (mediaType === 'audio' || mediaType === 'sticker') {
    throw invalidInput('caption', `WhatsApp shows no caption under ${mediaType}.`, 'Send the words as a text message.');
  }
}

function checkLocation(latitude: number, longitude: number): void {
  if (Math.abs(latitude) > 90) throw invalidInput('location.latitude', 'A latitude lies between -90 and 90.');
  if (Math.abs(longitude) > 180) throw invalidInput('location.longitude', 'A longitude lies between -180 and 180.');
}

function checkLength(field: string, text: string, limit: number): void {
  const length = [...text].length;
  if (length <= limit) return;
  throw invalidInput(field, `WhatsApp allows ${limit} characters here; this has ${length}.`, 'Shorten it.');
}
