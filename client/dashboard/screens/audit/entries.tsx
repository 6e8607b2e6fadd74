import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/session-context.ts';
import type { RecordsAuditLogQuery } from '../../generated/graphql.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { Body, Cell, Line, Named, Table } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { type Change, changesOf, isKnown, isMoment, shortly, wordOf } from './actions.ts';
import classes from './entries.module.css';

const TONES = { done: 'good', refused: 'bad', started: 'warn', unconfirmed: 'warn' } as const;

type Entry = RecordsAuditLogQuery['auditLog']['edges'][number]['node'];

/** Entries in a table; on a phone each is a card. */
export function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('records:column.time')}</th>
          <th scope="col">{t('audit:column.actor')}</th>
          <th scope="col">{t('audit:column.action')}</th>
          <th scope="col">{t('audit:column.changes')}</th>
          <th scope="col">{t('audit:column.result')}</th>
        </tr>
      </thead>
      <Body>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </Body>
    </Table>
  );
}

/** A setting's value: words as somebody typed them, a moment as one reads it, the rest as JSON. */
function Value({ change, value }: { readonly change: Change; readonly value: unknown }) {
  const formats = useFormats();
  if (isMoment(change, value)) return formats.dateTime(value);
  return typeof value === 'string' ? <Typed>{shortly(value)}</Typed> : <Ltr code>{shortly(value)}</Ltr>;
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const { action, actor, address, at, result, target, tenant } = entry;
  const changes = changesOf(entry.changes);
  return (
    <Line>
      <Cell>
        <Named>
          <time dateTime={at}>{formats.timeWithSeconds(at)}</time>
          <small>
            <time dateTime={at}>{formats.date(at)}</time>
          </small>
        </Named>
      </Cell>
      <Cell data-wide>
        <Named>
          {actor.keyName === null ? t(`audit:role.${actor.role}`) : <Typed>{actor.keyName}</Typed>}
          <small>
            {actor.keyName !== null && t(`audit:role.${actor.role}`)}
            {address !== null && (
              <>
                {actor.keyName !== null && ' · '}
                <Ltr>{address}</Ltr>
              </>
            )}
          </small>
        </Named>
      </Cell>
      <Cell data-wide>
        <Named>
          {isKnown(action) ? t(`audit:action.${wordOf(action)}`) : <Ltr code>{action}</Ltr>}
          {target !== null && (
            <small>
              <Ltr code>{target}</Ltr>
            </small>
          )}
          {tenant !== session.tenant && tenant !== target && (
            <small>
              {t('audit:ofTenant')} <Ltr code>{tenant}</Ltr>
            </small>
          )}
        </Named>
      </Cell>
      <Cell className={classes.changes} data-wide>
        {changes.length > 0 && (
          <dl>
            {changes.map((change) => (
              <div key={change.name}>
                <dt>
                  <Ltr code>{change.name}</Ltr>
                </dt>
                <dd>
                  {change.before != null && (
                    <>
                      <del>
                        <Value change={change} value={change.before} />
                      </del>{' '}
                    </>
                  )}
                  <ins>
                    <Value change={change} value={change.after} />
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Cell>
      <Cell data-side>
        <Tag tone={TONES[result]}>{t(`audit:result.${result}`)}</Tag>
      </Cell>
    </Line>
  );
}
