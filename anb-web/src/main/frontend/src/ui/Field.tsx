import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import { Icon } from './Icon';
import styles from './ui.module.css';

interface Props extends Omit<TextFieldProps, 'children' | 'className'> {
  label: string;
  hint?: string;
  /** What is wrong; stays until the form is sent again, so that nothing moves under a finger. */
  error?: string | undefined;
}

/** A line of text with its label, a hint and what is wrong with it. */
export function Field({ label, hint, error, ...rest }: Props) {
  return (
    <TextField {...rest} {...(error && { isInvalid: true })} className={styles.field ?? ''}>
      <Label>{label}</Label>
      <Input dir="auto" className={styles.control ?? ''} />
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.fieldError ?? ''}>{error}</FieldError>
    </TextField>
  );
}

/** A field for a password that can be shown. */
export function PasswordField({ label, hint, error, ...rest }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...rest}
      {...(error && { isInvalid: true })}
      type={shown ? 'text' : 'password'}
      className={styles.field ?? ''}
    >
      <Label>{label}</Label>
      <div className={styles.withButton}>
        <Input className={styles.control ?? ''} />
        <button
          type="button"
          className={styles.inside}
          aria-label={shown ? t('ui.hidePassword') : t('ui.showPassword')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name="eye" />
        </button>
      </div>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.fieldError ?? ''}>{error}</FieldError>
    </TextField>
  );
}
