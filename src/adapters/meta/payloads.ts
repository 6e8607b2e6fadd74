import type { Address } from '../../domain/contact.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { MediaContent, MessageContent } from '../../domain/message.ts';
import type { OutboundSend } from '../../domain/outbound.ts';

/** The body of `POST /{phone number id}/messages`, without handle or token. Throws on content that only people send. */
export function renderPayload(send: OutboundSend): JsonObject {
  const { type, value } = renderContent(send.content);
  return {
    // First, so that no name of a type can replace what stands below.
    [type]: value,
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...renderAddress(send.to),
    type,
    // Meta accepts no reaction that is a reply: it names its target itself.
    ...(send.replyTo !== null && type !== 'reaction' && { context: { message_id: send.replyTo } }),
  };
}

/** A number without `+` would get the country code of the sending number in front of it, so the `+` is always there. */
function renderAddress(to: Address): JsonObject {
  if ('userId' in to) return { recipient: to.userId };
  return { to: to.phone.startsWith('+') ? to.phone : `+${to.phone}` };
}

function renderContent(content: MessageContent): { type: string; value: Json } {
  switch (content.kind) {
    case 'text':
      return { type: 'text', value: { body: content.body, ...(content.previewUrl && { preview_url: true }) } };
    case 'media':
      return { type: content.mediaType, value: renderMedia(content) };
    case 'location':
      return {
        type: 'location',
        value: {
          // As strings, like the examples on Meta's page; whether numbers may be sent is documented nowhere.
          latitude: String(content.latitude),
          longitude: String(content.longitude),
          ...(content.name !== null && { name: content.name }),
          ...(content.address !== null && { address: content.address }),
        },
      };
    case 'contacts':
      return { type: 'contacts', value: content.contacts };
    case 'interactive':
      return { type: 'interactive', value: content.interactive };
    case 'reaction':
      // An empty emoji takes the reaction back.
      return { type: 'reaction', value: { message_id: content.whatsappId, emoji: content.emoji ?? '' } };
    case 'template':
      return {
        type: 'template',
        value: {
          name: content.name,
          language: { code: content.language },
          ...(content.components.length > 0 && { components: content.components }),
        },
      };
    case 'other':
      return { type: content.type, value: content.value };
    case 'interactive_reply':
    case 'order':
    case 'unsupported':
    case 'request_welcome':
    case 'edit':
    case 'revoke':
    case 'system':
      throw new TypeError(`content of the kind ${content.kind} is received, never sent`);
  }
}

/** Exactly one of `id` and `link`; Meta refuses a caption or file name on a type that has none. */
function renderMedia(content: MediaContent): JsonObject {
  const { mediaType } = content;
  const captioned = mediaType === 'image' || mediaType === 'video' || mediaType === 'document';
  return {
    ...(content.mediaId !== null ? { id: content.mediaId } : { link: content.link }),
    ...(captioned && content.caption !== null && { caption: content.caption }),
    ...(mediaType === 'document' && content.filename !== null && { filename: content.filename }),
    ...(mediaType === 'audio' && content.voice && { voice: true }),
  };
}
