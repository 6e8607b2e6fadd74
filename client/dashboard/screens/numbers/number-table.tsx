import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSession } from '../../data/session-context.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import table from '../../parts/table.module.css';
import { Tag } from '../../parts/tag.tsx';
import { NumberQuality } from './number-quality.tsx';
import type { OwnNumber, TenantName } from './number-words.ts';
import { Whose } from './whose.tsx';

export function NumberTable({
  numbers,
  tenants,
}: {
  readonly numbers: readonly OwnNumber[];
  readonly tenants: readonly TenantName[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { role } = useSession();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('numbers:number')}</th>
          {role === 'operator' && <th scope="col">{t('numbers:whose.label')}</th>}
          <th scope="col">{t('numbers:credentials.label')}</th>
          <th scope="col">{t('numbers:quality.label')}</th>
          <th scope="col">{t('numbers:queue.label')}</th>
        </tr>
      </thead>
      <tbody>
        {numbers.map((number) => (
          <tr key={number.id}>
            <td className={table.main}>
              <span>
                <Link href={`/${number.id}`}>
                  <Ltr>{number.display}</Ltr>
                </Link>
                {number.verifiedName !== null && (
                  <>
                    <br />
                    <span className={table.soft}>
                      <Typed>{number.verifiedName}</Typed>
                    </span>
                  </>
                )}
              </span>
            </td>
            {role === 'operator' && (
              <td data-name={t('numbers:whose.label')}>
                <Whose number={number} tenants={tenants} />
              </td>
            )}
            <td data-name={t('numbers:credentials.label')}>
              {number.credentials === null ? (
                <span className={table.off}>{t('numbers:credentials.theirs')}</span>
              ) : (
                t(`numbers:credentials.${number.credentials}.word`)
              )}
            </td>
            <td data-name={t('numbers:quality.label')}>
              <NumberQuality quality={number.quality} />
            </td>
            <td data-name={t('numbers:queue.label')}>
              {number.queue === null ? null : number.queue.pausedUntil !== null ? (
                <Tag tone="warn">{t('numbers:queue.paused')}</Tag>
              ) : (
                formats.number(number.queue.depth)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
