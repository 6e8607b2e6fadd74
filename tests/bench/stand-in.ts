import { createServer } from 'node:http';

/** Fits every question that is asked at the start. */
const KNOWN = { display_phone_number: '+964 780 000 0001', verified_name: 'Bench', name: 'Bench', data: [] };

/** Stands in for Meta's Graph API and answers at once: sends with an id, questions with what is `KNOWN`. */
export async function openStandIn(): Promise<string> {
  let sends = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      sends += 1;
      const isSend = request.url?.endsWith('/messages') ?? false;
      const id = `wamid.${String(sends).padStart(44, 'B')}`;
      const body = JSON.stringify(isSend ? { messaging_product: 'whatsapp', messages: [{ id }] } : KNOWN);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
