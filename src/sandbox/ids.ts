import { createHash, randomBytes, randomInt } from 'node:crypto';

const BASE64_URL_LIKE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/**
 * A message id as Meta makes them: `wamid.` and the base64 of a small record that holds the user's digits and 20 random
 * hex characters. Direction byte: 0x11 for what we send, 0x12 for what a user sends. A client must never parse it.
 */
export function wamid(userDigits: string, direction: 'outbound' | 'inbound'): string {
  const user = Buffer.from(userDigits, 'latin1');
  const id = Buffer.from(randomBytes(10).toString('hex').toUpperCase(), 'latin1');
  const record = Buffer.concat([
    Buffer.from([0x1c, 0x18, user.length]),
    user,
    Buffer.from([0x15, 0x02, 0x00, direction === 'outbound' ? 0x11 : 0x12, 0x18, id.length]),
    id,
    Buffer.from([0x00]),
  ]);
  return `wamid.${record.toString('base64')}`;
}

/** Meta's trace id: 23 characters, the first is A. */
export function traceId(): string {
  let id = 'A';
  while (id.length < 23) id += BASE64_URL_LIKE[randomInt(BASE64_URL_LIKE.length)];
  return id;
}

/** A decimal object id of `length` digits, derived from `parts`: the same parts always give the same id. */
export function objectId(length: number, ...parts: string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `1${BigInt(`0x${digest}`)
    .toString()
    .slice(-(length - 1))}`;
}

/** A fresh decimal object id of `length` digits (Meta: 14 to 19). */
export function freshObjectId(length: number): string {
  return objectId(length, randomBytes(16).toString('hex'));
}

/**
 * A fresh template id. Webhooks carry it as a JSON integer and Meta's may pass 2^53, so these always do: a client that
 * reads them with a plain `JSON.parse` gets another number.
 */
export function freshTemplateId(): string {
  return `95${freshObjectId(15).slice(1)}`;
}

const COUNTRIES: Readonly<Record<string, string>> = {
  '1': 'US',
  '20': 'EG',
  '33': 'FR',
  '44': 'GB',
  '49': 'DE',
  '52': 'MX',
  '55': 'BR',
  '90': 'TR',
  '91': 'IN',
  '98': 'IR',
  '961': 'LB',
  '962': 'JO',
  '963': 'SY',
  '964': 'IQ',
  '965': 'KW',
  '966': 'SA',
  '971': 'AE',
  '974': 'QA',
};

/** The business-scoped user id of a phone user: stable for one WABA, another at another. `ZZ`: any other country. */
export function businessScopedId(wabaId: string, callingCode: string, digits: string): string {
  return `${COUNTRIES[callingCode] ?? 'ZZ'}.${objectId(16, wabaId, digits)}`;
}
