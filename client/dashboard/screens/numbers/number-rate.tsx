import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { SetNumberRateDocument } from '../../generated/graphql.ts';
import { ltrField } from '../../i18n/text.tsx';
import { Section } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { OwnNumber } from './number-words.ts';
import classes from './numbers.module.css';

/** How fast a number may send; empty for Meta's usual. */
export function NumberRate({ number: { id, messagesPerSecond } }: { readonly number: OwnNumber }) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<OwnNumber>();
  const before = messagesPerSecond === null ? '' : String(messagesPerSecond);
  const [typed, setTyped] = useState(before);
  const rate = typed.trim() === '' ? null : Number(typed);
  const wrong = rate !== null && !(Number.isInteger(rate) && rate >= 1 && rate <= 1000);
  const submit = () => {
    const variables = { id, messagesPerSecond: rate };
    void act(documentOf(SetNumberRateDocument), variables, ({ setPhoneNumberRate }) => setPhoneNumberRate);
  };
  return (
    <Section title={t('numbers:rate.title')} text={t('numbers:rate.text')}>
      <form
        className={classes.rate}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) submit();
        }}
      >
        <TextInput
          label={t('numbers:rate.label')}
          placeholder="80"
          size="md"
          inputMode="numeric"
          attributes={ltrField}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={wrong && t('numbers:rate.wrong')}
        />
        <Button type="submit" size="md" variant="default" loading={busy} disabled={wrong || typed.trim() === before}>
          {t('numbers:rate.save')}
        </Button>
      </form>
      <Problem failure={failure} />
    </Section>
  );
}
