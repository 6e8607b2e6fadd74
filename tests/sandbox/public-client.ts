import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { WhatsAppAPI } from 'whatsapp-api-js/middleware/node-http';
import type { ClientMessage } from 'whatsapp-api-js/types';
import { APP_SECRET, FIRST, object, type Stage, stage, VERIFY_TOKEN } from './support.ts';

/** With both, as this client has it from a message: Meta goes by the phone. */
export const user = { phone: '+9647700000000', bsuid: 'IQ.1234567890123456' };
export const userId = 'IQ.1349120865530274';

/** A widely used client, which knows only Meta, and its own webhook handler as the callback. */
export interface Client {
  on: Stage;
  api: WhatsAppAPI;
  /** What its handlers were called with, in order. */
  heard: { event: string; told: Record<string, unknown> }[];
  send(message: ClientMessage, to?: { phone?: string; bsuid: string }): Promise<Record<string, unknown>>;
  /** A customer writes; resolves with the wamid once the webhook was answered. */
  write(order: object): Promise<string>;
  /** Fails when the client's handler answered a webhook otherwise than with 200. */
  close(): Promise<void>;
}

export async function publicClient(): Promise<Client> {
  const heard: Client['heard'] = [];
  const statuses: number[] = [];
  let graph = '';
  const api = new WhatsAppAPI({
    token: FIRST.token,
    appSecret: APP_SECRET,
    webhookVerifyToken: VERIFY_TOKEN,
    v: 'v24.0',
    // It has no setting for the address of Meta: its fetch is led to the sandbox.
    ponyfill: { fetch: (url, init) => fetch(String(url).replace('https://graph.facebook.com', graph), init) },
  });
  const note = (event: string) => (told: object) => void heard.push({ event, told: { ...told } });
  api.on.message = note('message');
  api.on.status = note('status');
  api.on.call.connect = note('call connect');
  api.on.call.terminate = note('call terminate');
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(api.handle_get(request));
      return;
    }
    void api.handle_post(request).then((status) => {
      statuses.push(status);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const callbackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const on = await stage({ callbackUrl, retryDelays: [] });
  graph = on.sandbox.url;
  return {
    on,
    api,
    heard,
    send: async (message, to = user) => object(await api.sendMessage(FIRST.number, to, message)),
    async write(order) {
      const { body } = await on.control('POST', '/sandbox/messages', order);
      await on.sandbox.idle();
      return String(body['id']);
    },
    async close() {
      await on.sandbox.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      expect(statuses.filter((status) => status !== 200)).toEqual([]);
    },
  };
}
