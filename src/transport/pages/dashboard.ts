import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

/** A plain page for who is signed in: who that is, and the live list of events. */
export function dashboardPage(who: {
  readonly tenant: string;
  readonly keyName: string;
  readonly sandbox: boolean;
}): Html {
  return layout({
    title: 'Dashboard · Dijla WhatsApp',
    sandbox: who.sandbox,
    scripts: ['/socket.io/socket.io.js', '/assets/dashboard.js'],
    body: html`<header class="bar">
<p>Signed in as <strong>${who.tenant}</strong> with the key “${who.keyName}”</p>
<button type="button" id="sign-out">Sign out</button>
</header>
<main>
<h1>Live events</h1>
<p id="state" role="status">Connecting…</p>
<noscript><p>The live list needs JavaScript. The same events are at /api/v1/whatsapp/events.</p></noscript>
<div class="scroll" tabindex="0" role="region" aria-label="Live events">
<table>
<thead><tr><th scope="col">Time</th><th scope="col">Event</th><th scope="col">Contact</th><th scope="col">Message</th><th scope="col">Status</th></tr></thead>
<tbody id="events"></tbody>
</table>
</div>
<p id="empty">Nothing yet. Events appear here as they happen.</p>
</main>`,
  });
}
