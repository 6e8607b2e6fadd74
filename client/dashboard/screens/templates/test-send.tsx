import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { idempotencyKey } from '../../data/optimistic.ts';
import { SendTestDocument, TemplateSendersDocument } from '../../generated/graphql.ts';
import { Section } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { type Field, fieldsOf, missingIn, parametersOf, type Values } from './template-form.ts';
import type { Template } from './template-words.ts';
import { TestOutcome } from './test-outcome.tsx';
import classes from './test-send.module.css';

/** Sends a template to one person, filled in beside its preview, and shows what becomes of it. */
export function TestSend({
  template,
  values,
  onValues,
  onClose,
}: {
  readonly template: Template;
  readonly values: Values;
  readonly onValues: (values: Values) => void;
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
  const fields = fieldsOf(template);
  if (fields === null) {
    return (
      <Section title={t('templates:test.title')}>
        <p className={classes.text}>{t('templates:test.notHere')}</p>
        <Button variant="default" size="md" onClick={onClose}>
          {t('templates:test.close')}
        </Button>
      </Section>
    );
  }

  const missing = missingIn(template, values);
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
      template: { name: template.name, language: template.language, parameters: parametersOf(template, values) },
      ...(from === null ? {} : { from }),
      idempotencyKey: attempt,
    };
    void act(documentOf(SendTestDocument), { input }, ({ sendTemplate }) => sendTemplate).then((made) => {
      if (made === null) return;
      setSent(made.id);
      setAttempt(idempotencyKey());
    });
  };
  const label = ({ name, part }: Field) => {
    if (part === 'file') return t('templates:test.file', { kind: name.toLowerCase() });
    if (part === 'button') return t('templates:test.button', { name });
    return part === 'header' ? t('templates:test.header', { name }) : t('templates:test.body', { name });
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
          dir="ltr"
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
        {fields.map((field) => (
          <TextInput
            key={field.place}
            label={label(field)}
            size="md"
            dir={field.part === 'file' ? 'ltr' : 'auto'}
            type={field.part === 'file' ? 'url' : 'text'}
            value={values[field.place] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change(() => onValues({ ...values, [field.place]: value }));
            }}
            error={tried && missing.includes(field.place) ? t('templates:test.needed') : null}
          />
        ))}
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
