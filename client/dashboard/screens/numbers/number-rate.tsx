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

/** Messages a second that Meta lets a number send, and that it may raise that to. */
const USUAL_RATE = 80;
const MOST_RATE = 1_000;

/** How fast a number may send; empty for Meta's usual. */
export function NumberRate({ number: { id, messagesPerSecond } }: { readonly number: OwnNumber }) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<OwnNumber>();
  const before = messagesPerSecond === null ? '' : String(messagesPerSecond);
  const [typed, setTyped] = useState(before);
  const rate = typed.trim() === '' ? null : Number(typed);
  const wrong = rate !== null && !(Number.isInteger(rate) && rate >= 1 && rate <= MOST_RATE);
  const submit = () => {
    const variables = { id, messagesPerSecond: rate };
    void act(documentOf(SetNumberRateDocument), variables, ({ setPhoneNumberRate }) => setPhoneNumberRate);
  };
  return (
    <Section title={t('numbers:rate.title')} text={t('numbers:rate.text', { usual: USUAL_RATE, raised: MOST_RATE })}>
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
          placeholder={String(USUAL_RATE)}
          size="md"
          inputMode="numeric"
          attributes={ltrField}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={wrong && t('numbers:rate.wrong', { least: 1, most: MOST_RATE })}
        />
        <Button type="submit" size="md" variant="default" loading={busy} disabled={wrong || typed.trim() === before}>
          {t('numbers:rate.save')}
        </Button>
      </form>
      <Problem failure={failure} />
    </Section>
  );
}
