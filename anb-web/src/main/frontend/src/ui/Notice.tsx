import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { Button } from './Button';
import { classes } from './classes';
import styles from './ui.module.css';

interface Props {
  tone?: 'info' | 'good' | 'warn' | 'bad';
  children: ReactNode;
  action?: ReactNode;
}

/** A message about what happened; read out when it appears. */
export function Notice({ tone = 'info', children, action }: Props) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={classes(styles.notice, tone !== 'info' && styles[tone])}
    >
      <p>{children}</p>
      {action}
    </div>
  );
}

/** What went wrong, in words for people. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    const problem = ApiProblem.of(error);
    if (problem.code === 'network') return t('ui.network');
    if (problem.code === 'timeout') return t('ui.timeout');
    if (problem.status >= 500) return t('ui.server');
    return problem.text || t('ui.unknown');
  };
}

/** Tells that something failed, with a way to try again. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Notice
      tone="bad"
      action={
        onRetry && (
          <Button small onClick={onRetry}>
            {t('ui.retry')}
          </Button>
        )
      }
    >
      {text(error)}
    </Notice>
  );
}
