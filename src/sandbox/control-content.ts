import { z } from 'zod';
import type { BusinessNumber } from './accounts.ts';
import { sendThis } from './control-body.ts';
import { ControlError } from './control-error.ts';
import type { Order } from './control-message.ts';
import { webhookError } from './graph-errors.ts';
import { sha256 } from './media.ts';
import type { Parts } from './parts.ts';
import { type SampleFile, sampleFiles } from './sample-files.ts';

/** Meta's inbound types, with the object that stands for each when the developer gives none; null: must be given. */
const types: Readonly<Record<string, object | null>> = {
  text: null,
  image: {},
  video: {},
  audio: { voice: true },
  document: {},
  sticker: { animated: false },
  location: { latitude: 33.3152, longitude: 44.3661, name: 'Baghdad' },
  contacts: null,
  interactive: null,
  button: null,
  reaction: null,
  order: null,
  system: null,
  edit: null,
  revoke: null,
  request_welcome: {},
  unsupported: { type: 'poll' },
};

const example = sendThis({ text: 'Hello!' });
const MIB = 1024 * 1024;
/** Meta: a larger file of a user's is not handed on (131052). */
const MOST_INBOUND_BYTES = 100 * MIB;

/** The file of an inbound message: bytes, or a length to be filled. */
export const givenFile = z.strictObject({
  base64: z
    .base64()
    .max(4 * MIB)
    .optional(),
  size: z
    .int()
    .min(1)
    .max(1024 * MIB)
    .optional(),
  mimeType: z.string().min(1).max(200).optional(),
  filename: z.string().max(500).optional(),
});

interface Content {
  type: string;
  content: Record<string, unknown>;
  errors?: object[];
}

/** The content of the message that a developer wants to come in. Throws `ControlError` for what makes none. */
export function contentOf(parts: Parts, number: BusinessNumber, given: Order, body: object): Content {
  if (given.type === undefined && given.text === undefined) {
    throw new ControlError(`\`text\` or \`type\` is missing. ${example}`);
  }
  const type = given.type ?? 'text';
  const fallback = types[type];
  if (fallback === undefined) {
    throw new ControlError(`\`type\` must be one of ${Object.keys(types).join(', ')}; not "${type}".`);
  }
  if (type === 'text') {
    if (given.text === undefined) throw new ControlError(`\`text\` is missing. ${example}`);
    return { type, content: { text: typeof given.text === 'string' ? { body: given.text } : given.text } };
  }
  const own: unknown = (body as Record<string, unknown>)[type];
  // Meta sends a type without its object too, with errors in its place.
  if (own === undefined && given.errors !== undefined) return { type, content: {} };
  if (own === undefined && fallback === null) {
    throw new ControlError(`\`${type}\` is missing. Send it as Meta does: {"type":"${type}","${type}":{…}}.`);
  }
  if (own !== undefined && (typeof own !== 'object' || own === null)) {
    throw new ControlError(`\`${type}\` must be ${type === 'contacts' ? 'a list' : 'an object'} as Meta sends it.`);
  }
  const object = own ?? fallback ?? {};
  if (type === 'request_welcome') return { type, content: {} };
  if (type === 'unsupported') {
    const errors = [webhookError(131051, 'Message type is currently not supported.')];
    return { type, content: { unsupported: object }, ...(given.errors === undefined ? { errors } : {}) };
  }
  const sample = 'id' in object ? undefined : sampleFiles[type];
  if (sample === undefined) return { type, content: { [type]: object } };
  return withFile(parts, number, given, type, sample, object);
}

/** Gives a media object without an id a file that can be downloaded: the developer's, or a sample. */
function withFile(
  parts: Parts,
  number: BusinessNumber,
  { file: own = {}, download }: Order,
  type: string,
  sample: (object: object) => SampleFile,
  object: object,
): Content {
  const whole = sample(object);
  const mimeType = own.mimeType ?? whole.mimeType;
  const filename = own.filename ?? whole.filename;
  const described = { ...(filename === undefined ? {} : { filename }), mime_type: mimeType };
  if ((own.size ?? 0) > MOST_INBOUND_BYTES) {
    const errors = [webhookError(131052, 'The file that the user sent is larger than 100 MB.')];
    return { type, content: { [type]: { ...described, ...object } }, errors };
  }
  const file = parts.media.receive(number.id, mimeType, bytesOf(own, whole.bytes));
  if (download !== undefined) parts.media.setFault(file.id, download);
  const url = parts.url() + parts.media.downloadPath(file.id);
  const media = {
    ...described,
    sha256: sha256(file.bytes, 'base64'),
    id: file.id,
    ...(parts.delivery.settings.mediaUrls ? { url } : {}),
    ...object,
  };
  return { type, content: { [type]: media } };
}

function bytesOf({ base64, size }: z.infer<typeof givenFile>, sample: Buffer): Buffer {
  const bytes = base64 === undefined ? sample : Buffer.from(base64, 'base64');
  if (size === undefined) return bytes;
  // The beginning tells the type; the rest only has to be there.
  return Buffer.concat([bytes.subarray(0, size), Buffer.alloc(Math.max(0, size - bytes.length))]);
}
