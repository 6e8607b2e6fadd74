import { KEY, postRequest, SLOW_NUMBER_ID, webhookRequest } from './webhooks.ts';

/** What one tenant does too much of. */
export const AXES = ['webhooks', 'subscribers', 'searches', 'media', 'sends queued', 'slow Meta'] as const;
export type Axis = (typeof AXES)[number];

/** A tenant of the bench, for which the operator's key acts. */
export interface Inhabitant {
  readonly id: string;
  /** Meta's ids of its numbers. */
  readonly numbers: readonly string[];
}

const numbersFrom = (first: number) => Array.from({ length: 20 }, (_, n) => String(990000000002000 + first + n));

export const INHABITANTS: Readonly<Record<'loud' | 'quiet', Inhabitant>> = {
  loud: { id: 'ten_loud', numbers: [...numbersFrom(0), SLOW_NUMBER_ID] },
  quiet: { id: 'ten_quiet', numbers: numbersFrom(100) },
};

const FILE_BYTES = 256 * 1024;
const LARGE_QUERIES = [
  '{ messages(first: 100, filter: { search: "order monday" }) { edges { node { id text contact { name } } } } }',
  '{ messages(first: 100, filter: { search: "nowhere" }) { edges { node { id } } } }',
  '{ messages(first: 100, filter: { status: READ }) { edges { node { id } } } }',
  '{ conversations(first: 50, filter: { search: "person" }) { edges { node { id lastMessage { text } } } } }',
];
const SMALL_QUERY = '{ conversations(first: 20) { edges { node { id unreadCount lastMessage { id text } } } } }';

/** Webhooks, to its numbers in turn. */
export function webhooksOf({ numbers }: Inhabitant, series: string, count: number): Buffer[] {
  return Array.from({ length: count }, (_, n) => webhookRequest(series, n, numbers[n % numbers.length]));
}

/** Template sends to people of their own, from its numbers in turn; `wait` for Meta's answer, or queued. */
export function sendsOf(tenant: Inhabitant, series: number, count: number, wait: boolean): Buffer[] {
  const { id } = tenant;
  const quick = tenant.numbers.filter((number) => number !== SLOW_NUMBER_ID);
  const numbers = quick.length > 0 ? quick : tenant.numbers;
  return Array.from({ length: count }, (_, n) => {
    const to = `96479${String(series * 100_000 + n).padStart(8, '0')}`;
    const message = { to, from: numbers[n % numbers.length], templateName: 'hello_world', languageCode: 'en_US' };
    const headers = { ...headersOf(id), ...(!wait && { Prefer: 'respond-async' }) };
    return postRequest('/api/v1/whatsapp/send', JSON.stringify({ message }), headers);
  });
}

export function queriesOf({ id }: Inhabitant, size: 'small' | 'large', count: number): Buffer[] {
  return Array.from({ length: count }, (_, n) => {
    const query = size === 'small' ? SMALL_QUERY : LARGE_QUERIES[n % LARGE_QUERIES.length];
    return postRequest('/graphql', JSON.stringify({ query }), headersOf(id));
  });
}

/** Uploads of pictures. */
export function uploadsOf({ id, numbers }: Inhabitant, count: number): Buffer[] {
  const boundary = 'bench-boundary';
  const disposition =
    'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';
  const from = `\r\n--${boundary}\r\nContent-Disposition: form-data; name="from"\r\n\r\n${numbers[0]}`;
  const body = `--${boundary}\r\n${disposition}${'a line of text\n'.repeat(FILE_BYTES / 15)}${from}\r\n--${boundary}--\r\n`;
  const headers = { ...headersOf(id), 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  const request = postRequest('/api/v1/whatsapp/media', body, headers);
  return Array.from({ length: count }, () => request);
}

export function headersOf(tenantId: string): Readonly<Record<string, string>> {
  return { 'X-Dijla-Key': KEY, 'X-Dijla-Tenant': tenantId };
}
