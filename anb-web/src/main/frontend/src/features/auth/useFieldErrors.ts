import { useEffect, useMemo, type RefObject } from 'react';
import { ApiProblem } from '../../api/problem';
import { fieldErrors } from './fieldErrors';

/**
 * What to show beside which field after a form was refused; the first of them gets the focus.
 *
 * @param own what the form itself found; takes the place of what the server said
 * @param more as in {@link fieldErrors}; has to stay the same object
 */
export function useFieldErrors(
  form: RefObject<HTMLFormElement | null>,
  error: Error | null,
  own?: Readonly<Record<string, string>> | null,
  more?: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const errors = useMemo(
    () => own ?? (error ? fieldErrors(ApiProblem.of(error), more) : {}),
    [own, error, more],
  );
  useEffect(() => {
    if (Object.keys(errors).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [form, errors]);
  return errors;
}
