import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { usePart } from './usePart';

function choices() {
  const { result } = renderHook(() => usePart(30));
  const change = (how: (part: ReturnType<typeof usePart>) => void) =>
    act(() => how(result.current));
  return { result, change };
}

it('leaves an untouched clip to the server', () => {
  expect(choices().result.current.millis()).toEqual({ startMillis: 0, posterMillis: null });
});

it('takes the first frame of the part for the poster', () => {
  const { result, change } = choices();
  change((part) => part.begin(12.5));
  expect(result.current.millis()).toEqual({ startMillis: 12_500, posterMillis: 12_500 });
});

it('sends a chosen poster, the very first frame too', () => {
  const { result, change } = choices();
  change((part) => part.choosePoster(0));
  expect(result.current.millis()).toEqual({ startMillis: 0, posterMillis: 0 });
  change((part) => part.choosePoster(7.3));
  expect(result.current.millis()).toEqual({ startMillis: 0, posterMillis: 7_300 });
});

it.each([
  [0, 25.5],
  [25.5, 25.5],
  [26, 26],
])('begins at %s s: the poster, chosen at 25.5 s, is at %s s', (start, poster) => {
  const { result, change } = choices();
  change((part) => part.choosePoster(25.5));
  change((part) => part.begin(start));
  expect(result.current.poster).toBe(poster);
});

it('forgets all for another clip', () => {
  const { result, change } = choices();
  change((part) => part.begin(10));
  change((part) => part.choosePoster(12));
  change((part) => part.reset());
  expect(result.current.millis()).toEqual({ startMillis: 0, posterMillis: null });
});
