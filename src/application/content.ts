import { invalidInput } from '../domain/errors.ts';
import type { LocationContent, MessageContent, MessageType } from '../domain/message.ts';
import { checkContacts } from './content-contacts.ts';
import { checkOptionalText, requireText } from './content-fields.ts';
import { checkInteractive } from './content-interactive.ts';
import { checkMedia } from './content-media.ts';
import { checkRaw } from './content-raw.ts';

/** Meta's limit on a text message, in characters. (Cloud API, text messages.) */
const TEXT_LIMIT = 4_096;
/** Bounds of ours on the words beside a place, in characters; Meta names none. */
const PLACE_LIMIT = 1_000;
/** Longer than every emoji, in UTF-16 units; the longest sequences (families, flags of regions) have about 15. */
const EMOJI_LIMIT = 32;

/**
 * Checks a session message before Meta is called, kind by kind. INVALID_INPUT names the field by Meta's path
 * (`image.caption`, `interactive.action.buttons[0].reply.title`), the limit and the size given.
 */
export function checkContent(content: MessageContent): void {
  switch (content.kind) {
    case 'text':
      requireText('text.body', content.body, TEXT_LIMIT);
      break;
    case 'media':
      checkMedia(content);
      break;
    case 'location':
      checkLocation(content);
      break;
    case 'contacts':
      checkContacts(content.contacts);
      break;
    case 'reaction':
      checkReaction(content.whatsappId, content.emoji);
      break;
    case 'interactive':
      checkInteractive(content.interactive);
      break;
    case 'other':
      checkRaw(content.type, content.value);
      break;
    default:
      throw invalidInput(
        'type',
        `A message of kind "${content.kind}" cannot be sent as a reply.`,
        'Send another kind; templates have a call of their own.',
      );
  }
}

/** Refuses a quote on what cannot have one: a reaction names its target itself. `replyTo` is what the caller quotes. */
export function checkQuote(content: MessageContent, replyTo: string | null): void {
  if (content.kind !== 'reaction' || replyTo === null) return;
  const message = 'A reaction cannot quote a message: it names the one it is for itself.';
  throw invalidInput('replyTo', message, "Leave it out; the reaction's own message id is enough.");
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

function checkLocation({ latitude, longitude, name, address }: LocationContent): void {
  checkDegrees('location.latitude', latitude, 90);
  checkDegrees('location.longitude', longitude, 180);
  checkOptionalText('location.name', name, PLACE_LIMIT);
  checkOptionalText('location.address', address, PLACE_LIMIT);
}

function checkDegrees(field: string, degrees: number, limit: number): void {
  if (Math.abs(degrees) <= limit) return;
  throw invalidInput(field, `This lies between -${limit} and ${limit} degrees; ${degrees} was given.`, 'Correct it.');
}

/** No emoji, or an empty one, takes the reaction back. */
function checkReaction(target: string, emoji: string | null): void {
  if (target === '') {
    throw invalidInput('reaction.messageId', 'A reaction needs the message it is for.', 'Give the message id.');
  }
  if (emoji === null || emoji === '' || isEmoji(emoji)) return;
  const length = [...new Intl.Segmenter().segment(emoji.slice(0, 10_000))].length;
  throw invalidInput(
    'reaction.emoji',
    `A reaction is exactly 1 emoji; this has ${length === 1 ? '1 character that is none' : `${length} characters`}.`,
    'Give one emoji, or an empty text to take the reaction back.',
  );
}

/** One visible character that is a picture, a flag or a keycap; with or without the sign that asks for colour. */
function isEmoji(text: string): boolean {
  if (text.length > EMOJI_LIMIT) return false;
  if ([...new Intl.Segmenter().segment(text)].length !== 1) return false;
  return /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u.test(text);
}
