import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PageFieldsFragment } from '../../generated/graphql.ts';
import classes from './pager.module.css';

/** Rows that are asked for at a time. */
export const PAGE_ROWS = 50;

/** What of the address is a place in a list: at most one of the two. */
export interface Place {
  readonly after: string;
  readonly before: string;
}

/** The page at a place, as lists take it. */
export function pageAt({ after, before }: Place) {
  if (before !== '') return { last: PAGE_ROWS, before, first: null, after: null };
  return { first: PAGE_ROWS, after: after === '' ? null : after, last: null, before: null };
}

/** Both ways along a list whose newest item is the first. */
export function Pager({
  page,
  place,
  onPlace,
}: {
  readonly page: PageFieldsFragment;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}) {
  const { t } = useTranslation();
  const { endCursor, hasNextPage, hasPreviousPage, startCursor } = page;
  const beginning = place.after === '' && place.before === '';
  if (beginning && !hasNextPage) return null;
  return (
    <nav className={classes.pager} aria-label={t('records:pager.label')}>
      <button
        type="button"
        disabled={beginning || !hasPreviousPage || startCursor === null}
        onClick={() => onPlace({ before: startCursor ?? '', after: '' })}
      >
        <IconChevronLeft size={17} stroke={1.9} data-mirror aria-hidden />
        {t('records:pager.newer')}
      </button>
      {!beginning && (
        <button type="button" onClick={() => onPlace({ before: '', after: '' })}>
          {t('records:pager.newest')}
        </button>
      )}
      <button
        type="button"
        disabled={!hasNextPage || endCursor === null}
        onClick={() => onPlace({ after: endCursor ?? '', before: '' })}
      >
        {t('records:pager.older')}
        <IconChevronRight size={17} stroke={1.9} data-mirror aria-hidden />
      </button>
    </nav>
  );
}
