import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem';
import { fieldErrors } from './fieldErrors';

describe('fieldErrors', () => {
  it('shows a taken e-mail address beside its field', () => {
    expect(fieldErrors(new ApiProblem(400, 'email_taken', 'Taken'))).toEqual({ email: 'Taken' });
  });

  it('blames no field for what concerns none', () => {
    expect(fieldErrors(new ApiProblem(500, 'internal_error', 'Oh'))).toEqual({});
  });
});
