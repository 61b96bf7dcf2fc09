import type { UseMutationResult } from '@tanstack/react-query';
import { useRef, type SyntheticEvent } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../ui/Button';
import { Field, PasswordField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import { useFieldErrors } from '../auth';

interface Props {
  kind: 'password' | 'code';
  label: string;
  hint?: string;
  /** On the button. */
  act: string;
  look: 'primary' | 'danger';
  run: UseMutationResult<unknown, Error, string>;
}

const WRONG_PASSWORD = { wrong_password: 'password' };

/** A form of one field, the password or a code, and a button. */
export function SecretForm({ kind, label, hint, act, look, run }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const errors = useFieldErrors(form, run.error, null, WRONG_PASSWORD);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get(kind);
    if (!run.isPending && typeof typed === 'string') run.mutate(typed);
  };
  const field = {
    name: kind,
    label,
    ...(hint && { hint }),
    error: errors[kind],
    isRequired: true,
  };
  return (
    <Form ref={form} className={ui.form ?? ''} onSubmit={submit} validationBehavior="aria">
      {run.isError && !errors[kind] && <ProblemNotice error={run.error} />}
      {kind === 'password' ? (
        <PasswordField key="password" {...field} autoComplete="current-password" />
      ) : (
        <Field key="code" {...field} autoComplete="one-time-code" inputMode="numeric" />
      )}
      <div>
        <Button type="submit" look={look} busy={run.isPending}>
          {act}
        </Button>
      </div>
    </Form>
  );
}
