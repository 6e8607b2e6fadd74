import { Button, FileButton, TextInput } from '@mantine/core';
import { IconSend, IconUpload } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../../data/settings-context.ts';
import { Ltr, typedDirection } from '../../../../i18n/text.tsx';
import { AttachmentList } from '../attachments/attachment-list.tsx';
import { ENDINGS } from '../attachments/file-rules.ts';
import { useAttachments } from '../attachments/use-attachments.ts';
import type { TemplateDraft } from '../drafts/draft.ts';
import type { OutgoingContent } from '../sending/outgoing.ts';
import { languageName } from './language-name.ts';
import classes from './template.module.css';
import { formOf, missingIn, parametersOf, type Template, type TemplateField } from './template-fields.ts';
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
  const { complete, fields } = useMemo(() => formOf(template), [template]);
  const [tried, setTried] = useState(false);
  const preview = usePreview(template, useDeferredValue(draft));
  const missing = missingIn(template, draft);
  const set = (place: string, value: string) => onChange({ ...draft, values: { ...draft.values, [place]: value } });

  const send = () => {
    setTried(true);
    if (missing.length > 0 || !complete) return;
    onSend({
      kind: 'template',
      name: template.name,
      language: template.language,
      parameters: parametersOf(template, draft),
      components: null,
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
        {fields.map((field) => (
          <Field
            key={field.place}
            field={field}
            from={from}
            draft={draft}
            wrong={tried ? missing : NONE}
            onText={set}
            onFile={(file) => onChange({ ...draft, file })}
          />
        ))}
        {!complete && (
          <p className={classes.incomplete} role="note">
            {t('composer:template.incomplete')}
          </p>
        )}
        {complete && (
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
      <TemplatePreview preview={preview} file={draft.file} />
    </form>
  );
}

const NONE: readonly string[] = [];

function Field({
  draft,
  field,
  from,
  onFile,
  onText,
  wrong,
}: {
  readonly field: TemplateField;
  readonly from: string | null;
  readonly draft: TemplateDraft;
  readonly wrong: readonly string[];
  readonly onText: (place: string, value: string) => void;
  readonly onFile: (file: TemplateDraft['file']) => void;
}) {
  const { t } = useTranslation();
  const text = (place: string, label: string, example: string, required = true) => (
    <TextInput
      key={place}
      size="md"
      label={label}
      attributes={typedDirection(draft.values[place] ?? '')}
      placeholder={example === '' ? '' : t('composer:template.example', { example })}
      withAsterisk={required}
      value={draft.values[place] ?? ''}
      onChange={(event) => onText(place, event.currentTarget.value)}
      error={wrong.includes(place) ? t('composer:template.fill') : null}
      maxLength={1024}
    />
  );
  const nameOf = ({ name, part }: Extract<TemplateField, { readonly kind: 'text' }>) => {
    const words = name.replaceAll('_', ' ');
    if (part === 'header') return t('composer:template.headerText', { name: words });
    return /^\d+$/.test(name) ? t('composer:template.numbered', { name }) : words;
  };
  switch (field.kind) {
    case 'text':
      return text(field.place, nameOf(field), field.example);
    case 'button':
      return text(
        field.place,
        field.takes === 'code'
          ? t('composer:template.code', { label: field.label })
          : t('composer:template.address', { label: field.label }),
        field.example,
      );
    case 'location':
      return (
        <fieldset className={classes.location}>
          <legend>{t('composer:template.location')}</legend>
          {text('header.latitude', t('composer:template.latitude'), '33.3152')}
          {text('header.longitude', t('composer:template.longitude'), '44.3661')}
          {text('header.name', t('composer:template.place'), '', false)}
          {text('header.address', t('composer:template.street'), '', false)}
        </fieldset>
      );
    case 'file':
      return <HeaderFile field={field} from={from} draft={draft} wrong={wrong.includes(field.place)} onFile={onFile} />;
  }
}

function HeaderFile({
  draft,
  field,
  from,
  onFile,
  wrong,
}: {
  readonly field: Extract<TemplateField, { readonly kind: 'file' }>;
  readonly from: string | null;
  readonly draft: TemplateDraft;
  readonly wrong: boolean;
  readonly onFile: (file: TemplateDraft['file']) => void;
}) {
  const { t } = useTranslation();
  const { add, attachments, remove, retry } = useAttachments(
    draft.file === null ? [] : [draft.file],
    from,
    (files, left) => left || onFile(files.at(-1) ?? null),
  );
  const [unfit, setUnfit] = useState(false);
  const accept = ENDINGS[field.sendAs]
    .split(' ')
    .map((ending) => `.${ending}`)
    .join(',');
  const pick = (file: File | null) => {
    if (file === null) return;
    for (const { place } of attachments) remove(place);
    const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
    const fits = ENDINGS[field.sendAs].split(' ').includes(ending);
    setUnfit(!fits);
    if (fits) add([file]);
  };
  return (
    <div className={classes.file}>
      <span className={classes.label} id="template-file">
        {t(`composer:template.file.${field.sendAs}`)}
      </span>
      <AttachmentList attachments={attachments} remove={remove} retry={retry} />
      <FileButton onChange={pick} accept={accept}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="md"
            leftSection={<IconUpload size={18} stroke={1.8} />}
            aria-describedby="template-file"
          >
            {t('composer:template.choose')}
          </Button>
        )}
      </FileButton>
      {(wrong || unfit) && (
        <p role="alert" className={classes.missing}>
          {unfit ? t('composer:files.fault.type') : t('composer:template.fill')}
        </p>
      )}
    </div>
  );
}
