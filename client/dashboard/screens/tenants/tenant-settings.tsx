import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { ChangeTenantDocument } from '../../generated/graphql.ts';
import { ltrField, typedDirection } from '../../i18n/text.tsx';
import { Section } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { KINDS, type Tenant, timeZones } from './tenant-words.ts';
import classes from './tenants.module.css';

export function TenantSettings({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useTranslation();
  const zones = useMemo(timeZones, []);
  const { act, busy, failure } = useAct<Tenant>();
  const [name, setName] = useState(tenant.name);
  const [kind, setKind] = useState<string>(tenant.kind);
  const [timeZone, setTimeZone] = useState(tenant.timeZone);
  const [saved, setSaved] = useState(false);
  const changed = name !== tenant.name || kind !== tenant.kind || timeZone !== tenant.timeZone;
  const submit = () => {
    const variables = {
      id: tenant.id,
      name,
      kind: kind === 'DIRECT' ? ('DIRECT' as const) : ('STANDARD' as const),
      timeZone,
    };
    void act(documentOf(ChangeTenantDocument), variables, ({ updateTenant }) => updateTenant).then((done) =>
      setSaved(done !== null),
    );
  };
  return (
    <Section title={t('tenants:settings')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={classes.fields}>
          <TextInput
            label={t('tenants:name')}
            size="md"
            maxLength={100}
            attributes={typedDirection(name)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('tenants:kind.label')}
            size="md"
            allowDeselect={false}
            value={kind}
            onChange={(value) => setKind(value ?? tenant.kind)}
            data={KINDS.map((value) => ({ value, label: t(`tenants:kind.${value}.word`) }))}
          />
          <Select
            label={t('tenants:timeZone')}
            size="md"
            searchable
            limit={60}
            allowDeselect={false}
            value={timeZone}
            onChange={(value) => setTimeZone(value ?? tenant.timeZone)}
            data={zones.includes(tenant.timeZone) ? zones : [tenant.timeZone, ...zones]}
            attributes={ltrField}
          />
        </div>
        <Problem failure={failure} />
        <div className={classes.save}>
          <Button type="submit" size="md" loading={busy} disabled={!changed}>
            {t('tenants:save')}
          </Button>
          <span role="status" className={classes.saved}>
            {saved && !changed && t('tenants:saved')}
          </span>
        </div>
      </form>
    </Section>
  );
}
