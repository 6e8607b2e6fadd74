import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { Fragment, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../../data/settings-context.ts';
import { Ltr } from '../../../../i18n/text.tsx';
import { useFormats } from '../../../../i18n/use-formats.ts';
import type { TemplateDraft } from '../drafts/draft.ts';
import type { OutgoingContent } from '../sending/outgoing.ts';
import { languageName } from './language-name.ts';
import classes from './template.module.css';
import { componentsOf, isKnown } from './template-components.ts';
import { TemplateFieldInput } from './template-field-input.tsx';
import { fieldsOf, missingIn, type Template } from './template-fields.ts';
import { TemplatePreview } from './template-preview.tsx';
import { usePreview } from './use-preview.ts';

/** What a template asks for, beside what will be read. */
export function TemplateForm({
  draft,
  from,
  onChange,
  onSend,
  template,
}: {
  readonly template: Template;
  readonly from: string | null;
  readonly draft: TemplateDraft;
  readonly onChange: (draft: TemplateDraft) => void;
  readonly onSend: (content: OutgoingContent) => void;
}) {
  const { t } = useTranslation();
  const { language: reader } = useSettings();
  const formats = useFormats();
  const fields = useMemo(() => fieldsOf(template), [template]);
  const known = useMemo(() => isKnown(template), [template]);
  const [tried, setTried] = useState(false);
  const preview = usePreview(template, useDeferredValue(draft));
  const missing = missingIn(template, draft);
  const set = (place: string, value: string) => onChange({ ...draft, values: { ...draft.values, [place]: value } });

  const send = () => {
    setTried(true);
    if (missing.length > 0 || !known) return;
    onSend({
      kind: 'template',
      name: template.name,
      language: template.language,
      components: componentsOf(template, draft, Date.now()),
      says: preview?.body?.text ?? '',
    });
  };

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={classes.fields}>
        <h3>
          <Ltr code>{template.name}</Ltr> <small>{languageName(template.language, reader)}</small>
        </h3>
        {fields.length === 0 && <p className={classes.nothing}>{t('composer:template.nothing')}</p>}
        {fields.map((field, index) => (
          <Fragment key={field.place}>
            {field.card !== null && field.card !== fields[index - 1]?.card && (
              <h4 className={classes.card}>
                {t('composer:template.card', { number: formats.number(field.card + 1) })}
              </h4>
            )}
            <TemplateFieldInput
              field={field}
              from={from}
              draft={draft}
              wrong={tried ? missing : NONE}
              onText={set}
              onFile={(file) => {
                const { [field.place]: _before, ...others } = draft.files;
                onChange({ ...draft, files: file === null ? others : { ...others, [field.place]: file } });
              }}
            />
          </Fragment>
        ))}
        {!known && (
          <p className={classes.incomplete} role="note">
            {t('composer:template.incomplete')}
          </p>
        )}
        {known && (
          <Button type="submit" size="md" leftSection={<IconSend size={18} stroke={1.8} data-mirror />}>
            {t('composer:template.send')}
          </Button>
        )}
        {tried && missing.length > 0 && (
          <p role="alert" className={classes.missing}>
            {t('composer:template.missing', { count: missing.length })}
          </p>
        )}
      </div>
      <TemplatePreview preview={preview} files={draft.files} />
    </form>
  );
}

const NONE: readonly string[] = [];
