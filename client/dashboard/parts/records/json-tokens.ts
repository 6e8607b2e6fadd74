/** What a piece of JSON is; `mark` are brackets, commas and the space between. */
export type JsonTokenKind = 'key' | 'string' | 'number' | 'word' | 'mark';

export interface JsonToken {
  readonly kind: JsonTokenKind;
  readonly text: string;
}

/** Characters that are told apart; the rest of a longer text is one piece, so that the page stays quick. */
const MOST = 60_000;
const PIECE = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** A value as indented JSON; what JSON cannot say is `null`. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? 'null';
}

/** The pieces of a JSON text, which together are the text again. */
export function jsonTokens(text: string, most = MOST): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  const head = text.slice(0, most);
  let end = 0;
  const add = (kind: JsonTokenKind, piece: string) => {
    if (piece !== '') tokens.push({ kind, text: piece });
  };
  for (const match of head.matchAll(PIECE)) {
    const [whole, quoted, colon, number] = match;
    add('mark', head.slice(end, match.index));
    if (quoted !== undefined) {
      add(colon === undefined ? 'string' : 'key', quoted);
      add('mark', colon ?? '');
    } else add(number === undefined ? 'word' : 'number', whole);
    end = match.index + whole.length;
  }
  add('mark', text.slice(end));
  return tokens;
}
