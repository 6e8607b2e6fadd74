import { type Html, type HtmlValue, html } from './html.ts';
import type { Preferences } from './preferences.ts';
import { RIBBON } from './words.ts';

/** The frame of every page. Its scripts run in their order once the page has been read. */
export function layout(page: {
  readonly title: string;
  readonly preferences: Preferences;
  readonly sandbox: boolean;
  /** Style sheets beside those of every page. */
  readonly styles?: readonly string[];
  readonly scripts: readonly string[];
  /** The stylesheet of the built fonts, below `/dashboard/`; null while nothing is built. */
  readonly fonts: string | null;
  readonly body: HtmlValue;
}): Html {
  const { direction, language, theme } = page.preferences;
  return html`<!doctype html>
<html lang="${language}" dir="${direction}"${theme !== null && html` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${page.fonts !== null && html`<link rel="stylesheet" href="/dashboard/${page.fonts}">`}
<link rel="stylesheet" href="/assets/tokens.css">
<link rel="stylesheet" href="/assets/site.css">
${(page.styles ?? []).map(
  (path) => html`<link rel="stylesheet" href="${path}">
`,
)}${page.scripts.map(
  (path) => html`<script src="${path}" defer></script>
`,
)}</head>
<body>
${page.sandbox && html`<aside class="ribbon">${RIBBON[language]}</aside>`}
${page.body}
</body>
</html>
`;
}
