import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classes } from './classes';
import styles from './ui.module.css';

interface Look {
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  small?: boolean;
  wide?: boolean;
}

function lookOf({ look = 'plain', small, wide }: Look, more?: string): string {
  return classes(
    styles.button,
    look !== 'plain' && styles[look],
    small && styles.small,
    wide && styles.wide,
    more,
  );
}

/** A button; while `busy` it can be reached, but does nothing. */
export function Button({
  look,
  small,
  wide,
  busy = false,
  className,
  onClick,
  ...rest
}: ComponentProps<'button'> & Look & { busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={
        busy
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
      className={lookOf({ look, small, wide } as Look, className)}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({ look, small, wide, className, ...rest }: LinkProps & Look) {
  return <Link {...rest} className={lookOf({ look, small, wide } as Look, className)} />;
}
