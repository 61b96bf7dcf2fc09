import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { ListSkeleton } from '../../ui/ListSkeleton';
import { Notice } from '../../ui/Notice';
import { PageTitle } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import {
  Countdown,
  deadlineOf,
  stageOf,
  Steps,
  useContest,
  useGalleryOpening,
  type Contest,
  type Stage,
} from '../contest';
import { ClipGrid, ClipGridSkeleton, fewClipsQuery } from '../gallery';
import { LeaderList, topQuery } from '../ranking';
import { Court } from './Court';
import styles from './landing.module.css';

export default function LandingPage() {
  const { t } = useTranslation();
  const said: unknown = useLocation().state;
  const contest = useContest();
  const opening = useGalleryOpening();
  const leaders = useQuery(topQuery(5));
  const latest = useQuery(fewClipsQuery({ limit: 4 }));

  return (
    <>
      <PageTitle>{t('landing.title')}</PageTitle>
      {said === 'account-deleted' && <Notice tone="good">{t('profile.deleted')}</Notice>}
      <section className={styles.hero}>
        <Court />
        <div className={styles.heroText}>
          <p className={styles.eyebrow}>{t('landing.eyebrow')}</p>
          <h1>
            {t('landing.headline1')} <em>{t('landing.headline2')}</em>
          </h1>
          <p className={styles.lead}>{t('landing.lead')}</p>
          <Loadable query={contest} skeleton={<CallToAction stage="uploads" />}>
            {(known) => (
              <>
                <CallToAction stage={stageOf(known)} />
                <Phase contest={known} />
              </>
            )}
          </Loadable>
        </div>
      </section>

      <div className={styles.sections}>
        <section aria-labelledby="leaders" className={styles.leaders}>
          <h2 id="leaders">{t('landing.leaders')}</h2>
          <Loadable query={leaders} skeleton={<ListSkeleton count={5} />}>
            {({ rows }) =>
              rows.length > 0 ? (
                <LeaderList leaders={rows} />
              ) : (
                <Empty>{opening ?? t('landing.noLeaders')}</Empty>
              )
            }
          </Loadable>
          <ButtonLink to="/ranking">{t('landing.seeRanking')}</ButtonLink>
        </section>

        <section aria-labelledby="how" className={styles.how}>
          <h2 id="how">{t('landing.how')}</h2>
          <ol>
            <li>
              <h3>{t('landing.step1')}</h3>
              <p>
                {t('landing.step1Text', {
                  min: contest.data?.rules.min_seconds ?? 20,
                  max: contest.data?.rules.max_seconds ?? 60,
                })}
              </p>
            </li>
            <li>
              <h3>{t('landing.step2')}</h3>
              <p>{t('landing.step2Text')}</p>
            </li>
            <li>
              <h3>{t('landing.step3')}</h3>
              <p>{t('landing.step3Text')}</p>
            </li>
          </ol>
        </section>

        <section aria-labelledby="latest" className={styles.latest}>
          <h2 id="latest">{t('landing.latest')}</h2>
          <Loadable query={latest} skeleton={<ClipGridSkeleton count={4} />}>
            {({ rows }) =>
              rows.length > 0 ? (
                <ClipGrid clips={rows} />
              ) : (
                <Empty>{opening ?? t('landing.noVideos')}</Empty>
              )
            }
          </Loadable>
          <ButtonLink to="/videos">{t('landing.seeVideos')}</ButtonLink>
        </section>
      </div>
    </>
  );
}

function CallToAction({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return (
    <div className={ui.row}>
      {stage === 'uploads' && (
        <ButtonLink to="/upload" look="primary">
          {t('landing.ctaUpload')}
        </ButtonLink>
      )}
      {stage === 'closed' ? (
        <ButtonLink to="/ranking" look="primary">
          {t('landing.ctaResults')}
        </ButtonLink>
      ) : (
        <ButtonLink
          to="/videos"
          look={stage === 'voting' ? 'primary' : 'quiet'}
          className={stage === 'voting' ? undefined : styles.onNavy}
        >
          {t('landing.ctaVote')}
        </ButtonLink>
      )}
    </div>
  );
}

function Phase({ contest }: { contest: Contest }) {
  const { t } = useTranslation();
  const stage = stageOf(contest);
  const deadline = deadlineOf(contest);
  return (
    <div className={styles.phase}>
      <p className={styles.phaseName}>{t(`phase.${stage}`)}</p>
      {deadline && (stage === 'uploads' || stage === 'voting') && (
        <Countdown label={t(`countdown.${stage}`)} until={deadline} />
      )}
      <Steps stage={stage} />
    </div>
  );
}
