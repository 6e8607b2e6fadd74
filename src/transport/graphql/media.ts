import { MEDIA_STATES, type Media, type MediaState } from '../../domain/media.ts';
import type { Message } from '../../domain/message.ts';
import { builder } from './builder.ts';

const STATE_TEXTS: Readonly<Record<MediaState, { description: string }>> = {
  PENDING: { description: 'It is being fetched from WhatsApp, again and again for up to 7 days.' },
  READY: { description: 'It is here: `url` serves it.' },
  FAILED: { description: 'It could not be fetched; `reason` says why. `retryMedia` tries again.' },
};

const MediaStateEnum = builder.enumType('MediaState', {
  description: 'What is known of a file.',
  values: Object.fromEntries(MEDIA_STATES.map((state) => [state, STATE_TEXTS[state]])) as typeof STATE_TEXTS,
});

/** Named so beside the enum `MediaType`, which is of its kinds. */
export const MediaFileType = builder.objectRef<Media>('Media').implement({
  description: 'A file that the gateway keeps. In the snapshot of a message it is as it was at that event.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`med_…`; as the `id` of an image, a document … it is sent (again).' }),
    state: t.expose('state', { type: MediaStateEnum, description: 'Whether it can be had.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it failed, or why the last attempt did while it is PENDING.',
    }),
    mimeType: t.exposeString('mimeType', {
      nullable: true,
      description: 'By its own bytes once it is here, until then as Meta told it; null when unknown.',
    }),
    filename: t.exposeString('filename', { nullable: true, description: 'As the sender named it.' }),
    sizeBytes: t.exposeInt('sizeBytes', { nullable: true, description: 'In bytes; null until it is here.' }),
    sha256: t.exposeString('sha256', { nullable: true, description: 'Of its bytes, hexadecimal.' }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'A path at the address of this gateway that serves it, with Range; null until it is READY.',
    }),
    thumbnailUrl: t.exposeString('thumbnailUrl', {
      nullable: true,
      description: 'A path that serves a WebP picture of at most 320 × 320 pixels; null when there is none.',
    }),
    width: t.exposeInt('width', { nullable: true, description: 'In pixels; images only.' }),
    height: t.exposeInt('height', { nullable: true, description: 'In pixels; images only.' }),
  }),
});

/** The file in a message's content. */
export function mediaOf({ content }: Message): Media | null {
  return content.kind === 'media' ? (content.media ?? null) : null;
}
