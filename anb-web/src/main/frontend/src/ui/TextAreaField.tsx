import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components';
import ui from './ui.module.css';
import styles from './TextAreaField.module.css';

interface Props {
  label: string;
  hint: string;
  error?: string | undefined;
  value: string;
  rows: number;
  /** In characters. */
  maxLength: number;
  isRequired?: boolean;
  onChange: (value: string) => void;
}

/** Some lines of text. */
export function TextAreaField({ label, hint, error, rows, ...rest }: Props) {
  return (
    <TextField
      {...rest}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={ui.field ?? ''}
    >
      <Label>{label}</Label>
      <TextArea dir="auto" rows={rows} className={`${ui.control} ${styles.area}`} />
      <Text slot="description" className={ui.hint ?? ''}>
        {hint}
      </Text>
      <FieldError className={ui.fieldError ?? ''}>{error}</FieldError>
    </TextField>
  );
}
