import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem';
import { show } from '../testing/render';
import { ConfirmButton } from './ConfirmButton';

function shown(action: (reason: string) => Promise<unknown>, onDone = () => undefined) {
  return show(
    <ConfirmButton
      label="Quitar"
      subject="Triple de Ana"
      title="¿Quitar?"
      text="Deja de verse."
      needsReason
      action={action}
      onDone={onDone}
    />,
  );
}

async function open() {
  await userEvent.click(screen.getByRole('button', { name: 'Quitar: Triple de Ana' }));
  return within(await screen.findByRole('alertdialog'));
}

it('does nothing without a reason, and says beside the field that it is missing', async () => {
  const action = vi.fn(() => Promise.resolve());
  shown(action);
  const dialog = await open();
  await userEvent.type(dialog.getByLabelText('Motivo'), '  ');
  await userEvent.click(dialog.getByRole('button', { name: 'Quitar' }));
  expect(dialog.getByLabelText('Motivo').getAttribute('aria-invalid')).toBe('true');
  expect(dialog.getByText('Escribe el motivo.')).toBeDefined();
  expect(action).not.toHaveBeenCalled();
});

it('acts with the reason, closes and tells', async () => {
  const action = vi.fn(() => Promise.resolve());
  const onDone = vi.fn();
  shown(action, onDone);
  const dialog = await open();
  await userEvent.type(dialog.getByLabelText('Motivo'), ' Tiene música ');
  await userEvent.click(dialog.getByRole('button', { name: 'Quitar' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(action).toHaveBeenCalledExactlyOnceWith('Tiene música');
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

it('stays open with what was written when it is refused', async () => {
  shown(() => Promise.reject(new ApiProblem(409, 'x', 'Otra persona ya lo hizo.')));
  const dialog = await open();
  await userEvent.type(dialog.getByLabelText('Motivo'), 'Spam');
  await userEvent.click(dialog.getByRole('button', { name: 'Quitar' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Otra persona ya lo hizo.');
  expect(dialog.getByLabelText<HTMLInputElement>('Motivo').value).toBe('Spam');
});
