import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useGrowing } from '../../parts/growing.tsx';
import { Body, Cell, Line, Named, Open, Table } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { HOME, type Tenant } from './tenant-words.ts';

export function TenantTable({ tenants }: { readonly tenants: readonly (Tenant & { readonly sendsToday: number })[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { shown, more } = useGrowing(tenants);
  return (
    <>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('tenants:name')}</th>
            <th scope="col">{t('tenants:kind.label')}</th>
            <th scope="col" data-number>
              {t('tenants:sendsToday')}
            </th>
            <th scope="col">{t('tenants:since')}</th>
            <th scope="col">{t('tenants:state.label')}</th>
          </tr>
        </thead>
        <Body>
          {shown.map(({ createdAt, id, kind, name, quotas, sendsToday, state }) => (
            <Line key={id}>
              <Cell>
                <Open href={`/${id}`}>
                  <Named>
                    <strong>
                      <Typed>{name}</Typed>
                    </strong>
                    <small>
                      <Ltr>{id}</Ltr>
                    </small>
                  </Named>
                </Open>
              </Cell>
              <Cell data-label={t('tenants:kind.label')}>
                {id === HOME ? t('tenants:home') : t(`tenants:kind.${kind}.word`)}
              </Cell>
              <Cell data-number data-label={t('tenants:sendsToday')}>
                {quotas.sendsPerDay === null
                  ? formats.number(sendsToday)
                  : t('tenants:ofQuota', {
                      count: formats.number(sendsToday),
                      most: formats.number(quotas.sendsPerDay),
                    })}
              </Cell>
              <Cell data-label={t('tenants:since')}>
                <time dateTime={createdAt}>{formats.date(createdAt)}</time>
              </Cell>
              <Cell data-side>
                <Tag tone={state === 'ACTIVE' ? 'good' : 'warn'}>{t(`tenants:state.${state}`)}</Tag>
              </Cell>
            </Line>
          ))}
        </Body>
      </Table>
      {more}
    </>
  );
}
