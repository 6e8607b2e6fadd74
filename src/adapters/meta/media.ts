import { openAsBlob } from 'node:fs';
import type { Answer, NumberCredentials } from '../../ports/cloud-api.ts';
import type { Download, MediaDescription, UploadFile } from '../../ports/cloud-media.ts';
import { type GraphClient, type GraphClientOptions, isToken } from './graph-client.ts';
import { text, usableId } from './json-guards.ts';
import { networkFailure } from './network-failure.ts';
import { question, unreadable } from './questions.ts';

/** For all of a file, over a slow line too. */
const TRANSFER_MS = 5 * 60_000;
const MOST_REDIRECTS = 3;

/** Hosts that Meta serves media from, and everything below them. */
const METAS_HOSTS = ['facebook.com', 'fbsbx.com', 'fbcdn.net', 'whatsapp.net', 'whatsapp.com'];

export async function describeMedia(
  ask: GraphClient,
  { accessToken, phoneNumberId }: NumberCredentials,
  mediaId: string,
): Promise<Answer<MediaDescription>> {
  const query = { phone_number_id: phoneNumberId };
  const answer = await question(ask, mediaId, { path: mediaId, accessToken, query });
  if (!answer.ok) return answer;
  const url = text(answer.value['url']);
  if (url === null) return unreadable('the address of a file');
  const size = Number(answer.value['file_size']);
  return {
    ok: true,
    value: {
      url,
      mimeType: text(answer.value['mime_type']),
      sha256: text(answer.value['sha256']),
      sizeBytes: Number.isSafeInteger(size) && size > 0 ? size : null,
    },
  };
}

export async function uploadMedia(
  ask: GraphClient,
  { accessToken, phoneNumberId }: NumberCredentials,
  { path, mimeType, name }: UploadFile,
): Promise<Answer<string>> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', mimeType);
  // Read from the disk while it is sent.
  form.set('file', new File([await openAsBlob(path)], name, { type: mimeType }));
  const call = { method: 'POST', path: `${phoneNumberId}/media`, accessToken, form, timeoutMs: TRANSFER_MS } as const;
  const answer = await question(ask, phoneNumberId, call);
  if (!answer.ok) return answer;
  const id = usableId(answer.value['id']);
  return id === null ? unreadable('the id of the file') : { ok: true, value: id };
}

/** Follows redirects by hand: each address is judged before anything is asked there. */
export async function downloadMedia(
  options: GraphClientOptions,
  { accessToken }: NumberCredentials,
  url: string,
  signal: AbortSignal,
): Promise<Download> {
  if (!isToken(accessToken)) return { kind: 'gone', reason: 'The access token is not one.' };
  const limited = AbortSignal.any([signal, AbortSignal.timeout(TRANSFER_MS)]);
  let next = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const address = URL.canParse(next) ? new URL(next) : null;
    if (address === null || !isMetas(address, options.graphUrl)) {
      const host = address === null ? 'an address that cannot be read' : address.host.slice(0, 100);
      return { kind: 'foreign', reason: `The file's address is not one of Meta's (${host}); nothing was asked there.` };
    }
    try {
      const response = await (options.fetch ?? globalThis.fetch)(address, {
        headers: { authorization: `Bearer ${accessToken}`, 'accept-encoding': 'identity' },
        redirect: 'manual',
        signal: limited,
      });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        next = URL.canParse(location, address) ? new URL(location, address).href : location;
        continue;
      }
      return await downloadOf(response);
    } catch (error) {
      return { kind: 'failed', reason: networkFailure(error).reason };
    }
  }
  return { kind: 'failed', reason: `The file's address leads on more than ${MOST_REDIRECTS} times.` };
}

async function downloadOf(response: Response): Promise<Download> {
  const { status, body } = response;
  if (status === 200 && body !== null) return { kind: 'bytes', bytes: bytesOf(body) };
  await body?.cancel();
  const reason = `Meta answered HTTP ${status} to the download.`;
  return { kind: status === 404 || status === 401 || status === 403 ? 'gone' : 'failed', reason };
}

/** Its failures quote nothing of the request. */
async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    yield* body;
  } catch (error) {
    throw new Error(networkFailure(error).reason);
  }
}

/** https at one of Meta's hosts, or exactly the origin of the Graph API, which in the sandbox is on loopback. */
export function isMetas(address: URL, graphUrl: string): boolean {
  if (address.origin === new URL(graphUrl).origin) return true;
  if (address.protocol !== 'https:' || (address.port !== '' && address.port !== '443')) return false;
  return METAS_HOSTS.some((host) => address.hostname === host || address.hostname.endsWith(`.${host}`));
}
