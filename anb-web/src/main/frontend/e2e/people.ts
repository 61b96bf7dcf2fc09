import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type Page } from '@playwright/test';

export const PASSWORD = 'Tiro-de-3-puntos!';

export interface Person {
  firstName: string;
  lastName: string;
  email: string;
  city: string;
}

/** A person with a name that no other test has. */
export function somebody(firstName: string, city: string): Person {
  const tag = randomUUID().slice(0, 8);
  return { firstName, lastName: `Prueba ${tag}`, email: `e2e-${tag}@anb.example`, city };
}

/** Signs up in the way that people do. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto('/signup');
  await page.getByLabel('Nombre', { exact: true }).fill(person.firstName);
  await page.getByLabel('Apellido').fill(person.lastName);
  await page.getByLabel('Correo electrónico').fill(person.email);
  await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Repite la contraseña').fill(PASSWORD);
  await page.getByRole('combobox', { name: 'Ciudad' }).fill(person.city);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Crear cuenta' }).click();
  await expect(page).not.toHaveURL(/signup/);
}

/** Signs up without a browser. */
export async function join(request: APIRequestContext, person: Person): Promise<string> {
  const signup = await request.post('/api/auth/signup', {
    data: {
      first_name: person.firstName,
      last_name: person.lastName,
      email: person.email,
      password1: PASSWORD,
      password2: PASSWORD,
      city: person.city,
      country: 'Colombia',
    },
  });
  expect(signup.status()).toBe(201);
  return logIn(request, person);
}

/** Signs in without a browser. */
export async function logIn(request: APIRequestContext, person: Person): Promise<string> {
  const login = await request.post('/api/auth/login', {
    data: { email: person.email, password: PASSWORD },
  });
  const { access_token } = (await login.json()) as { access_token: string };
  return access_token;
}

/** Signs in in the way that people do. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Correo electrónico').fill(person.email);
  await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await expect(page).not.toHaveURL(/login/);
}

/** Lets a page and its tabs begin with a session. */
export async function keepSignedIn(page: Page, token: string): Promise<void> {
  await page.context().addInitScript((accessToken) => {
    localStorage.setItem('anb.session', JSON.stringify({ accessToken, refreshToken: null }));
  }, token);
}
