import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { idempotencyKey } from '../../data/optimistic.ts';
import { SendTestDocument, TemplateSendersDocument } from '../../generated/graphql.ts';
import { ltrField } from '../../i18n/text.tsx';
import { Section } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { TemplateDraft } from '../inbox/composer/drafts/draft.ts';
import { componentsOf, isKnown } from '../inbox/composer/template/template-components.ts';
import { TemplateFieldList } from '../inbox/composer/template/template-field-list.tsx';
import { missingIn } from '../inbox/composer/template/template-fields.ts';
import type { Template } from './template-words.ts';
import { TestOutcome } from './test-outcome.tsx';
import classes from './test-send.module.css';

/** Sends a template to one person, filled in beside its preview, and shows what becomes of it. */
export function TestSend({
  template,
  draft,
  onChange,
  onClose,
}: {
  readonly template: Template;
  readonly draft: TemplateDraft;
  readonly onChange: (draft: TemplateDraft) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [attempt, setAttempt] = useState(idempotencyKey);
  const [sent, setSent] = useState<string | null>(null);
  const { act, busy, failure } = useAct<{ readonly id: string }>();
  const [{ data }] = useQuery({ query: documentOf(TemplateSendersDocument), variables: {} });
  const numbers = (data?.phoneNumbers ?? []).filter(({ wabaId }) => wabaId === null || wabaId === template.wabaId);
  if (!isKnown(template)) {
    return (
      <Section title={t('templates:test.title')}>
        <p className={classes.text}>{t('composer:template.incomplete')}</p>
        <Button variant="default" size="md" onClick={onClose}>
          {t('templates:test.close')}
        </Button>
      </Section>
    );
  }

  const missing = missingIn(template, draft);
  const change = (next: () => void) => {
    next();
    // What is changed is another message, and not the same one tried again.
    setAttempt(idempotencyKey());
  };
  const send = () => {
    setTried(true);
    if (to.trim() === '' || missing.length > 0) return;
    const input = {
      to: { phone: to },
      template: {
        name: template.name,
        language: template.language,
        components: componentsOf(template, draft, Date.now()),
      },
      ...(from === null ? {} : { from }),
      idempotencyKey: attempt,
    };
    void act(documentOf(SendTestDocument), { input }, ({ sendTemplate }) => sendTemplate).then((made) => {
      if (made === null) return;
      setSent(made.id);
      setAttempt(idempotencyKey());
    });
  };

  return (
    <Section title={t('templates:test.title')} text={t('templates:test.text')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextInput
          label={t('templates:test.to')}
          description={t('templates:test.toText')}
          size="md"
          type="tel"
          withAsterisk
          attributes={ltrField}
          autoComplete="tel"
          value={to}
          onChange={(event) => change(() => setTo(event.currentTarget.value))}
          error={tried && to.trim() === '' ? t('templates:test.needed') : null}
          data-autofocus
        />
        {numbers.length > 1 && (
          <Select
            label={t('templates:test.from')}
            size="md"
            value={from}
            placeholder={t('templates:test.usual')}
            clearable
            clearButtonProps={{ 'aria-label': t('templates:test.usual') }}
            onChange={(value) => change(() => setFrom(value))}
            data={numbers.map(({ display, id }) => ({ value: id, label: `\u2066${display}\u2069` }))}
          />
        )}
        <TemplateFieldList
          template={template}
          from={from}
          draft={draft}
          wrong={tried ? missing : NONE}
          onChange={(next) => change(() => onChange(next))}
        />
        <Problem failure={failure} />
        {sent !== null && <TestOutcome id={sent} />}
        <div className={classes.buttons}>
          <Button variant="default" size="md" onClick={onClose}>
            {t('templates:test.close')}
          </Button>
          <Button type="submit" size="md" loading={busy}>
            {sent === null ? t('templates:test.send') : t('templates:test.again')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

const NONE: readonly string[] = [];
