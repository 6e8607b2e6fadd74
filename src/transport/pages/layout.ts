import { SANDBOX_NOTICE } from '../sandbox-notice.ts';
import { type Html, type HtmlValue, html } from './html.ts';

/** The frame of every page. Its scripts run in their order once the page has been read. */
export function layout(page: {
  readonly title: string;
  readonly sandbox: boolean;
  readonly scripts: readonly string[];
  readonly body: HtmlValue;
}): Html {
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<link rel="stylesheet" href="/assets/site.css">
${page.scripts.map(
  (path) => html`<script src="${path}" defer></script>
`,
)}</head>
<body>
${page.sandbox && html`<p class="ribbon" role="note">${SANDBOX_NOTICE}</p>`}
${page.body}
</body>
</html>
`;
}
