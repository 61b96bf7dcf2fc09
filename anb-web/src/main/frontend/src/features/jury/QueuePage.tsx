import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormats } from '../../i18n/useFormats';
import { Button, ButtonLink } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Progress } from '../../ui/Progress';
import ui from '../../ui/ui.module.css';
import { ListSkeleton } from '../../ui/ListSkeleton';
import styles from './jury.module.css';
import {
  nextQuery,
  progressQuery,
  queueQuery,
  STATES,
  type ClipState,
  type JuryProgress,
  type QueuedClip,
} from './api';

export default function QueuePage() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('state');
  const state = STATES.find((each) => each === asked) ?? null;
  const progress = useQuery(progressQuery);
  const choose = (chosen: ClipState | null) =>
    setParameters(chosen ? { state: chosen } : {}, { replace: true, preventScrollReset: true });

  return (
    <Page title={t('jury.title')} lead={t('jury.lead')}>
      <div className={ui.stack}>
        <Loadable query={progress} skeleton={<ListSkeleton count={1} />}>
          {(data) => <Summary progress={data} />}
        </Loadable>
        <section className={ui.stack} aria-labelledby="jury-queue">
          <h2 id="jury-queue">{t('jury.queue')}</h2>
          <Filter state={state} progress={progress.data} onChoose={choose} />
          <Queue state={state} />
        </section>
      </div>
    </Page>
  );
}

function Summary({ progress }: { progress: JuryProgress }) {
  const { t } = useTranslation();
  const next = useQuery(nextQuery);
  const toJudge = progress.assigned - progress.conflicts;
  if (progress.assigned === 0) return null;
  return (
    <section className={classes(ui.card, ui.stack)} aria-label={t('jury.progress')}>
      <Progress
        label={t('jury.progressOf', { count: progress.submitted, all: toJudge })}
        value={toJudge === 0 ? 100 : (progress.submitted / toJudge) * 100}
      />
      {next.data && (
        <div>
          <ButtonLink look="primary" to={`/jury/${next.data.assignment_id}`}>
            {next.data.state === 'draft'
              ? t('jury.goOn', { number: next.data.number })
              : t('jury.start', { number: next.data.number })}
          </ButtonLink>
        </div>
      )}
      {next.data === null && <Notice tone="good">{t('jury.allDone')}</Notice>}
      {next.isError && <ProblemNotice error={next.error} onRetry={() => void next.refetch()} />}
    </section>
  );
}

interface FilterProps {
  state: ClipState | null;
  progress: JuryProgress | undefined;
  onChoose: (state: ClipState | null) => void;
}

function Filter({ state, progress, onChoose }: FilterProps) {
  const { t } = useTranslation();
  const counts = progress && {
    todo: progress.todo,
    draft: progress.drafts,
    submitted: progress.submitted,
    conflict: progress.conflicts,
  };
  return (
    <div role="group" aria-label={t('jury.filter')} className={styles.filter}>
      {[null, ...STATES].map((each) => (
        <button
          key={each ?? 'all'}
          type="button"
          aria-pressed={each === state}
          onClick={() => onChoose(each)}
        >
          {t(`jury.${each ?? 'all'}Many`)}
          {counts && <b>{each ? counts[each] : progress.assigned}</b>}
        </button>
      ))}
    </div>
  );
}

function Queue({ state }: { state: ClipState | null }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(queueQuery(state));
  return (
    <Loadable query={query} skeleton={<ListSkeleton count={5} />}>
      {({ pages }) => {
        const clips = pages.flatMap((page) => page.rows);
        if (clips.length === 0) {
          return <Empty>{state ? t('jury.emptyFilter') : t('jury.empty')}</Empty>;
        }
        return (
          <>
            <ul className={styles.list}>
              {clips.map((clip) => (
                <li key={clip.assignment_id}>
                  <QueueRow clip={clip} />
                </li>
              ))}
            </ul>
            {query.hasNextPage && (
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('gallery.more')}
              </Button>
            )}
          </>
        );
      }}
    </Loadable>
  );
}

function QueueRow({ clip }: { clip: QueuedClip }) {
  const { t } = useTranslation();
  const { number, dateTime } = useFormats();
  return (
    <article className={classes(ui.card, styles.row)}>
      <div>
        <h3>
          <Link to={`/jury/${clip.assignment_id}`}>{t('jury.clip', { number: clip.number })}</Link>
        </h3>
        {clip.title !== null && (
          <p>
            <span dir="auto">{clip.title}</span> · <span dir="auto">{clip.username}</span> ·{' '}
            <span dir="auto">{clip.city}</span>
          </p>
        )}
        <p className={styles.facts}>
          {clip.duration !== null && t('jury.seconds', { seconds: number(clip.duration) })}
          {clip.state === 'draft' && clip.saved_at && (
            <> · {t('jury.savedAt', { when: dateTime(clip.saved_at) })}</>
          )}
          {clip.state === 'submitted' && clip.submitted_at && (
            <> · {t('jury.submittedAt', { when: dateTime(clip.submitted_at) })}</>
          )}
        </p>
      </div>
      <div className={styles.end}>
        {clip.total !== null && clip.state === 'submitted' && (
          <span>{t('jury.points', { points: number(clip.total) })}</span>
        )}
        <span className={classes(styles.state, styles[clip.state])}>
          {t(`jury.${clip.state}One`)}
        </span>
      </div>
    </article>
  );
}
