import { useState } from 'react';

/** Which part of a clip is shown, and which moment of it is the poster; in seconds of the clip. */
export interface ChosenPart {
  start: number;
  /** The chosen moment, or else where the part begins. */
  poster: number;
  begin: (start: number) => void;
  choosePoster: (poster: number) => void;
  reset: () => void;
  /** Both as the server takes them. */
  millis: () => { startMillis: number; posterMillis: number | null };
}

/**
 * Keeps what a player chooses of a clip.
 *
 * @param shown seconds of a part
 */
export function usePart(shown: number): ChosenPart {
  const [start, setStart] = useState(0);
  const [moment, setMoment] = useState<number | null>(null);
  const poster = moment ?? start;
  return {
    start,
    poster,
    begin: (at) => {
      setStart(at);
      // A poster that is not in the part any more is none.
      setMoment((now) => (now !== null && now >= at && now < at + shown ? now : null));
    },
    choosePoster: setMoment,
    reset: () => {
      setStart(0);
      setMoment(null);
    },
    millis: () => ({
      startMillis: Math.round(start * 1000),
      // Without any choice the server has one of its own, better than a clip's first frame.
      posterMillis: moment === null && start === 0 ? null : Math.round(poster * 1000),
    }),
  };
}
