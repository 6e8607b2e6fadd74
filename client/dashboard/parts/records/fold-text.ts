/** A text as it is searched: without case, accents, harakat and tatweel, in one spelling of letters and digits. */
export function foldText(text: string): string {
  return foldLetters(text).replace(/\s+/g, ' ').trim();
}

/** The same with every space where it was. Letter by letter it is the same as the whole. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Mn}\u0640\u200e\u200f\u2066-\u2069]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
