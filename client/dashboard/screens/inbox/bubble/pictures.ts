import type { ThreadMessage } from '../thread/thread-model.ts';

/** An image or a video that is here. */
export interface Picture {
  /** Of its message. */
  readonly id: string;
  readonly kind: 'image' | 'video';
  readonly url: string;
  readonly caption: string | null;
  readonly filename: string | null;
  readonly createdAt: string;
}

type Told = Pick<ThreadMessage, 'id' | 'createdAt' | 'revokedAt' | 'content'>;

/** What the viewer leafs through. */
export function picturesOf(messages: readonly Told[]): Picture[] {
  return messages.flatMap(({ content, createdAt, id, revokedAt }) => {
    if (content?.__typename !== 'MediaContent' || revokedAt !== null) return [];
    const { caption, filename, media, mediaType } = content;
    if ((mediaType !== 'image' && mediaType !== 'video') || media?.state !== 'READY' || media.url === null) return [];
    return [{ id, kind: mediaType, url: media.url, caption, filename: filename ?? media.filename, createdAt }];
  });
}
