import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { PRIVATE } from '../../api/queryKeys';
import { session } from '../../api/session/current';
import { tokensOf } from '../../api/session/tokens';
import type { Schemas } from '../../api/types';

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

/** Signs in; throws an ApiProblem if that is refused. */
export async function signIn(email: string, password: string): Promise<void> {
  const answer = await body(api.POST('/api/auth/login', { body: { email, password } }));
  session.start(tokensOf(answer));
}

/** Makes an account and signs in with it. */
export async function signUp(account: Signup): Promise<void> {
  await body(api.POST('/api/auth/signup', { body: account }));
  await signIn(account.email, account.password1);
}
