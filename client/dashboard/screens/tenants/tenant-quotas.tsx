import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { ChangeTenantDocument } from '../../generated/graphql.ts';
import { ltrField } from '../../i18n/text.tsx';
import { Section } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { QUOTAS, readQuota, type Tenant, typed } from './tenant-words.ts';
import classes from './tenants.module.css';

/** What a tenant may use. An empty field is no limit. */
export function TenantQuotas({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<Tenant>();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [saved, setSaved] = useState(false);
  const given = QUOTAS.filter((name) => texts[name] !== undefined && texts[name] !== typed(tenant.quotas, name)).map(
    (name) => ({ name, value: readQuota(texts[name] ?? '', name) }),
  );
  const wrong = given.filter(({ value }) => value === undefined).map(({ name }) => name);
  const submit = () => {
    if (given.length === 0 || wrong.length > 0) return;
    const quotas = Object.fromEntries(given.map(({ name, value }) => [name, value ?? null]));
    void act(documentOf(ChangeTenantDocument), { id: tenant.id, quotas }, ({ updateTenant }) => updateTenant).then(
      (done) => {
        setSaved(done !== null);
        if (done !== null) setTexts({});
      },
    );
  };
  return (
    <Section title={t('tenants:quotas')} text={t('tenants:quotasText')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={classes.fields}>
          {QUOTAS.map((name) => (
            <TextInput
              key={name}
              label={t(`tenants:quota.${name}`)}
              placeholder={t('tenants:noLimit')}
              size="md"
              inputMode="numeric"
              attributes={ltrField}
              value={texts[name] ?? typed(tenant.quotas, name)}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setTexts((before) => ({ ...before, [name]: value }));
              }}
              error={wrong.includes(name) && t('tenants:wholeNumber')}
            />
          ))}
        </div>
        <Problem failure={failure} />
        <div className={classes.save}>
          <Button type="submit" size="md" loading={busy} disabled={given.length === 0 || wrong.length > 0}>
            {t('tenants:save')}
          </Button>
          <span role="status" className={classes.saved}>
            {saved && given.length === 0 && t('tenants:saved')}
          </span>
        </div>
      </form>
    </Section>
  );
}
