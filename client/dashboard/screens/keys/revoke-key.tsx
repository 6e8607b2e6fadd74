import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { useSession } from '../../data/session-context.ts';
import { RevokeKeyDocument } from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import type { Key } from './key-words.ts';

/** Asks before a key is dead: whatever uses it stops within a second, and nothing brings it back. */
export function RevokeKey({
  of: { id, lastUsedAt, name },
  onClose,
  onDone,
}: {
  readonly of: Key;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { keyName, role } = useSession();
  const { act, busy, failure } = useAct<Key>();
  const submit = () => {
    void act(documentOf(RevokeKeyDocument), { id }, ({ revokeApiKey }) => revokeApiKey).then(
      (done) => done !== null && onDone(),
    );
  };
  return (
    <FormDialog
      title={t('keys:revoke.title', { name })}
      word={t('keys:revoke.done')}
      danger
      busy={busy}
      failure={failure}
      onClose={onClose}
      onDone={submit}
    >
      <p>{t('keys:revoke.text')}</p>
      <p>
        {lastUsedAt === null
          ? t('keys:revoke.unused')
          : t('keys:revoke.used', { when: formats.relative(lastUsedAt, now) })}
      </p>
      {role === 'tenant' && keyName === name && <p>{t('keys:revoke.own')}</p>}
    </FormDialog>
  );
}
