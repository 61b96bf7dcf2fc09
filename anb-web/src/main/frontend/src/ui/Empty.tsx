import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './ui.module.css';

/** There is nothing here, and what to do about it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <Icon name="ball" size={72} />
      <p>{children}</p>
      {action}
    </div>
  );
}
