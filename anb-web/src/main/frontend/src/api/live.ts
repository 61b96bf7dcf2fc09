import { sessionFetch } from './client';
import { ApiProblem } from './problem';
import { EventReader, type ServerEvent } from './sse';

/** Pause before a stream is opened again, in milliseconds; doubles up to the longest. */
const PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

/** Bytes must come at least so often, in milliseconds; else the connection is dead. */
const SILENCE = 45_000;

export interface Following {
  /** Returns true if this was the last event that matters. */
  onEvent: (event: ServerEvent) => boolean;
  /** Tells whether events come at the moment. */
  onConnected?: (connected: boolean) => void;
  /** The server has no such stream, or not for us: do without. */
  onRefused?: (problem: ApiProblem) => void;
}

/** Follows a stream of events until it ends, opening it again whenever it breaks. */
export function follow(path: string, following: Following): () => void {
  const stop = new AbortController();
  void keepFollowing(path, following, stop.signal);
  return () => stop.abort();
}

async function keepFollowing(path: string, following: Following, stop: AbortSignal) {
  let pause = PAUSE;
  const stopped = () => stop.aborted;
  while (!stopped()) {
    try {
      if (await readOnce(path, following, stop, () => (pause = PAUSE))) return;
    } catch (error) {
      const problem = ApiProblem.of(error);
      if (!stopped() && !problem.passing) {
        following.onConnected?.(false);
        following.onRefused?.(problem);
        return;
      }
    }
    if (stopped()) return;
    following.onConnected?.(false);
    await waiting(pause, stop);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

/** Returns true if the last event that matters has come. */
async function readOnce(
  path: string,
  following: Following,
  stop: AbortSignal,
  onOpen: () => void,
): Promise<boolean> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE);
  const signal = AbortSignal.any([stop, silence.signal]);
  try {
    const request = new Request(new URL(path, location.origin), {
      headers: { Accept: 'text/event-stream' },
      cache: 'no-store',
      signal,
    });
    const answer = await sessionFetch(request, null);
    if (!answer.ok || !answer.body) {
      throw ApiProblem.from(answer.status, await answer.json().catch(() => null));
    }
    if (!answer.headers.get('Content-Type')?.startsWith('text/event-stream')) {
      throw new ApiProblem(404, 'not_found');
    }
    onOpen();
    following.onConnected?.(true);
    const events = new EventReader();
    const chunks = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE);
      if (events.push(chunk.value).some((event) => following.onEvent(event))) return true;
    }
    return false;
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

function waiting(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
