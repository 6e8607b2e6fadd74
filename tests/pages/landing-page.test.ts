import { expect, it } from 'vitest';
import { cookieOf, KEY, linesOf, restBench } from '../rest/support.ts';

/** The words that the page was asked for with, line by line. Only the curl's address is the server's own. */
const WORDS = String.raw`
⚡ Production Ready · Multi-Tenant · Real-Time
Dijla WhatsApp
Cloud API Gateway
Dispatch template messages, run live chat sessions, and stream inbound messages in real-time — built for Dijla Tech LLC.
Client Portal
Access Your Dashboard
Already have an API key? Log in to your dashboard to send messages, monitor live chat, and track delivery status in real time.
✓ Send template & session messages
✓ Monitor delivery status in real-time
✓ View complete message history
✓ Live inbound message stream
Quick Access
Enter your API key to go directly to your dashboard
Invalid API key. Contact support to get your key.
API Reference
Available Endpoints
POST
/api/v1/whatsapp/send
Dispatch a pre-approved WhatsApp Template message. Supports master fallback and direct tenant credentials.
POST
/api/v1/whatsapp/reply
Send a free-form session reply within Meta's 24-hour live chat window. Supports text, image, audio, video.
GET
/api/v1/whatsapp/webhook
Meta Webhook verification handshake. Validates hub.verify_token and echoes the hub.challenge.
POST
/api/v1/whatsapp/webhook
Receives real-time events from Meta (inbound messages, delivery statuses) and broadcasts them via Socket.io.
Architecture
Hybrid Multi-Tenant Model
🏢
Standard Tenants
Clients rent Dijla Tech's official verified numbers. No whatsappConfig needed — the gateway automatically falls back to master credentials in .env.
🔑
Direct Tenants
Clients supply their own Meta credentials (accessToken + phoneNumberId) in the request payload and route through their own verified business numbers.
Quick Start
Send Your First Message
curl -X POST http://localhost:5000/api/v1/whatsapp/send \
-H "Content-Type: application/json" \
-H "x-dijla-key: YOUR_DIJLA_MASTER_KEY" \
-d '{
"message": {
"to": "9647700000000",
"templateName": "hello_world",
"languageCode": "en_US"
}
}'
Security
Authentication
x-dijla-key: <your_DIJLA_MASTER_KEY>
# Missing or wrong key → 401 Unauthorized
# Webhook endpoints are public (called by Meta's servers)
Support
Need Help?
Our team is ready to help you integrate and scale your WhatsApp messaging.
`
  .trim()
  .split('\n');

it('holds every line of its words, whole and in order', async () => {
  const { app } = await restBench();
  const page = await app.inject({ url: '/', headers: { host: 'localhost:5000' } });
  expect(page.statusCode).toBe(200);
  const lines = linesOf(page.body);
  let from = 0;
  for (const words of WORDS) {
    const at = lines.indexOf(words, from);
    expect(at, `"${words}" after line ${from}`).toBeGreaterThanOrEqual(from);
    from = at + 1;
  }
});

it.each([
  ['the host asked for', null, { host: 'gateway.local:8080' }, 'http://gateway.local:8080/'],
  ['the public address', 'https://gateway.example', { host: 'inside:5000' }, 'https://gateway.example/'],
  ['no host that is none', null, { host: 'a"; rm -rf ~ #' }, 'http://localhost:5000/'],
])('shows %s in the curl', async (_name, publicUrl, headers, address) => {
  const { app } = await restBench({ publicUrl });
  const page = await app.inject({ url: '/', headers });
  expect(linesOf(page.body)).toContain(`curl -X POST ${address}api/v1/whatsapp/send \\`);
});

it('escapes what it is configured with, and links support only when there is a link', async () => {
  const plain = await (await restBench()).app.inject({ url: '/' });
  expect(plain.body).not.toContain('Contact support</a>');
  const { app } = await restBench({ supportUrl: 'https://wa.me/1?text="><script>' });
  const page = await app.inject({ url: '/' });
  expect(page.body).toContain('href="https://wa.me/1?text=&quot;&gt;&lt;script&gt;"');
});

