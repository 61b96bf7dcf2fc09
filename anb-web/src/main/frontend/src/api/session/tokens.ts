import { ApiProblem } from '../problem';
import type { components } from '../schema';
import type { Renew, Tokens } from './session';

/** What the server answers to a sign-in. */
type TokenView = components['schemas']['TokenView'];

export function tokensOf(answer: TokenView): Tokens {
  return { accessToken: answer.access_token, refreshToken: answer.refresh_token };
}

/** Exchanges a refresh token for the next tokens. No access token is sent along. */
export const renewTokens: Renew = async ({ refreshToken }) => {
  if (refreshToken === null) return null;
  const answer = await post('/api/auth/refresh', { refresh_token: refreshToken }, {});
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return tokensOf(body as TokenView);
  const problem = ApiProblem.from(answer.status, body);
  if (problem.passing) throw problem;
  return null;
};

/** Tells the server that a session is over. Whether it hears that makes no difference here. */
export async function revoke(accessToken: string): Promise<void> {
  await post('/api/auth/logout', {}, { Authorization: `Bearer ${accessToken}` }).catch(() => null);
}

async function post(
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      keepalive: true,
    });
  } catch {
    throw new ApiProblem(0, 'network');
  }
}
