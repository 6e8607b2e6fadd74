import type { Template } from './template-fields.ts';

export interface TemplateFilter {
  readonly search: string;
  /** '' for every language. */
  readonly language: string;
  /** Those that cannot be sent just now, too. */
  readonly unusable: boolean;
}

export function isUsable({ status }: Pick<Template, 'status'>): boolean {
  return status.toUpperCase() === 'APPROVED';
}

/** The templates of an account that fit, the language of the reader first among equals. */
export function templatesFor(
  templates: readonly Template[],
  { language, search, unusable }: TemplateFilter,
  wabaId: string | null,
): Template[] {
  const wanted = fold(search);
  return templates.filter(
    (template) =>
      (wabaId === null || template.wabaId === wabaId) &&
      (language === '' || template.language === language) &&
      (unusable || isUsable(template)) &&
      fold(`${template.name.replaceAll('_', ' ')} ${template.name} ${bodyOf(template)}`).includes(wanted),
  );
}

export function languagesOf(templates: readonly Template[]): string[] {
  return [...new Set(templates.map(({ language }) => language))].sort();
}

/** The words of its body, with their placeholders. */
export function bodyOf({ components }: Pick<Template, 'components'>): string {
  for (const component of components) {
    if (typeof component !== 'object' || component === null) continue;
    const type: unknown = Reflect.get(component, 'type');
    const text: unknown = Reflect.get(component, 'text');
    if (typeof type === 'string' && type.toUpperCase() === 'BODY' && typeof text === 'string') return text;
  }
  return '';
}

/** As people search: without marks of vowels, and with the letters of Arabic that stand for one another alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[آأإٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .trim();
}
