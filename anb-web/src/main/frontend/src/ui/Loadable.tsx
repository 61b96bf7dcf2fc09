import { useEffect, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from './Notice';
import { Button } from './Button';
import styles from './ui.module.css';

interface Loading<T> {
  data: T | undefined;
  error: unknown;
  isError: boolean;
}

interface Props<T> {
  query: Loading<T>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows what a query has: nothing yet, data, old data, or why there is none. */
export function Loadable<T>({ query, skeleton, children }: Props<T>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What failed together is tried together.
  const retry = () =>
    void client.refetchQueries({
      type: 'active',
      predicate: ({ state }) => state.status === 'error',
    });
  if (query.data === undefined) {
    if (query.isError) return <ProblemNotice error={query.error} onRetry={retry} />;
    return (
      <>
        <SlowNote />
        {skeleton}
      </>
    );
  }
  return (
    <>
      {query.isError && (
        <Notice
          tone="warn"
          action={
            <Button small onClick={retry}>
              {t('ui.retry')}
            </Button>
          }
        >
          {t('ui.stale')}
        </Notice>
      )}
      {children(query.data)}
    </>
  );
}

/** How long a page may load before it says that it still does, in milliseconds. */
const UNREMARKABLE = 2_500;

export function SlowNote() {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), UNREMARKABLE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className={slow ? styles.slow : 'visually-hidden'}>
      {slow ? t('ui.slow') : t('ui.loading')}
    </p>
  );
}
