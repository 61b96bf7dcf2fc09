import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { follow } from '../../api/live';
import { myClipsKeys, progressEvents, type Progress } from './api';

/** Follows a clip's processing; null until something is known, or if it is not followed. */
export function useProgress(videoId: string, following: boolean): Progress | null {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);

  useEffect(() => {
    if (!following) return;
    return follow(progressEvents(videoId), {
      onEvent: ({ event, data }) => {
        const refresh = () => void client.invalidateQueries({ queryKey: myClipsKeys.all });
        if (event === 'deleted') {
          refresh();
          return true;
        }
        if (event !== 'video') return false;
        const news = JSON.parse(data) as Progress;
        setProgress(news);
        const over = news.status === 'processed' || news.status === 'failed';
        if (over) refresh();
        return over;
      },
    });
  }, [client, videoId, following]);

  return progress;
}
