import type { Build } from './built-files.ts';
import { type Html, html } from './html.ts';
import { MARK } from './landing-art.ts';
import { layout } from './layout.ts';
import type { Preferences } from './preferences.ts';

/** The page of the dashboard: all it holds is where the dashboard is. `nonce` is what its style sheets are made with. */
export function dashboardPage(page: {
  readonly build: Build;
  readonly preferences: Preferences;
  readonly nonce: string;
}): Html {
  const { direction, language, theme } = page.preferences;
  const { fonts, script, styles } = page.build;
  return html`<!doctype html>
<html lang="${language}" dir="${direction}"${theme !== null && html` data-theme="${theme}" data-mantine-color-scheme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta property="csp-nonce" nonce="${page.nonce}">
<title>Dijla WhatsApp</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${[...(fonts === null ? [] : [fonts]), ...styles].map(
  (path) => html`<link rel="stylesheet" href="/dashboard/${path}">
`,
)}<script type="module" src="/dashboard/${script}"></script>
${page.build.imports(language).map(
  (path) => html`<link rel="modulepreload" href="/dashboard/${path}">
`,
)}</head>
<body>
<div id="root"></div>
<noscript><p>The dashboard needs JavaScript. The same messages are at /api/v1/whatsapp/events.</p></noscript>
</body>
</html>
`;
}

/** Stands in its place when nothing was built. */
export function notBuiltPage(preferences: Preferences, sandbox: boolean): Html {
  return layout({
    title: 'Dashboard not built · Dijla WhatsApp',
    preferences,
    sandbox,
    scripts: [],
    fonts: null,
    body: html`<main class="narrow" lang="en" dir="ltr">
<p class="mark">${MARK}</p>
<h1>The dashboard is not built</h1>
<p>Run <code>npm install</code> or <code>npm start</code> where the gateway runs, then reload this page. Everything else works: the API, its events and the webhook.</p>
<p><a class="button" href="/">Back to the front page</a></p>
</main>`,
  });
}
