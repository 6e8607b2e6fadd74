import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { Section } from '../../parts/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { GiveUnrouted } from './give-unrouted.tsx';
import type { OwnNumber, TenantName } from './number-words.ts';
import classes from './numbers.module.css';
import { type Unrouted, useUnrouted } from './use-unrouted.ts';

/** What people wrote that is nobody's yet: to numbers that are not registered, or to a shared one without an answerer. */
export function UnroutedBox({
  numbers,
  tenants,
}: {
  readonly numbers: readonly OwnNumber[];
  readonly tenants: readonly TenantName[];
}) {
  const { t } = useTranslation();
  const box = useUnrouted();
  const [giving, setGiving] = useState<Unrouted | null>(null);
  const [given, setGiven] = useState<string | null>(null);
  return (
    <Section title={t('numbers:unrouted.title')} text={t('numbers:unrouted.text')}>
      {given !== null && <p role="status">{given}</p>}
      {box.failed ? (
        <Failed onRetry={box.again} />
      ) : box.messages === null ? (
        <Loading rows={2} />
      ) : box.messages.length === 0 ? (
        <p className={classes.soft}>{t('numbers:unrouted.empty')}</p>
      ) : (
        <ul className={classes.unrouted}>
          {box.messages.map((message) => (
            <li key={message.id}>
              <Line message={message} numbers={numbers} />
              <Button variant="default" size="md" onClick={() => setGiving(message)}>
                {t('numbers:unrouted.open')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {box.more && (
        <Button className={classes.more ?? ''} variant="default" size="md" loading={box.busy} onClick={box.loadMore}>
          {t('parts:more')}
        </Button>
      )}
      {giving !== null && (
        <GiveUnrouted
          message={giving}
          tenants={tenants}
          onClose={() => setGiving(null)}
          onDone={(says) => {
            setGiving(null);
            setGiven(says);
            box.again();
          }}
        />
      )}
    </Section>
  );
}

function Line({ message, numbers }: { readonly message: Unrouted; readonly numbers: readonly OwnNumber[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { createdAt, from, phoneNumberId, text, type } = message;
  const to = numbers.find((one) => one.phoneNumberId === phoneNumberId)?.display ?? phoneNumberId;
  return (
    <div>
      <strong>{from.name === null ? null : <Typed>{from.name}</Typed>}</strong>{' '}
      <span className={classes.soft}>
        <Ltr>{from.phone ?? from.username ?? from.userId ?? ''}</Ltr> · {t('numbers:unrouted.to')} <Ltr>{to}</Ltr> ·{' '}
        <time dateTime={createdAt}>{formats.short(createdAt, now)}</time>
      </span>
      <p>{text === null ? t('numbers:unrouted.kind', { type }) : <Typed>{text}</Typed>}</p>
    </div>
  );
}
