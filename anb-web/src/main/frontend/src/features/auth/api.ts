import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { PRIVATE } from '../../api/queryKeys';
import { session } from '../../api/session/current';
import { tokensOf } from '../../api/session/tokens';
import type { Schemas } from '../../api/types';
import { prove } from './proof';

export type Account = Schemas['AccountView'];
export type Signup = Schemas['SignupRequest'];

export const accountKeys = {
  /** The reader's own account. */
  own: PRIVATE,
};

/** The account of whoever is signed in. */
export const accountQuery = queryOptions({
  queryKey: accountKeys.own,
  queryFn: ({ signal }) => body<Account>(api.GET('/api/me', { signal })),
  staleTime: 5 * 60_000,
});

/**
 * Signs in; throws an ApiProblem if that is refused. While others attack the account, the server asks
 * for a proof of work first.
 *
 * @param onWork told how far that work is, 0 to 1
 */
export async function signIn(
  email: string,
  password: string,
  onWork?: (share: number) => void,
): Promise<void> {
  session.start(tokensOf(await login(email, password, onWork)));
}

async function login(email: string, password: string, onWork?: (share: number) => void) {
  const attempt = (proof: string | null) =>
    body(api.POST('/api/auth/login', { body: { email, password, proof } }));
  try {
    return await attempt(null);
  } catch (error) {
    const { work } = ApiProblem.of(error);
    if (!work) throw error;
    return attempt(await prove(work, onWork));
  }
}

/** Makes an account and signs in with it. */
export async function signUp(account: Signup): Promise<void> {
  await body(api.POST('/api/auth/signup', { body: account }));
  await signIn(account.email, account.password1);
}
