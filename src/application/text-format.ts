/** A stretch of text that is formatted alike. */
export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly monospace: boolean;
}

export interface FormattedText {
  /** As it is sent, with its marks. */
  readonly text: string;
  /** Without its marks, for showing. */
  readonly runs: readonly TextRun[];
}

type Style = Omit<TextRun, 'text'>;

const PLAIN: Style = { bold: false, italic: false, strikethrough: false, monospace: false };
const STYLES: Readonly<Record<string, keyof Style>> = { '*': 'bold', _: 'italic', '~': 'strikethrough' };
/** What is longer is shown as it is written: no message of WhatsApp's is, and marks are looked for in pairs. */
const LIMIT = 4_096;
/** Marks stand at the edges of words and hold no line break; three backticks hold anything. */
const MARKED =
  /```(?<mono>[\s\S]+?)```|(?<![\p{L}\p{N}])(?<mark>[*_~])(?=\S)(?<inner>[^\n]*?\S)\k<mark>(?![\p{L}\p{N}])/gu;

/** Text with WhatsApp's marks (`*bold*`, `_italic_`, `~struck~`, three backticks) → runs. */
export function formatted(text: string): FormattedText {
  return { text, runs: text.length > LIMIT ? [{ ...PLAIN, text }] : runsOf(text, PLAIN) };
}

function runsOf(text: string, style: Style): TextRun[] {
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const { mono, mark = '', inner = '' } = match.groups ?? {};
    if (match.index > end) runs.push({ ...style, text: text.slice(end, match.index) });
    const name = STYLES[mark];
    if (mono !== undefined) runs.push({ ...style, monospace: true, text: mono });
    else if (name !== undefined && !style[name]) runs.push(...runsOf(inner, { ...style, [name]: true }));
    else runs.push({ ...style, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ ...style, text: text.slice(end) });
  return runs;
}
