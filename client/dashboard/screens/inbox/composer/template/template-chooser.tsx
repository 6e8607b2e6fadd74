import { Badge, Button, Checkbox, NativeSelect, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconSearch, IconTemplate } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../../../data/documents.ts';
import { useSettings } from '../../../../data/settings-context.ts';
import { ComposerTemplatesDocument } from '../../../../generated/graphql.ts';
import { Ltr, Typed, typedDirection } from '../../../../i18n/text.tsx';
import { Explained } from '../../../../parts/explained.tsx';
import { Empty, Failed, Loading } from '../../../../shell/states.tsx';
import type { TemplateDraft } from '../drafts/draft.ts';
import type { OutgoingContent } from '../sending/outgoing.ts';
import { languageName } from './language-name.ts';
import classes from './template.module.css';
import type { Template } from './template-fields.ts';
import { TemplateForm } from './template-form.tsx';
import { bodyOf, isUsable, languagesOf, templatesFor } from './template-list.ts';

export interface TemplateChooserProps {
  /** Meta's id of the account whose templates can be sent; null when it is not known: then all are shown. */
  readonly wabaId: string | null;
  /** Our number, for which files are uploaded. */
  readonly from: string | null;
  readonly draft: TemplateDraft | null;
  readonly onChange: (draft: TemplateDraft | null) => void;
  readonly onSend: (content: OutgoingContent) => void;
}

/** A template out of the list, filled in and seen as the person will see it, then sent. */
export function TemplateChooser({ draft, from, onChange, onSend, wabaId }: TemplateChooserProps) {
  const { t } = useTranslation();
  const [{ data, error }, ask] = useQuery({
    query: documentOf(ComposerTemplatesDocument),
    requestPolicy: 'cache-and-network',
    variables: {},
  });
  if (data === undefined) {
    if (error === undefined) return <Loading rows={5} />;
    return <Failed onRetry={() => ask({ requestPolicy: 'network-only' })}>{unfetched(error.graphQLErrors)}</Failed>;
  }
  const chosen =
    draft === null
      ? undefined
      : data.templates.find(
          (one) => one.name === draft.name && one.language === draft.language && one.wabaId === draft.wabaId,
        );
  if (draft === null || chosen === undefined) {
    return (
      <TemplateList
        templates={data.templates}
        wabaId={wabaId}
        onChoose={({ language, name, wabaId: account }) =>
          onChange({ name, language, wabaId: account, values: {}, files: {} })
        }
      />
    );
  }
  return (
    <>
      <UnstyledButton className={classes.back} onClick={() => onChange(null)}>
        <IconArrowLeft size={18} stroke={1.8} data-mirror />
        {t('composer:template.others')}
      </UnstyledButton>
      <TemplateForm key={chosen.id} template={chosen} from={from} draft={draft} onChange={onChange} onSend={onSend} />
    </>
  );
}

function unfetched(errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[]) {
  const [first] = errors;
  const code = first?.extensions['code'];
  if (first === undefined || typeof code !== 'string') return undefined;
  return <Explained failure={{ code, says: first.message, action: null }} />;
}

function TemplateList({
  onChoose,
  templates,
  wabaId,
}: {
  readonly templates: readonly Template[];
  readonly wabaId: string | null;
  readonly onChoose: (template: Template) => void;
}) {
  const { t } = useTranslation();
  const { language: reader } = useSettings();
  const [search, setSearch] = useState('');
  const [language, setLanguage] = useState('');
  const [unusable, setUnusable] = useState(false);
  const asked = useDeferredValue(search);
  const own = templatesFor(templates, { search: '', language: '', unusable: true }, wabaId);
  const shown = templatesFor(own, { search: asked, language, unusable }, wabaId);
  if (own.length === 0) {
    return (
      <Empty icon={<IconTemplate size={28} stroke={1.6} />} title={t('composer:template.empty.title')}>
        {t('composer:template.empty.text')}
      </Empty>
    );
  }
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          className={classes.search ?? ''}
          size="md"
          data-autofocus
          type="search"
          attributes={typedDirection(search)}
          leftSection={<IconSearch size={18} stroke={1.8} />}
          aria-label={t('composer:template.search')}
          placeholder={t('composer:template.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          size="md"
          aria-label={t('composer:template.language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={[
            { value: '', label: t('composer:template.everyLanguage') },
            ...languagesOf(own).map((one) => ({ value: one, label: languageName(one, reader) })),
          ]}
        />
        <Checkbox
          className={classes.unusable ?? ''}
          label={t('composer:template.unusable')}
          checked={unusable}
          onChange={(event) => setUnusable(event.currentTarget.checked)}
        />
      </div>
      <ul className={classes.list} aria-label={t('composer:template.list')}>
        {shown.map((template) => (
          <li key={`${template.wabaId} ${template.id}`}>
            <UnstyledButton
              className={classes.template}
              disabled={!isUsable(template)}
              onClick={() => onChoose(template)}
            >
              <span className={classes.name}>
                <Ltr code>{template.name}</Ltr>
                <small>{languageName(template.language, reader)}</small>
                {!isUsable(template) && (
                  <Badge variant="light" color="orange" tt="none">
                    <Status of={template} />
                  </Badge>
                )}
              </span>
              <span className={classes.body}>
                <Typed>{bodyOf(template)}</Typed>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className={classes.none} role="status">
          {t('composer:template.none')}{' '}
          <Button
            variant="subtle"
            size="md"
            onClick={() => {
              setSearch('');
              setLanguage('');
            }}
          >
            {t('composer:template.all')}
          </Button>
        </p>
      )}
    </>
  );
}

const STATUSES = ['PENDING', 'REJECTED', 'PAUSED', 'DISABLED'];

function Status({ of: { status } }: { readonly of: Template }) {
  const { t } = useTranslation();
  const known = STATUSES.find((one) => one === status.toUpperCase());
  return known === undefined ? <Ltr>{status}</Ltr> : t(`composer:template.status.${known}`);
}
