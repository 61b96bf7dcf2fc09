import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { useFormats } from '../../i18n/useFormats';
import { Loadable } from '../../ui/Loadable';
import { PageTitle } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { ClipGrid, fewClipsQuery } from '../gallery';
import { NotFoundPage } from '../not-found';
import { clipQuery } from './api';
import styles from './clip-page.module.css';
import { ClipPlayer } from './ClipPlayer';
import { ShareButton } from './ShareButton';
import { VoteBox } from './VoteBox';

export default function ClipPage() {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { id = '' } = useParams();
  const query = useQuery(clipQuery(id));
  if (query.isError && ApiProblem.of(query.error).status === 404) return <NotFoundPage />;

  return (
    <div className={ui.page}>
      <PageTitle>{query.data?.title ?? t('site.videos')}</PageTitle>
      <Loadable query={query} skeleton={<div className={`${styles.waiting} ${ui.skeleton}`} />}>
        {(clip) => (
          <>
            <div className={styles.layout}>
              <div>
                <ClipPlayer
                  key={clip.video_id}
                  src={clip.processed_url}
                  poster={clip.poster_url}
                  title={clip.title}
                  player={clip.username}
                  seconds={clip.duration ?? 60}
                />
              </div>
              <div className={styles.about}>
                <h1 dir="auto">{clip.title}</h1>
                <p className={styles.by}>
                  <Link to={`/players/${clip.player_id}`}>
                    <span dir="auto">{clip.username}</span>
                  </Link>
                  <span dir="auto">{clip.city}</span>
                  <small>{t('clip.uploadedAt', { date: date(clip.uploaded_at) })}</small>
                </p>
                <VoteBox key={clip.video_id} clip={clip} />
                <ShareButton key={`share-${clip.video_id}`} clip={clip} />
              </div>
            </div>
            <MoreOf id={clip.player_id} name={clip.username} except={clip.video_id} />
          </>
        )}
      </Loadable>
    </div>
  );
}

function MoreOf({ id, name, except }: { id: string; name: string; except: string }) {
  const { t } = useTranslation();
  const query = useQuery(fewClipsQuery({ player: id, limit: 5 }));
  const others = query.data?.rows.filter((clip) => clip.video_id !== except) ?? [];
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="more" className={styles.more}>
      <h2 id="more">{t('clip.moreOf', { name })}</h2>
      <ClipGrid clips={others.slice(0, 4)} />
    </section>
  );
}
