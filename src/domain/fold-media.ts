import type { Fold, OpenMessage } from './fold.ts';
import type { InboundMessage } from './inbound.ts';
import { INBOUND_MEDIA_MS, type Media, type MediaRecord, mediaOf, unfetched } from './media.ts';
import type { MessageContent } from './message.ts';

/**
 * The content of an inbound message as it is stored: the file of a media message is to be fetched from now on, and its
 * message says so. A file without an id of Meta's (its errors stand in the raw item) is none.
 */
export function awaitMedia(fold: Fold, tenantId: string, item: InboundMessage, freshId: string): MessageContent {
  const { content, phoneNumberId, at } = item;
  if (content.kind !== 'media' || content.mediaId === null) return content;
  const { mediaType, mediaId, mimeType, sha256, filename } = content;
  const record: MediaRecord = {
    id: `med_${freshId}`,
    tenantId,
    messageId: `msg_${freshId}`,
    mediaType,
    phoneNumberId,
    state: 'PENDING',
    attempts: 0,
    nextAt: fold.now,
    expiresAt: at + INBOUND_MEDIA_MS,
    createdAt: fold.now,
    facts: unfetched({ mediaId, toldType: mimeType, toldSha256: sha256, filename }),
  };
  fold.out.media.push(record);
  return { ...content, media: mediaOf(record) };
}

/** Shows in a message how its file stands now, and tells it when `told`. */
export function foldMedia(fold: Fold, message: OpenMessage, media: Media, told: boolean): void {
  const { content, id } = message.record;
  if (content.kind !== 'media') return;
  const changed = { ...content, media };
  message.record = { ...message.record, content: changed };
  fold.out.contents.push({ tenantId: message.tenantId, id, content: changed });
  if (told) fold.tellOf(message, 'message_media', fold.recordedAt);
}
