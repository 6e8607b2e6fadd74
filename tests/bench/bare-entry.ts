import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { serveParent } from './children.ts';
import { createMeter } from './meter.ts';
import { APP_SECRET } from './webhooks.ts';

/** What any receiver of webhooks must do at least: read, verify, parse, answer. Nothing is kept. */
const server = createServer(async (request, response) => {
  const body = await bodyOf(request);
  const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice('sha256='.length), 'hex');
  const expected = createHmac('sha256', APP_SECRET).update(body).digest();
  const valid = given.length === expected.length && timingSafeEqual(given, expected);
  const { object } = JSON.parse(body.toString());
  response.writeHead(valid && object !== undefined ? 200 : 401, { 'content-length': '2' }).end('OK');
});

function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => resolve(Buffer.concat(chunks)));
  return promise;
}

const meter = createMeter();

export interface BareHandlers {
  open(): Promise<number>;
  start(): void;
  read(): ReturnType<typeof meter.read>;
}

const handlers: BareHandlers = {
  open: () =>
    new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    }),
  start: () => meter.start(),
  read: () => meter.read(),
};

serveParent(handlers, () => server.closeAllConnections());
