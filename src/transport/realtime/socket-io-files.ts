import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream';

const require = createRequire(import.meta.url);
const manifest = require.resolve('socket.io/package.json');
const directory = join(dirname(manifest), 'client-dist');
/** The files change with the package alone. */
const etag = `"${versionOf(require(manifest))}"`;

/** What socket.io itself would serve; it does so only when it owns the server. */
const FILES = new Set(
  ['socket.io', 'socket.io.min', 'socket.io.esm.min', 'socket.io.msgpack.min'].flatMap((name) => [
    `${name}.js`,
    `${name}.js.map`,
  ]),
);

/** Serves the stock browser client that fits this server (`/socket.io/socket.io.js`); false for any other path. */
export function serveClientFile(path: string, request: IncomingMessage, response: ServerResponse): boolean {
  const name = path.slice('/socket.io/'.length);
  if (!FILES.has(name)) return false;
  const headers = {
    etag,
    'cache-control': 'public, max-age=0',
    'content-type': `application/${name.endsWith('.map') ? 'json' : 'javascript'}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
    // Pages of any origin may load it as a script or module; it holds nothing of anybody's.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
  } else if (request.headers['if-none-match']?.includes(etag)) {
    response.writeHead(304, headers).end();
  } else if (request.method === 'HEAD') {
    response.writeHead(200, headers).end();
  } else {
    response.writeHead(200, headers);
    // A client that leaves half-way is no failure.
    pipeline(createReadStream(join(directory, name)), response, () => {});
  }
  return true;
}

function versionOf(parsed: unknown): string {
  const { version } = parsed as { readonly version: unknown };
  return String(version);
}
