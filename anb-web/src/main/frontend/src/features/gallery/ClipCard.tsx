import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PublicVideo } from '../../api/types';
import { Icon } from '../../ui/Icon';
import styles from './gallery.module.css';

/** A clip among others. The first ones on a page are loaded at once, the others when they come near. */
export function ClipCard({ clip, eager = false }: { clip: PublicVideo; eager?: boolean }) {
  const { t } = useTranslation();
  return (
    <article className={styles.card}>
      <div className={styles.poster}>
        <img
          src={clip.poster_url}
          alt=""
          width={1280}
          height={720}
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
        <h3>
          <Link to={`/videos/${clip.video_id}`}>{clip.title}</Link>
        </h3>
        <p>
          {clip.username} · {clip.city}
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
