import { api, body } from '../../api/client';
import { session } from '../../api/session/current';
import { tokensOf } from '../../api/session/tokens';

/** Signs in; throws an ApiProblem if that is refused. */
export async function signIn(email: string, password: string): Promise<void> {
  const answer = await body(api.POST('/api/auth/login', { body: { email, password } }));
  session.start(tokensOf(answer));
}
