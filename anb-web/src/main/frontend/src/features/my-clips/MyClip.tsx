import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import { Button, ButtonLink } from '../../ui/Button';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { classes } from '../../ui/classes';
import { ProblemNotice } from '../../ui/Notice';
import { Progress } from '../../ui/Progress';
import ui from '../../ui/ui.module.css';
import { useContest, useGalleryOpening } from '../contest';
import styles from './my-clips.module.css';
import { DeleteButton } from './DeleteButton';
import { isUnderWay, publishClip, withdrawClip, type OwnVideo } from './api';
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
  const opening = useGalleryOpening();
  const progress = useProgress(clip.video_id, live);
  const state = progress && isUnderWay(clip) ? progress : clip;
  const published = state.published;
  const kept = clip.moderation;
  const withdrawn = kept?.state === 'withdrawn';
  const status = published ? 'published' : ((kept?.state ?? state.status) as 'uploaded');
  const ready = state.status === 'processed' && !published && !kept;
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

      {state.status === 'processed' && !withdrawn && <OwnPreview clip={clip} />}
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
      {ready && <Unpublished />}
      {published && opening && <p>{opening}</p>}
      {kept && <Kept reason={kept.reason} />}
      {publish.isError && <ProblemNotice error={publish.error} onRetry={() => publish.mutate()} />}

      <div className={ui.row}>
        {published && !opening && (
          <ButtonLink small look="primary" to={`/videos/${clip.video_id}`}>
            {t('clips.view')}
          </ButtonLink>
        )}
        {ready && <PublishButton busy={publish.isPending} onPublish={() => publish.mutate()} />}
        {published && (
          <ConfirmButton
            label={t('clips.withdraw')}
            subject={clip.title}
            title={t('clips.withdrawTitle')}
            text={<p>{t('clips.withdrawText', { title: clip.title })}</p>}
            look="danger"
            action={() => withdrawClip(clip.video_id)}
            onDone={() => onNews(t('clips.withdrawnNow'))}
          />
        )}
        {!published && !withdrawn && (
          <DeleteButton clip={clip} onDeleted={() => onNews(t('clips.deleted'))} />
        )}
      </div>
    </article>
  );
}

/** Why it is not public: an administrator's reason, or that its player withdrew it. */
function Kept({ reason }: { reason: string | undefined }) {
  const { t } = useTranslation();
  if (!reason) return <p>{t('clips.withdrawnHint')}</p>;
  return (
    <p className={styles.failure}>
      {t('clips.withheldHint')} <span dir="auto">{reason}</span>
    </p>
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
