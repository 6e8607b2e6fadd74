import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../i18n/use-formats.ts';
import type { TemplateDraft } from '../drafts/draft.ts';
import classes from './template.module.css';
import { TemplateFieldInput } from './template-field-input.tsx';
import { fieldsOf, type Template, type TemplateField } from './template-fields.ts';

/** All that a template asks for, card by card. `wrong` names the places that were found missing. */
export function TemplateFieldList({
  draft,
  from,
  onChange,
  template,
  wrong,
}: {
  readonly template: Template;
  readonly from: string | null;
  readonly draft: TemplateDraft;
  readonly onChange: (draft: TemplateDraft) => void;
  readonly wrong: readonly string[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const fields = fieldsOf(template);
  // Two files may be through before either is drawn: each change is made to what the one before it left.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const change = (next: (draft: TemplateDraft) => TemplateDraft) => {
    latest.current = next(latest.current);
    onChange(latest.current);
  };
  if (fields.length === 0) return <p className={classes.nothing}>{t('composer:template.nothing')}</p>;
  const input = (field: TemplateField) => (
    <TemplateFieldInput
      key={field.place}
      field={field}
      from={from}
      draft={draft}
      wrong={wrong}
      onText={(place, value) => change((now) => ({ ...now, values: { ...now.values, [place]: value } }))}
      onFile={(file) =>
        change(({ files, ...now }) => {
          const { [field.place]: _before, ...others } = files;
          return { ...now, files: file === null ? others : { ...others, [field.place]: file } };
        })
      }
    />
  );
  const cards = [...new Set(fields.flatMap(({ card }) => (card === null ? [] : [card])))];
  return (
    <>
      {fields.filter(({ card }) => card === null).map(input)}
      {cards.map((card) => (
        <fieldset key={card} className={classes.card}>
          <legend>{t('composer:template.card', { number: formats.number(card + 1) })}</legend>
          {fields.filter((field) => field.card === card).map(input)}
        </fieldset>
      ))}
    </>
  );
}
