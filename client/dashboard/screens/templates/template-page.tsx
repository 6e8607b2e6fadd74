import { Button } from '@mantine/core';
import { IconArrowLeft, IconSend } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../data/session-context.ts';
import { useSettings } from '../../data/settings-context.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Fact, Facts, Section } from '../../parts/page.tsx';
import type { TemplateDraft } from '../inbox/composer/drafts/draft.ts';
import { languageName } from '../inbox/composer/template/language-name.ts';
import { exampleValues } from '../inbox/composer/template/template-fields.ts';
import { TemplatePreview } from '../inbox/composer/template/template-preview.tsx';
import { usePreview } from '../inbox/composer/template/use-preview.ts';
import { Quality } from './quality.tsx';
import classes from './template-page.module.css';
import { TemplateStatus } from './template-status.tsx';
import { knownCategory, knownReason, type Template } from './template-words.ts';
import { TestSend } from './test-send.tsx';

/** One template: what it looks like, what Meta says of it, and a test of it. */
export function TemplatePage({ template, onBack }: { readonly template: Template; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { language: reader } = useSettings();
  const maySend = useMay('send');
  const [testing, setTesting] = useState(false);
  const [draft, setDraft] = useState<TemplateDraft>(() => {
    const { language, name, wabaId } = template;
    return { language, name, wabaId, values: exampleValues(template), files: {} };
  });
  const { failed, preview } = usePreview(template, useDeferredValue(draft));
  const { categoryChangesAt, correctCategory, name, pausedUntil, rejectedReason, status, statusDetails } = template;
  const category = (word: string) => {
    const known = knownCategory(word);
    return known === null ? <Ltr>{word}</Ltr> : t(`templates:category.${known}`);
  };
  const reason = knownReason(rejectedReason);
  const approved = status.toUpperCase() === 'APPROVED';
  return (
    <div className={classes.page}>
      <button type="button" className={classes.back} onClick={onBack}>
        <IconArrowLeft size={20} stroke={1.8} data-mirror aria-hidden="true" />
        {t('templates:back')}
      </button>
      <header className={classes.head}>
        <div>
          <h1>
            <Ltr>{name}</Ltr>
          </h1>
          <p>
            <TemplateStatus status={status} /> <span>{category(template.category)}</span>{' '}
            <span>{languageName(template.language, reader)}</span> <Ltr code>{template.language}</Ltr>
          </p>
        </div>
        {maySend && approved && !testing && (
          <Button
            size="md"
            leftSection={<IconSend size={18} stroke={1.7} data-mirror />}
            onClick={() => setTesting(true)}
          >
            {t('templates:test.open')}
          </Button>
        )}
      </header>
      <div className={classes.columns}>
        <TemplatePreview preview={preview} failed={failed} files={draft.files} />
        <div className={classes.side}>
          {testing ? (
            <TestSend template={template} draft={draft} onChange={setDraft} onClose={() => setTesting(false)} />
          ) : (
            <Section title={t('templates:facts')}>
              {!approved && <p className={classes.note}>{t('templates:notApproved')}</p>}
              <Facts>
                {rejectedReason !== null && rejectedReason !== 'NONE' && (
                  <Fact name={t('templates:reason')}>
                    {reason === null ? <Ltr>{rejectedReason}</Ltr> : t(`templates:why.${reason}`)}
                  </Fact>
                )}
                {statusDetails !== null && (
                  <Fact name={t('templates:details')}>
                    <Typed>{statusDetails}</Typed>
                  </Fact>
                )}
                {pausedUntil !== null && <Fact name={t('templates:pausedUntil')}>{formats.dateTime(pausedUntil)}</Fact>}
                <Fact name={t('templates:quality.label')}>
                  {template.quality === null || template.quality === 'UNKNOWN' ? (
                    t('templates:quality.none')
                  ) : (
                    <Quality quality={template.quality} />
                  )}
                </Fact>
                <Fact name={t('templates:category.label')}>{category(template.category)}</Fact>
                {correctCategory !== null && correctCategory !== template.category && (
                  <Fact name={t('templates:category.next')}>
                    {category(correctCategory)}
                    {categoryChangesAt !== null && ` · ${formats.date(categoryChangesAt)}`}
                  </Fact>
                )}
                <Fact name={t('templates:account')}>
                  <Ltr>{template.wabaId}</Ltr>
                </Fact>
                <Fact name={t('templates:id')}>
                  <Ltr>{template.id}</Ltr>
                </Fact>
                {template.syncedAt !== null && (
                  <Fact name={t('templates:syncedAt')}>{formats.dateTime(template.syncedAt)}</Fact>
                )}
              </Facts>
            </Section>
          )}
        </div>
      </div>
    </div>
  );
}
