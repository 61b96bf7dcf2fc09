import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { myClipsKeys } from '../my-clips';
import { resumable } from './resumable';
import { Cancelled, type Journey, type Shipment } from './uploader';

const START: Journey = { sent: 0, state: 'sending' };

/** Sends clips, one at a time. Leaving the page interrupts the upload; it can go on later. */
export function useUpload() {
  const client = useQueryClient();
  const [journey, setJourney] = useState(START);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const upload = useMutation({
    mutationFn: (shipment: Shipment) => {
      setJourney(START);
      stop.current = new AbortController();
      return resumable.send(shipment, (news) => setJourney({ ...news }), stop.current.signal);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: myClipsKeys.all }),
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
    journey,
    cancel: () => stop.current?.abort(new Cancelled()),
    cancelled: upload.error instanceof Cancelled,
  };
}
