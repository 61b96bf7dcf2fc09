import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Table.module.css';
import ui from './ui.module.css';

interface Props {
  caption: string;
  head: readonly string[];
  /** The rows. */
  children: ReactNode;
}

/** A table with a caption. One that is wider than the screen scrolls inside its box. */
export function Table({ caption, head, children }: Props) {
  return (
    <div
      role="group"
      aria-label={caption}
      className={styles.scroll}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys can scroll it
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** In place of a table that is still loading. */
export function TableSkeleton() {
  return <span aria-hidden="true" className={classes(ui.skeleton, styles.skeleton)} />;
}
