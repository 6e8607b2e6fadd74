import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Sealed, SecretPlace, Secrets } from '../ports/secrets.ts';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The layout below. It is authenticated with every box, so that a later layout cannot be passed off as this one. */
const LAYOUT = 'v1';

interface WrappingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** `keys` are 32 bytes each, in base64: the first seals, all open. */
export function createSecrets(keys: readonly string[]): Secrets {
  const wrapping = keys.map((key): WrappingKey => {
    const bytes = Buffer.from(key, 'base64');
    if (bytes.length !== KEY_BYTES) throw new Error('An encryption key has 32 bytes.');
    return { id: createHmac('sha256', bytes).update('key id').digest('hex').slice(0, 16), bytes };
  });
  const [first] = wrapping;

  const wrapOf = (key: WrappingKey, place: SecretPlace, dataKey: Buffer) =>
    encrypt(key.bytes, dataKey, bound('key', place, key.id)).toString('base64');

  function dataKeyOf(place: SecretPlace, { keyId, wrap }: Sealed): Buffer | null {
    const key = wrapping.find(({ id }) => id === keyId);
    return key === undefined ? null : decrypt(key.bytes, wrap, bound('key', place, keyId));
  }

  function open(place: SecretPlace, sealed: Sealed): string | null {
    const dataKey = dataKeyOf(place, sealed);
    if (dataKey?.length !== KEY_BYTES) return null;
    return decrypt(dataKey, sealed.box, bound('text', place, LAYOUT))?.toString('utf8') ?? null;
  }

  return {
    ready: first !== undefined,
    knows: ({ keyId }) => wrapping.some(({ id }) => id === keyId),
    open,

    seal(place, text) {
      if (first === undefined) throw new Error('There is no encryption key.');
      const dataKey = randomBytes(KEY_BYTES);
      const box = encrypt(dataKey, Buffer.from(text, 'utf8'), bound('text', place, LAYOUT)).toString('base64');
      return { keyId: first.id, wrap: wrapOf(first, place, dataKey), box };
    },

    rewrap(place, sealed) {
      if (first === undefined || sealed.keyId === first.id || open(place, sealed) === null) return null;
      const dataKey = dataKeyOf(place, sealed);
      return dataKey === null ? null : { ...sealed, keyId: first.id, wrap: wrapOf(first, place, dataKey) };
    },
  };
}

/** What a box is bound to: as JSON, so that no two places read the same. */
function bound(what: 'key' | 'text', { tenantId, row }: SecretPlace, version: string): Buffer {
  return Buffer.from(JSON.stringify([LAYOUT, what, tenantId, row, version]), 'utf8');
}

/** Nonce, ciphertext, tag. A data key seals one text and a nonce is random, so that none is used twice. */
function encrypt(key: Buffer, plain: Buffer, aad: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Null when the bytes, the key or what they are bound to is another. */
function decrypt(key: Buffer, box: string, aad: Buffer): Buffer | null {
  const bytes = Buffer.from(box, 'base64');
  // Base64 is read leniently, and what reads the same must be the same.
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64') !== box) return null;
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
