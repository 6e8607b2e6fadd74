import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for S3: one bucket in memory, which refuses what is not signed. */
export async function startBucket() {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const signed =
      /^AWS4-HMAC-SHA256 Credential=access-key\/\d{8}\/test-region\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/;
    if (!signed.test(request.headers.authorization ?? '')) {
      refused.push(`${request.method} ${request.url}`);
      response.writeHead(403).end();
      return;
    }
    const path = new URL(request.url ?? '/', 'http://bucket').pathname;
    if (request.method === 'PUT') {
      objects.set(path, Buffer.concat(chunks));
      response.writeHead(200, { etag: '"1"' }).end();
    } else if (request.method === 'DELETE') {
      objects.delete(path);
      response.writeHead(204).end();
    } else {
      read(path, request, response);
    }
  }

  function read(path: string, { headers, method }: IncomingMessage, response: ServerResponse): void {
    const object = objects.get(path);
    if (object === undefined) {
      const body = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>';
      response.writeHead(404, { 'content-type': 'application/xml' }).end(method === 'HEAD' ? undefined : body);
      return;
    }
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const part = start === undefined ? object : object.subarray(Number(start), Number(end) + 1);
    response.writeHead(start === undefined ? 200 : 206, { 'content-length': part.length });
    response.end(method === 'HEAD' ? undefined : part);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    refused,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
