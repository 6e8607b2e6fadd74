import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/session-context.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Body, Cell, Line, Named, Open, Table } from '../../parts/table.tsx';
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
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('numbers:number')}</th>
          {role === 'operator' && <th scope="col">{t('numbers:whose.label')}</th>}
          <th scope="col">{t('numbers:credentials.label')}</th>
          <th scope="col">{t('numbers:quality.label')}</th>
          <th scope="col" data-number>
            {t('numbers:queue.label')}
          </th>
        </tr>
      </thead>
      <Body>
        {numbers.map((number) => (
          <Line key={number.id}>
            <Cell>
              <Open href={`/${number.id}`}>
                <Named>
                  <strong>
                    <Ltr>{number.display}</Ltr>
                  </strong>
                  {number.verifiedName !== null && (
                    <small>
                      <Typed>{number.verifiedName}</Typed>
                    </small>
                  )}
                </Named>
              </Open>
            </Cell>
            {role === 'operator' && (
              <Cell data-label={t('numbers:whose.label')}>
                <Whose number={number} tenants={tenants} />
              </Cell>
            )}
            <Cell data-label={t('numbers:credentials.label')}>
              {number.credentials === null
                ? t('numbers:credentials.theirs')
                : t(`numbers:credentials.${number.credentials}.word`)}
            </Cell>
            <Cell data-side>
              <NumberQuality quality={number.quality} />
            </Cell>
            <Cell data-number data-label={t('numbers:queue.label')}>
              {number.queue === null ? (
                '–'
              ) : number.queue.pausedUntil !== null ? (
                <Tag tone="warn">{t('numbers:queue.paused')}</Tag>
              ) : (
                formats.number(number.queue.depth)
              )}
            </Cell>
          </Line>
        ))}
      </Body>
    </Table>
  );
}
