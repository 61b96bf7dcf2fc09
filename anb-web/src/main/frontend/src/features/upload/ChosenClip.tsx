import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import ui from '../../ui/ui.module.css';
import { CheckList } from './CheckList';
import { acceptable, type Rules } from './checks';
import { PosterSlider } from './PosterSlider';
import { StartSlider } from './StartSlider';
import styles from './upload.module.css';
import type { Chosen } from './useChosenFile';
import type { ChosenPart } from './usePart';

interface Props {
  chosen: Chosen;
  rules: Rules;
  part: ChosenPart;
  onRemove: () => void;
}

/** The clip that was chosen: its picture, what of it is shown, and what was checked. */
export function ChosenClip({ chosen, rules, part, onRemove }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const video = useRef<HTMLVideoElement>(null);
  const seek = (to: number) => {
    if (video.current) video.current.currentTime = to;
    part.begin(to);
  };
  const ready = chosen.checks !== null && acceptable(chosen.checks);
  const duration =
    chosen.measures && Number.isFinite(chosen.measures.duration) ? chosen.measures.duration : null;
  const usable = chosen.checks === null || chosen.measures !== null;
  return (
    <section aria-labelledby={heading} className={classes(ui.card, ui.stack)}>
      {usable && (
        <video
          ref={video}
          className={styles.preview}
          src={chosen.address}
          aria-label={t('upload.preview')}
          controls
          muted
          playsInline
          preload="metadata"
        />
      )}
      {ready && duration !== null && (
        <>
          <StartSlider
            duration={duration}
            shown={rules.shown_seconds}
            least={rules.min_seconds}
            start={part.start}
            onChange={seek}
          />
          <PosterSlider
            address={chosen.address}
            part={{ start: part.start, end: Math.min(duration, part.start + rules.shown_seconds) }}
            poster={part.poster}
            onChange={part.choosePoster}
          />
        </>
      )}
      <p className={styles.file} dir="auto">
        {chosen.file.name}
      </p>
      <h2 id={heading} className={styles.checks}>
        {t('upload.checks')}
      </h2>
      <CheckList chosen={chosen} rules={rules} />
      <div>
        <Button small onClick={onRemove}>
          {t('upload.another')}
        </Button>
      </div>
    </section>
  );
}
