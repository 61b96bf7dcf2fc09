import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ADMIN, adminPassword, adminToken } from './admin';
import { check } from './axe';
import { publishClip } from './clip';
import { PASSWORD, join, keepSignedIn, logIn, signIn, somebody, type Person } from './people';
import { colourAt, redAndBlue, turned } from './pictures';
import { expect, test } from './test';

async function enter(page: Page, firstName: string, city: string): Promise<Person> {
  const person = somebody(firstName, city);
  await join(page.request, person);
  await signIn(page, person);
  await page.goto('/me');
  await expect(page.getByLabel('Apellido')).toHaveValue(person.lastName);
  return person;
}

test('a player changes name, city and country', async ({ page }) => {
  await enter(page, 'Sara', 'Pereira');
  const city = page.getByRole('combobox', { name: 'Ciudad' });
  await expect(city).toHaveValue('Pereira');
  await page.getByLabel('Nombre', { exact: true }).fill('Sarita');
  await city.fill('Manizales');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(page.getByText('Tus datos están guardados.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Nombre', { exact: true })).toHaveValue('Sarita');
  await expect(city).toHaveValue('Manizales');

  await page.getByLabel('País').fill(' ');
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(page.getByLabel('País')).toBeFocused();
  await expect(page.getByLabel('País')).toHaveAttribute('aria-invalid', 'true');
});

test('once uploads are over, who has a clip stays in the own city', async ({ page, request }) => {
  const person = await enter(page, 'Pablo', 'Armenia');
  await publishClip(request, await logIn(request, person), 'Tapón limpio');
  const headers = { Authorization: `Bearer ${await adminToken(request)}` };
  const settings = async () =>
    (await (await request.get('/api/admin/contest', { headers })).json()) as { version: number };
  const before = await settings();
  const change = async (changes: object) => {
    const { version } = await settings();
    const data = { ...before, ...changes, version };
    const answer = await request.put('/api/admin/contest', { headers, data });
    expect(answer.status()).toBe(200);
  };
  await change({
    submission_opens: '2020-01-01T00:00:00Z',
    submission_closes: '2020-02-01T00:00:00Z',
  });
  try {
    const city = page.getByRole('combobox', { name: 'Ciudad' });
    await city.fill('Manizales');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Guardar cambios' }).click();
    await expect(city).toBeFocused();
    await expect(city).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('alert')).toHaveCount(0);
  } finally {
    await change({});
  }
});

test('a photo is shown upright, refused if it is none, and removed', async ({ page }) => {
  await enter(page, 'Tomás', 'Ibagué');
  const field = page.locator('input[type=file]');
  await field.setInputFiles({
    name: 'foto.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('Esto no es una foto'),
  });
  await expect(page.getByRole('alert')).toContainText('No pudimos abrir esa imagen');

  const buffer = turned(await redAndBlue(page));
  await field.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByText('Tu foto está guardada.')).toBeVisible();
  const src = (await page.getByAltText('Tu foto').getAttribute('src')) ?? '';
  const top = await colourAt(page, src, 0.5, 0.1);
  const bottom = await colourAt(page, src, 0.5, 0.9);
  expect(top[0], 'red is above').toBeGreaterThan(200);
  expect(bottom[2], 'blue is below').toBeGreaterThan(200);
  await expect(page.getByRole('link', { name: 'Mi perfil' }).locator('img')).toBeVisible();
  await check(page, '/me');

  await page.getByRole('button', { name: 'Quitar foto' }).click();
  await expect(page.getByText('Quitamos tu foto.')).toBeVisible();
  await expect(page.getByAltText('Tu foto')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Elegir foto' })).toBeFocused();
});

