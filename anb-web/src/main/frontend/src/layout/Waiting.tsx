import styles from './layout.module.css';

/** While the first page's code is on its way. */
export function Waiting() {
  return <div className={styles.waiting} />;
}
