import type { ApiProblem } from '../api/problem';

/** Refusals that concern one field although they do not name it. */
const FIELD_OF: Readonly<Record<string, string>> = {
  email_taken: 'email',
  passwords_differ: 'password2',
};

/** What to show beside which field of the sign-up form; nothing if no field is to blame. */
export function fieldErrors(problem: ApiProblem): Record<string, string> {
  const named = problem.byField;
  const field = FIELD_OF[problem.code];
  return field && Object.keys(named).length === 0 ? { [field]: problem.text } : named;
}
