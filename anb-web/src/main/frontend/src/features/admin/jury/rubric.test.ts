import { describe, expect, it } from 'vitest';
import { added, moved, shareOf, toCriteria, toRows } from './rubric';
import type { Criterion } from '../api/jury';

const criterion = (code: string, weight: number): Criterion => ({
  code,
  name_es: code,
  name_en: code,
  description_es: '',
  description_en: '',
  weight,
  min: 1,
  max: 10,
  step: 0.5,
});

describe('the rubric', () => {
  const criteria = [criterion('shooting', 30), criterion('defence', 10)];
  const rows = toRows(criteria);

  it('is sent as it came if nothing was changed', () => {
    expect(toCriteria(rows)).toEqual(criteria);
  });

  it('is moved around, but not beyond its ends', () => {
    const codes = (moving: typeof rows) => moving.map(({ fields }) => fields.code);
    expect(codes(moved(rows, 0, 1))).toEqual(['defence', 'shooting']);
    expect(codes(moved(rows, 1, 1))).toEqual(['shooting', 'defence']);
    expect(codes(moved(rows, 0, -1))).toEqual(['shooting', 'defence']);
  });

  it('tells what a criterion weighs', () => {
    expect(rows.map((row) => shareOf(rows, row))).toEqual([75, 25]);
    const [row] = toRows([criterion('passing', Number.NaN)]);
    expect(row && shareOf([row], row)).toBe(0);
  });

  it('gives a new row a key of its own', () => {
    expect(added(rows).map(({ key }) => key)).toEqual([0, 1, 2]);
    expect(added([]).map(({ key }) => key)).toEqual([0]);
  });
});
