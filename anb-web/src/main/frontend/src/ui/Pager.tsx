import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import styles from './Pager.module.css';
import { useUrlFilters } from './useUrlFilters';

/** Rows on one page of a list. */
export const PAGE_SIZE = 25;

interface Props {
  /** Rows on all pages together. */
  total: number;
  /** The first row on this page, counted from 0. */
  offset: number;
  /** The name of the list, where a page has several. */
  list?: string;
  onOffset: (offset: number) => void;
}

/** Leads to the previous and the next page of a list; nothing if there is only one page. */
export function Pager({ total, offset, list, onOffset }: Props) {
  const { t } = useTranslation();
  if (total <= PAGE_SIZE && offset === 0) return null;
  return (
    <nav aria-label={list ? `${t('ui.pages')}: ${list}` : t('ui.pages')} className={styles.pager}>
      <Button small busy={offset === 0} onClick={() => onOffset(Math.max(0, offset - PAGE_SIZE))}>
        {t('ui.previous')}
      </Button>
      <span>
        {t('ui.range', {
          from: Math.min(offset + 1, total),
          to: Math.min(offset + PAGE_SIZE, total),
          total,
        })}
      </span>
      <Button small busy={offset + PAGE_SIZE >= total} onClick={() => onOffset(offset + PAGE_SIZE)}>
        {t('ui.next')}
      </Button>
    </nav>
  );
}

/** The pager of the list whose place is kept in the page's address. */
export function UrlPager({ total }: { total: number }) {
  const { offset, set } = useUrlFilters();
  return (
    <Pager total={total} offset={offset} onOffset={(next) => set({ offset: String(next || '') })} />
  );
}
