import { type Html, html } from './html.ts';

/** Names, texts, words of the language, options of a command, and what everybody fills in for themselves. */
const TOKEN =
  /(?<name>"[^"\n]*"(?=:)|\b[\w-]+(?=:\s))|(?<text>"[^"\n]*"|'[^'\n]*')|(?<word>\b(?:curl|const|await|import|from)\b)|(?<option>(?<=^|\s)-[A-Za-z]\b)/gm;
const OWN = /(YOUR_DIJLA_MASTER_KEY)/;

/** Code as it stands, coloured: nothing of it is changed, so that what is copied is the code. */
export function coloured(code: string): Html {
  const parts: Html[] = [];
  let from = 0;
  for (const { 0: token, groups = {}, index } of code.matchAll(TOKEN)) {
    const [kind = ''] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    parts.push(html`${code.slice(from, index)}<span class="code-${kind}">${marked(token)}</span>`);
    from = index + token.length;
  }
  return html`${parts}${code.slice(from)}`;
}

/**
 * The same line by line, each set in as deep as its brackets are: to the eye alone, where the words themselves begin at
 * the margin.
 */
export function colouredByDepth(code: string): Html {
  let depth = 0;
  const lines = code.split('\n').map((line, index) => {
    const closes = /^[}\])]/.test(line) ? 1 : 0;
    const shown = depth - closes + (index > 0 && /^-/.test(line) ? 1 : 0);
    depth += count(line, /[{[]/g) - count(line, /[}\]]/g);
    return html`<span class="depth-${shown}">${coloured(line)}</span>`;
  });
  return html`${lines.map((line, index) => (index === 0 ? line : html`\n${line}`))}`;
}

function marked(token: string): readonly (string | Html)[] {
  return token.split(OWN).map((part) => (OWN.test(part) ? html`<mark>${part}</mark>` : part));
}

function count(line: string, brackets: RegExp): number {
  return line.match(brackets)?.length ?? 0;
}
