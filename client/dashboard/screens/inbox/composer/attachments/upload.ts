import type { Failure } from '../../../../i18n/explain.ts';

/** A file of the gateway's. */
export interface Uploaded {
  /** `med_…` */
  readonly id: string;
}

export interface Upload {
  /** Rejects with an `UploadFailure`. */
  readonly done: Promise<Uploaded>;
  cancel(): void;
}

/** `failure` is null when the gateway did not answer. */
export class UploadFailure extends Error {
  readonly failure: Failure | null;
  readonly cancelled: boolean;

  constructor(failure: Failure | null, cancelled = false) {
    super(failure?.says ?? 'The gateway did not answer.');
    this.failure = failure;
    this.cancelled = cancelled;
  }
}

/**
 * Hands a file to the gateway, with the session's cookie. `onProgress` is told the share that is through, 0 to 1.
 * `fetch` tells nothing of what it has sent; the older way does.
 */
export function upload(
  file: Blob,
  as: { readonly type: string; readonly filename: string; readonly from?: string | null },
  onProgress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve, reject) => {
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      const answer = answerOf(request.response);
      if (request.status === 200 && typeof answer['id'] === 'string') resolve({ id: answer['id'] });
      else reject(new UploadFailure(failureOf(answer['error'])));
    };
    request.onerror = () => reject(new UploadFailure(null));
    request.onabort = () => reject(new UploadFailure(null, true));
  });
  const form = new FormData();
  form.append('type', as.type);
  if (as.from != null) form.append('from', as.from);
  // Bare of a type: what a system believes of an ending is often wrong, and the gateway looks at the bytes.
  form.append('file', new Blob([file]), as.filename);
  request.open('POST', '/api/v1/whatsapp/media');
  request.responseType = 'json';
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function answerOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function failureOf(value: unknown): Failure | null {
  const { code, message, action } = answerOf(value);
  if (typeof code !== 'string') return null;
  return {
    code,
    says: typeof message === 'string' ? message : code,
    action: typeof action === 'string' ? action : null,
  };
}
