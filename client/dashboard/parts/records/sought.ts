import { foldLetters, foldText } from './fold-text.ts';

/** A stretch of a text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Words that are shorter count at the beginning of a word alone, as the gateway searches them. */
const ANYWHERE_FROM = 3;
/** Characters before the first find that are shown, where a text is too long to be shown from its beginning. */
const BEFORE = 32;

/** A text in pieces, with what a search found in it told apart. Joined they are the text. */
export function piecesOf(text: string, search: string): Piece[] {
  const words = [...new Set(foldText(search).split(' '))].filter((word) => word !== '');
  if (words.length === 0) return [{ text, found: false }];
  const { folded, origins } = foldWithOrigins(text);
  const marked = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      if (word.length < ANYWHERE_FROM && /[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) continue;
      marked.fill(1, origins[at], origins[at + word.length] ?? text.length);
    }
  }
  const pieces: Piece[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && marked[to] === marked[from]) to += 1;
    pieces.push({ text: text.slice(from, to), found: marked[from] === 1 });
    from = to;
  }
  return pieces;
}

/** The end of a long text that begins a little before the first find; the text where that stands near its beginning. */
export function fromFirstFind(text: string, search: string): string {
  const [first, second] = piecesOf(text, search);
  const at = first?.found === false && second !== undefined ? first.text.length : 0;
  if (at <= 2 * BEFORE) return text;
  const space = text.indexOf(' ', at - BEFORE);
  return `…${text.slice(space >= 0 && space < at ? space + 1 : at - BEFORE)}`;
}

/** The text as it is searched, and for each of its units where it stood. */
function foldWithOrigins(text: string): { readonly folded: string; readonly origins: readonly number[] } {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldLetters(letter);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(at);
    at += letter.length;
  }
  return { folded, origins };
}
