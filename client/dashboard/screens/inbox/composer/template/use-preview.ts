import { useMemo, useRef } from 'react';
import { useQuery } from 'urql';
import { documentOf } from '../../../../data/documents.ts';
import { ComposerPreviewDocument, type PreviewFieldsFragment } from '../../../../generated/graphql.ts';
import type { TemplateDraft } from '../drafts/draft.ts';
import { formOf, parametersOf, type Template } from './template-fields.ts';

export type Preview = PreviewFieldsFragment;

/** The template as the person will see it, by the gateway. What is not filled in yet stands as its placeholder. */
export function usePreview(template: Template, draft: TemplateDraft): Preview | null {
  const parameters = useMemo(() => parametersOf(template, shown(template, draft)), [template, draft]);
  const { language, name, wabaId } = template;
  const [{ data }] = useQuery({
    query: documentOf(ComposerPreviewDocument),
    variables: { name, language, wabaId, parameters, components: null },
  });
  const preview = data?.templates.find(({ id }) => id === template.id)?.preview;
  // While the next one is on its way the last one stays.
  const last = useRef<Preview | null>(null);
  if (preview !== undefined) last.current = preview;
  return preview ?? last.current;
}

function shown(template: Template, { file, values }: TemplateDraft): Pick<TemplateDraft, 'file' | 'values'> {
  const placeholders = formOf(template).fields.flatMap((field) =>
    field.kind === 'text' && (values[field.place] ?? '') === '' ? [[field.place, `{{${field.name}}}`] as const] : [],
  );
  return { file, values: { ...values, ...Object.fromEntries(placeholders) } };
}
