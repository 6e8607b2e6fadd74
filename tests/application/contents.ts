import type { Json, JsonObject } from '../../src/domain/json.ts';
import type { MediaContent, MediaType, MessageContent } from '../../src/domain/message.ts';

/** Contents that pass every check, to be changed by one field in a test. */

export function media(mediaType: MediaType, over: Partial<MediaContent> = {}): MediaContent {
  return {
    kind: 'media',
    mediaType,
    mediaId: null,
    link: 'https://example.com/file',
    mimeType: null,
    sha256: null,
    caption: null,
    filename: null,
    voice: false,
    animated: false,
    ...over,
  };
}

export const text = (body: string): MessageContent => ({ kind: 'text', body, previewUrl: false });

export const place = (over: object = {}): MessageContent => ({
  ...{ kind: 'location', latitude: 33.3, longitude: 44.4, name: null, address: null },
  ...over,
});

export const reaction = (emoji: string | null, whatsappId = 'wamid.1'): MessageContent => ({
  kind: 'reaction',
  whatsappId,
  emoji,
});

export const raw = (type: string, value: Json): MessageContent => ({ kind: 'other', type, value });

export const CARD: JsonObject = { name: { formatted_name: 'Zainab Ali', first_name: 'Zainab' } };

export const cards = (...contacts: readonly JsonObject[]): MessageContent => ({ kind: 'contacts', contacts });

export const interactive = (value: JsonObject): MessageContent => ({ kind: 'interactive', interactive: value });

export const button = (id: string, title: string): JsonObject => ({ type: 'reply', reply: { id, title } });

export function buttons(list: readonly Json[], over: JsonObject = {}): MessageContent {
  return interactive({ type: 'button', body: { text: 'Come?' }, action: { buttons: list }, ...over });
}

export const row = (id: string, over: JsonObject = {}): JsonObject => ({ id, title: `Row ${id}`, ...over });

export function list(sections: readonly Json[], over: JsonObject = {}, label = 'Choose'): MessageContent {
  return interactive({ type: 'list', body: { text: 'Which?' }, action: { button: label, sections }, ...over });
}

export function urlButton(parameters: JsonObject, over: JsonObject = {}): MessageContent {
  const given = { display_text: 'Open', url: 'https://example.com/', ...parameters };
  return interactive({
    type: 'cta_url',
    body: { text: 'See' },
    action: { name: 'cta_url', parameters: given },
    ...over,
  });
}

export function locationRequest(over: JsonObject = {}): MessageContent {
  const action = { name: 'send_location' };
  return interactive({ type: 'location_request_message', body: { text: 'Where are you?' }, action, ...over });
}
