import { Button, Checkbox } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { KeysDocument } from '../../generated/graphql.ts';
import { Page, Section } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/records/skeletons.tsx';
import { Empty, Failed } from '../../shell/states.tsx';
import { IssueKey } from './issue-key.tsx';
import { KeyTable } from './key-table.tsx';
import type { NewKey } from './key-words.ts';
import classes from './keys.module.css';
import { NewKeyDialog } from './new-key-dialog.tsx';

/** Keys of a tenant: a screen for one's own (`tenant` null), a part of another tenant's page for the operator. */
export function KeysOf({ tenant }: { readonly tenant: string | null }) {
  const { t } = useTranslation();
  const [ended, setEnded] = useState(false);
  const [issuing, setIssuing] = useState(false);
  const [made, setMade] = useState<NewKey | null>(null);
  const [{ data, error }, ask] = useQuery({
    query: documentOf(KeysDocument),
    requestPolicy: 'cache-and-network',
    variables: { tenant, includeEnded: ended },
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const done = (key: NewKey) => {
    setIssuing(false);
    setMade(key);
    again();
  };

  const issue = (
    <Button size="md" leftSection={<IconPlus size={18} stroke={1.9} />} onClick={() => setIssuing(true)}>
      {t('keys:issue.open')}
    </Button>
  );
  const shown =
    data === undefined ? (
      error === undefined ? (
        <RowSkeletons rows={3} height={36} />
      ) : (
        <Failed onRetry={again} />
      )
    ) : data.apiKeys.length === 0 && !ended && tenant !== null ? (
      <p className={classes.none}>{t('keys:empty.theirs')}</p>
    ) : data.apiKeys.length === 0 && !ended ? (
      <Empty icon={<IconKey size={28} stroke={1.6} />} title={t('keys:empty.title')} action={issue}>
        {t('keys:empty.text')}
      </Empty>
    ) : (
      <>
        <KeyTable keys={data.apiKeys} onMade={done} onChanged={again} />
        <Checkbox
          label={t('keys:ended')}
          checked={ended}
          onChange={(event) => setEnded(event.currentTarget.checked)}
          styles={{ body: { alignItems: 'center', minHeight: '2.75rem' } }}
        />
      </>
    );
  const some = data === undefined || data.apiKeys.length > 0 || ended;
  const dialogs = (
    <>
      {issuing && <IssueKey tenant={tenant} onClose={() => setIssuing(false)} onMade={done} />}
      {made !== null && <NewKeyDialog made={made} onClose={() => setMade(null)} />}
    </>
  );
  if (tenant !== null) {
    return (
      <Section title={t('keys:title')} text={t('keys:theirs')} actions={issue}>
        {shown}
        {dialogs}
      </Section>
    );
  }
  return (
    <Page title={t('keys:title')} lead={t('keys:lead')} actions={some && issue}>
      {shown}
      {dialogs}
    </Page>
  );
}
