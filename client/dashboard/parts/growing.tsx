import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

const STEP = 100;

/** The first hundred of a list that is here already, and a button below for the next: a page holds only so much. */
export function useGrowing<T>(all: readonly T[]): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const { t } = useTranslation();
  const [most, setMost] = useState(STEP);
  const more = all.length > most && (
    <Button variant="default" size="md" m="md" onClick={() => setMost(most + STEP)}>
      {t('parts:more')}
    </Button>
  );
  return { shown: all.slice(0, most), more };
}
