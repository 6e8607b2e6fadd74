import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { documentOf } from '../../../../data/documents.ts';
import { ComposerPreviewDocument, type ComposerPreviewQuery } from '../../../../generated/graphql.ts';
import type { TemplateDraft } from '../drafts/draft.ts';
import { componentsOf } from './template-components.ts';
import { fieldsOf, type Template } from './template-fields.ts';

export type Preview = ComposerPreviewQuery['templates'][number]['preview'];
/** One card of it, or itself without its cards. */
export type PreviewPart = Omit<Preview, 'cards'>;

/** The template as the person will see it, by the gateway. What is not filled in yet stands as its placeholder. */
export function usePreview(
  template: Template,
  draft: TemplateDraft,
): { readonly preview: Preview | null; readonly failed: boolean } {
  const [opened] = useState(Date.now);
  const components = useMemo(() => componentsOf(template, shown(template, draft), opened), [template, draft, opened]);
  const { language, name, wabaId } = template;
  const [{ data, error }] = useQuery({
    query: documentOf(ComposerPreviewDocument),
    variables: { name, language, wabaId, components },
  });
  const preview = data?.templates.find(({ id }) => id === template.id)?.preview;
  // While the next one is on its way the last one stays.
  const [last, setLast] = useState<Preview | null>(null);
  useEffect(() => {
    if (preview !== undefined) setLast(preview);
  }, [preview]);
  return { preview: preview ?? last, failed: error !== undefined };
}

function shown(template: Template, { files, values }: TemplateDraft): Pick<TemplateDraft, 'files' | 'values'> {
  const placeholders = fieldsOf(template).flatMap((field): (readonly [string, string])[] => {
    const { place } = field;
    if (field.kind === 'text') return isBlank(values[place]) ? [[place, `{{${field.name}}}`]] : [];
    // A place has its name before anybody has looked up where on earth it is.
    if (field.kind !== 'location') return [];
    const degrees = [`${place}.latitude`, `${place}.longitude`];
    return degrees.filter((one) => isBlank(values[one])).map((one) => [one, '0']);
  });
  return { files, values: { ...values, ...Object.fromEntries(placeholders) } };
}

function isBlank(value: string | undefined): boolean {
  return (value ?? '') === '';
}
