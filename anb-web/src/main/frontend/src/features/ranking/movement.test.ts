import { describe, expect, it } from 'vitest';
import { NOTHING_SEEN, remember, samePlaces } from './movement';

const places = (...players: string[]) =>
  new Map(players.map((player, index) => [player, index + 1]));

describe('movements in the ranking', () => {
  it('are none at first', () => {
    const seen = remember(NOTHING_SEEN, places('a', 'b'));
    expect([...seen.movements.values()]).toEqual([0, 0]);
  });

  it('tell who rose, fell and came', () => {
    const seen = remember(
      remember(NOTHING_SEEN, places('a', 'b', 'c')),
      places('c', 'a', 'x', 'b'),
    );
    expect(Object.fromEntries(seen.movements)).toEqual({ c: 2, a: -1, x: null, b: -2 });
  });

  it('stay until the player moves again', () => {
    let seen = remember(NOTHING_SEEN, places('a', 'b', 'c', 'd'));
    seen = remember(seen, places('b', 'a', 'c', 'd'));
    seen = remember(seen, places('b', 'a', 'd', 'c'));
    expect(Object.fromEntries(seen.movements)).toEqual({ b: 1, a: -1, d: 1, c: -1 });
  });

  it('need another order', () => {
    expect(samePlaces(places('a', 'b'), places('a', 'b'))).toBe(true);
    expect(samePlaces(places('a', 'b'), places('b', 'a'))).toBe(false);
    expect(samePlaces(places('a'), places('a', 'b'))).toBe(false);
  });
});
