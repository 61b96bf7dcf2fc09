import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchFile } from '../../api/files';
import { useAddress } from '../../api/useAddress';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { ProblemNotice } from '../../ui/Notice';
import type { OwnVideo } from './api';
import styles from './preview.module.css';

/** The poster of one's own clip, and the processed clip itself, public or not. */
export function OwnPreview({ clip }: { clip: OwnVideo }) {
  const { t } = useTranslation();
  const [watching, setWatching] = useState(false);
  const poster = useOwnFile(clip.video_id, 'poster', true);
  const video = useOwnFile(clip.video_id, 'processed', watching);
  return (
    <div className={styles.frame}>
      {video.address ? (
        <video
          src={video.address}
          poster={poster.address}
          aria-label={t('clips.result', { title: clip.title })}
          controls
          autoPlay
          muted
          playsInline
        />
      ) : (
        <>
          {poster.address && <img src={poster.address} alt="" />}
          <Button small busy={watching && !video.error} onClick={() => setWatching(true)}>
            <Icon name="play" />
            {t('clips.watch')}
          </Button>
        </>
      )}
      {video.error && <ProblemNotice error={video.error} onRetry={video.retry} />}
    </div>
  );
}

/** A file of a clip that only its owner may have, as an address for an element of the page. */
function useOwnFile(id: string, name: 'poster' | 'processed', wanted: boolean) {
  const file = useQuery({
    queryKey: ['own file', id, name],
    queryFn: ({ signal }) => fetchFile(`/api/videos/${id}/${name}`, signal),
    enabled: wanted,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const address = useAddress(file.data) ?? undefined;
  return { address, error: file.error, retry: () => void file.refetch() };
}
