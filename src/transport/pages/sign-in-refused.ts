import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** What whoever follows a used or old sign-in link reads. */
export function signInRefusedPage(): Html {
  return layout({
    title: 'Sign-in link not valid · Dijla WhatsApp',
    sandbox: false,
    scripts: [],
    body: html`<main class="narrow">
<h1>This sign-in link is not valid</h1>
<p>A sign-in link works once, within 15 minutes of being made. Sign in with your API key, or restart the gateway for a new link.</p>
<p><a class="button" href="/">Sign in with an API key</a></p>
</main>`,
  });
}
