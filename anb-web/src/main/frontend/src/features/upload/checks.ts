import type { Contest } from '../contest';

export type Rules = Contest['rules'];

/** What a browser can tell about a film. */
export interface Measures {
  /** Seconds. */
  duration: number;
  /** Pixels after rotation. */
  width: number;
  height: number;
}

export type CheckName = 'type' | 'size' | 'duration' | 'resolution';

/** Whether a clip is right in one respect; null if that cannot be told here. */
export interface Check {
  name: CheckName;
  ok: boolean | null;
}

/** The server's tolerance, in seconds. */
const TOLERANCE = 0.5;

/** Whether the first bytes are those of an MP4 file; names and types given by phones vary. */
export function looksLikeMp4(start: Uint8Array): boolean {
  const box = String.fromCharCode(...start.subarray(4, 8));
  return start.length >= 12 && box === 'ftyp';
}

/** Checks what the server would refuse, before anything is sent. */
export function check(
  rules: Rules,
  file: { size: number; mp4: boolean },
  measures: Measures | null,
): Check[] {
  const seconds = measures && Number.isFinite(measures.duration) ? measures.duration : null;
  const side = measures && measures.width > 0 ? Math.min(measures.width, measures.height) : null;
  return [
    { name: 'type', ok: file.mp4 },
    { name: 'size', ok: file.size > 0 && file.size <= rules.max_bytes },
    {
      name: 'duration',
      ok:
        seconds === null
          ? null
          : seconds >= rules.min_seconds - TOLERANCE && seconds <= rules.max_seconds + TOLERANCE,
    },
    { name: 'resolution', ok: side === null ? null : side >= rules.min_height },
  ];
}

/** Whether nothing speaks against sending it. */
export function acceptable(checks: readonly Check[]): boolean {
  return checks.every(({ ok }) => ok !== false);
}
