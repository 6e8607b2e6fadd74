import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { AssignNumberDocument } from '../../generated/graphql.ts';
import { Choices } from '../../parts/choices.tsx';
import { FormDialog } from '../../parts/dialog.tsx';
import { assignmentOf, inputOf, type OwnNumber, type TenantName } from './number-words.ts';
import classes from './numbers.module.css';
import { SharingFields } from './sharing-fields.tsx';
import { TenantSelect } from './tenant-select.tsx';

const WHOSE = ['operator', 'tenant', 'shared'] as const;
/** The operator's own tenant. */
const HOME = 'dijla';

/** For whom a number of the operator's is: itself, one tenant alone, or several who share it. */
export function AssignNumber({
  number,
  tenants,
  onClose,
}: {
  readonly number: OwnNumber;
  readonly tenants: readonly TenantName[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<OwnNumber>();
  const [given, setGiven] = useState(() => assignmentOf(number, HOME));
  const [tried, setTried] = useState(false);
  const others = tenants.filter(({ id }) => id !== HOME);
  const submit = () => {
    setTried(true);
    const input = inputOf(given);
    if (input === null) return;
    void act(
      documentOf(AssignNumberDocument),
      { id: number.id, ...input },
      ({ assignPhoneNumber }) => assignPhoneNumber,
    ).then((done) => done !== null && onClose());
  };
  return (
    <FormDialog
      title={t('numbers:assign.title')}
      word={t('numbers:assign.done')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <Choices
        label={t('numbers:whose.label')}
        value={given.whose}
        choices={WHOSE.map((value) => ({
          value,
          word: t(`numbers:assign.${value}.word`),
          text: t(`numbers:assign.${value}.text`),
        }))}
        onChange={(whose) => setGiven({ ...given, whose })}
      />
      {given.whose === 'tenant' && (
        <TenantSelect
          label={t('numbers:assign.which')}
          tenants={others}
          value={given.tenantId}
          onChange={(tenantId) => setGiven({ ...given, tenantId })}
          error={tried && given.tenantId === null ? t('numbers:needed') : null}
        />
      )}
      {given.whose === 'shared' && <SharingFields given={given} tenants={others} onChange={setGiven} tried={tried} />}
      <p className={classes.soft}>{t('numbers:assign.stays')}</p>
    </FormDialog>
  );
}
