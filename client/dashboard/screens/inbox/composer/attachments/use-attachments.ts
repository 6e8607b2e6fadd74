import { useCallback, useEffect, useRef, useState } from 'react';
import { idempotencyKey } from '../../../../data/optimistic.ts';
import type { Failure } from '../../../../i18n/explain.ts';
import type { KeptFile } from '../drafts/draft.ts';
import { type FileFault, judgeFile, type SendAs } from './file-rules.ts';
import { type Upload, UploadFailure, upload } from './upload.ts';

/** A file beside the draft, on its way to the gateway or there. */
export interface Attachment {
  /** Its name among the others. */
  readonly place: string;
  readonly name: string;
  readonly size: number;
  /** Null: it cannot be sent, `fault` says why. */
  readonly sendAs: SendAs | null;
  readonly fault: FileFault | null;
  readonly state: AttachmentState;
  /** A picture of it in this browser. */
  readonly picture: string | null;
}

export type AttachmentState =
  | { readonly kind: 'uploading' /** 0 to 1 */; readonly share: number }
  | { readonly kind: 'ready'; readonly file: KeptFile }
  /** `failure` is null when the gateway did not answer. */
  | { readonly kind: 'failed'; readonly failure: Failure | null }
  | { readonly kind: 'unfit' };

export interface Attachments {
  readonly attachments: readonly Attachment[];
  readonly add: (files: Iterable<File>) => void;
  /** One that the gateway has. */
  readonly addKept: (file: KeptFile) => void;
  readonly remove: (place: string) => void;
  readonly retry: (place: string) => void;
  /** The draft that held them was sent. */
  readonly clear: () => void;
}

/** What WhatsApp is told at a time is one message each; a person who drops a folder did not mean that. */
const MOST = 30;

/**
 * Files for one message, uploaded as soon as they are there. `kept` are those of a kept draft; `onReady` is told of the
 * ones that the gateway has, even after the conversation was left: then `left` is true.
 */
export function useAttachments(
  kept: readonly KeptFile[],
  from: string | null,
  onReady: (files: readonly KeptFile[], left: boolean) => void,
): Attachments {
  const [attachments, setAttachments] = useState<readonly Attachment[]>(() => kept.map(ofKept));
  const sources = useRef(new Map<string, { readonly file: File; upload: Upload | null }>());
  const pictures = useRef(new Set<string>());
  const current = useRef(attachments);
  const left = useRef(false);
  const told = useRef(onReady);
  useEffect(() => {
    told.current = onReady;
  });

  const become = useCallback((next: readonly Attachment[]) => {
    current.current = next;
    if (!left.current) setAttachments(next);
  }, []);
  const change = useCallback(
    (place: string, state: AttachmentState) => {
      become(current.current.map((one) => (one.place === place ? { ...one, state } : one)));
      if (state.kind === 'ready') told.current(readyIn(current.current), left.current);
    },
    [become],
  );

  const start = useCallback(
    (place: string) => {
      const source = sources.current.get(place);
      const sendAs = current.current.find((one) => one.place === place)?.sendAs;
      if (source === undefined || sendAs == null) return;
      const { file } = source;
      const name = nameOf(file, sendAs);
      const running = upload(file, { type: sendAs, filename: name, from }, (share) =>
        change(place, { kind: 'uploading', share }),
      );
      source.upload = running;
      running.done.then(
        ({ id }) => change(place, { kind: 'ready', file: { id, name, size: file.size, sendAs } }),
        (error: unknown) => {
          if (error instanceof UploadFailure && error.cancelled) return;
          change(place, { kind: 'failed', failure: error instanceof UploadFailure ? error.failure : null });
        },
      );
    },
    [change, from],
  );

  useEffect(() => {
    left.current = false;
    const shown = pictures.current;
    return () => {
      left.current = true;
      for (const picture of shown) URL.revokeObjectURL(picture);
      shown.clear();
    };
  }, []);

  const add = useCallback(
    (files: Iterable<File>) => {
      const room = MOST - current.current.length;
      const added = [...files].slice(0, Math.max(room, 0)).map((file): Attachment => {
        const place = idempotencyKey();
        const { fault, sendAs } = judgeFile(file);
        sources.current.set(place, { file, upload: null });
        const picture = sendAs === 'image' || sendAs === 'sticker' ? URL.createObjectURL(file) : null;
        if (picture !== null) pictures.current.add(picture);
        const state: AttachmentState = sendAs === null ? { kind: 'unfit' } : { kind: 'uploading', share: 0 };
        return { place, name: file.name, size: file.size, sendAs, fault, state, picture };
      });
      become([...current.current, ...added]);
      for (const { place, sendAs } of added) if (sendAs !== null) start(place);
    },
    [become, start],
  );

  const drop = useCallback((place: string) => {
    sources.current.get(place)?.upload?.cancel();
    sources.current.delete(place);
  }, []);

  return {
    attachments,
    add,
    addKept: useCallback(
      (file: KeptFile) => {
        become([...current.current.filter(({ place }) => place !== file.id), ofKept(file)]);
        told.current(readyIn(current.current), false);
      },
      [become],
    ),
    remove: useCallback(
      (place: string) => {
        drop(place);
        become(current.current.filter((one) => one.place !== place));
        told.current(readyIn(current.current), false);
      },
      [become, drop],
    ),
    retry: useCallback(
      (place: string) => {
        change(place, { kind: 'uploading', share: 0 });
        start(place);
      },
      [change, start],
    ),
    clear: useCallback(() => {
      for (const { place } of current.current) drop(place);
      become([]);
    }, [become, drop]),
  };
}

function readyIn(attachments: readonly Attachment[]): KeptFile[] {
  return attachments.flatMap(({ state }) => (state.kind === 'ready' ? [state.file] : []));
}

function ofKept(file: KeptFile): Attachment {
  const { id, name, sendAs, size } = file;
  const picture = sendAs === 'image' || sendAs === 'sticker' ? `/api/v1/whatsapp/media/${id}/thumbnail` : null;
  return { place: id, name, size, sendAs, fault: null, state: { kind: 'ready', file }, picture };
}

/** A pasted picture has no name; the gateway judges by the ending. */
function nameOf({ name, type }: File, sendAs: SendAs): string {
  if (name !== '') return name;
  return sendAs === 'document' ? 'document.pdf' : `${sendAs}.${type.split('/')[1] ?? ''}`;
}
