import { createHash, createHmac } from 'node:crypto';

/** Made up, as everything here: no account of Meta's is touched. */
export const APP_SECRET = 'bench-app-secret-0123456789abcdef';
export const KEY = 'bench-master-key-0123456789abcdef';
export const WABA_ID = '990000000000001';
export const NUMBER_IDS: readonly string[] = Array.from({ length: 40 }, (_, n) => String(990000000001000 + n));
/** Whose calls at Meta hang. */
export const SLOW_NUMBER_ID = '990000000009999';
const WEBHOOK_PATH = '/api/v1/whatsapp/webhook';
const SEND_PATH = '/api/v1/whatsapp/send';
/** So many people write in turn. */
const PEOPLE = 2_000;

/** The text of the n-th webhook's message, and how it is found in whatever a transport delivers. */
export const MARK = /bench-(\d+)\./g;
const textOf = (n: number) => `bench-${n}. Hello, is my order on its way? I have waited since Monday.`;

/** HTTP requests as bytes, one webhook of one text message each, signed; `series` makes the wamids unique. */
export function webhookRequests(series: string, count: number): Buffer[] {
  return Array.from({ length: count }, (_, n) => webhookRequest(series, n));
}

export function webhookRequest(series: string, n: number, phoneNumberId = NUMBER_IDS[0]): Buffer {
  const phone = `96477${String(n % PEOPLE).padStart(8, '0')}`;
  const wamid = wamidOf(phone, `${series}:${n}`);
  const message = {
    from: phone,
    id: wamid,
    timestamp: String(Math.floor(Date.now() / 1000)),
    text: { body: textOf(n) },
    type: 'text',
  };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '9647800000001', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: `Person ${n % PEOPLE}` }, wa_id: phone }],
    messages: [message],
  };
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: WABA_ID, changes: [{ value, field: 'messages' }] }],
  });
  const signature = createHmac('sha256', APP_SECRET).update(body).digest('hex');
  return postRequest(WEBHOOK_PATH, body, { 'X-Hub-Signature-256': `sha256=${signature}` });
}

/** Built as Meta's are, which decides where it falls in an index: by the person, then at random. */
function wamidOf(phone: string, what: string): string {
  const random = createHash('sha1').update(what).digest('hex').slice(0, 20).toUpperCase();
  return `wamid.${Buffer.from(`\x1c\x18\x0c${phone}\x15\x02\x00\x12\x18\x14${random}\x00`).toString('base64')}`;
}

/** Template sends to people of their own, from the numbers in turn. */
export function sendRequests(series: number, count: number): Buffer[] {
  return Array.from({ length: count }, (_, n) => {
    const to = `96478${String(series * 10_000 + n).padStart(8, '0')}`;
    const from = NUMBER_IDS[n % NUMBER_IDS.length];
    const message = { to, from, templateName: 'hello_world', languageCode: 'en_US' };
    return postRequest(SEND_PATH, JSON.stringify({ message }), { 'X-Dijla-Key': KEY });
  });
}

export function postRequest(path: string, body: string, headers: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries({
    Host: '127.0.0.1',
    'User-Agent': 'facebookexternalua',
    Accept: '*/*',
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
