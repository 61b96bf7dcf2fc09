import { expect, type APIRequestContext } from '@playwright/test';

/** The first administrator's access token; whoever runs the tests says what the password is. */
export async function adminToken(request: APIRequestContext): Promise<string> {
  const password = process.env['ANB_E2E_ADMIN_PASSWORD'];
  if (!password) throw new Error('ANB_E2E_ADMIN_PASSWORD must be that of admin@anb.example');
  const login = await request.post('/api/auth/login', {
    data: { email: 'admin@anb.example', password },
  });
  expect(login.status()).toBe(200);
  const { access_token } = (await login.json()) as { access_token: string };
  return access_token;
}
