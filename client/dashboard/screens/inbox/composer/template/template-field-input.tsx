import { Button, FileButton, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ltrField, typedDirection } from '../../../../i18n/text.tsx';
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
  const { place } = field;
  const text = (at: string, label: string, more: TextOptions = {}) => (
    <TextInput
      key={at}
      size="md"
      label={label}
      description={more.description}
      placeholder={more.example ? t('composer:template.example', { example: `\u2068${more.example}\u2069` }) : ''}
      withAsterisk={more.required ?? true}
      value={draft.values[at] ?? ''}
      onChange={(event) => onText(at, event.currentTarget.value)}
      error={wrong.includes(at) ? (more.wrong ?? t('composer:template.fill')) : null}
      maxLength={1024}
      inputMode={more.number ? 'decimal' : undefined}
      // While it is empty the words of its example are read, in the page's direction.
      attributes={draft.values[at] && (more.latin || more.number) ? ltrField : typedDirection(draft.values[at] ?? '')}
    />
  );
  switch (field.kind) {
    case 'text': {
      const { example, name, part } = field;
      const words = name.replaceAll('_', ' ');
      if (part === 'header') return text(place, t('composer:template.headerText', { name: words }), { example });
      return text(place, /^\d+$/.test(name) ? t('composer:template.numbered', { name }) : words, { example });
    }
    case 'button':
      return <ButtonInput field={field} text={text} />;
    case 'offer':
      return text(place, t('composer:template.offer'), { example: '24', number: true });
    case 'location':
      return (
        <fieldset className={classes.location}>
          <legend>{t('composer:template.location')}</legend>
          {text(`${place}.name`, t('composer:template.place'), { required: false })}
          {text(`${place}.address`, t('composer:template.street'), { required: false })}
          {text(`${place}.latitude`, t('composer:template.latitude'), {
            ...{ example: '33.3152', number: true, wrong: t('composer:template.degrees', { most: '90' }) },
          })}
          {text(`${place}.longitude`, t('composer:template.longitude'), {
            ...{ example: '44.3661', number: true, wrong: t('composer:template.degrees', { most: '180' }) },
          })}
        </fieldset>
      );
    case 'product':
      return (
        <fieldset className={classes.location}>
          <legend>{t('composer:template.product')}</legend>
          {text(`${place}.id`, t('composer:template.productId'), { latin: true })}
          {text(`${place}.catalog`, t('composer:template.catalogId'), { latin: true })}
        </fieldset>
      );
    case 'file':
      return <HeaderFile field={field} from={from} draft={draft} wrong={wrong.includes(place)} onFile={onFile} />;
  }
}

interface TextOptions {
  readonly description?: string;
  readonly example?: string;
  /** Said instead of the usual when it is not filled in rightly. */
  readonly wrong?: string;
  readonly number?: boolean;
  /** A code, an id, the end of an address: left to right, whatever stands around it. */
  readonly latin?: boolean;
  /** Left out: it is. */
  readonly required?: boolean;
}

function ButtonInput({
  field: { example, label, place, takes },
  text,
}: {
  readonly field: Extract<TemplateField, { readonly kind: 'button' }>;
  readonly text: (place: string, label: string, more: TextOptions) => ReactNode;
}) {
  const { t } = useTranslation();
  switch (takes) {
    case 'code':
      return text(place, t('composer:template.code', { label }), { example, latin: true });
    case 'url':
      return text(place, t('composer:template.address', { label }), { example, latin: true });
    case 'flow':
      return text(place, t('composer:template.flow', { label }), {
        ...{ description: t('composer:template.flowText'), latin: true, required: false },
      });
    case 'catalog':
      return text(place, t('composer:template.catalog', { label }), {
        ...{ description: t('composer:template.catalogText'), latin: true, required: false },
      });
    case 'products':
      return (
        <fieldset className={classes.location}>
          <legend>{t('composer:template.products', { label })}</legend>
          {text(`${place}.title`, t('composer:template.productsTitle'), {})}
          {text(place, t('composer:template.productIds'), {
            ...{ description: t('composer:template.productIdsText'), latin: true },
          })}
        </fieldset>
      );
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
