import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { Body, Cell, Line, Named, RowActions, Table } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { type Key, type NewKey, TONES, works } from './key-words.ts';
import classes from './keys.module.css';
import { RevokeKey } from './revoke-key.tsx';
import { RotateKey } from './rotate-key.tsx';

/** Keys with what can be done to them. */
export function KeyTable({
  keys,
  onMade,
  onChanged,
}: {
  readonly keys: readonly Key[];
  readonly onMade: (made: NewKey) => void;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation();
  const [rotating, setRotating] = useState<Key | null>(null);
  const [revoking, setRevoking] = useState<Key | null>(null);
  return (
    <>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('keys:name')}</th>
            <th scope="col">{t('keys:may')}</th>
            <th scope="col">{t('keys:lastUsed')}</th>
            <th scope="col">{t('keys:state.label')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('keys:actions')}</span>
            </th>
          </tr>
        </thead>
        <Body>
          {keys.map((key) => (
            <Row key={key.id} of={key} onRotate={() => setRotating(key)} onRevoke={() => setRevoking(key)} />
          ))}
        </Body>
      </Table>
      {keys.length === 0 && <p className={classes.none}>{t('keys:none')}</p>}
      {rotating !== null && (
        <RotateKey
          of={rotating}
          onClose={() => setRotating(null)}
          onMade={(made) => {
            setRotating(null);
            onMade(made);
          }}
        />
      )}
      {revoking !== null && (
        <RevokeKey
          of={revoking}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setRevoking(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function Row({
  of: key,
  onRotate,
  onRevoke,
}: {
  readonly of: Key;
  readonly onRotate: () => void;
  readonly onRevoke: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { allowedIps, expiresAt, lastUsedAt, name, prefix, scopes, state } = key;
  return (
    <Line>
      <Cell>
        <Named>
          <strong>
            <Typed>{name}</Typed>
          </strong>
          <small>
            <Ltr code>{prefix}…</Ltr>
          </small>
        </Named>
      </Cell>
      <Cell data-label={t('keys:may')}>
        <Named>
          {scopes.map((scope) => t(`keys:scope.${scope}.word`)).join(t('keys:and'))}
          {allowedIps.length > 0 && <small>{t('keys:fromAddresses', { count: allowedIps.length })}</small>}
        </Named>
      </Cell>
      <Cell data-label={t('keys:lastUsed')}>
        {lastUsedAt === null ? (
          t('parts:never')
        ) : (
          <time dateTime={lastUsedAt} title={formats.dateTime(lastUsedAt)}>
            {formats.relative(lastUsedAt, now)}
          </time>
        )}
      </Cell>
      <Cell data-side>
        <Named>
          <Tag tone={TONES[state]}>{t(`keys:state.${state}`)}</Tag>
          {expiresAt !== null && (
            <small>
              {t('keys:expires')} <time dateTime={expiresAt}>{formats.dateTime(expiresAt)}</time>
            </small>
          )}
        </Named>
      </Cell>
      <Cell data-wide>
        {works(key) && (
          <RowActions>
            {state === 'ACTIVE' && (
              <Button variant="subtle" h={44} px="sm" onClick={onRotate} aria-label={t('keys:rotate.of', { name })}>
                {t('keys:rotate.open')}
              </Button>
            )}
            <Button
              variant="subtle"
              color="red"
              c="var(--bad)"
              h={44}
              px="sm"
              onClick={onRevoke}
              aria-label={t('keys:revoke.of', { name })}
            >
              {t('keys:revoke.open')}
            </Button>
          </RowActions>
        )}
      </Cell>
    </Line>
  );
}
