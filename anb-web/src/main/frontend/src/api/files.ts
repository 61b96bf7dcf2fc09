import { sessionFetch } from './client';
import { ApiProblem } from './problem';

/** A file that only who is signed in may have; elements of the page cannot say who that is. */
export async function fetchFile(url: string, signal?: AbortSignal): Promise<Blob> {
  const { pathname, search } = new URL(url, location.origin);
  const request = new Request(pathname + search, signal ? { signal } : {});
  const answer = await sessionFetch(request, null);
  if (!answer.ok) {
    const said: unknown = await answer.json().catch(() => null);
    throw ApiProblem.from(answer.status, said);
  }
  return answer.blob();
}

/** Saves a file that only who is signed in may have. */
export async function download(url: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(url));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to have begun before the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
