/** Scripts that are written from right to left. */
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The direction of several texts that belong together, by the first letter that any of them has, as `dir="auto"` finds it in
 * one: so the lines of a message stand at one edge, whatever language each is in. Undefined when there is no letter.
 */
export function directionOfTexts(texts: readonly (string | null | undefined)[]): 'ltr' | 'rtl' | undefined {
  for (const text of texts) {
    const letter = /\p{L}/u.exec(text ?? '')?.[0];
    if (letter !== undefined) return FROM_RIGHT.test(letter) ? 'rtl' : 'ltr';
  }
  return undefined;
}
