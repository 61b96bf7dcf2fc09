import createClient from 'openapi-fetch';
import { currentLanguage } from '../i18n/language';
import { session } from './session/current';
import { PATIENCE, requestHeaders, takeAhead } from './ahead';
import { ApiProblem } from './problem';
import type { paths } from './schema';

/**
 * A fetch that says in what way it failed, and signs in again where that is possible.
 *
 * @param patience how long the answer may take, in milliseconds; null for a stream without end
 */
export async function sessionFetch(
  request: Request,
  patience: number | null = PATIENCE,
): Promise<Response> {
  const token = session.token;
  const answer = await attempt(request.clone(), token, patience);
  if (answer.status !== 401 || token === null) return answer;
  return attempt(request, await session.renewed(token), patience);
}

async function attempt(
  request: Request,
  token: string | null,
  patience: number | null,
): Promise<Response> {
  const headers = requestHeaders(currentLanguage(), token, request.headers);
  const tooLate = patience === null ? null : AbortSignal.timeout(patience);
  const signal = tooLate ? AbortSignal.any([request.signal, tooLate]) : request.signal;
  try {
    return await (takeAhead(request, token) ?? fetch(request, { headers, signal }));
  } catch (error) {
    if (request.signal.aborted) throw error;
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    throw new ApiProblem(0, late ? 'timeout' : 'network');
  }
}

/** The server's interface, as its OpenAPI document describes it. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => sessionFetch(request),
});

/** The body of a successful answer; throws an {@link ApiProblem} otherwise. */
export async function body<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw ApiProblem.from(response.status, error);
  return data as T;
}

/** Some rows of a list. */
export interface Rows<T> {
  rows: T[];
  /** How many there are in all. */
  total: number;
}

/** The rows of a successful answer and how many there are in all. */
export async function rows<T>(
  call: Promise<{ data?: T[]; error?: unknown; response: Response }>,
): Promise<Rows<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw ApiProblem.from(response.status, error);
  const found = data ?? [];
  return { rows: found, total: Number(response.headers.get('X-Total-Count') ?? found.length) };
}

/** Where the next page of a list begins; undefined after the last page. */
export function nextOffset({ rows, total }: Rows<unknown>, offset: number): number | undefined {
  const next = offset + rows.length;
  return rows.length > 0 && next < total ? next : undefined;
}
