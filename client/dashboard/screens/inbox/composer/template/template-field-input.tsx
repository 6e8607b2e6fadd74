import { Button, FileButton, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedDirection } from '../../../../i18n/text.tsx';
import { AttachmentList } from '../attachments/attachment-list.tsx';
import { ENDINGS } from '../attachments/file-rules.ts';
import { useAttachments } from '../attachments/use-attachments.ts';
import type { KeptFile, TemplateDraft } from '../drafts/draft.ts';
import classes from './template.module.css';
import type { TemplateField } from './template-fields.ts';

/** One field of a template's form. `wrong` names the places that were found missing. */
export function TemplateFieldInput({
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
  readonly onFile: (file: KeptFile | null) => void;
}) {
  const { t } = useTranslation();
  const text = (place: string, label: string, example: string, required = true) => (
    <TextInput
      key={place}
      size="md"
      label={label}
      attributes={typedDirection(draft.values[place] ?? '')}
      placeholder={example === '' ? '' : t('composer:template.example', { example: `\u2068${example}\u2069` })}
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
    case 'offer':
      return text(field.place, t('composer:template.offer'), '24');
    case 'location':
      return (
        <fieldset className={classes.location}>
          <legend>{t('composer:template.location')}</legend>
          {text(`${field.place}.latitude`, t('composer:template.latitude'), '33.3152')}
          {text(`${field.place}.longitude`, t('composer:template.longitude'), '44.3661')}
          {text(`${field.place}.name`, t('composer:template.place'), '', false)}
          {text(`${field.place}.address`, t('composer:template.street'), '', false)}
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
  readonly onFile: (file: KeptFile | null) => void;
}) {
  const { t } = useTranslation();
  const labelId = useId();
  const kept = draft.files[field.place];
  const { add, attachments, remove, retry } = useAttachments(
    kept === undefined ? [] : [kept],
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
      <span className={classes.label} id={labelId}>
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
            aria-describedby={labelId}
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
