import { useTranslation } from 'react-i18next';
import { Ltr } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Section } from '../../parts/page.tsx';
import { Body, Cell, Line, Table } from '../../parts/table.tsx';
import { byKind, byPrice } from './usage-tables.ts';

/** Messages by direction and kind. */
export function Kinds({ rows }: { readonly rows: Parameters<typeof byKind>[0] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const kinds = byKind(rows);
  if (kinds.length === 0) return null;
  return (
    <Section title={t('usage:kinds.title')}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('records:filter.type')}</th>
            <th scope="col">{t('records:filter.direction')}</th>
            <th scope="col" data-number>
              {t('records:column.total')}
            </th>
            <th scope="col" data-number>
              {t('usage:figure.failed')}
            </th>
          </tr>
        </thead>
        <Body>
          {kinds.map(({ direction, failed, messages, type }) => (
            <Line key={`${direction} ${type}`}>
              <Cell>{t(`records:type.${type}`)}</Cell>
              <Cell>{t(`records:direction.${direction}`)}</Cell>
              <Cell data-number data-label={t('records:column.total')}>
                {formats.number(messages)}
              </Cell>
              <Cell data-number data-label={t('usage:figure.failed')}>
                {formats.number(failed)}
              </Cell>
            </Line>
          ))}
        </Body>
      </Table>
    </Section>
  );
}

/** Messages by what WhatsApp says of their price. The words are its own. */
export function Prices({ rows }: { readonly rows: Parameters<typeof byPrice>[0] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const prices = byPrice(rows);
  if (prices.length === 0) return null;
  return (
    <Section title={t('usage:prices.title')} text={t('usage:prices.text')}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('usage:prices.category')}</th>
            <th scope="col">{t('usage:prices.type')}</th>
            <th scope="col">{t('usage:prices.billable')}</th>
            <th scope="col" data-number>
              {t('records:column.total')}
            </th>
          </tr>
        </thead>
        <Body>
          {prices.map(({ billable, category, messages, type }) => (
            <Line key={`${category} ${type} ${billable}`}>
              <Cell>
                <Ltr>{category || '–'}</Ltr>
              </Cell>
              <Cell>
                <Ltr>{type || '–'}</Ltr>
              </Cell>
              <Cell data-label={t('usage:prices.billable')}>
                {billable === null ? '–' : billable ? t('messages:billable.yes') : t('messages:billable.no')}
              </Cell>
              <Cell data-number data-label={t('records:column.total')}>
                {formats.number(messages)}
              </Cell>
            </Line>
          ))}
        </Body>
      </Table>
    </Section>
  );
}
