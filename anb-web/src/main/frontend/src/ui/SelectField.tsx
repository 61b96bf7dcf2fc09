import { useId, type ComponentProps } from 'react';
import ui from './ui.module.css';

interface Props extends ComponentProps<'select'> {
  label: string;
  options: readonly (readonly [value: string, name: string])[];
  /** What is wrong with the value. */
  error?: string | undefined;
}

/** A choice of one among a few. */
export function SelectField({ label, options, error, ...rest }: Props) {
  const id = useId();
  return (
    <div className={ui.field}>
      <label htmlFor={id}>{label}</label>
      <select
        {...rest}
        id={id}
        className={ui.control}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value} dir="auto">
            {name}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className={ui.fieldError}>
          {error}
        </p>
      )}
    </div>
  );
}
