import { Label, ProgressBar } from 'react-aria-components';
import styles from './ui.module.css';

/** How far something is, in percent. */
export function Progress({ label, value }: { label: string; value: number }) {
  return (
    <ProgressBar value={value} className={styles.progress ?? ''}>
      {({ percentage, valueText }) => (
        <>
          <div className={styles.progressHead}>
            <Label>{label}</Label>
            <span>{valueText}</span>
          </div>
          <div className={styles.track}>
            <div className={styles.bar} style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
