import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { fetchFile } from '../../api/files';

/** A file for an element of the page; `show` goes to its `ref`. */
export function useFile(url: string) {
  const query = useQuery({
    queryKey: ['admin', 'file', url],
    queryFn: ({ signal }) => fetchFile(url, signal),
    staleTime: Infinity,
    gcTime: 60_000,
  });
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
