import type { MediaContent, MediaType } from '../../domain/message.ts';
import { builder } from './builder.ts';

const LINK = 'A public https address that Meta fetches; the gateway does not. Either this or `id`.';
const ID = "A file's `med_…`, uploaded or received, or Meta's own id of an upload. Either this or `link`.";

export const MediaInput = builder.inputType('MediaInput', {
  description: 'An image or video.',
  fields: (t) => ({
    link: t.string({ description: LINK }),
    id: t.id({ description: ID }),
    caption: t.string({ description: '≤ 1024 characters.' }),
  }),
});

export const DocumentInput = builder.inputType('DocumentInput', {
  description: 'A file.',
  fields: (t) => ({
    link: t.string({ description: LINK }),
    id: t.id({ description: ID }),
    caption: t.string({ description: '≤ 1024 characters.' }),
    filename: t.string({ description: 'What the person sees; its ending chooses the icon. ≤ 255 characters.' }),
  }),
});

export const AudioInput = builder.inputType('AudioInput', {
  description: 'An audio file or voice note.',
  fields: (t) => ({
    link: t.string({ description: LINK }),
    id: t.id({ description: ID }),
    voice: t.boolean({ description: 'True: a voice note (OGG with Opus).' }),
  }),
});

export const StickerInput = builder.inputType('StickerInput', {
  description: 'A WebP sticker.',
  fields: (t) => ({ link: t.string({ description: LINK }), id: t.id({ description: ID }) }),
});

/** A file in the header of a template or interactive message, where captions do not exist. */
export const HeaderMediaInput = builder.inputType('HeaderMediaInput', {
  description: 'An image or video in a header.',
  fields: (t) => ({ link: t.string({ description: LINK }), id: t.id({ description: ID }) }),
});

export const HeaderDocumentInput = builder.inputType('HeaderDocumentInput', {
  description: 'A file in a header.',
  fields: (t) => ({
    link: t.string({ description: LINK }),
    id: t.id({ description: ID }),
    filename: t.string({ description: 'What the person sees. ≤ 255 characters.' }),
  }),
});

interface AnyMedia {
  readonly link?: string | null | undefined;
  readonly id?: string | null | undefined;
  readonly caption?: string | null | undefined;
  readonly filename?: string | null | undefined;
  readonly voice?: boolean | null | undefined;
}

export function mediaContent(mediaType: MediaType, input: AnyMedia): MediaContent {
  return {
    kind: 'media',
    mediaType,
    mediaId: input.id ?? null,
    link: input.link ?? null,
    mimeType: null,
    sha256: null,
    caption: input.caption ?? null,
    filename: input.filename ?? null,
    voice: input.voice ?? false,
    animated: false,
  };
}