test('a password is changed, which ends the sessions elsewhere', async ({ page, browser }) => {
  const person = await enter(page, 'Juana', 'Popayán');
  const elsewhere = await browser.newPage();
  await signIn(elsewhere, person);

  const other = 'Otro-tiro-de-3-puntos!';
  await page.getByLabel('Contraseña actual').fill('no es esta');
  await page.getByLabel('Contraseña nueva', { exact: true }).fill(other);
  await page.getByLabel('Repite la contraseña nueva').fill('y esta tampoco');
  const submit = page.getByRole('button', { name: 'Cambiar contraseña' });
  await submit.click();
  await expect(page.getByText('Las contraseñas no son iguales.')).toBeVisible();
  await page.getByLabel('Repite la contraseña nueva').fill(other);
  await submit.click();
  await expect(page.getByText('La contraseña actual no es correcta.')).toBeVisible();
  await expect(page.getByLabel('Contraseña actual')).toBeFocused();
  await page.getByLabel('Contraseña actual').fill(PASSWORD);
  await submit.click();
  await expect(page.getByText('Tu contraseña es otra.')).toBeVisible();
  await expect(page.getByLabel('Contraseña actual')).toHaveValue('');

  // This session goes on, the other one does not.
  await page.reload();
  await expect(page.getByLabel('Apellido')).toHaveValue(person.lastName);
  await expect(async () => {
    await elsewhere.goto('/me');
    await expect(elsewhere).toHaveURL(/login/, { timeout: 1_000 });
  }).toPass();
  await elsewhere.close();
});

test('who signs out is at the beginning, not before a form', async ({ page }) => {
  await enter(page, 'Rosa', 'Neiva');
  await page.getByRole('button', { name: 'Salir' }).click();
  await expect(page.getByRole('link', { name: 'Entrar' }).first()).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test('all data about oneself is saved as a file', async ({ page }) => {
  const person = await enter(page, 'Diego', 'Pasto');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descargar mis datos' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^anb-[0-9a-f-]{36}\.json$/);
  const data = JSON.parse(await readFile(await file.path(), 'utf8')) as {
    account: { email: string };
  };
  expect(data.account.email).toBe(person.email);
});

test('an account is deleted after the password was typed', async ({ page, request }) => {
  const person = await enter(page, 'Olga', 'Tunja');
  const open = page.getByRole('button', { name: 'Eliminar mi cuenta' });
  await open.click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Tu contraseña').fill('otra contraseña');
  const act = dialog.getByRole('button', { name: 'Sí, eliminar todo' });
  await act.click();
  await expect(dialog.getByText('La contraseña actual no es correcta.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(open).toBeFocused();

  await open.click();
  await dialog.getByLabel('Tu contraseña').fill(PASSWORD);
  await act.click();
  await expect(page.getByText('Tu cuenta y tus datos fueron eliminados.')).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('link', { name: 'Entrar' }).first()).toBeVisible();
  const login = await request.post('/api/auth/login', {
    data: { email: person.email, password: PASSWORD },
  });
  expect(login.status()).toBe(401);
});

test('the last administrator cannot leave', async ({ page, request }) => {
  const token = await adminToken(request);
  const headers = { Authorization: `Bearer ${token}` };
  const admins = async () => {
    const answer = await request.get('/api/admin/accounts?role=admin&limit=100', { headers });
    return (await answer.json()) as { user_id: string; email: string }[];
  };
  const others = (await admins()).filter(({ email }) => email !== ADMIN);
  const all = async (role: string) => {
    for (const { user_id } of others) {
      const data = { role, reason: 'Prueba del navegador' };
      await request.put(`/api/admin/accounts/${user_id}/role`, { headers, data });
    }
  };
  await all('player');
  try {
    expect(await admins()).toHaveLength(1);
    await keepSignedIn(page, token);
    await page.goto('/me');
    await page.getByRole('button', { name: 'Eliminar mi cuenta' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel('Tu contraseña').fill(adminPassword());
    await dialog.getByRole('button', { name: 'Sí, eliminar todo' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Es la última cuenta de administración');
  } finally {
    await all('admin');
  }
});
