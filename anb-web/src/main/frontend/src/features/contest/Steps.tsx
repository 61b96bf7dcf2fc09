import { useTranslation } from 'react-i18next';
import styles from './contest.module.css';
import type { Stage } from './stage';

const ORDER = ['uploads', 'voting', 'closed'] as const;

/** The phases of the contest, and which of them is on. */
export function Steps({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  const words = {
    uploads: t('phase.stepUploads'),
    voting: t('phase.stepVoting'),
    closed: t('phase.stepClosed'),
  };
  const now = ORDER.indexOf(stage as (typeof ORDER)[number]);
  return (
    <ol className={styles.steps} aria-label={t('phase.steps')}>
      {ORDER.map((each, index) => (
        <li
          key={each}
          className={index < now ? styles.past : undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          {words[each]}
        </li>
      ))}
    </ol>
  );
}
