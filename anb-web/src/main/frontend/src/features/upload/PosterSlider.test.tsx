import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { show } from '../../testing/render';
import { PosterSlider } from './PosterSlider';

const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Imagen de portada' });
const preview = () => screen.getByLabelText<HTMLVideoElement>('La portada elegida');

function open(start: number, end: number, poster: number) {
  const chosen = vi.fn();
  show(
    <PosterSlider address="blob:film" part={{ start, end }} poster={poster} onChange={chosen} />,
  );
  return chosen;
}

it('shows the frame and names its moment', () => {
  open(12.5, 42.5, 20.3);
  expect(preview().currentTime).toBe(20.3);
  expect(slider().getAttribute('aria-valuetext')).toBe('Portada: segundo 20,3');
});

it('goes by tenths of a second', () => {
  const chosen = open(12.5, 42.5, 12.5);
  expect([slider().min, slider().max, slider().step]).toEqual(['12.5', '42.4', '0.1']);
  fireEvent.change(slider(), { target: { value: '20.3' } });
  expect(chosen).toHaveBeenCalledExactlyOnceWith(20.3);
});

it('ends before the part does, which the server would refuse', () => {
  open(30, 55.03, 30);
  expect(slider().max).toBe('54.9');
});
