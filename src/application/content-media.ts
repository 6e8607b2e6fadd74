import { invalidInput } from '../domain/errors.ts';
import type { Json } from '../domain/json.ts';
import type { MediaContent, MediaType } from '../domain/message.ts';
import { requireText, requireWebAddress } from './content-fields.ts';

/** Meta's limit on the words under a file, in characters. (Cloud API, image, video and document messages.) */
const CAPTION_LIMIT = 1_024;
/** Bounds of ours, in characters; Meta names none. Its media ids are about 16 digits. */
const MEDIA_ID_LIMIT = 256;
const FILENAME_LIMIT = 255;

const CAPTIONED: readonly MediaType[] = ['image', 'video', 'document'];

/** Checks a media message. INVALID_INPUT names the medium (`image`) or its field (`image.caption`). */
export function checkMedia({ mediaType, mediaId, link, caption, filename }: MediaContent): void {
  checkMediaSource(mediaType, mediaId, link);
  if (caption !== null) {
    const field = `${mediaType}.caption`;
    if (!CAPTIONED.includes(mediaType)) {
      const message = `WhatsApp shows no caption under ${mediaType}: 0 characters are allowed; this has ${[...caption].length}.`;
      throw invalidInput(field, message, 'Send the words as a text message.');
    }
    requireText(field, caption, CAPTION_LIMIT);
  }
  if (filename === null) return;
  const field = `${mediaType}.filename`;
  if (mediaType !== 'document') {
    throw invalidInput(field, `Only a document has a file name; this is ${mediaType}.`, 'Leave it out.');
  }
  requireText(field, filename, FILENAME_LIMIT);
}

/** Exactly one of an uploaded file's id and a link; a file in a message's header is checked by this too. */
export function checkMediaSource(field: string, id: Json | undefined, link: Json | undefined): void {
  const [hasId, hasLink] = [id, link].map((value) => value !== undefined && value !== null);
  if (hasId === hasLink) {
    const said = hasId ? 'both were' : 'neither was';
    const action = hasId ? 'Leave one out.' : 'Give a link, or the id of an uploaded file.';
    throw invalidInput(field, `A file has exactly one of a link and an id; ${said} given.`, action);
  }
  if (hasId) requireText(`${field}.id`, id, MEDIA_ID_LIMIT);
  else requireWebAddress(`${field}.link`, link);
}
