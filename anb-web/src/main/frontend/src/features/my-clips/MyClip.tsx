import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import { Button, ButtonLink } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { ProblemNotice } from '../../ui/Notice';
import { Progress } from '../../ui/Progress';
import ui from '../../ui/ui.module.css';
import { useContest } from '../contest';
import styles from './my-clips.module.css';
import { DeleteButton } from './DeleteButton';
import { isUnderWay, publishClip, type OwnVideo } from './api';
import { OwnPreview } from './OwnPreview';
import { useProgress } from './useProgress';

interface Props {
  clip: OwnVideo;
  /** Whether to follow its progress as it happens. */
  live: boolean;
  /** Something worth telling at the top of the page. */
  onNews: (text: string) => void;
}

/** One of the reader's clips: how it is doing, and what can be done with it. */
export function MyClip({ clip, live, onNews }: Props) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const client = useQueryClient();
  const progress = useProgress(clip.video_id, live);
  const state = progress && isUnderWay(clip) ? progress : clip;
  const published = state.published;
  const status = published ? 'published' : (state.status as 'uploaded');
  const failure = state.failure;

  const publish = useMutation({
    mutationFn: () => publishClip(clip.video_id),
    onSuccess: () => {
      onNews(t('clips.publishedNow'));
      void client.invalidateQueries();
    },
  });

  const before = useRef(clip.status);
  useEffect(() => {
    if (before.current !== state.status && state.status === 'processed') {
      onNews(t('clips.justReady', { title: clip.title }));
    }
    before.current = state.status;
  }, [state.status, clip.title, onNews, t]);

  return (
    <article className={classes(ui.card, styles.clip)} aria-labelledby={`clip-${clip.video_id}`}>
      <div className={styles.head}>
        <h2 id={`clip-${clip.video_id}`} dir="auto">
          {clip.title}
        </h2>
        <span className={classes(styles.state, styles[status])}>{t(`clips.${status}`)}</span>
      </div>
      <p className={styles.facts}>
        {t('clips.uploadedAt', { date: date(clip.uploaded_at) })}
        {published && <> · {t('common.votes', { count: clip.votes })}</>}
      </p>

      {state.status === 'processed' && <OwnPreview clip={clip} />}
      {isUnderWay(state) &&
        (state.status === 'uploaded' ? (
          <p>{t('clips.waiting')}</p>
        ) : (
          progress && (
            <>
              <Progress
                label={t('clips.progress', { title: clip.title })}
                value={progress.progress}
              />
              {progress.attempt > 1 && <p>{t('clips.attempt', { count: progress.attempt })}</p>}
            </>
          )
        ))}
      {failure && <p className={styles.failure}>{failure.message}</p>}
      {state.status === 'processed' && !published && <Unpublished />}
      {publish.isError && <ProblemNotice error={publish.error} onRetry={() => publish.mutate()} />}

      <div className={ui.row}>
        {published && (
          <ButtonLink small look="primary" to={`/videos/${clip.video_id}`}>
            {t('clips.view')}
          </ButtonLink>
        )}
        {state.status === 'processed' && !published && (
          <PublishButton busy={publish.isPending} onPublish={() => publish.mutate()} />
        )}
        {!published && <DeleteButton clip={clip} onDeleted={() => onNews(t('clips.deleted'))} />}
      </div>
    </article>
  );
}

function Unpublished() {
  const { t } = useTranslation();
  const mode = useContest().data?.rules.publish_mode;
  return <p>{mode === 'moderated' ? t('clips.moderated') : t('clips.manual')}</p>;
}

function PublishButton({ busy, onPublish }: { busy: boolean; onPublish: () => void }) {
  const { t } = useTranslation();
  const mode = useContest().data?.rules.publish_mode;
  if (mode === 'moderated') return null;
  return (
    <Button small look="primary" busy={busy} onClick={onPublish}>
      {t('clips.publish')}
    </Button>
  );
}
