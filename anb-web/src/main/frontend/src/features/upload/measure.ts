import type { Measures } from './checks';

/** How long a browser may take to read a film's header, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Lets the browser read length and size of a film; null if it cannot.
 *
 * @param address of the file, made with URL.createObjectURL
 */
export function measure(address: string): Promise<Measures | null> {
  return new Promise((resolve) => {
    const video = document.createElement('video');
    const finish = (measures: Measures | null) => {
      clearTimeout(timer);
      video.removeAttribute('src');
      video.load();
      resolve(measures);
    };
    const timer = setTimeout(() => finish(null), PATIENCE);
    video.preload = 'metadata';
    video.muted = true;
    video.onloadedmetadata = () =>
      finish({ duration: video.duration, width: video.videoWidth, height: video.videoHeight });
    video.onerror = () => finish(null);
    video.src = address;
  });
}
