import { useId, type ReactNode } from 'react';
import { classes } from './classes';
import styles from './Section.module.css';
import ui from './ui.module.css';

interface Props {
  title: string;
  /** Buttons and filters beside the heading. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ title, tools, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes(ui.card, styles.section)}>
      <div className={styles.head}>
        <h2 id={id} dir="auto">
          {title}
        </h2>
        {tools && <div className={ui.row}>{tools}</div>}
      </div>
      {children}
    </section>
  );
}

interface FieldGroupProps extends Props {
  /** What follows the title in smaller letters. */
  note?: ReactNode;
}

/** Fields that belong together, looking like a section. */
export function FieldGroup({ title, note, tools, children }: FieldGroupProps) {
  return (
    <fieldset className={classes(ui.card, styles.section)}>
      <legend className="visually-hidden" dir="auto">
        {title}
      </legend>
      <div className={styles.head}>
        <h2>
          <span dir="auto">{title}</span> {note && <small>{note}</small>}
        </h2>
        {tools && <div className={ui.row}>{tools}</div>}
      </div>
      {children}
    </fieldset>
  );
}
