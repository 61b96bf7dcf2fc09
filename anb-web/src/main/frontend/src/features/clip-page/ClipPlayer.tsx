import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { captions } from './captions';
import styles from './clip-page.module.css';

interface Props {
  src: string;
  poster: string;
  title: string;
  player: string;
  seconds: number;
}

/** How far J and L jump, in seconds. */
const JUMP = 5;

/** The browser's own player, with the keys that people know from elsewhere. */
export function ClipPlayer({ src, poster, title, player, seconds }: Props) {
  const { t, i18n } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const track = useCaptions(title, player, seconds);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = video.current;
    if (!target || event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key.toLowerCase()) {
      case 'k':
        if (target.paused) void target.play();
        else target.pause();
        break;
      case 'j':
        target.currentTime = Math.max(0, target.currentTime - JUMP);
        break;
      case 'l':
        target.currentTime = Math.min(target.duration, target.currentTime + JUMP);
        break;
      case 'f':
        if (document.fullscreenElement) void document.exitFullscreen();
        else void target.requestFullscreen();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <>
      {failed && (
        <Notice
          tone="bad"
          action={
            <Button
              small
              onClick={() => {
                setFailed(false);
                video.current?.load();
              }}
            >
              {t('ui.retry')}
            </Button>
          }
        >
          {t('clip.videoError')}
        </Notice>
      )}
      <video
        ref={video}
        className={styles.video}
        src={src}
        poster={poster}
        controls
        playsInline
        preload="metadata"
        aria-label={t('clip.playerLabel', { title })}
        aria-keyshortcuts="k j l f"
        onKeyDown={onKeyDown}
        onError={() => setFailed(true)}
      >
        <track ref={track} kind="captions" srcLang={i18n.language} label={t('clip.captions')} />
      </video>
      <p className={styles.keys}>{t('clip.keys')}</p>
    </>
  );
}

/** Gives a track element its captions. */
function useCaptions(title: string, player: string, seconds: number) {
  const track = useRef<HTMLTrackElement>(null);
  useEffect(() => {
    if (!track.current) return;
    const file = new Blob([captions(title, player, seconds)], { type: 'text/vtt' });
    const address = URL.createObjectURL(file);
    track.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [title, player, seconds]);
  return track;
}
