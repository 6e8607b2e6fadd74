import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { SLOW_NUMBER_ID } from './webhooks.ts';

/** Longer than anything is measured while calls hang. */
const HANGING_MS = 6_000;

/** Fits every question that is asked at the start. */
const KNOWN = { display_phone_number: '+964 780 000 0001', verified_name: 'Bench', name: 'Bench', data: [] };

/** Stands in for Meta's Graph API and answers at once: sends with an id, questions with what is `KNOWN`. */
export async function openStandIn(): Promise<string> {
  let sends = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', async () => {
      if (request.url?.includes(SLOW_NUMBER_ID)) await setTimeout(HANGING_MS, null, { ref: false });
      sends += 1;
      const isSend = request.url?.endsWith('/messages') ?? false;
      const id = `wamid.${String(sends).padStart(44, 'B')}`;
      const isUpload = request.method === 'POST' && (request.url?.endsWith('/media') ?? false);
      const answer = isSend ? { messaging_product: 'whatsapp', messages: [{ id }] } : isUpload ? { id: '1' } : KNOWN;
      const body = JSON.stringify(answer);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
