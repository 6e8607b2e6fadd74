import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../data/settings-context.ts';
import { Ltr, ltrField } from '../../../i18n/text.tsx';
import { fold } from '../composer/template/template-list.ts';
import classes from './new-chat.module.css';
import { type Addressee, type CountryCode, countriesIn } from './phone.ts';

/** A country and a number of it; what was read from them stands below as it will be dialled. */
export function NumberField({
  country,
  found,
  onCountry,
  onText,
  text,
  tried,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly country: CountryCode;
  readonly onCountry: (country: CountryCode) => void;
  readonly found: Addressee;
  /** Whether it was said to be finished: half a number is no mistake before. */
  readonly tried: boolean;
}) {
  const { t } = useTranslation();
  const { language } = useSettings();
  const countries = useMemo(() => countriesIn(language), [language]);
  const byCode = useMemo(() => new Map(countries.map((one) => [one.code, one])), [countries]);
  const words = useMemo(() => new Map<string, string>(countries.map((one) => [one.code, one.words])), [countries]);
  const nameOf = (code: CountryCode) => byCode.get(code)?.name ?? code;
  const shown = found.kind === 'phone' ? found.country : country;

  return (
    <div className={classes.number}>
      <Select
        className={classes.country ?? ''}
        size="md"
        label={t('new-chat:country.label')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('new-chat:country.none')}
        maxDropdownHeight={320}
        value={shown}
        onChange={(chosen) => chosen !== null && onCountry(chosen)}
        data={countries.map(({ calling, code, name }) => ({ value: code, label: `${name} \u2066${calling}\u2069` }))}
        filter={({ options, search }) => {
          const wanted = fold(search).replace(/[\u2066\u2069]/g, '');
          return options.filter((option) => 'value' in option && fold(words.get(option.value) ?? '').includes(wanted));
        }}
      />
      <TextInput
        className={classes.digits ?? ''}
        size="md"
        data-autofocus
        type="tel"
        inputMode="tel"
        autoComplete="off"
        attributes={ltrField}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={t('new-chat:number.label')}
        description={t('new-chat:number.text')}
        placeholder="0770 000 0000"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        error={errorOf()}
      />
      <p className={classes.read} role="status">
        {found.kind === 'phone' && (
          <>
            <Ltr>{found.shown}</Ltr> <small>{nameOf(found.country)}</small>
          </>
        )}
        {found.kind === 'user' && <Ltr code>{found.userId}</Ltr>}
        {found.kind === 'phone' && !found.valid && (
          <em>{t('new-chat:number.invalid', { country: nameOf(found.country) })}</em>
        )}
      </p>
    </div>
  );

  function errorOf(): string | null {
    if (found.kind !== 'wrong') return null;
    if (!('country' in found)) return t(`new-chat:number.${found.why}`);
    // Whoever types is not finished; a number that is too long is wrong already.
    if (found.why === 'short' && !tried) return null;
    return t(`new-chat:number.${found.why}`, { country: nameOf(found.country) });
  }
}
