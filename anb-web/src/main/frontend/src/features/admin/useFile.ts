import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { fileQuery } from './api/clips';

/** Loads a file for an element of the page; `show` goes to the `ref` of that element. */
export function useFile(url: string) {
  const query = useQuery(fileQuery(url));
  const blob = query.data;
  const show = useCallback(
    (element: HTMLImageElement | HTMLVideoElement | null) => {
      if (!blob || !element) return undefined;
      const address = URL.createObjectURL(blob);
      element.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [blob],
  );
  return { ...query, show };
}
