import { useId, type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import ui from '../../ui/ui.module.css';

interface Props {
  title: string;
  text?: string;
  children: ReactNode;
}

/** A part of the profile with its heading. */
export function Part({ title, text, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes(ui.card, ui.stack)}>
      <h2 id={id} dir="auto">
        {title}
      </h2>
      {text && <p className={ui.hint}>{text}</p>}
      {children}
    </section>
  );
}
