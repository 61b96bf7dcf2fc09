import type { PublicVideo } from './api';
import { classes } from '../../ui/classes';
import ui from '../../ui/ui.module.css';
import { ClipCard } from './ClipCard';
import styles from './gallery.module.css';

interface Props {
  clips: readonly PublicVideo[];
  /** How many are loaded at once. */
  eager?: number;
  heading?: 'h2' | 'h3';
}

/** Clips side by side. */
export function ClipGrid({ clips, eager = 0, heading = 'h3' }: Props) {
  return (
    <ul className={styles.grid}>
      {clips.map((clip, index) => (
        <li key={clip.video_id}>
          <ClipCard clip={clip} eager={index < eager} heading={heading} />
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
