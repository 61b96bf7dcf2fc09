import { expect, type APIRequestContext } from '@playwright/test';

export const ADMIN = 'admin@anb.example';

/** The first administrator's password, which the caller of the tests sets. */
export function adminPassword(): string {
  const password = process.env['ANB_E2E_ADMIN_PASSWORD'];
  if (!password) throw new Error(`ANB_E2E_ADMIN_PASSWORD must be that of ${ADMIN}`);
  return password;
}

/** The first administrator's access token. */
export async function adminToken(request: APIRequestContext): Promise<string> {
  const login = await request.post('/api/auth/login', {
    data: { email: ADMIN, password: adminPassword() },
  });
  expect(login.status()).toBe(200);
  const { access_token } = (await login.json()) as { access_token: string };
  return access_token;
}
