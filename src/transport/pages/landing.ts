import { type Html, html } from './html.ts';
import { MARK, OUTFLOW, RIVER, streams, tenantsDrawing } from './landing-art.ts';
import { quickStart } from './landing-code.ts';
import { LANDING_WORDS, type LandingWords } from './landing-words.ts';
import { layout } from './layout.ts';
import type { Preferences } from './preferences.ts';

export interface Landing {
  readonly preferences: Preferences;
  /** This server's address, without a slash at its end. */
  readonly address: string;
  readonly signedIn: boolean;
  /** True for whom the dashboard has sent away. */
  readonly ended: boolean;
  readonly sandbox: boolean;
  readonly supportUrl: string | null;
  /** As in `layout`. */
  readonly fonts: string | null;
}

/** The page at `/`. Its words are copy and stand exactly so, in this order. */
export function landingPage({ address, ended, fonts, preferences, signedIn, sandbox, supportUrl }: Landing): Html {
  const words = LANDING_WORDS[preferences.language];
  const other = preferences.language === 'ar' ? 'en' : 'ar';
  return layout({
    title: 'Dijla WhatsApp Cloud API Gateway',
    preferences,
    sandbox,
    fonts,
    styles: ['/assets/water.css', '/assets/landing.css', '/assets/code.css'],
    scripts: ['/assets/landing.js'],
    body: html`<a class="skip" href="#main">${words.skip}</a>
<header class="hero">
${streams()}
<div class="wrap bar">
<p class="brand">${MARK} <span>Dijla</span></p>
<a class="quiet" href="/?language=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
</div>
<div class="wrap hero-words">
<p class="eyebrow">${words.eyebrow}</p>
<h1>${words.title[0]}<br>
${words.title[1]}</h1>
<p class="lead">${words.lead}</p>
</div>
${RIVER}
</header>
<main id="main" class="wrap">
${portal(words.portal, { signedIn, ended })}
${endpoints(words.endpoints)}
${architecture(words.architecture, preferences.direction)}
${quickStart(words.start, address)}
${security(words.security)}
</main>
<footer class="outlet">
${OUTFLOW}
<div class="wrap">
${support(words.support, supportUrl)}
</div>
</footer>`,
  });
}

function portal(words: LandingWords['portal'], { signedIn, ended }: { signedIn: boolean; ended: boolean }): Html {
  return html`<section class="portal" aria-labelledby="portal">
<div>
<p class="eyebrow">${words.eyebrow}</p>
<h2 id="portal">${words.title}</h2>
<p class="soft">${words.text}</p>
<ul class="checks">
${words.checks.map(
  (check) => html`<li><span class="check">${check.slice(0, 1)}</span>${check.slice(1)}</li>
`,
)}</ul>
</div>
<div class="door">
${signedIn && html`<p class="open"><a class="button" href="/dashboard">${words.open}</a></p>`}
${ended && !signedIn && html`<p class="notice" role="status">${words.ended}</p>`}
<h3>${words.quick}</h3>
<p class="soft">${words.enter}</p>
${
  // The method keeps the key out of the address bar where the script does not run.
  html`<form id="key-form" data-unreachable="${words.unreachable}" data-later="${words.later}" method="post" action="/api/v1/session">
<label for="key">${words.key}</label>
<input id="key" name="key" type="password" dir="ltr" autocomplete="current-password" spellcheck="false" autocapitalize="none" required aria-describedby="key-wrong key-failed">
<p id="key-wrong" class="wrong" role="alert" hidden>${words.wrong}</p>
<p id="key-failed" class="wrong" role="alert" hidden></p>
<button type="submit">${words.signIn}</button>
<noscript><p>${words.needsScript}</p></noscript>
</form>`
}
</div>
</section>`;
}

function endpoints(words: LandingWords['endpoints']): Html {
  const rows = [
    ['POST', '/api/v1/whatsapp/send', words.send],
    ['POST', '/api/v1/whatsapp/reply', words.reply],
    ['GET', '/api/v1/whatsapp/webhook', words.verify],
    ['POST', '/api/v1/whatsapp/webhook', words.receive],
  ] as const;
  return html`<section aria-labelledby="endpoints">
<div class="head">
<p class="eyebrow">${words.eyebrow}</p>
<h2 id="endpoints">${words.title}</h2>
</div>
<ul class="endpoints">
${rows.map(
  ([method, path, says]) => html`<li>
<h3><span class="method ${method.toLowerCase()}">${method}</span>
<code dir="ltr">${path}</code></h3>
<p class="soft">${says}</p>
</li>
`,
)}</ul>
</section>`;
}

function architecture(words: LandingWords['architecture'], direction: Preferences['direction']): Html {
  const kinds = [
    ['🏢', 'standard', words.standard],
    ['🔑', 'direct', words.direct],
  ] as const;
  return html`<section aria-labelledby="architecture">
<div class="head">
<p class="eyebrow">${words.eyebrow}</p>
<h2 id="architecture">${words.title}</h2>
</div>
<div class="columns">
${kinds.map(
  ([icon, kind, [title, text]]) => html`<div class="kind">
${tenantsDrawing(kind, direction)}
<p class="icon" aria-hidden="true">${icon}</p>
<h3>${title}</h3>
<p class="soft">${text}</p>
</div>
`,
)}</div>
</section>`;
}

function security(words: LandingWords['security']): Html {
  return html`<section aria-labelledby="authentication">
<div class="head">
<p class="eyebrow">${words.eyebrow}</p>
<h2 id="authentication">${words.title}</h2>
</div>
<div class="code"><pre tabindex="0" dir="ltr" role="region" aria-label="x-dijla-key"><code><span class="code-name">x-dijla-key</span>: <mark>${'<your_DIJLA_MASTER_KEY>'}</mark>
<span class="comment"># Missing or wrong key → 401 Unauthorized</span>
<span class="comment"># Webhook endpoints are public (called by Meta's servers)</span></code></pre></div>
</section>`;
}

function support(words: LandingWords['support'], supportUrl: string | null): Html {
  return html`<section class="support" aria-labelledby="help">
<div>
<p class="eyebrow">${words.eyebrow}</p>
<h2 id="help">${words.title}</h2>
<p class="soft">${words.text}</p>
</div>
${supportUrl !== null && html`<p><a class="button" href="${supportUrl}" rel="noreferrer">${words.contact}</a></p>`}
</section>`;
}
