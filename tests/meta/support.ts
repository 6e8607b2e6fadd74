import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseWebhook } from '../../src/adapters/meta/webhook.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import type { ParsedWebhook } from '../../src/ports/cloud-api.ts';

export const NUMBER_ID = '106540352242922';
export const ACCOUNT_ID = '102290129340398';
export const TOKEN = 'EAAGcanary0123456789abcdefCANARY';
export const RECEIVED_AT = 1_760_000_000_123;

/** The body of a webhook with one change of the field `messages`. */
export function messagesBody(value: JsonObject): JsonObject {
  const metadata = { display_phone_number: '15550783881', phone_number_id: NUMBER_ID };
  return changeBody('messages', { messaging_product: 'whatsapp', metadata, ...value });
}

export function changeBody(field: string, value: Json, entry: JsonObject = {}): JsonObject {
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: ACCOUNT_ID, ...entry, changes: [{ value, field }] }],
  };
}

export function parse(body: Json): ParsedWebhook {
  return parseText(JSON.stringify(body));
}

export function parseText(text: string): ParsedWebhook {
  return parseBytes(new TextEncoder().encode(text));
}

export function parseBytes(bytes: Uint8Array): ParsedWebhook {
  return parseWebhook(bytes, RECEIVED_AT);
}

/** The only element; fails when there are more or none. */
export function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error(`expected one item, got ${items.length}`);
  return item;
}

export interface Seen {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface StandIn extends AsyncDisposable {
  readonly url: string;
  readonly seen: readonly Seen[];
}

/** A server on the loopback that answers as `handle` wants and records what it was asked. */
export async function standIn(handle: (request: Seen, response: ServerResponse) => void): Promise<StandIn> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const call = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://meta.test'),
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    seen.push(call);
    handle(call, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export function answerJson(response: ServerResponse, status: number, body: Json, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
