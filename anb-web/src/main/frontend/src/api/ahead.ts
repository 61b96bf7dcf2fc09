import { session } from './session/current';

/** How long an answer may take, in milliseconds. */
export const PATIENCE = 20_000;

/** How old an answer may be when it is used, in milliseconds. */
const FRESH = 15_000;

interface Ahead {
  answer: Promise<Response>;
  token: string | null;
  since: number;
}

const asked = new Map<string, Ahead>();

/**
 * Sends a GET request that a page will make once it is there.
 *
 * @param path with its parameters, as the page will have them
 * @param language of the messages in the answer
 * @returns a copy of the answer; null if there was none
 */
export function askAhead(path: string, language: string): Promise<Response | null> {
  const { token } = session;
  const answer = fetch(path, {
    headers: requestHeaders(language, token),
    signal: AbortSignal.timeout(PATIENCE),
  });
  asked.set(new URL(path, location.origin).href, { answer, token, since: performance.now() });
  return answer.then(
    (response) => response.clone(),
    () => null,
  );
}

/** The answer to the same request of the same reader, once; undefined if it was not asked ahead. */
export function takeAhead(request: Request, token: string | null): Promise<Response> | undefined {
  if (request.method !== 'GET') return undefined;
  const ahead = asked.get(request.url);
  asked.delete(request.url);
  if (!ahead || ahead.token !== token || performance.now() - ahead.since > FRESH) return undefined;
  return ahead.answer;
}

/** What every request says of its reader. */
export function requestHeaders(
  language: string,
  token: string | null,
  others: HeadersInit = {},
): Headers {
  const headers = new Headers(others);
  headers.set('Accept-Language', language);
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  return headers;
}
