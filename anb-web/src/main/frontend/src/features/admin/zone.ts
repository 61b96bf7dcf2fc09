/** An instant as a field for date and time shows it, in a time zone; empty for none. */
export function toLocal(instant: string | null | undefined, zone: string): string {
  if (!instant) return '';
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return `${date}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/**
 * What to send for a field: the instant itself if the field still shows it, since the field has no
 * parts of seconds; otherwise the local time, which the server takes as one of the contest's zone.
 */
export function toSend(
  local: string,
  before: string | null | undefined,
  zone: string,
): string | null {
  if (local === '') return null;
  return before && sameTime(local, toLocal(before, zone)) ? before : local;
}

/** Browsers leave out seconds that are zero. */
function sameTime(one: string, other: string): boolean {
  const full = (time: string) => (time.length === 16 ? `${time}:00` : time);
  return full(one) === full(other);
}

/** All zones of the browser, with the one that is set. */
export function zones(present: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(present) ? known : [present, ...known];
}
