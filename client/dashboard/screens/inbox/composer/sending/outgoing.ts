import type { SendReplyInput, SendTemplateInput } from '../../../../generated/graphql.ts';
import { takesCaption } from '../attachments/file-rules.ts';
import type { Draft, KeptFile } from '../drafts/draft.ts';

/** One message on its way to the gateway, as the composer made it. */
export interface Outgoing {
  readonly content: OutgoingContent;
  /** The message that it quotes. */
  readonly replyTo: string | null;
}

export type OutgoingContent =
  | { readonly kind: 'text'; readonly body: string }
  | { readonly kind: 'file'; readonly file: KeptFile; readonly caption: string | null }
  | {
      readonly kind: 'template';
      readonly name: string;
      readonly language: string;
      /** What fills it, in Meta's shape. */
      readonly components: readonly unknown[];
      /** What the person will read, as the preview had it. */
      readonly says: string;
    };

export interface KeyedOutgoing extends Outgoing {
  /** The idempotency key of this one message: that of its compose action, and its place in it. */
  readonly key: string;
}

/**
 * The messages that a draft becomes, in order: each file is one, and the words are the caption of the only file where
 * WhatsApp shows one, else a message of their own behind the files. The first carries the quote.
 */
export function messagesOf(draft: Pick<Draft, 'key' | 'text' | 'files' | 'replyTo'>): KeyedOutgoing[] {
  const text = draft.text.trim();
  const [only] = draft.files;
  const asCaption =
    text !== '' &&
    draft.files.length === 1 &&
    only !== undefined &&
    takesCaption(only.sendAs) &&
    length(text) <= CAPTION_LIMIT;
  const contents: OutgoingContent[] = draft.files.map((file) => ({
    kind: 'file',
    file,
    caption: asCaption ? text : null,
  }));
  if (text !== '' && !asCaption) contents.push({ kind: 'text', body: text });
  return contents.map((content, index) => ({
    content,
    replyTo: index === 0 ? draft.replyTo : null,
    key: index === 0 ? draft.key : `${draft.key}.${index}`,
  }));
}

export const TEXT_LIMIT = 4_096;
export const CAPTION_LIMIT = 1_024;

/** In characters, as the gateway counts them. */
export function length(text: string): number {
  return [...text].length;
}

/** Where it goes: a conversation, or a person who has none yet. */
export type Recipient = SendReplyInput['to'];

type Common = Pick<SendReplyInput, 'to' | 'idempotencyKey' | 'replyTo' | 'wait' | 'from'>;

/** The question for the gateway; it answers as soon as the message is safely queued. */
export function inputOf(
  { content, key, replyTo }: KeyedOutgoing,
  to: Recipient,
  from: string | null = null,
):
  | { readonly kind: 'reply'; readonly input: SendReplyInput }
  | { readonly kind: 'template'; readonly input: SendTemplateInput } {
  const common: Common = { to, idempotencyKey: key, replyTo, wait: false, ...(from === null ? {} : { from }) };
  switch (content.kind) {
    case 'text':
      return { kind: 'reply', input: { ...common, content: { text: { body: content.body, previewUrl: true } } } };
    case 'file':
      return { kind: 'reply', input: { ...common, content: fileInput(content.file, content.caption) } };
    case 'template': {
      const { components, language, name } = content;
      return { kind: 'template', input: { ...common, template: { name, language, components } } };
    }
  }
}

function fileInput({ id, name, sendAs }: KeptFile, caption: string | null): SendReplyInput['content'] {
  switch (sendAs) {
    case 'image':
      return { image: { id, caption } };
    case 'video':
      return { video: { id, caption } };
    case 'audio':
      return { audio: { id } };
    case 'sticker':
      return { sticker: { id } };
    case 'document':
      return { document: { id, caption, filename: name.slice(0, 255) } };
  }
}
