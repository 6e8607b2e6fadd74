import { invalidInput } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { MessageContent } from '../../domain/message.ts';
import { builder } from './builder.ts';
import { ContactCardInput, contactCard, contactField } from './contact-card-input.ts';
import { InteractiveInput, interactiveField, interactiveJson } from './interactive-input.ts';
import { LocationInput } from './location-input.ts';
import { AudioInput, DocumentInput, MediaInput, mediaContent, StickerInput } from './media-input.ts';

const TextInput = builder.inputType('TextInput', {
  description: 'Words.',
  fields: (t) => ({
    body: t.string({ required: true, description: '1–4096 characters.' }),
    previewUrl: t.boolean({ description: 'True: WhatsApp shows a preview of the first link. False when left out.' }),
  }),
});

const ReactionInput = builder.inputType('ReactionInput', {
  description: 'An emoji under a message.',
  fields: (t) => ({
    messageId: t.id({ required: true, description: 'The message to react to: its `msg_…` or its `wamid`.' }),
    emoji: t.string({ description: 'One emoji; null takes an earlier reaction away.' }),
  }),
});

const RawInput = builder.inputType('RawInput', {
  description:
    'A kind of message that Meta has and this gateway does not know yet. Meta judges it; only its frame is checked here.',
  fields: (t) => ({
    type: t.string({
      required: true,
      description: "Meta's name of the kind: 1–64 lower-case letters and underscores.",
    }),
    value: t.field({
      type: 'JSON',
      required: true,
      description:
        "The object that stands under that name, in Meta's shape. ≤ 65536 bytes; no address, no credentials.",
    }),
  }),
});

export const ContentInput = builder.inputType('ContentInput', {
  description: 'What to say: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    text: t.field({ type: TextInput }),
    image: t.field({ type: MediaInput }),
    audio: t.field({ type: AudioInput }),
    video: t.field({ type: MediaInput }),
    document: t.field({ type: DocumentInput }),
    sticker: t.field({ type: StickerInput }),
    location: t.field({ type: LocationInput }),
    contacts: t.field({ type: [ContactCardInput], description: '1–257 cards.' }),
    interactive: t.field({ type: InteractiveInput }),
    reaction: t.field({ type: ReactionInput }),
    raw: t.field({ type: RawInput }),
  }),
});

type ContentInputValue = typeof ContentInput.$inferInput;

/** INVALID_INPUT as the application names fields: without `input.content.` before them. */
export function contentOf(input: ContentInputValue): MessageContent {
  const { text, image, audio, video, document, sticker, location, contacts, interactive, reaction, raw } = input;
  if (text) return { kind: 'text', body: text.body, previewUrl: text.previewUrl ?? false };
  if (image) return mediaContent('image', image);
  if (audio) return mediaContent('audio', audio);
  if (video) return mediaContent('video', video);
  if (document) return mediaContent('document', document);
  if (sticker) return mediaContent('sticker', sticker);
  if (location) {
    const { latitude, longitude, name, address } = location;
    return { kind: 'location', latitude, longitude, name: name ?? null, address: address ?? null };
  }
  if (contacts) return { kind: 'contacts', contacts: contacts.map(contactCard) };
  // The message's own id or its wamid; the application finds the wamid.
  if (reaction) return { kind: 'reaction', whatsappId: reaction.messageId, emoji: reaction.emoji ?? null };
  if (raw) return { kind: 'other', type: raw.type, value: raw.value ?? null };
  const json = interactive ? interactiveJson(interactive) : null;
  if (isJsonObject(json)) return { kind: 'interactive', interactive: json };
  throw invalidInput('interactive', "Meta's `interactive` is an object.", 'Give `buttons`, `list` or `url`.');
}

/** The application's field names, which are Meta's paths → the caller's. */
export function contentField(input: ContentInputValue, field: string): string {
  if (input.interactive) return `input.content.${interactiveField(input.interactive, field)}`;
  return `input.content.${input.contacts ? contactField(field) : field}`;
}
