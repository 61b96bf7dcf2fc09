import styles from './ListSkeleton.module.css';
import ui from './ui.module.css';

/** In place of a list that is still loading. */
export function ListSkeleton({ count }: { count: number }) {
  return (
    <div aria-hidden="true" className={styles.list}>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={ui.skeleton} />
      ))}
    </div>
  );
}
