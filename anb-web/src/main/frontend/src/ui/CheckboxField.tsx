import { useId, type ComponentProps } from 'react';
import { classes } from './classes';
import styles from './CheckboxField.module.css';
import ui from './ui.module.css';

interface Props extends Omit<ComponentProps<'input'>, 'type'> {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value. */
  error?: string | undefined;
}

/** Yes or no. */
export function CheckboxField({ label, hint, error, ...rest }: Props) {
  const id = useId();
  const described = classes(hint && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <div>
      <label className={styles.checkbox}>
        <input
          {...rest}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
        />{' '}
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={ui.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={ui.fieldError}>
          {error}
        </p>
      )}
    </div>
  );
}
