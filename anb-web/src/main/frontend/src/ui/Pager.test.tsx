import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { show } from '../testing/render';
import { UrlPager } from './Pager';

const button = (name: string) => screen.getByRole('button', { name });

it('is not there for a list of one page', () => {
  show(<UrlPager total={25} />);
  expect(screen.queryByRole('navigation')).toBeNull();
});

it('leads through the pages, keeps the place and the filters in the address, and stops at both ends', async () => {
  const { place } = show(<UrlPager total={60} />, '/admin/accounts?role=juror');
  expect(screen.getByText('1–25 de 60')).toBeDefined();
  await userEvent.click(button('Anterior'));
  expect(place.address).toBe('/admin/accounts?role=juror');
  await userEvent.click(button('Siguiente'));
  await userEvent.click(button('Siguiente'));
  expect(place.address).toBe('/admin/accounts?role=juror&offset=50');
  expect(screen.getByText('51–60 de 60')).toBeDefined();
  expect(button('Siguiente').getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(button('Siguiente'));
  expect(place.address).toBe('/admin/accounts?role=juror&offset=50');
  await userEvent.click(button('Anterior'));
  await userEvent.click(button('Anterior'));
  expect(place.address).toBe('/admin/accounts?role=juror');
});

it('leads back from a page that the list no longer has', () => {
  show(<UrlPager total={10} />, '/admin/accounts?offset=25');
  expect(button('Anterior').getAttribute('aria-disabled')).toBeNull();
});
