import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../api/useAddress';
import { classes } from '../../ui/classes';
import { Loadable } from '../../ui/Loadable';
import ui from '../../ui/ui.module.css';
import { ClipPlayer } from '../clip-page';
import styles from './jury.module.css';
import { fileQuery, type QueuedClip } from './api';

/** The player with a clip that only its jurors get. */
export function JudgedClip({ clip }: { clip: QueuedClip }) {
  const { t } = useTranslation();
  const video = useQuery(fileQuery(clip.video_url));
  const poster = useQuery(fileQuery(clip.poster_url));
  const picture = useAddress(poster.data);
  const film = useAddress(video.data);
  return (
    <Loadable
      query={video}
      skeleton={
        picture ? (
          <img src={picture} alt="" className={styles.screen} />
        ) : (
          <span className={classes(ui.skeleton, styles.screen)} />
        )
      }
    >
      {() =>
        film && (
          <ClipPlayer
            src={film}
            poster={picture ?? ''}
            title={t('jury.clip', { number: clip.number })}
            player={clip.username ?? t('jury.aPlayer')}
            seconds={clip.duration ?? 0}
          />
        )
      }
    </Loadable>
  );
}
