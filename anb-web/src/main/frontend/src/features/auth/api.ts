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

/** The account that is signed in. */
export const accountQuery = queryOptions({
  queryKey: accountKeys.own,
  queryFn: ({ signal }) => body<Account>(api.GET('/api/me', { signal })),
  staleTime: 5 * 60_000,
});

/** What the reader signs in with. */
export interface Credentials {
  email: string;
  password: string;
  /** Of the second factor, or a recovery code; not known before the server asks for it. */
  code?: string;
}

/**
 * Signs in; throws an ApiProblem if that is refused, also while the code is missing. While others
 * attack the account, the server asks for a proof of work first.
 *
 * @param onWork told how far that work is, 0 to 1
 */
export async function signIn(
  credentials: Credentials,
  onWork?: (share: number) => void,
): Promise<void> {
  session.start(tokensOf(await login(credentials, onWork)));
}

async function login({ email, password, code }: Credentials, onWork?: (share: number) => void) {
  const attempt = (proof: string | null) =>
    body(api.POST('/api/auth/login', { body: { email, password, code: code ?? null, proof } }));
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
  await signIn({ email: account.email, password: account.password1 });
}
