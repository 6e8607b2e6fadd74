import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import type { Preferences } from './preferences.ts';

export interface Landing {
  /** This server's address, without a slash at its end. */
  readonly address: string;
  readonly signedIn: boolean;
  readonly sandbox: boolean;
  readonly supportUrl: string | null;
  readonly preferences: Preferences;
  readonly ended: boolean;
  readonly fonts: string | null;
}

/** The page at `/`. Its words are copy and stand exactly so, in this order. */
export function landingPage({ address, fonts, preferences, signedIn, sandbox, supportUrl }: Landing): Html {
  return layout({
    title: 'Dijla WhatsApp Cloud API Gateway',
    sandbox,
    fonts,
    preferences,
    scripts: ['/assets/landing.js'],
    body: html`<a class="skip" href="#main">Skip to content</a>
<main id="main">
<header class="hero">
<p class="eyebrow">⚡ Production Ready · Multi-Tenant · Real-Time</p>
<h1>Dijla WhatsApp<br>
Cloud API Gateway</h1>
<p class="lead">Dispatch template messages, run live chat sessions, and stream inbound messages in real-time — built for Dijla Tech LLC.</p>
</header>
${portal(signedIn)}
${endpoints()}
${architecture()}
${quickStart(address)}
${security()}
${support(supportUrl)}
</main>`,
  });
}

function portal(signedIn: boolean): Html {
  return html`<section aria-labelledby="portal">
<p class="eyebrow">Client Portal</p>
<h2 id="portal">Access Your Dashboard</h2>
<div class="columns">
<div>
<p>Already have an API key? Log in to your dashboard to send messages, monitor live chat, and track delivery status in real time.</p>
<ul class="checks">
<li>✓ Send template &amp; session messages</li>
<li>✓ Monitor delivery status in real-time</li>
<li>✓ View complete message history</li>
<li>✓ Live inbound message stream</li>
</ul>
</div>
<div class="card">
<h3>Quick Access</h3>
<p>Enter your API key to go directly to your dashboard</p>
${
  // The method keeps the key out of the address bar where the script does not run.
  html`<form id="key-form" method="post" action="/api/v1/session">
<label for="key">API key</label>
<input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" required aria-describedby="key-wrong">
<p id="key-wrong" class="wrong" role="alert" hidden>Invalid API key. Contact support to get your key.</p>
<p id="key-failed" class="wrong" role="alert" hidden></p>
<button type="submit">Sign in</button>
<noscript><p>Signing in needs JavaScript.</p></noscript>
</form>`
}
${signedIn && html`<p><a class="button" href="/dashboard">Open dashboard</a></p>`}
</div>
</div>
</section>`;
}

const ENDPOINTS = [
  [
    'POST',
    '/api/v1/whatsapp/send',
    'Dispatch a pre-approved WhatsApp Template message. Supports master fallback and direct tenant credentials.',
  ],
  [
    'POST',
    '/api/v1/whatsapp/reply',
    "Send a free-form session reply within Meta's 24-hour live chat window. Supports text, image, audio, video.",
  ],
  [
    'GET',
    '/api/v1/whatsapp/webhook',
    'Meta Webhook verification handshake. Validates hub.verify_token and echoes the hub.challenge.',
  ],
  [
    'POST',
    '/api/v1/whatsapp/webhook',
    'Receives real-time events from Meta (inbound messages, delivery statuses) and broadcasts them via Socket.io.',
  ],
] as const;

function endpoints(): Html {
  return html`<section aria-labelledby="endpoints">
<p class="eyebrow">API Reference</p>
<h2 id="endpoints">Available Endpoints</h2>
<ul class="endpoints">
${ENDPOINTS.map(
  ([method, path, says]) => html`<li class="card">
<h3><span class="method ${method.toLowerCase()}">${method}</span>
<code>${path}</code></h3>
<p>${says}</p>
</li>
`,
)}</ul>
</section>`;
}

function architecture(): Html {
  return html`<section aria-labelledby="architecture">
<p class="eyebrow">Architecture</p>
<h2 id="architecture">Hybrid Multi-Tenant Model</h2>
<div class="columns">
<div class="card">
<p class="icon" aria-hidden="true">🏢</p>
<h3>Standard Tenants</h3>
<p>Clients rent Dijla Tech's official verified numbers. No whatsappConfig needed — the gateway automatically falls back to master credentials in .env.</p>
</div>
<div class="card">
<p class="icon" aria-hidden="true">🔑</p>
<h3>Direct Tenants</h3>
<p>Clients supply their own Meta credentials (accessToken + phoneNumberId) in the request payload and route through their own verified business numbers.</p>
</div>
</div>
</section>`;
}

function quickStart(address: string): Html {
  return html`<section aria-labelledby="quick-start">
<p class="eyebrow">Quick Start</p>
<h2 id="quick-start">Send Your First Message</h2>
<pre tabindex="0" aria-label="A curl command"><code>curl -X POST ${address}/api/v1/whatsapp/send \\
-H "Content-Type: application/json" \\
-H "x-dijla-key: YOUR_DIJLA_MASTER_KEY" \\
-d '{
"message": {
"to": "9647700000000",
"templateName": "hello_world",
"languageCode": "en_US"
}
}'</code></pre>
</section>`;
}

function security(): Html {
  return html`<section aria-labelledby="authentication">
<p class="eyebrow">Security</p>
<h2 id="authentication">Authentication</h2>
<pre tabindex="0" aria-label="The authentication header"><code>x-dijla-key: ${'<your_DIJLA_MASTER_KEY>'}
# Missing or wrong key → 401 Unauthorized
# Webhook endpoints are public (called by Meta's servers)</code></pre>
</section>`;
}

function support(supportUrl: string | null): Html {
  return html`<section aria-labelledby="help">
<p class="eyebrow">Support</p>
<h2 id="help">Need Help?</h2>
<p>Our team is ready to help you integrate and scale your WhatsApp messaging.</p>
${supportUrl !== null && html`<p><a class="button" href="${supportUrl}" rel="noreferrer">Contact support</a></p>`}
</section>`;
}
