import type { InboundItem } from '../../domain/inbound.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { MessageContent } from '../../domain/message.ts';
import { cut } from './json-guards.ts';

/*
 * A row of the event log holds an item's raw JSON and its content, whose words stand there twice. Sockets are dropped
 * at 1 MB unsent, so a row that came near it could never be delivered. 256 + 2 × 64 KiB leaves room for the rest.
 */
const RAW_BYTES = 256 * 1024;
const CONTENT_BYTES = 64 * 1024;
/** UTF-16 units that are left of each text once the content is too large; WhatsApp's own texts end there. */
const TEXT_LEFT = 4_096;
/** Items that are left of an order, and UTF-16 units of each word in them. */
const ITEMS_LEFT = 100;
const WORD_LEFT = 64;

/**
 * Bodies up to this many bytes cannot hold an item over the bounds: JSON grows by re-writing at most 3.4 times (`1e15`),
 * and a row three times that is below 1 MB.
 */
export const HARMLESS_BODY = 64 * 1024;

/** The item with what is too large for a log row cut: its exact bytes stay in the raw webhook. */
export function boundItem(item: InboundItem): InboundItem {
  const bytes = jsonBytes(item.raw);
  const marker: JsonObject = { _truncated: true, bytes };
  const raw = bytes > RAW_BYTES ? marker : item.raw;
  if (item.kind !== 'message') return raw === item.raw ? item : { ...item, raw };
  // Content repeats a part of the raw JSON, at most escaped once more.
  const content =
    bytes > CONTENT_BYTES / 2 && jsonBytes(item.content) > CONTENT_BYTES ? cutContent(item.content) : item.content;
  // What is beside the content was bounded when it was read: 2 KiB a text, 5 errors.
  return { ...item, raw, content };
}

/** UTF-8 bytes of a value's JSON. */
export function jsonBytes(value: Json | object): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function cutContent(content: MessageContent): MessageContent {
  switch (content.kind) {
    case 'text':
      return { ...content, body: cut(content.body, TEXT_LEFT) };
    case 'media': {
      const { mimeType, sha256, caption, filename } = content;
      const kept = { mimeType: left(mimeType), sha256: left(sha256), caption: left(caption), filename: left(filename) };
      return { ...content, ...kept };
    }
    case 'location':
      return {
        ...content,
        ...{ name: left(content.name), address: left(content.address) },
        ...(content.url !== undefined && { url: cut(content.url, TEXT_LEFT) }),
      };
    case 'contacts':
      return { ...content, contacts: [markerOf(content.contacts)] };
    case 'interactive_reply': {
      const { kind, replyType, id, title, description, response } = content;
      const kept = { id: left(id), title: left(title), description: left(description) };
      // A JSON text cut in the middle would be none.
      return { kind, replyType, ...kept, response: response === null ? null : JSON.stringify(markerOf(response)) };
    }
    case 'reaction':
      return { ...content, emoji: left(content.emoji) };
    case 'order': {
      const items = content.items.slice(0, ITEMS_LEFT).map((item) => ({
        ...item,
        productRetailerId: left(item.productRetailerId, WORD_LEFT),
        currency: left(item.currency, WORD_LEFT),
      }));
      return { ...content, text: left(content.text), items };
    }
    case 'unsupported':
      return { ...content, unsupportedType: left(content.unsupportedType), errors: content.errors.slice(0, 1) };
    case 'edit':
      return { ...content, content: cutContent(content.content) };
    case 'other':
      return { ...content, type: cut(content.type, TEXT_LEFT), value: markerOf(content.value) };
    case 'request_welcome':
    case 'revoke':
    case 'system':
      // These were bounded when they were read.
      return content;
    case 'interactive':
    case 'template':
      // What a business sends: never read from a webhook.
      return content;
  }
}

function left(value: string | null, most = TEXT_LEFT): string | null {
  return value === null ? null : cut(value, most);
}

function markerOf(value: Json): JsonObject {
  return { _truncated: true, bytes: jsonBytes(value) };
}
