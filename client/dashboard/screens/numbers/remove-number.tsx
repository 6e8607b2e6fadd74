import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { RemoveNumberDocument } from '../../generated/graphql.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import type { OwnNumber } from './number-words.ts';

export function RemoveNumber({
  number: { display, id },
  onClose,
  onDone,
}: {
  readonly number: OwnNumber;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { act, busy, failure } = useAct<{ readonly id: string }>();
  const submit = () => {
    void act(documentOf(RemoveNumberDocument), { id }, ({ removePhoneNumber }) => removePhoneNumber).then(
      (done) => done !== null && onDone(),
    );
  };
  return (
    <FormDialog
      title={t('numbers:remove.ask', { number: `\u2066${display}\u2069` })}
      word={t('numbers:remove.open')}
      danger
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <p>{t('numbers:remove.text')}</p>
    </FormDialog>
  );
}
