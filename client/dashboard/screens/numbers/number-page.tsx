import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/session-context.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { CopyLine } from '../../parts/copy-line.tsx';
import { Back, Fact, Facts, Page, Section } from '../../parts/page.tsx';
import { AssignNumber } from './assign-number.tsx';
import { ChangeCredentials } from './change-credentials.tsx';
import { NumberCheck } from './number-check.tsx';
import { NumberQuality } from './number-quality.tsx';
import { NumberRate } from './number-rate.tsx';
import type { OwnNumber, TenantName } from './number-words.ts';
import { RemoveNumber } from './remove-number.tsx';
import { Whose } from './whose.tsx';

type Dialog = 'assign' | 'credentials' | 'remove';

/** A number: what Meta says of it, whom it is for, how it is reached. */
export function NumberPage({
  number,
  tenants,
  onRemoved,
}: {
  readonly number: OwnNumber;
  readonly tenants: readonly TenantName[];
  readonly onRemoved: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { role, tenant } = useSession();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const { configured, credentials, display, id, phoneNumberId, queue, verifiedName, wabaId, webhookUrl } = number;
  const operator = role === 'operator';
  const own = number.tenantId === tenant;
  // What the operator's credentials reach is the operator's to manage, whoever sends from it.
  const manages = credentials === 'MASTER' ? operator : own;
  return (
    <Page
      title={<Ltr>{display}</Ltr>}
      lead={verifiedName === null ? undefined : <Typed>{verifiedName}</Typed>}
      back={<Back href="/">{t('numbers:back')}</Back>}
    >
      <Facts>
        {operator && (
          <Fact name={t('numbers:whose.label')}>
            <Whose number={number} tenants={tenants} />
          </Fact>
        )}
        <Fact name={t('numbers:quality.label')}>
          <NumberQuality quality={number.quality} />
        </Fact>
        {queue !== null && (
          <Fact name={t('numbers:queue.label')}>
            {formats.number(queue.depth)}
            {queue.pausedUntil !== null && (
              <>
                <br />
                {t('numbers:queue.until', { time: formats.time(queue.pausedUntil) })}
                {queue.pauseReason !== null && (
                  <>
                    {' '}
                    <Ltr>{queue.pauseReason}</Ltr>
                  </>
                )}
              </>
            )}
          </Fact>
        )}
        <Fact name={t('numbers:metaId')}>
          <Ltr>{phoneNumberId}</Ltr>
        </Fact>
        {wabaId !== null && (
          <Fact name={t('numbers:account')}>
            <Ltr>{wabaId}</Ltr>
          </Fact>
        )}
        <Fact name={t('numbers:id')}>
          <Ltr>{id}</Ltr>
        </Fact>
      </Facts>

      {operator && credentials === 'MASTER' && (
        <Section
          title={t('numbers:assign.title')}
          text={t('numbers:assign.text')}
          actions={
            <Button variant="default" size="md" onClick={() => setDialog('assign')}>
              {t('numbers:assign.open')}
            </Button>
          }
        />
      )}
      {manages && credentials !== null && (
        <Section
          title={t('numbers:credentials.label')}
          text={t(`numbers:credentials.${credentials}.text`)}
          actions={
            credentials === 'STORED' && (
              <Button variant="default" size="md" onClick={() => setDialog('credentials')}>
                {t('numbers:change.open')}
              </Button>
            )
          }
        >
          {webhookUrl !== null && <CopyLine label={t('numbers:webhook')} value={webhookUrl} />}
          {credentials !== 'DIRECT' && <NumberCheck id={id} />}
        </Section>
      )}
      {own && <NumberRate number={number} />}
      {manages && (
        <Section
          title={t('numbers:remove.title')}
          text={configured ? t('numbers:remove.configured') : t('numbers:remove.text')}
          actions={
            !configured && (
              <Button variant="default" c="var(--bad)" size="md" onClick={() => setDialog('remove')}>
                {t('numbers:remove.open')}
              </Button>
            )
          }
        />
      )}
      {dialog === 'assign' && <AssignNumber number={number} tenants={tenants} onClose={close} />}
      {dialog === 'credentials' && <ChangeCredentials number={number} onClose={close} />}
      {dialog === 'remove' && <RemoveNumber number={number} onClose={close} onDone={onRemoved} />}
    </Page>
  );
}
