import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { multipart } from './multipart';
import type { Shipment } from './uploader';

/** Sends clips, one at a time. Leaving the page ends the upload. */
export function useUpload() {
  const client = useQueryClient();
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const upload = useMutation({
    mutationFn: (shipment: Shipment) => {
      setSent(0);
      stop.current = new AbortController();
      return multipart.send(shipment, setSent, stop.current.signal);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['me', 'videos'] }),
  });

  const { isPending } = upload;
  useEffect(() => {
    if (!isPending) return;
    // The browser asks before it closes the page.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isPending]);

  return {
    upload,
    /** Bytes. */
    sent,
    cancel: () => stop.current?.abort(),
    cancelled: upload.error instanceof DOMException && upload.error.name === 'AbortError',
  };
}
