import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../data/act.ts';
import { documentOf } from '../../data/documents.ts';
import { useMay } from '../../data/session-context.ts';
import { FetchTemplatesDocument } from '../../generated/graphql.ts';
import { Problem } from '../../parts/problem.tsx';

/** Asks Meta for the list now; it is asked by itself now and again. */
export function FetchButton({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const may = useMay('manage');
  const { act, busy, failure } = useAct<{ readonly total: number }>();
  if (!may) return null;
  const fetchList = () => {
    void act(documentOf(FetchTemplatesDocument), {}, ({ syncTemplates }) => syncTemplates).then(
      (made) => made !== null && onDone(),
    );
  };
  return (
    <>
      <Button
        variant="default"
        size="sm"
        h={44}
        loading={busy}
        leftSection={<IconRefresh size={18} stroke={1.7} />}
        onClick={fetchList}
      >
        {t('templates:fetch')}
      </Button>
      <Problem failure={failure} />
    </>
  );
}
