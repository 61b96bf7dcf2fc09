/** Places by player. */
export type Places = ReadonlyMap<string, number>;

/** Places gained (above 0) or lost since the last change; null for who was not there. */
export type Movements = ReadonlyMap<string, number | null>;

export interface RankingMemory {
  places: Places;
  movements: Movements;
}

export const NOTHING_SEEN: RankingMemory = { places: new Map(), movements: new Map() };

/**
 * Compares places with those seen before. A movement stays shown until the player moves again, or
 * until `places` is the first that was seen.
 */
export function remember(before: RankingMemory, places: Places): RankingMemory {
  const first = before.places.size === 0;
  const movements = new Map<string, number | null>();
  for (const [player, place] of places) {
    const last = before.places.get(player);
    if (last === undefined) movements.set(player, first ? 0 : null);
    else if (last !== place) movements.set(player, last - place);
    else movements.set(player, before.movements.get(player) ?? 0);
  }
  return { places, movements };
}

export function samePlaces(one: Places, other: Places): boolean {
  return (
    one.size === other.size && [...one].every(([player, place]) => other.get(player) === place)
  );
}
