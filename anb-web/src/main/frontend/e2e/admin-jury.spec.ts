import { adminToken } from './admin';
import { handIn, juror, reopenAll, rubric } from './jurors';
import { keepSignedIn } from './people';
import { expect, test } from './test';

test('the rubric is changed until a sheet is handed in; the sheet is read and reopened', async ({
  page,
  request,
}) => {
  const { person, clips, assignments } = await juror(request, 1);
  await reopenAll(request);
  const before = await rubric(request, person);
  await keepSignedIn(page, await adminToken(request));

  await page.goto('/admin/jury');
  await page.getByRole('link', { name: 'Criterios de calificación' }).click();
  const criteria = page.getByRole('main').getByRole('group');
  await expect(criteria).toHaveCount(before.length);
  await page.getByRole('button', { name: 'Agregar criterio' }).click();
  await expect(criteria).toHaveCount(before.length + 1);
  const added = criteria.last();
  await added.getByLabel('Código').fill('Actitud');
  await added.getByLabel('Nombre en español').fill('Actitud');
  const save = page.getByRole('button', { name: 'Guardar' });
  await save.click();
  await expect(added.getByLabel('Código')).toHaveAttribute('aria-invalid', 'true');
  await expect(added.getByLabel('Nombre en inglés')).toHaveAttribute('aria-invalid', 'true');
  await added.getByLabel('Código').fill('attitude');
  await added.getByLabel('Nombre en inglés').fill('Attitude');
  await save.click();
  await expect(page.getByText('Los criterios están guardados.')).toBeVisible();
  expect(await rubric(request, person)).toHaveLength(before.length + 1);

  await criteria.last().getByRole('button', { name: 'Subir' }).click();
  await expect(criteria.nth(before.length - 1).getByLabel('Código')).toHaveValue('attitude');
  await criteria
    .nth(before.length - 1)
    .getByRole('button', { name: 'Quitar' })
    .click();
  await save.click();
  await expect(page.getByText('Los criterios están guardados.')).toBeVisible();
  await expect.poll(async () => rubric(request, person)).toEqual(before);

  const [assignment = ''] = assignments;
  await handIn(request, person, assignment, 7.5, 'Muy buen bote.');
  await save.click();
  await expect(page.getByRole('alert')).toContainText('la rúbrica no se puede cambiar');

  await page.goto('/admin/jury?state=submitted');
  const row = page.getByRole('row').filter({ hasText: person.lastName }).last();
  await row.getByRole('link', { name: clips[0]?.title ?? '?' }).click();
  await expect(page).toHaveURL(new RegExp(`${assignment}$`));
  await expect(page.getByText('Muy buen bote.')).toBeVisible();
  await expect(page.getByRole('cell', { name: '7,5' })).toHaveCount(before.length);
  await page.getByRole('button', { name: 'Reabrir' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Motivo').fill('Se calificó otro video');
  await dialog.getByRole('button', { name: 'Reabrir' }).click();
  await expect(page.getByText('La hoja está abierta de nuevo.')).toBeVisible();
  await expect(page.getByText('Se calificó otro video')).toBeVisible();
  await expect(page.getByText('Borrador', { exact: true })).toBeVisible();
});
