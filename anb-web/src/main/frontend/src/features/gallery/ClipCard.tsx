import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PublicVideo } from './api';
import { Icon } from '../../ui/Icon';
import styles from './gallery.module.css';

interface Props {
  clip: PublicVideo;
  eager?: boolean;
  /** What its title is below the headings around it. */
  heading?: 'h2' | 'h3';
}

/** A clip among others. The first ones on a page are loaded at once, the others when they come near. */
export function ClipCard({ clip, eager = false, heading: Heading = 'h3' }: Props) {
  const { t } = useTranslation();
  return (
    <article className={styles.card}>
      <div className={styles.poster}>
        <img
          src={clip.small_poster_url}
          alt=""
          width={640}
          height={360}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={eager ? 'high' : 'auto'}
          decoding="async"
        />
        <span className={styles.playMark}>
          <Icon name="play" size={26} />
        </span>
        {typeof clip.duration === 'number' && (
          <span className={styles.duration}>
            {t('gallery.duration', { seconds: Math.round(clip.duration) })}
          </span>
        )}
      </div>
      <div className={styles.cardText}>
        <Heading>
          <Link to={`/videos/${clip.video_id}`}>
            <span dir="auto">{clip.title}</span>
          </Link>
        </Heading>
        <p>
          <span dir="auto">{clip.username}</span> · <span dir="auto">{clip.city}</span>
        </p>
        <p className={styles.votes}>
          <Icon name="heart" size={18} />
          {t('common.votes', { count: clip.votes })}
          {clip.user_vote && (
            <span className={styles.voted}>
              <Icon name="check" size={16} />
              {t('gallery.voted')}
            </span>
          )}
        </p>
      </div>
    </article>
  );
}
