import type { TemplateFieldsFragment } from '../../generated/graphql.ts';

export type Template = TemplateFieldsFragment;

const KNOWN_STATUSES = [
  'APPROVED',
  'PENDING',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'PENDING_DELETION',
  'LIMIT_EXCEEDED',
  'ARCHIVED',
] as const;
const KNOWN_QUALITIES = ['GREEN', 'YELLOW', 'RED'] as const;
const KNOWN_REASONS = [
  'ABUSIVE_CONTENT',
  'CATEGORY_NOT_AVAILABLE',
  'INCORRECT_CATEGORY',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'SCAM',
  'TAG_CONTENT_MISMATCH',
] as const;
const KNOWN_CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;

/** Meta's word when it is one that there is a text for: Meta adds words as it likes. */
const known =
  <T extends string>(words: readonly T[]) =>
  (word: string | null): T | null =>
    words.find((one) => one === word?.toUpperCase()) ?? null;
export const knownStatus = known(KNOWN_STATUSES);
export const knownQuality = known(KNOWN_QUALITIES);
export const knownCategory = known(KNOWN_CATEGORIES);
export const knownReason = known(KNOWN_REASONS);

export function toneOf(status: string): 'good' | 'warn' | 'bad' | 'off' {
  switch (knownStatus(status)) {
    case 'APPROVED':
      return 'good';
    case 'PENDING':
    case 'IN_APPEAL':
    case 'PAUSED':
    case 'LIMIT_EXCEEDED':
      return 'warn';
    case 'REJECTED':
    case 'DISABLED':
      return 'bad';
    default:
      return 'off';
  }
}

/** Those that hold every word that was typed, in name, language or text. */
export function matching(templates: readonly Template[], search: string, status: string): Template[] {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return templates.filter((one) => {
    const text = fold(`${one.name} ${one.name.replaceAll('_', ' ')} ${one.language} ${bodyOf(one)}`);
    return (status === '' || one.status.toUpperCase() === status) && words.every((word) => text.includes(word));
  });
}

/** The text of its body, with placeholders. */
export function bodyOf({ components }: Pick<Template, 'components'>): string {
  for (const component of components) {
    const { text, type } = membersOf(component);
    if (typeof type === 'string' && type.toUpperCase() === 'BODY' && typeof text === 'string') return text;
  }
  return '';
}

export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** As people search: without vowel marks, and with the letters of Arabic that stand for one another alike. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ى/g, 'ي').replace(/ة/g, 'ه').toLowerCase().trim();
}
