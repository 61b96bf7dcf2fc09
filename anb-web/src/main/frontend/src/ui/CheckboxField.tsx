import type { ComponentProps } from 'react';
import styles from './CheckboxField.module.css';

interface Props extends Omit<ComponentProps<'input'>, 'type'> {
  label: string;
}

/** Yes or no. */
export function CheckboxField({ label, ...rest }: Props) {
  return (
    <label className={styles.checkbox}>
      <input {...rest} type="checkbox" /> {label}
    </label>
  );
}
