import type { Bubble } from './phone-api.ts';

/** The first words of a message; null for one without words. */
export function snippetOf({ content }: Pick<Bubble, 'content'>): string | null {
  const words = content.text ?? content.header ?? content.file?.filename ?? null;
  return words === null || words === '' ? null : words.slice(0, 120);
}
