import { sampleFiles } from '../../src/sandbox/sample-files.ts';
import type { TestGateway } from '../support/gateway.ts';

export const MEDIA = '/api/v1/whatsapp/media';

/** The sandbox's sample of a kind of media. */
export function sampleOf(kind: string): Buffer {
  const sample = sampleFiles[kind];
  if (sample === undefined) throw new Error(`there is no sample of ${kind}`);
  return sample({}).bytes;
}

export async function jsonOf(response: Response | Promise<Response>) {
  return JSON.parse(await (await response).text());
}

/** Uploads a file in a form, with the fields that stand before and after it. */
export async function upload(
  gateway: TestGateway,
  file: { readonly bytes: Uint8Array; readonly type?: string; readonly name?: string; readonly field?: string },
  fields: Readonly<Record<string, string>> = {},
) {
  const form = new FormData();
  const { bytes, type = '', name = '', field = 'file' } = file;
  form.set(field, new File([new Uint8Array(bytes)], name, { type }));
  for (const [one, value] of Object.entries(fields)) form.set(one, value);
  const response = await fetch(`${gateway.url}${MEDIA}`, {
    method: 'POST',
    headers: { 'x-dijla-key': gateway.key },
    body: form,
  });
  return { status: response.status, ...(await jsonOf(response)) };
}
