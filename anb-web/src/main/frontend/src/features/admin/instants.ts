/** A field for date and time, in the browser's zone, as an instant; none if it is empty or nonsense. */
export function instantOf(local: string): string | undefined {
  const time = new Date(local).getTime();
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/**
 * An instant as such a field shows it, to the second.
 *
 * @param late whether a part of a second is rounded up, so that a period loses nothing at its end
 */
export function localOf(instant: string, late = false): string {
  const time = new Date(instant);
  if (late && time.getMilliseconds() > 0) time.setMilliseconds(1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${date}T${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`;
}

/** Members that have a value. */
export function filled<T extends Record<string, string | undefined>>(
  members: T,
): { [K in keyof T]?: string } {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== ''),
  ) as { [K in keyof T]?: string };
}
