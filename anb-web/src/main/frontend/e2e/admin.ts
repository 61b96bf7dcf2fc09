import { readFileSync } from 'node:fs';
import { expect, type APIRequestContext } from '@playwright/test';

/** The first administrator's access token; whoever runs the tests says where the password is. */
export async function adminToken(request: APIRequestContext): Promise<string> {
  const file = process.env['ANB_E2E_ADMIN_PASSWORD_FILE'];
  if (!file)
    throw new Error("ANB_E2E_ADMIN_PASSWORD_FILE must be the file with the admin's password");
  const login = await request.post('/api/auth/login', {
    data: { email: 'admin@anb.example', password: readFileSync(file, 'utf8').trim() },
  });
  expect(login.status()).toBe(200);
  const { access_token } = (await login.json()) as { access_token: string };
  return access_token;
}
