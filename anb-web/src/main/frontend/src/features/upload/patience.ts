import type { ApiProblem } from '../../api/problem';

/** Pauses after failures in a row, in milliseconds; the last one again and again. */
const PAUSES = [200, 1_000, 2_000, 5_000, 10_000];

/** Conflicts that end by themselves: the broken request still holds the upload, or just let go. */
const SOON = new Set(['upload_locked', 'upload_offset', 'upload_interrupted']);

/** Whether sending the same again may work. */
export function willPass(problem: ApiProblem): boolean {
  // A locked upload has no body to read a code from when it is only asked for its length.
  return (
    (problem.passing && problem.status !== 429) || problem.status === 423 || SOON.has(problem.code)
  );
}

/**
 * Waits before the next attempt; shorter if the browser gets its connection back.
 *
 * @param failures how many attempts in a row have failed before
 * @throws the signal's reason if it ends meanwhile
 */
export function pause(failures: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const over = new AbortController();
    const end = (then: () => void) => () => {
      clearTimeout(timer);
      over.abort();
      then();
    };
    const longest = PAUSES[Math.min(failures, PAUSES.length - 1)];
    const timer = setTimeout(end(resolve), longest);
    window.addEventListener('online', end(resolve), { signal: over.signal });
    signal.addEventListener(
      'abort',
      end(() => reject(signal.reason as Error)),
      { signal: over.signal },
    );
  });
}
