import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useGrowing } from '../../parts/growing.tsx';
import table from '../../parts/table.module.css';
import { Tag } from '../../parts/tag.tsx';
import { HOME, type Tenant } from './tenant-words.ts';

export function TenantTable({ tenants }: { readonly tenants: readonly (Tenant & { readonly sendsToday: number })[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { shown, more } = useGrowing(tenants);
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('tenants:name')}</th>
            <th scope="col">{t('tenants:kind.label')}</th>
            <th scope="col">{t('tenants:sendsToday')}</th>
            <th scope="col">{t('tenants:since')}</th>
            <th scope="col">{t('tenants:state.label')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ createdAt, id, kind, name, quotas, sendsToday, state }) => (
            <tr key={id}>
              <td className={table.main}>
                <span>
                  <Link href={`/${id}`}>
                    <Typed>{name}</Typed>
                  </Link>
                  <br />
                  <span className={table.soft}>
                    <Ltr>{id}</Ltr>
                  </span>
                </span>
              </td>
              <td data-name={t('tenants:kind.label')}>
                {id === HOME ? t('tenants:home') : t(`tenants:kind.${kind}.word`)}
              </td>
              <td data-name={t('tenants:sendsToday')}>
                {quotas.sendsPerDay === null
                  ? formats.number(sendsToday)
                  : t('tenants:ofQuota', {
                      count: formats.number(sendsToday),
                      most: formats.number(quotas.sendsPerDay),
                    })}
              </td>
              <td data-name={t('tenants:since')}>{formats.date(createdAt)}</td>
              <td data-name={t('tenants:state.label')}>
                <Tag tone={state === 'ACTIVE' ? 'good' : 'warn'}>{t(`tenants:state.${state}`)}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}
