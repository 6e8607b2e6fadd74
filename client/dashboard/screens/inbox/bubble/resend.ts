import type { ContentInput, SendReplyInput, SendTemplateInput } from '../../../generated/graphql.ts';
import type { ThreadMessage } from '../thread/thread-model.ts';

/** The same message once more; null for what cannot be told again from what is kept of it. */
export type Resend =
  | { readonly kind: 'reply'; readonly input: SendReplyInput }
  | { readonly kind: 'template'; readonly input: SendTemplateInput };

/**
 * Under a key of its own that follows from the message: however often somebody presses, and in however many tabs, it goes
 * out once more and not twice.
 */
export function resendOf(message: ThreadMessage, conversationId: string): Resend | null {
  const input = {
    to: { conversationId },
    replyTo: message.replyTo?.id ?? null,
    reference: message.reference,
    idempotencyKey: `ui_again_${message.id}`,
    wait: false,
  };
  const { content } = message;
  if (content?.__typename === 'TemplateContent') {
    if (content.name === null) return null;
    const { components, language, name } = content;
    return { kind: 'template', input: { ...input, template: { name, language, components } } };
  }
  const said = contentOf(content);
  return said === null ? null : { kind: 'reply', input: { ...input, content: said } };
}

function contentOf(content: ThreadMessage['content']): ContentInput | null {
  switch (content?.__typename) {
    case 'TextContent':
      return { text: { body: content.body, previewUrl: content.previewUrl } };
    case 'LocationContent': {
      const { address, latitude, longitude, name } = content;
      return { location: { latitude, longitude, name, address } };
    }
    case 'InteractiveContent':
      return { interactive: { custom: content.interactive } };
    case 'MediaContent':
      return mediaOf(content);
    default:
      return null;
  }
}

function mediaOf(content: Extract<ThreadMessage['content'], { __typename: 'MediaContent' }>): ContentInput | null {
  const id = content.media?.id ?? content.mediaId;
  const from = id === null ? { link: content.link } : { id };
  if (id === null && content.link === null) return null;
  switch (content.mediaType) {
    case 'image':
      return { image: { ...from, caption: content.caption } };
    case 'video':
      return { video: { ...from, caption: content.caption } };
    case 'audio':
      return { audio: { ...from, voice: content.voice } };
    case 'document':
      return { document: { ...from, caption: content.caption, filename: content.filename } };
    case 'sticker':
      return { sticker: from };
  }
}
