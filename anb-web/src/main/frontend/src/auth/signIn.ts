import { api, body } from '../api/client';
import { session } from './session';

/** Signs in; throws an ApiProblem if that is refused. */
export async function signIn(email: string, password: string): Promise<void> {
  const { access_token } = await body(api.POST('/api/auth/login', { body: { email, password } }));
  session.start({ accessToken: access_token });
}
