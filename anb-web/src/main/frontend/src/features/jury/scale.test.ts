import { describe, expect, it } from 'vitest';
import type { Criterion } from './api';
import { missing, percent, share, total } from './scale';

function criterion(code: string, weight: number, min = 1, max = 10): Criterion {
  return {
    code,
    name_es: code,
    name_en: code,
    description_es: '',
    description_en: '',
    weight,
    min,
    max,
    step: 0.5,
  };
}

const shooting = criterion('shooting', 25);
const passing = criterion('passing', 75, 0, 4);
const rubric = [shooting, passing];

describe('percent', () => {
  it.each([
    [1, 0],
    [5.5, 50],
    [10, 100],
  ])('puts %d of 1 to 10 at %d %%', (value, place) => {
    expect(percent(shooting, value)).toBe(place);
  });
});

describe('total', () => {
  it('is the weighted mean of the places on the scales', () => {
    expect(total(rubric, { shooting: 10, passing: 2 })).toBe(62.5);
    expect(total(rubric, { shooting: 1, passing: 0 })).toBe(0);
  });

  it('counts only what has a value, a zero too', () => {
    expect(total(rubric, { shooting: 10 })).toBe(100);
    expect(total(rubric, { passing: 0 })).toBe(0);
    expect(total(rubric, {})).toBeNull();
  });

  it('ignores values of criteria that the rubric no longer has', () => {
    expect(total(rubric, { shooting: 5.5, gone: 10 })).toBe(50);
  });
});

it('names the criteria without a value in their order', () => {
  expect(missing(rubric, {})).toEqual(rubric);
  expect(missing(rubric, { passing: 0 })).toEqual([shooting]);
});

it('tells what a criterion counts, whatever the weights add up to', () => {
  expect(share(passing, rubric)).toBe(75);
  expect(share(criterion('a', 1), [criterion('a', 1), criterion('b', 3)])).toBe(25);
});
