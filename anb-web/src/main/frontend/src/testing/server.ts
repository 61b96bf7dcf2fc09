import { vi } from 'vitest';

type Answer = (request: Request) => Response | Promise<Response>;

/**
 * Answers the requests of a test.
 *
 * @param answers by method and path, such as `GET /api/contest`; other requests fail
 * @returns what was asked, in order
 */
export function serve(answers: Record<string, Answer>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (target: Request | string, init?: RequestInit) => {
    const request = new Request(
      typeof target === 'string' ? new URL(target, location.origin) : target,
      init,
    );
    const name = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(name);
    const answer = answers[name];
    if (!answer) throw new TypeError(`Nothing answers ${name}`);
    return await answer(request);
  });
  return asked;
}

/** An answer that refuses, as the server writes one. */
export function problem(
  status: number,
  code: string,
  message: string,
  errors: { field: string; code: string; message: string }[] = [],
): Response {
  return Response.json({ code, message, errors }, { status });
}