it('says the same in Arabic, code left as it is', async () => {
  const { app } = await restBench();
  const page = await app.inject({ url: '/', headers: { host: 'localhost:5000', 'accept-language': 'ar' } });
  const lines = linesOf(page.body);
  expect(lines).toContain('مفتاح API غير صالح. تواصل مع الدعم للحصول على مفتاحك.');
  for (const code of WORDS.filter((line) => /^(?:curl|-H|-d|"|x-dijla-key|POST|GET|\/api)/.test(line))) {
    expect(lines).toContain(code);
  }
  const english = WORDS.filter((line) => /^[A-Z✓⚡][\w✓ ,.&·'-]{12,}$/.test(line));
  expect(english.length).toBeGreaterThan(15);
  expect(lines.filter((line) => english.includes(line))).toEqual([]);
});

it('tells whom the dashboard has sent away why, until they are signed in', async () => {
  const bench = await restBench();
  const ended = 'Your session has ended';
  expect((await bench.app.inject({ url: '/' })).body).not.toContain(ended);
  expect((await bench.app.inject({ url: '/?ended=session' })).body).toContain(ended);
});

it('says when nothing is sent', async () => {
  const ribbon = 'Sandbox: nothing is sent to WhatsApp';
  const refused = await (await restBench({ mode: 'sandbox' })).app.inject({ url: '/signin?token=used' });
  expect([refused.statusCode, refused.body.includes(ribbon)]).toEqual([401, true]);
  expect((await (await restBench({ mode: 'sandbox' })).app.inject({ url: '/' })).body).toContain(ribbon);
  expect((await (await restBench({ mode: 'live' })).app.inject({ url: '/' })).body).not.toContain(ribbon);
});

it('leads whoever is signed in to the dashboard', async () => {
  const bench = await restBench();
  expect((await bench.app.inject({ url: '/' })).body).not.toContain('Open dashboard');
  const cookie = cookieOf(
    (await bench.app.inject({ method: 'POST', url: '/api/v1/session', payload: { key: KEY } })).headers,
  );
  expect((await bench.app.inject({ url: '/', headers: { cookie } })).body).toContain(
    'href="/dashboard">Open dashboard',
  );
});

it('keeps the key out of addresses, also without script', async () => {
  const { app } = await restBench();
  const { body } = await app.inject({ url: '/' });
  expect(body).toMatch(/<form[^>]* method="post" action="\/api\/v1\/session">/);
  expect(body).toMatch(/<label for="key">/);
});

it('shows code in colours with every character of it as it stands', async () => {
  const { app } = await restBench();
  const { body } = await app.inject({ url: '/', headers: { host: 'localhost:5000' } });
  const shown = [...body.matchAll(/<code>([\s\S]*?)<\/code><\/pre>/g)].map(([, code = '']) => code);
  expect(shown.length).toBe(4);
  expect(shown.every((code) => code.includes('<span class="code-'))).toBe(true);
  const curl = shown[0]
    ?.replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
  expect(curl).toBe(
    WORDS.slice(WORDS.indexOf('curl -X POST http://localhost:5000/api/v1/whatsapp/send \\')).slice(0, 10).join('\n'),
  );
});

it('turns its drawings round for Arabic', async () => {
  const { app } = await restBench();
  const ofClients = async (language: string) => {
    const { body } = await app.inject({ url: '/', headers: { 'accept-language': language } });
    return [...body.matchAll(/class="client" cx="(\d+)"/g)].map(([, x]) => Number(x));
  };
  const [english, arabic] = [await ofClients('en'), await ofClients('ar')];
  expect(english.length).toBe(6);
  expect(arabic).toEqual(english.map((x) => 340 - x));
});
