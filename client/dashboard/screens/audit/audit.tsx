import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { useSession } from '../../data/session-context.ts';
import { RecordsAuditLogDocument } from '../../generated/graphql.ts';
import { Page } from '../../parts/page.tsx';
import { useAddress } from '../../parts/records/address.ts';
import { AnyDaysField } from '../../parts/records/days/any-days-field.tsx';
import { addDays, isDay, startOfDay } from '../../parts/records/days/days.ts';
import { ChoiceField, Fields, WordField } from '../../parts/records/fields.tsx';
import { Pager, pageAt } from '../../parts/records/pager.tsx';
import { RowSkeletons } from '../../parts/records/skeletons.tsx';
import { Empty, Failed } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { ACTIONS, wordOf } from './actions.ts';
import { Entries } from './entries.tsx';

const NAMES = ['action', 'actor', 'from', 'to', 'after', 'before'] as const;

/** Who did what. */
export default function AuditScreen() {
  const { t } = useTranslation();
  const { timeZone } = useSession();
  const { set, values } = useAddress(NAMES);
  const { action, actor, after, before, from, to } = values;
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: documentOf(RecordsAuditLogDocument),
    variables: {
      filter: {
        action: action || null,
        actor: actor || null,
        from: isDay(from) ? new Date(startOfDay(from, timeZone)).toISOString() : null,
        to: isDay(to) ? new Date(startOfDay(addDays(to, 1), timeZone)).toISOString() : null,
      },
      ...pageAt({ after, before }),
    },
    requestPolicy: 'cache-and-network',
  });
  useTitle(t('audit:title'));
  const log = data?.auditLog;
  const narrowed = action !== '' || actor !== '' || from !== '' || to !== '';
  const clear = () => set({ action: '', actor: '', from: '', to: '' });
  return (
    <Page
      title={t('audit:title')}
      lead={t('audit:lead')}
      filters={
        <Fields folds onClear={narrowed ? clear : null}>
          <ChoiceField
            label={t('audit:filter.action')}
            any={t('audit:filter.anyAction')}
            value={action}
            choices={ACTIONS.map((value) => ({ value, label: t(`audit:action.${wordOf(value)}`) }))}
            onChange={(value) => set({ action: value })}
          />
          <WordField
            label={t('audit:filter.actor')}
            value={actor}
            onChange={(value) => set({ actor: value }, 'step')}
          />
          <AnyDaysField from={from} to={to} onChange={set} />
        </Fields>
      }
    >
      {log === undefined ? (
        error && !fetching ? (
          <Failed
            onRetry={() =>
              after === '' && before === '' ? ask({ requestPolicy: 'network-only' }) : set({ after: '', before: '' })
            }
          />
        ) : (
          <RowSkeletons />
        )
      ) : log.edges.length > 0 ? (
        <div aria-busy={stale}>
          <Entries entries={log.edges.map(({ node }) => node)} />
          <Pager page={log.pageInfo} place={{ after, before }} onPlace={set} />
        </div>
      ) : (
        <Empty
          icon={<IconShieldCheck size={28} stroke={1.6} />}
          title={t('audit:empty.title')}
          action={
            narrowed ? (
              <Button variant="default" size="md" onClick={clear}>
                {t('records:filter.clear')}
              </Button>
            ) : undefined
          }
        >
          {narrowed ? t('audit:empty.filtered') : t('audit:empty.text')}
        </Empty>
      )}
    </Page>
  );
}
