import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../../data/settings-context.ts';
import { Ltr } from '../../../../i18n/text.tsx';
import type { TemplateDraft } from '../drafts/draft.ts';
import type { OutgoingContent } from '../sending/outgoing.ts';
import { languageName } from './language-name.ts';
import classes from './template.module.css';
import { componentsOf, isKnown } from './template-components.ts';
import { TemplateFieldList } from './template-field-list.tsx';
import { missingIn, type Template } from './template-fields.ts';
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
  const known = useMemo(() => isKnown(template), [template]);
  const [tried, setTried] = useState(false);
  const { failed, preview } = usePreview(template, useDeferredValue(draft));
  const missing = missingIn(template, draft);

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
        <TemplateFieldList
          template={template}
          from={from}
          draft={draft}
          onChange={onChange}
          wrong={tried ? missing : NONE}
        />
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
      <TemplatePreview preview={preview} failed={failed} files={draft.files} />
    </form>
  );
}

const NONE: readonly string[] = [];
