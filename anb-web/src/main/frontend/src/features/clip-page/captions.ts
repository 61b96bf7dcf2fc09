/** A WebVTT file that shows a clip's title and player all the time; clips have no sound. */
export function captions(title: string, player: string, seconds: number): string {
  const line = `${title} · ${player}`
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\s+/g, ' ');
  return `WEBVTT\n\n00:00.000 --> ${stamp(seconds)}\n${line}\n`;
}

function stamp(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}.000`;
}
