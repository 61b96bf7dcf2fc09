import { useEffect, useRef } from 'react';
import { classes } from './classes';
import styles from './StatusMessage.module.css';
import ui from './ui.module.css';

/** Says what was just done; takes the focus, because the button that was pressed may be gone. */
export function StatusMessage({ children }: { children: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (children) box.current?.focus();
  }, [children]);
  return (
    <div role="status" ref={box} tabIndex={-1} className={styles.message}>
      {children && <p className={classes(ui.notice, ui.good)}>{children}</p>}
    </div>
  );
}
