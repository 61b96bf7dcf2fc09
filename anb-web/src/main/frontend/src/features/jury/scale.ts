import type { Criterion } from './api';

/** What a juror gave for each criterion, by its code; one without a value is not there. */
export type Marks = Readonly<Record<string, number>>;

/** A value's place on its criterion's scale, in percent. */
export function percent({ min, max }: Criterion, value: number): number {
  return ((value - min) / (max - min)) * 100;
}

/** A criterion's share of the total, in percent. */
export function share(criterion: Criterion, criteria: readonly Criterion[]): number {
  return (criterion.weight / sum(criteria)) * 100;
}

/** The criteria that have no value yet. */
export function missing(criteria: readonly Criterion[], marks: Marks): Criterion[] {
  return criteria.filter(({ code }) => marks[code] === undefined);
}

/**
 * The weighted mean of the places on the scales, from 0 to 100, of the criteria that have a value;
 * null if none has. Once all have one it is the total that the server will find.
 */
export function total(criteria: readonly Criterion[], marks: Marks): number | null {
  const given = criteria.filter(({ code }) => marks[code] !== undefined);
  if (given.length === 0) return null;
  const points = given.reduce(
    (points, each) => points + each.weight * percent(each, marks[each.code] ?? each.min),
    0,
  );
  return points / sum(given);
}

function sum(criteria: readonly Criterion[]): number {
  return criteria.reduce((weights, { weight }) => weights + weight, 0);
}
