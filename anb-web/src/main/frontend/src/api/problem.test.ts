import { describe, expect, it } from 'vitest';
import { ApiProblem } from './problem';

describe('ApiProblem', () => {
  it('reads a refusal with what is wrong with each field', () => {
    const problem = ApiProblem.from(400, {
      code: 'invalid_field',
      message: 'Some fields…',
      errors: [
        { field: 'email', code: 'email_malformed', message: 'No e-mail' },
        { field: 'email', code: 'field_too_long', message: 'Too long' },
        { field: 'city', code: 'field_required', message: 'Missing' },
      ],
    });
    expect(problem.byField).toEqual({ email: 'No e-mail', city: 'Missing' });
    expect(problem.passing).toBe(false);
  });

  it('makes a problem of a page of a proxy', () => {
    const problem = ApiProblem.from(502, '<html>Bad gateway</html>');
    expect(problem).toMatchObject({ status: 502, code: 'unknown', text: '' });
    expect(problem.passing).toBe(true);
  });

  it.each([
    [0, true],
    [400, false],
    [404, false],
    [429, true],
    [500, true],
  ])('says of status %i whether to try again: %s', (status, passing) => {
    expect(new ApiProblem(status, 'x').passing).toBe(passing);
  });

  it('takes any other error for a broken connection', () => {
    expect(ApiProblem.of(new TypeError('Failed to fetch')).code).toBe('network');
  });
});
