/** A stretch of text that is shown alike. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  readonly mono?: boolean;
  /** Where it leads: http or https. */
  readonly href?: string;
}

export type Block =
  | { readonly kind: 'text' | 'quote' | 'bullet'; readonly runs: readonly Run[] }
  | { readonly kind: 'numbered'; readonly number: string; readonly runs: readonly Run[] }
  | { readonly kind: 'code'; readonly text: string };

type Style = Omit<Run, 'text' | 'href'>;

/** No message of WhatsApp's is longer; what is, is shown as it was written. */
const LIMIT = 4_096;
const STYLES: Readonly<Record<string, keyof Style>> = { '*': 'bold', _: 'italic', '~': 'struck' };
/** Marks stand at the edges of words and hold no line break. */
const MARKED =
  /`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}*_~])(?<mark>[*_~])(?=\S)(?<inner>[^\n]*?\S)\k<mark>(?![\p{L}\p{N}])/gu;
const FENCED = /```(?<code>[\s\S]*?\S[\s\S]*?)```/gu;
/** Brackets and punctuation at an address's end belong to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}،؛؟*_~]/giu;

/**
 * WhatsApp's formatting as blocks and runs of plain text: `*bold*`, `_italic_`, `~struck~`, `` `code` ``, three backticks,
 * `> quotes`, `- ` and `1. ` lists. Nothing here is ever markup; addresses of any other kind than http(s) stay text.
 */
export function formatOf(text: string): Block[] {
  if (text.length > LIMIT) return [{ kind: 'text', runs: [{ text }] }];
  const blocks: Block[] = [];
  let end = 0;
  for (const match of text.matchAll(FENCED)) {
    blocks.push(...linesOf(beside(text.slice(end, match.index), end > 0)));
    blocks.push({ kind: 'code', text: (match.groups?.['code'] ?? '').replace(/^\n|\n$/g, '') });
    end = match.index + match[0].length;
  }
  blocks.push(...linesOf(beside(text.slice(end), end > 0)));
  return joined(blocks);
}

/** Text before and behind a block of code, which stands on lines of its own. */
function beside(text: string, behind: boolean): string {
  const rest = text.replace(/\n$/, '');
  return behind ? rest.replace(/^ *\n?/, '') : rest;
}

function linesOf(text: string): Block[] {
  if (text === '') return [];
  return text.split('\n').map((line): Block => {
    const quote = /^> ?(?<rest>.+)$/u.exec(line)?.groups?.['rest'];
    if (quote !== undefined) return { kind: 'quote', runs: runsOf(quote, {}) };
    const bullet = /^[*-] (?<rest>\S.*)$/u.exec(line)?.groups?.['rest'];
    if (bullet !== undefined) return { kind: 'bullet', runs: runsOf(bullet, {}) };
    const { number, rest } = /^(?<number>\d{1,3})\. (?<rest>\S.*)$/u.exec(line)?.groups ?? {};
    if (number !== undefined && rest !== undefined) return { kind: 'numbered', number, runs: runsOf(rest, {}) };
    return { kind: 'text', runs: runsOf(line, {}) };
  });
}

/** Lines of plain text that follow one another are one paragraph. */
function joined(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const before = found.at(-1);
    if (before !== undefined && before.kind !== 'code' && block.kind !== 'code' && isJoined(before, block)) {
      found[found.length - 1] = { kind: before.kind, runs: [...before.runs, { text: '\n' }, ...block.runs] };
    } else found.push(block);
  }
  return found.filter((block) => block.kind === 'code' || block.runs.some(({ text }) => text.trim() !== ''));
}

function isJoined(one: Block, next: Block): one is Extract<Block, { kind: 'text' | 'quote' | 'bullet' }> {
  return one.kind === next.kind && (one.kind === 'text' || one.kind === 'quote');
}

function runsOf(text: string, style: Style): Run[] {
  const runs: Run[] = [];
  const addresses = [...text.matchAll(ADDRESS)];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const { code, mark = '', inner = '' } = match.groups ?? {};
    // A mark inside of an address is the address's.
    if (addresses.some((one) => match.index > one.index && match.index < one.index + one[0].length)) continue;
    if (match.index > end) runs.push(...linked(text.slice(end, match.index), style));
    const name = STYLES[mark];
    if (code !== undefined) runs.push({ ...style, mono: true, text: code });
    else if (name !== undefined && style[name] !== true) runs.push(...runsOf(inner, { ...style, [name]: true }));
    else runs.push({ ...style, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push(...linked(text.slice(end), style));
  return runs;
}

function linked(text: string, style: Style): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = safeAddress(match[0]);
    if (href === null) continue;
    if (match.index > end) runs.push({ ...style, text: text.slice(end, match.index) });
    runs.push({ ...style, text: match[0], href });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ ...style, text: text.slice(end) });
  return runs;
}

/** An address that may be followed: http(s) and nothing else, without credentials that make it look like another. */
export function safeAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  return plain ? url.href : null;
}

/** The text without its marks, in one line. */
export function plainOf(text: string): string {
  return formatOf(text)
    .map((block) => (block.kind === 'code' ? block.text : block.runs.map((run) => run.text).join('')))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
