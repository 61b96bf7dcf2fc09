import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page, PageTitle } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { ClipGrid, ClipGridSkeleton, distinct, galleryQuery } from '../gallery';
import { NotFoundPage } from '../not-found';
import styles from './player.module.css';

export default function PlayerPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useInfiniteQuery(galleryQuery({ city: '', text: '', sort: 'votes', player: id }));
  if (query.isError && ApiProblem.of(query.error).status === 400) return <NotFoundPage />;
  const clips = distinct(query.data?.pages ?? []);
  const player = clips[0];
  const body = (
    <Loadable query={query} skeleton={<ClipGridSkeleton count={4} />}>
      {() =>
        player ? (
          <>
            <ClipGrid clips={clips} eager={4} />
            {query.hasNextPage && (
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('gallery.more')}
              </Button>
            )}
          </>
        ) : (
          <Empty action={<ButtonLink to="/videos">{t('landing.seeVideos')}</ButtonLink>}>
            {t('player.empty')}
          </Empty>
        )
      }
    </Loadable>
  );
  if (!player) return <Page title={t('player.unknown')}>{body}</Page>;

  const votes = clips.reduce((sum, clip) => sum + clip.votes, 0);
  return (
    <>
      <PageTitle>{player.username}</PageTitle>
      <header className={styles.head}>
        <div>
          <span aria-hidden="true" className={styles.jersey}>
            {initials(player.username)}
          </span>
          <div>
            <h1 dir="auto">{player.username}</h1>
            <p dir="auto">{player.city}</p>
          </div>
          {!query.hasNextPage && (
            <dl>
              <div>
                <dt>{t('player.total')}</dt>
                <dd>{votes}</dd>
              </div>
              <div>
                <dt>{t('player.clips')}</dt>
                <dd>{clips.length}</dd>
              </div>
            </dl>
          )}
        </div>
      </header>
      <section aria-labelledby="clips" className={ui.page}>
        <h2 id="clips" className={styles.clips}>
          {t('player.clips')}
        </h2>
        {body}
      </section>
    </>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.slice(0, 1).toUpperCase() ?? '')
    .join('');
}
