import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Tag.module.css';

export type Tone = 'plain' | 'good' | 'bad' | 'warn';

/** A state in one word. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(styles.tag, tone !== 'plain' && styles[tone])}>{children}</span>;
}
