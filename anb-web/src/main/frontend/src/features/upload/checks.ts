import type { Contest } from '../contest';
import type { HeaderFault } from './header';

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

/** Checks what the server would refuse, before anything is sent. */
export function check(
  rules: Rules,
  file: { size: number; fault: HeaderFault | null },
  measures: Measures | null,
): Check[] {
  const seconds = measures && Number.isFinite(measures.duration) ? measures.duration : null;
  const side = measures && measures.width > 0 ? Math.min(measures.width, measures.height) : null;
  const tolerance = rules.tolerance_ms / 1000;
  return [
    { name: 'type', ok: file.fault === null },
    { name: 'size', ok: file.size > 0 && file.size <= rules.max_bytes },
    {
      name: 'duration',
      ok:
        seconds === null
          ? null
          : seconds >= rules.min_seconds - tolerance && seconds <= rules.max_seconds + tolerance,
    },
    {
      name: 'resolution',
      ok: side === null ? null : side >= rules.min_height && fits(rules, measures),
    },
  ];
}

function fits(rules: Rules, measures: Measures | null): boolean {
  const { width, height } = measures ?? { width: 0, height: 0 };
  return Math.max(width, height) <= rules.max_side && width * height <= rules.max_pixels;
}

/** Whether nothing speaks against sending it. */
export function acceptable(checks: readonly Check[]): boolean {
  return checks.every(({ ok }) => ok !== false);
}
