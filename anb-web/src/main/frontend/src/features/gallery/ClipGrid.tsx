import type { PublicVideo } from '../../api/types';
import { classes } from '../../ui/classes';
import ui from '../../ui/ui.module.css';
import { ClipCard } from './ClipCard';
import styles from './gallery.module.css';

/** Clips side by side. */
export function ClipGrid({ clips, eager = 0 }: { clips: readonly PublicVideo[]; eager?: number }) {
  return (
    <ul className={styles.grid}>
      {clips.map((clip, index) => (
        <li key={clip.video_id}>
          <ClipCard clip={clip} eager={index < eager} />
        </li>
      ))}
    </ul>
  );
}

/** What stands there until the clips come. */
export function ClipGridSkeleton({ count }: { count: number }) {
  return (
    <div aria-hidden="true" className={styles.grid}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.card}>
          <span className={classes(ui.skeleton, styles.poster)} />
          <div className={styles.cardText}>
            <span className={classes(ui.skeleton, styles.line)} />
            <span className={classes(ui.skeleton, styles.line)} />
          </div>
        </div>
      ))}
    </div>
  );
}
