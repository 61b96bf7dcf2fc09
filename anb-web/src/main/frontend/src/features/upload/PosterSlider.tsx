import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import styles from './slider.module.css';

/** Seconds that an arrow key moves: three frames, so that every gesture can be found. */
const STEP = 0.1;

interface Props {
  /** Of the file, for a video element. */
  address: string;
  /** The part that is shown, in seconds of the clip. */
  part: { start: number; end: number };
  /** The moment of the poster, in seconds of the clip, within the part. */
  poster: number;
  onChange: (poster: number) => void;
}

/** Chooses the frame that stands for the clip, and shows it. */
export function PosterSlider({ address, part: { start, end }, poster, onChange }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const video = useRef<HTMLVideoElement>(null);
  const label = useId();
  // The server takes moments before the end only.
  const last = tenths(end) - STEP;
  useEffect(() => {
    if (video.current) video.current.currentTime = poster;
  }, [poster]);
  const moment = t('upload.posterAt', { seconds: number(poster) });
  return (
    <div className={styles.part}>
      <p id={label}>{t('upload.posterHint')}</p>
      <div className={styles.poster}>
        <video
          ref={video}
          src={address}
          aria-label={t('upload.posterPreview')}
          muted
          playsInline
          preload="auto"
          // What is set before the header is read does not count in every browser.
          onLoadedMetadata={(event) => {
            event.currentTarget.currentTime = poster;
          }}
        />
        <input
          className={styles.slider}
          type="range"
          min={start}
          max={tenths(last)}
          step={STEP}
          value={poster}
          aria-label={t('upload.poster')}
          aria-describedby={label}
          aria-valuetext={moment}
          onChange={(event) => onChange(tenths(event.target.valueAsNumber))}
        />
      </div>
      <output>{moment}</output>
    </div>
  );
}

/** Whole tenths of a second, rounded down; the trifle is for numbers such as 0.7 * 10. */
function tenths(seconds: number): number {
  return Math.floor(seconds * 10 + 1e-6) / 10;
}
