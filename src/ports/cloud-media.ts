import type { Answer, NumberCredentials } from './cloud-api.ts';

/** What Meta says of a file. */
export interface MediaDescription {
  /** Good for 5 minutes. */
  readonly url: string;
  readonly mimeType: string | null;
  /** Hexadecimal or base64. */
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
}

/**
 * What a download came to. `gone` is Meta's 404: the address is too old, or the token does not fit. `foreign` means that an
 * address, or one it leads to, is not Meta's: nothing was asked there.
 */
export type Download =
  | { readonly kind: 'bytes'; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly kind: 'gone' | 'foreign' | 'failed'; readonly reason: string };

export interface UploadFile {
  readonly path: string;
  readonly mimeType: string;
  /** A name of ours with the type's ending; the user's own never goes along. */
  readonly name: string;
}

/** Meta's media endpoints. */
export interface CloudMedia {
  /** Always asks for the credentials' own number, so that Meta refuses a file of any other. */
  describeMedia(credentials: NumberCredentials, mediaId: string): Promise<Answer<MediaDescription>>;
  /** The token goes to Meta's hosts only, over https (the sandbox: to its own address). ≤ 5 minutes. */
  downloadMedia(credentials: NumberCredentials, url: string, signal: AbortSignal): Promise<Download>;
  /** Streams the file. ≤ 5 minutes. Answers with Meta's id, which lives 30 days. */
  uploadMedia(credentials: NumberCredentials, file: UploadFile): Promise<Answer<string>>;
}
