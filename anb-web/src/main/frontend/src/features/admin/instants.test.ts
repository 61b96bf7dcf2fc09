import { expect, it } from 'vitest';
import { filled, instantOf, localOf } from './instants';

it('turns what a field shows into an instant, and nothing into none', () => {
  const local = '2026-03-01T12:00';
  expect(instantOf(local)).toBe(new Date(2026, 2, 1, 12).toISOString());
  expect(instantOf('')).toBeUndefined();
  expect(instantOf('soon')).toBeUndefined();
});

it('shows an instant, and rounds a part of a second as a period needs it', () => {
  const exact = new Date(2026, 2, 1, 12, 0, 7).toISOString();
  expect(localOf(exact)).toBe('2026-03-01T12:00:07');
  expect(instantOf(localOf(exact, true))).toBe(exact);
  const later = new Date(2026, 2, 1, 12, 0, 59, 250).toISOString();
  expect(localOf(later)).toBe('2026-03-01T12:00:59');
  expect(localOf(later, true)).toBe('2026-03-01T12:01:00');
});

it('leaves out what has no value', () => {
  expect(filled({ network: 'a1b2', from: undefined, agent: '' })).toEqual({ network: 'a1b2' });
});
