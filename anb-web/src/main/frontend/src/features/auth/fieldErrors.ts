import type { ApiProblem } from '../../api/problem';

/** Refusals that concern one field although they do not name it. */
const FIELD_OF: Readonly<Record<string, string>> = {
  email_taken: 'email',
  passwords_differ: 'password2',
  wrong_password: 'current_password',
};

/**
 * What to show beside which field of a form about an account; nothing if no field is to blame.
 *
 * @param more other refusals and the field that each of them concerns in this form
 */
export function fieldErrors(
  problem: ApiProblem,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const named = problem.byField;
  const field = more[problem.code] ?? FIELD_OF[problem.code];
  return field && Object.keys(named).length === 0 ? { [field]: problem.text } : named;
}
