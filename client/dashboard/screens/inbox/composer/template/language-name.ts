import type { Language } from '../../../../data/settings.ts';

/** `ar` → العربية or Arabic, whichever the reader has; what no browser knows stays as it is. */
export function languageName(code: string, reader: Language): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(code.replace('_', '-')) ?? code;
  } catch {
    return code;
  }
}
