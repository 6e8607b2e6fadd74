import { expect } from 'vitest';
import type { InboundMessage } from '../../src/domain/inbound.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { messagesBody, only, parse } from './support.ts';

export const BASE = { from: '9647700000001', id: 'wamid.IN1', timestamp: '1760000000' };
const CARD = { profile: { name: 'Zainab' }, wa_id: '9647700000001' };

/** What becomes of an element of `messages[]`. */
export function receive(message: JsonObject, contacts: JsonObject[] = [CARD]): InboundMessage {
  const { items, problems } = parse(messagesBody({ contacts, messages: [message] }));
  expect(problems).toEqual([]);
  const item = only(items);
  if (item.kind !== 'message') throw new Error(`expected a message, got a ${item.kind}`);
  return item;
}

/** The content of somebody's message. */
export const contentOf = (message: JsonObject) => receive({ ...BASE, ...message }).content;

/** What Meta tells about a text beside its words. */
export const originOf = (beside: JsonObject) =>
  receive({ ...BASE, type: 'text', text: { body: 'x' }, ...beside }).origin;
